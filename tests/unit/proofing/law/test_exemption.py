"""What a text says of exemption is read as a clerk reads it."""

import time

import pytest

from clerkwell.proofing.law.exemption import mixed_up, paragraphs_cited, paragraphs_named, weighs_public_interest


@pytest.mark.parametrize(
    ("answer", "cited"),
    [
        ("3", {3}),
        ("1 & 3", {1, 3}),
        ("Exempt (para. 3)", {3}),
        ("Paragraph 3(a)", {3}),
        ("Paragraph three", {3}),
        ("Paragraphs 1 to 3", {1, 2, 3}),
        ("paras 8-10", {8, 9, 10}),
        ("Part exempt – paragraphs 1, 2 and 7", {1, 2, 7}),
        ("Exempt: Category 3", {3}),
        ("Paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972", {3}),
        ("Schedule 12A, paragraph 10 of the Local Government Act 1972", {10}),
        ("Yes, Appendix 2 – 3", {3}),
        ("Category 3 of paragraph 10.4 of the Access to Information Procedure Rules", {3}),
        ("Paragraph 10.4 of the Access to Information Procedure Rules", set()),
        ("paragraphs 3 and 6a of Part 1 of Schedule 12(a)", {3, 6}),
        ("Exempt under Part 1 of Schedule 12A", set()),
        ("Exempt by virtue of s.100A(4)", set()),
        ("Part exempt, 3 appendices", set()),
        ("Exempt until 31/03/2024", set()),
        ("Exempt until 1 April 2027", set()),
        ("Appendix 2 is exempt", set()),
        ("Contracts over £5 million", set()),
        ("", set()),
    ],
)
def test_an_answer_cites_paragraphs_and_nothing_else_with_a_number(answer: str, cited: set[int]) -> None:
    assert paragraphs_cited(answer) == cited


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Appendix 2 is exempt under paragraph 3.", {3}),
        ("It is not for publication by virtue of paragraphs 1 and 2 of Part 1 of Schedule 12A.", {1, 2}),
        ("Schedule 12A to the Local Government Act 1972, paragraph 7", {7}),
        ("As paragraph 3 says, the roof leaks.", set()),
        ("Small shops are exempt.", set()),
        (f"The shops are exempt.{' They are.' * 30} See paragraph 3.", set()),
    ],
)
def test_running_text_names_a_reason_only_beside_words_of_exemption(text: str, named: set[int]) -> None:
    assert paragraphs_named(text) == named


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Appendix 2 is confidential by virtue of paragraph 3.", "confidential by virtue of paragraph 3"),
        ("This is confidential information under Schedule 12A.", "confidential information under Schedule 12A"),
        ("It is confidential (exempt under paragraph 1).", "confidential (exempt under paragraph 1"),
        ("It is exempt information under section 100A(3).", "exempt information under section 100A(3)"),
        ("Confidential or exempt information, as defined in Schedule 12A, is withheld.", ""),
        ("It is exempt under section 100A(4) and paragraph 3.", ""),
        ("The service is confidential. Under paragraph 3 it is free.", ""),
        ("It was told in confidence: section 100A(3).", ""),
    ],
)
def test_confidential_and_exempt_are_mixed_up_only_where_one_is_given_the_others_law(text: str, words: str) -> None:
    found = mixed_up(text)
    assert (found[0] if found else "") == words


def test_the_public_interest_is_known_in_any_spelling() -> None:
    assert weighs_public_interest("The Public Interest Test has been applied.")
    assert weighs_public_interest("a public-interest test")
    assert not weighs_public_interest("The public are interested.")
    assert not weighs_public_interest("Interest on public loans rose.")


@pytest.mark.parametrize(
    "words",
    [
        "exempt paragraph 1, 2, 3, 4, 5, 6, 7 and ",
        "confidential information ",
        "paragraphs 1-2-3 exempt, ",
        "confidential a b ",
    ],
)
def test_a_very_long_paragraph_is_read_in_no_time(words: str) -> None:
    text = words * (100_000 // len(words))
    start = time.perf_counter()
    for read in (paragraphs_cited, paragraphs_named, mixed_up, weighs_public_interest):
        read(text)
    assert time.perf_counter() - start < 2


def test_a_count_of_appendices_is_no_paragraph() -> None:
    assert paragraphs_cited("Public report with one exempt appendix") == frozenset()
    assert paragraphs_cited("Three") == {3}
