"""Rows without ids, of tables and of repeats: which came from which."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from clerkwell.comparing.likeness import LIKE, Words, candidates, likeness
from clerkwell.comparing.sequences import common, stretches

# So few rows between two that are the same are each held against each; of more, only those that share telling words.
_FEW = 400
# Rows that begin alike ("Parks | …") are as alike as that at least.
_SAME_BEGINNING = 0.5


@dataclass(frozen=True)
class Said:
    """A row: what makes it the same as another, its words, and what it begins with."""

    key: Hashable
    words: Words
    beginning: str = ""


def paired(before: Sequence[Said], after: Sequence[Said]) -> tuple[str, ...]:
    """A name for each row of `after`: "2" if it came from the third row of `before`, "+0", "+1", … if from none.

    Same rows come first, those that have been moved too, then like rows in order. Of the rest, where as many stand as
    stood, each came from the one in its place.
    """
    names: dict[int, int] = {
        right: left for left, right in common([each.key for each in before], [each.key for each in after])
    }
    gaps = list(stretches([(left, right) for right, left in sorted(names.items())], len(before), len(after)))
    used = set(names.values())
    _moved(before, after, gaps, names, used)
    for low, high, start, end in gaps:
        ones = [at for at in range(low, high) if at not in used]
        others = [at for at in range(start, end) if at not in names]
        for left, right in _like(before, after, ones, others):
            names[right] = left
            used.add(left)
    fresh = iter(range(len(after)))
    return tuple(str(names[at]) if at in names else f"+{next(fresh)}" for at in range(len(after)))


def by_place(count: int) -> tuple[str, ...]:
    """The names of the rows that the others are held against."""
    return tuple(str(at) for at in range(count))


def _moved(
    before: Sequence[Said],
    after: Sequence[Said],
    gaps: Sequence[tuple[int, int, int, int]],
    names: dict[int, int],
    used: set[int],
) -> None:
    places: defaultdict[Hashable, list[int]] = defaultdict(list)
    for low, high, _, _ in gaps:
        for at in range(low, high):
            if before[at].words:
                places[before[at].key].append(at)
    for _, _, start, end in gaps:
        for at in range(start, end):
            same = places.get(after[at].key)
            if same:
                names[at] = same.pop(0)
                used.add(names[at])


def _like(
    before: Sequence[Said], after: Sequence[Said], ones: Sequence[int], others: Sequence[int]
) -> list[tuple[int, int]]:
    """Pairs of like rows, none of them across another; between them, where as many stand as stood, in their order."""
    if not ones or not others:
        return []
    taken = _alike(before, after, ones, others)
    where, there = {one: at for at, one in enumerate(ones)}, {other: at for at, other in enumerate(others)}
    done = list(taken)
    for low, high, start, end in stretches([(where[a], there[b]) for a, b in taken], len(ones), len(others)):
        if high - low == end - start:
            done += zip(ones[low:high], others[start:end], strict=True)
    return done


def _alike(
    before: Sequence[Said], after: Sequence[Said], ones: Sequence[int], others: Sequence[int]
) -> list[tuple[int, int]]:
    """The likest pairs first, none of them across another."""
    likely: dict[int, list[int]] = {other: list(ones) for other in others}
    if len(ones) * len(others) > _FEW:
        few = candidates({str(at): before[at].words for at in ones}, {str(at): after[at].words for at in others})
        likely = {int(other): [int(one) for one in names] for other, names in few.items()}
    found = sorted(
        (-degree, one, other)
        for other, few_ones in likely.items()
        for one in few_ones
        if (degree := _degree(before[one], after[other])) >= LIKE
    )
    taken: list[tuple[int, int]] = []
    for _, one, other in found:
        where = bisect_left(taken, (one, other))
        if all(a < one and b < other for a, b in taken[where - 1 : where] if where) and all(
            a > one and b > other for a, b in taken[where : where + 1]
        ):
            taken.insert(where, (one, other))
    return taken


def _degree(one: Said, other: Said) -> float:
    degree = likeness(one.words, other.words, LIKE)
    same = bool(one.beginning) and one.beginning == other.beginning
    return max(degree, _SAME_BEGINNING) if same else degree
