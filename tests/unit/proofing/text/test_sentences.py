"""Sentences end where a reader says that they end."""

import pytest

from clerkwell.proofing.text.lengths import is_listing, length
from clerkwell.proofing.text.sentences import sentences, word_count


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Cllr. Khan and Mr. J. R. Hall met Dr. Lee.",
        "It applies to land, e.g. parks, i.e. what is open.",
        "See para. 4, No. 12, s.100D, reg. 15, p. 3 and Sched. 12A for more.",
        "The office is at 5 St. John St. Bristol and in St. Mary Axe.",
        "It cost £1.5 million, or 3.75 per cent, on GOV.UK and www.example.org.",
        "The plan (see Appendix A. It is long.) was agreed.",
        "The report … Council agreed it ... in part.",
        "Hall et al. (2020) wrote of it.",
        "It opens at 7 p.m. on Mondays.",
        "Brightside Ltd. Bristol won the work.",
        "1. The plan is sound.",
        "(a) The plan is sound.",
        "“What?” he said.",
        "The lines were broken\nby hand and\nThe rest went on.",
        "Write to jo.Archer@example.org today.",
    ],
)
def test_these_are_one_sentence(text: str) -> None:
    assert len(parts(text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is old. It is new.", ["It is old.", "It is new."]),
        ("Is it old? Yes! It is.", ["Is it old?", "Yes!", "It is."]),
        ("He called it ‘a plan.’ It was kept.", ["He called it ‘a plan.’", "It was kept."]),
        ("It rose (by a lot.) It fell.", ["It rose (by a lot.)", "It fell."]),
        ("(It is old. It is new.) It stands.", ["(It is old.", "It is new.)", "It stands."]),
        ("They chose Option B. It is cheap.", ["They chose Option B.", "It is cheap."]),
        ("Parks, bins, etc. The rest is kept.", ["Parks, bins, etc.", "The rest is kept."]),
        ("It opens at 7 p.m. The bar is shut.", ["It opens at 7 p.m.", "The bar is shut."]),
        ("It was so in 2022. 15 people came.", ["It was so in 2022.", "15 people came."]),
        ("We use GOV.UK. We like it.", ["We use GOV.UK.", "We like it."]),
        ("Was it No. The plan stood.", ["Was it No.", "The plan stood."]),
        ("It is old.The roof is new.", ["It is old.", "The roof is new."]),
        ("It is a service. the roof is new.", ["It is a service.", "the roof is new."]),
        ("It went on… The roof fell.", ["It went on…", "The roof fell."]),
        ("First line.\nSecond line", ["First line.", "Second line"]),
        ("One\n\ntwo", ["One", "two"]),
        ("It ended.\ufffc It began.", ["It ended.\ufffc", "It began."]),
        ("", []),
        (" \n ", []),
        ("...", ["..."]),
    ],
)
def test_sentences_end_here(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


def test_stretches_are_in_order_and_hold_every_word() -> None:
    text = "  It is old.  “Is it?” (No.)\nYes, e.g. here.\ufffc  "
    found = sentences(text)
    assert list(found) == sorted(found)
    assert all(text[start:end] == text[start:end].strip() for start, end in found)
    assert "".join(text[start:end] for start, end in found).split() != []
    assert sum(word_count(text, start, end) for start, end in found) == word_count(text)


def test_words_are_counted_as_word_counts_them() -> None:
    assert word_count("The twenty-one GOV.UK pages – all of them – cost £1,000.") == 11
    assert word_count("one two three", 4, 7) == 1


def test_the_name_of_a_law_and_long_quotations_count_little() -> None:
    plain = " ".join(["word"] * 30)
    law = (
        "the Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012"
    )
    quoted = "“and so it went on for many more words than anybody wanted to hear”"
    assert length(plain, 0, len(plain)) == 30
    for more, counted in ((law, 2), (quoted, 1), (": a, b, c, d", 1)):
        text = f"{plain} {more}"
        assert abs(length(text, 0, len(text)) - 30) <= counted


@pytest.mark.parametrize("label", ["1.3", "12.1.", "(a)", "4)", "iv)"])
def test_a_number_typed_before_a_sentence_is_no_word_of_it(label: str) -> None:
    words = " ".join(["word"] * 30)
    assert length(f"{label} {words}", 0, len(label) + 1 + len(words)) == 30
    assert length(f"12 {words}", 0, 3 + len(words)) == 31


@pytest.mark.parametrize(
    "text",
    [
        "The roof; the walls; and the floor.",
        "That it (a) mend the roof, and (b) mend the floor.",
        "RESOLVED that the roof be mended.",
        "a, b, c, d, e, f, g, h",
        "Roof\nWalls",
    ],
)
def test_lists_and_resolutions_are_no_sentences(text: str) -> None:
    assert is_listing(text, 0, len(text))


def test_a_sentence_with_one_label_is_one() -> None:
    text = "The roof (a) was mended; the floor was not."
    assert not is_listing(text, 0, len(text))
