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


@given(st.lists(st.text("ab \n1")), st.text("ab 1", min_size=1, max_size=3))
def test_a_sign_is_found_in_each_text_as_if_it_stood_alone(texts: list[str], words: str) -> None:
    alone = tuple(at for at, text in enumerate(texts) if words in text)
    assert Searched(texts).having(Sign(words)) == alone
    assert Searched(texts).having(Sign(pattern=re.compile(re.escape(words)))) == alone


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
