"""Bodies that a report calls by two names: another word for "board", or the same words turned into others."""

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations, takewhile
from typing import Final

from clerkwell.model import Severity
from clerkwell.proofing.text.tokens import listed
from clerkwell.rules.naming.named import CAPITALS, COMMITTEE_FIELDS, Named
from clerkwell.rules.naming.near import bodies_in, parts_of
from clerkwell.rules.passages import Reading
from clerkwell.rules.rule import Finding, found

# Words for a body that meets, one as good as the other; a council may have a committee and a partnership besides.
_MEETS: Final = frozenset({"board", "panel", "group", "forum"})
_KINDS: Final = _MEETS | {"committee", "commission", "partnership"}
# Of these there is a board and a group, one below the other.
_BOTH: Final = listed(
    "project programme steering working task delivery transformation strategic operational officer member user youth "
    "pension joint sub local area regional advisory reference management executive scrutiny shadow safeguarding health "
    "wellbeing well-being"
)
_FEWEST: Final = 2
_MOST: Final = 4
# So many letters at the beginning of two words make them one: "safety", "safer".
_STEM: Final = 4
_SHARE: Final = 0.6

_Key = tuple[tuple[str, ...], str]


def renamed(reading: Reading) -> Iterator[Finding]:
    """Two names of bodies that nothing tells apart: never in one paragraph, and one of them there once."""
    places: dict[_Key, list[Named]] = {}
    for passage, there in reading.where(bodies_in, CAPITALS):
        for name, _ in there:
            telling, kind = parts_of(name.text)
            if kind in _KINDS and _FEWEST <= len(telling) <= _MOST and passage.place.field not in COMMITTEE_FIELDS:
                places.setdefault((tuple(telling), kind), []).append(name)
    for one, other in combinations(places, 2):
        if _are_one(one, other) and not _are_together(places[one], places[other]):
            yield from _told(*sorted((places[one], places[other]), key=len, reverse=True), swapped=one[1] != other[1])


def _told(right: Sequence[Named], wrong: Sequence[Named], *, swapped: bool) -> Iterator[Finding]:
    if len(wrong) > 1:
        return
    severity: Severity | None = "info" if swapped and len(right) == 1 else None
    name = wrong[0]
    message = f"“{name.text}” may be the “{right[0].text}” elsewhere. If it is one body, call it by one name."
    yield found(name.passage, name.start, name.end, message, severity=severity)


def _are_one(one: _Key, other: _Key) -> bool:
    if one[0] == other[0]:
        return one[1] != other[1] and {one[1], other[1]} <= _MEETS and _BOTH.isdisjoint(one[0])
    return one[1] == other[1] and len(one[0]) == len(other[0]) and _are_turned(one[0], other[0])


def _are_turned(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether they have the same words in other forms: "Community Safety", "Safer Communities"."""
    if sorted(one) == sorted(other):
        return False  # in another order only, which another rule tells of
    return any(all(map(_is_form, one, each)) for each in permutations(other))


def _is_form(one: str, other: str) -> bool:
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return one == other or (same >= _STEM and same >= _SHARE * max(len(one), len(other)))


def _are_together(one: Sequence[Named], other: Sequence[Named]) -> bool:
    return bool({id(name.passage) for name in one} & {id(name.passage) for name in other})
