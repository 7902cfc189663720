"""A span of time that has the singular after a number: "within 28 day", "two year ago"; "two week's notice"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.phrases import MANY
from clerkwell.proofing.grammar.raw import Look, Wrong, at, bare, ends
from clerkwell.proofing.text.tokens import listed

_ONE: Final = "has the singular where several are meant"
_UNITS: Final = listed("day week month year")
_KINDS: Final = listed("working calendar clear consecutive")
_MANY: Final = MANY | listed("fourteen twenty twenty-one twenty-eight thirty eighteen")
# A name may go on with one: "a 28 day notice", "in year two week four".
_BEFORE: Final = listed(
    "a an the this that each every any its our their his her your per no another year week month day phase stage to or "
    "and by between new"
)
_AFTER: Final = listed(
    "of from after before ago later to in at on until since because was were is are has have will if when unless"
)
_OF_TIME: Final = listed("notice time pay leave work wages rent grace")


def _count(word: str) -> bool:
    """Whether a number is of several, and no year of the calendar."""
    if word in _MANY or word.lower() in _MANY:
        return True
    return word.isdigit() and 1 < int(word) < 1000


def _unit(words: Sequence[str], index: int) -> Wrong | None:
    """ "Within 28 day", "five year ago": not "a five year lease"."""
    unit = words[index]
    word = bare(unit)
    where = index - 1
    if at(words, where) in _KINDS:
        where -= 1
    if where < 0 or not _count(words[where]) or bare(at(words, where - 1)).lower() in _BEFORE:
        return None
    after = at(words, index + 1)
    if not (unit[-1] in ".;" or (not ends(unit) and (after in _AFTER or bare(after) in ("ago", "later")))):
        return None
    first = " ".join((*words[where:index], f"{word}s"))
    return Wrong(where, index, (first,), _ONE)


def _owned(words: Sequence[str], index: int) -> Wrong | None:
    """ "Two week's notice"."""
    number = at(words, index - 1)
    where = index - 2 if number in _KINDS else index - 1
    if not _count(at(words, where)) or bare(at(words, index + 1)) not in _OF_TIME:
        return None
    if at(words, where - 1) in ("year", "and", "or", "phase"):
        return None
    return Wrong(index, index, (f"{words[index][:-2]}s’",), "has its apostrophe in the wrong place")


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    return dict.fromkeys((f"{unit}{mark}" for unit in _UNITS for mark in ("", ".", ";")), _unit)


@cache
def owned() -> Mapping[str, Look]:
    """The same for the apostrophe of such a span."""
    return dict.fromkeys((f"{unit}{mark}s" for unit in (*_UNITS, "hour") for mark in "'’"), _owned)
