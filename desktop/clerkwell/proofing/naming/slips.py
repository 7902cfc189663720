"""When two names of firms, schools or streets are one with a slip of a letter."""

import re
from functools import cache
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from clerkwell.proofing.naming.bodies import name_lists

_DOUBLED: Final = re.compile(r"(.)\1")
_SHORTEST_DOUBLED: Final = 6
_SHORTEST: Final = 8


@cache
def firms() -> frozenset[str]:
    """What follows the name that a firm or an institution has to itself."""
    return frozenset(name_lists()["firms"].split())


@cache
def streets() -> frozenset[str]:
    """What follows the name of a street or a house."""
    return frozenset(name_lists()["streets"].split())


def is_slip(one: str, other: str, kind: str) -> bool:
    """Whether two words before the same kind ("Homes", "Lane") are one name.

    A letter is doubled in one of them, or (of a firm) another inside a long word. Two streets may well be called
    Carlton and Charlton.
    """
    shortest = min(len(one), len(other))
    if one == other or one[0] != other[0] or shortest < _SHORTEST_DOUBLED or not (one + other).isalpha():
        return False
    if one.casefold() == other.casefold():
        return False
    if _DOUBLED.sub(r"\1", one) == _DOUBLED.sub(r"\1", other):
        return True
    if kind in streets() or shortest < _SHORTEST or one.rstrip("s") == other.rstrip("s"):
        return False
    return one[-2:] == other[-2:] and DamerauLevenshtein.distance(one, other, score_cutoff=1) == 1
