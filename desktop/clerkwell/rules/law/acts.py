"""The rule about Acts of Parliament: each is cited by its own name and year."""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from clerkwell.proofing.law.acts import Cited, cited_acts, is_listed, is_one_act, wrong_acts
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.signs import Sign

_SIGN: Final = Sign(" Act 1", " Act 2", "Act\u00a01", "Act\u00a02")
_UNREAD: Final = ("quotation", "alt")


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "act-wrong", "warning", "An Act is cited by a name or year that is none",
            "What the council relies on has to be found, and a power that is misquoted invites a challenge.",
            Across(_acts), source="The Acts’ short titles, as legislation.gov.uk lists them", england=True,
            fix="Put in the right year or name",
        ),
    )  # fmt: skip


def _acts(reading: Reading) -> Iterator[Finding]:
    others: list[tuple[Passage, Cited]] = []
    for passage, (wrong, cited) in reading.where(_cited, _SIGN):
        yield from wrong
        others += ((passage, act) for act in cited)
    yield from _two_years(others)


def _cited(passage: Passage, _: Guide) -> tuple[tuple[Finding, ...], tuple[Cited, ...]]:
    """What a passage says wrongly of Acts that are known, and the Acts it cites that are not."""
    if passage.kind in _UNREAD:
        return (), ()
    wrong = tuple(_wrong(passage))
    return wrong, tuple(act for act in cited_acts(passage.text) if not is_listed(act.name))


def _wrong(passage: Passage) -> Iterator[Finding]:
    for each in wrong_acts(passage.text):
        right = f"Write “{each.better}”." if each.better else "Check its year."
        message = f"There is no Act of that name with “{passage.text[each.start : each.end]}”. {right}"
        yield found(passage, each.start, each.end, message, each.better or None)


def _two_years(cited: list[tuple[Passage, Cited]]) -> Iterator[Finding]:
    """An Act that is not known, cited with two years: the later one is told, or the one that stands once."""
    names = {(act.name, act.year): [each for each in cited if each[1][4:] == act[4:]] for _, act in cited}
    for one, other in combinations(names.values(), 2):
        (first, right), (passage, wrong) = (each[0] for each in sorted((one, other), key=len, reverse=True))
        if first is not passage and is_one_act(right, wrong) and min(len(one), len(other)) == 1:
            message = f"This Act is of {right.year} elsewhere in this report. Check which is right."
            yield found(passage, wrong.year_at, wrong.year_end, message, severity="info")
