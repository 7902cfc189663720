"""Which of two rules speaks where both have something to say of the same words, so that one slip is told once."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from clerkwell.model import GRAVITY, Place, Problem

# A rule, and those that know better what is wrong with words that it tells too.
GIVES_WAY: Final[Mapping[str, frozenset[str]]] = {
    rule: frozenset(others.split())
    for rule, others in {
        "one-word-apart": "officer-two-ways body-two-ways term-two-ways misspelt",
        "officer-two-ways": "misspelt",
        "body-two-ways": "misspelt",
        "term-two-ways": "misspelt",
        "misspelt": "date-in-text-malformed",
        "space-after-punctuation": "prompt-left",
        "small-word": "confused-words",
        "verb-form": "confused-words",
        "wrong-form": "confused-words",
        "word-lost": "confused-words verb-form wrong-form",
        "change-against-table": "digits-swapped",
        "change-wrong": "percentage-wrong",
        "money-two-ways": "digits-swapped",
        "field-nil": "key-decision-unreasoned",
    }.items()
}
_BETTER: Final = frozenset[str]().union(*GIVES_WAY.values())
_Where = tuple[str, int | None, str, str, str, tuple[int, ...]]


def told_once(problems: Sequence[Problem]) -> Iterator[Problem]:
    """The problems without those about words of which a rule that knows better says something as grave."""
    better: defaultdict[_Where, list[tuple[int, int, Problem]]] = defaultdict(list)
    for each in problems:
        if each.rule in _BETTER and each.place is not None and each.place.end is not None:
            better[_whole(each.place)].append((each.place.start or 0, each.place.end, each))
    for each in problems:
        if each.rule not in GIVES_WAY or not any(_is_echo(each, other) for other in _there(better, each.place)):
            yield each


def _there(better: Mapping[_Where, Sequence[tuple[int, int, Problem]]], place: Place | None) -> Iterator[Problem]:
    """What is told, by a rule that knows better, of words that a place shares."""
    if place is None or place.end is None:
        return
    for start, end, other in better.get(_whole(place), ()):
        if start < place.end and (place.start or 0) < end:
            yield other


def _is_echo(told: Problem, better: Problem) -> bool:
    return better.rule in GIVES_WAY[told.rule] and GRAVITY[better.severity] <= GRAVITY[told.severity]


def _whole(place: Place) -> _Where:
    """The paragraph or answer that a place is in."""
    return place.field, place.row, place.section, place.appendix, place.block, place.path
