"""What two sequences have in common, in order; and putting things where another order has them."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from rapidfuzz.distance import LCSseq

K = TypeVar("K", bound=Hashable)

# rapidfuzz keeps a bit for each pair of places, so this is 16 MB; longer sequences are first parted at what comes once.
_MOST_PAIRS = 128_000_000


def common(one: Sequence[Hashable], other: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The places of a longest sequence that both hold, as pairs of places, in order."""
    return list(_common(one, other))


def stretches(pairs: Iterable[tuple[int, int]], one: int, other: int) -> Iterator[tuple[int, int, int, int]]:
    """What lies between pairs of places in sequences of these lengths: `(start, end, start, end)`, none empty."""
    at, there = 0, 0
    for left, right in (*pairs, (one, other)):
        if left > at or right > there:
            yield at, left, there, right
        at, there = left + 1, right + 1


def in_order(before: Sequence[K], after: Sequence[K]) -> frozenset[K]:
    """Of what both hold, each once, what has not been moved."""
    return frozenset(before[left] for left, _ in common(before, after))


def put(order: Sequence[K], guide: Sequence[K], keys: Collection[K], anchors: Collection[K] | None = None) -> list[K]:
    """`order` with `keys` put where `guide` has them: after what they follow there, and behind what only `order` has.

    Only `anchors` count as what they follow; by default all that is in `order`.
    """
    if not keys:
        return list(order)
    known = set(guide)
    held = set(order) if anchors is None else set(order) & set(anchors)
    # Chains of what comes after each anchor; None is the beginning.
    chains: dict[K | None, list[K]] = {}
    anchor: K | None = None
    for key in guide:
        if key in keys:
            chains.setdefault(anchor, []).append(key)
        elif key in held:
            anchor = key
    done: list[K] = []
    waiting = chains.pop(None, [])
    for key in order:
        if waiting and key in known:
            done += waiting
            waiting = []
        done.append(key)
        if key in held:
            waiting = waiting + chains.pop(key, [])
    return done + waiting


def rising(places: Sequence[int]) -> list[int]:
    """The indices of a longest rising part of `places`."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = [-1] * len(places)
    for index, place in enumerate(places):
        at = bisect_left(ends, place)
        before[index] = last[at - 1] if at else -1
        if at == len(ends):
            ends.append(place)
            last.append(index)
        else:
            ends[at], last[at] = place, index
    done: list[int] = []
    index = last[-1] if last else -1
    while index >= 0:
        done.append(index)
        index = before[index]
    return done[::-1]


def _common(one: Sequence[Hashable], other: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    low = 0
    most = min(len(one), len(other))
    while low < most and one[low] == other[low]:
        yield low, low
        low += 1
    end, far = len(one), len(other)
    while end > low and far > low and one[end - 1] == other[far - 1]:
        end, far = end - 1, far - 1
    for left, right in _between(one[low:end], other[low:far]):
        yield low + left, low + right
    for step in range(len(one) - end):
        yield end + step, far + step


def _between(one: Sequence[Hashable], other: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    if not one or not other:
        return
    if len(one) * len(other) > _MOST_PAIRS:
        yield from _parted(one, other)
        return
    # Numbers instead of the things themselves: rapidfuzz goes by hashes, and two things may share one.
    number: dict[Hashable, int] = {}
    left = [number.setdefault(each, len(number)) for each in one]
    right = [number.setdefault(each, len(number)) for each in other]
    for step in LCSseq.opcodes(left, right):
        if step.tag == "equal":
            yield from zip(range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True)


def _parted(one: Sequence[Hashable], other: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """Long sequences, parted at what both hold once; between two such places what is too long is held to differ."""
    mine, theirs = Counter(one), Counter(other)
    there = {each: place for place, each in enumerate(other) if theirs[each] == 1}
    once = [(place, there[each]) for place, each in enumerate(one) if mine[each] == 1 and each in there]
    anchors = [once[index] for index in rising([right for _, right in once])]
    if not anchors:
        return
    at, far = 0, 0
    for left, right in (*anchors, (len(one), len(other))):
        for low, high in _common(one[at:left], other[far:right]):
            yield at + low, far + high
        if left < len(one):
            yield left, right
        at, far = left + 1, right + 1
