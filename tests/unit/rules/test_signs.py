"""Signs: found in all passages at once, they keep rules from looking where there is nothing, and from nothing else."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerkwell.model import Report, SetBlocks, apply, give_ids
from clerkwell.rules import Engine
from clerkwell.rules.examples import examples
from clerkwell.rules.signs import FIGURE, MONTH, Searched, Sign
from helpers.examples import pack_of, sample
from helpers.labelled import read_labelled
from helpers.marking import marked_up

REPORTS = sorted((Path(__file__).parents[2] / "corpus" / "reports").glob("*.txt"))
TEXTS = ("In May 2023", "an “appendix”", "", "See\u00a0Note to\nauthors", "12 of 30 %")


@pytest.fixture
def every(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Every passage has every sign, as if there were none."""
    monkeypatch.setattr(Searched, "having", lambda searched, _: tuple(range(len(searched.texts))))
    return monkeypatch


@pytest.mark.parametrize(
    ("sign", "which"),
    [
        (Sign("%"), (4,)),
        (Sign("ppend", "May"), (0, 1)),
        (Sign(folded=("may", "see note")), (0, 3)),
        (Sign(folded=("note to authors",)), (3,)),
        (Sign(pattern=re.compile(r"\d{4}")), (0,)),
        (Sign(pattern=re.compile("[A-Z]"), within=FIGURE), (0,)),
        (Sign("%", others=(MONTH,)), (0, 4)),
        (FIGURE, (0, 4)),
        (Sign("Appendix"), ()),
    ],
)
def test_the_texts_that_have_a_sign_are_found(sign: Sign, which: tuple[int, ...]) -> None:
    searched = Searched(TEXTS)
    assert searched.having(sign) == which
    assert searched.having(sign) == which


@given(st.lists(st.text("abA \u00a0\u2009\n1")), st.text("ab 1", min_size=1, max_size=5))
def test_a_sign_is_found_in_each_text_as_if_it_stood_alone(texts: list[str], words: str) -> None:
    alone = tuple(at for at, text in enumerate(texts) if words in text)
    assert Searched(texts).having(Sign(words)) == alone
    assert Searched(texts).having(Sign(pattern=re.compile(re.escape(words)))) == alone
    folded = [text.casefold().replace("\n", " ").replace("\u00a0", " ") for text in texts]
    assert Searched(texts).having(Sign(folded=(words,))) == tuple(at for at, text in enumerate(folded) if words in text)


@given(st.lists(st.text("ab, \u00a0\n1")), st.sampled_from(["a", ",[ab]", "1,$", "^,", "^1a$", r"\d", r"[^\W\d]b"]))
def test_a_pattern_is_found_in_single_words(texts: list[str], pattern: str) -> None:
    alone = tuple(at for at, text in enumerate(texts) if any(re.search(pattern, word) for word in text.split()))
    assert Searched(texts).having(Sign(in_word=re.compile(pattern, re.MULTILINE))) == alone


@given(st.lists(st.lists(st.text("ab 1"), max_size=3), max_size=4), st.text("ab 1", min_size=1, max_size=2))
def test_parts_that_are_searched_together_have_what_each_has_alone(parts: list[list[str]], words: str) -> None:
    together = Searched([text for part in parts for text in part]).parted(map(len, parts))
    assert [part.having(Sign(words)) for part in together] == [Searched(part).having(Sign(words)) for part in parts]


def test_without_signs_as_much_is_found_in_the_words_of_all_examples(every: pytest.MonkeyPatch) -> None:
    given_words = [each.says for rule in examples().values() for each in (*rule.caught, *rule.left) if not each.change]
    blocks = tuple(block for words in given_words for block in marked_up(words))
    report = apply(SetBlocks(section="background", blocks=blocks), sample("city-of-london-2023"))
    compared(give_ids(report), every)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_without_signs_as_much_is_found_in_a_report(path: Path, every: pytest.MonkeyPatch) -> None:
    compared(read_labelled(path).report, every)


def compared(report: Report, every: pytest.MonkeyPatch) -> None:
    pack = pack_of(report.pack.id)
    without = Engine().check(report, pack)
    every.undo()
    assert Engine().check(report, pack) == without
