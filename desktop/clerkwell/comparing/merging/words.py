"""Three states of one paragraph's words: what only one changed is taken, what both changed otherwise clashes."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from clerkwell.comparing.merging.looks import merged_looks, relooked
from clerkwell.comparing.results import Choice
from clerkwell.comparing.wording import Region, Reworded, Wording, worded
from clerkwell.model import Footnote, Reference, Runs, Text, canonical, plain
from clerkwell.model.runs import same_look


@dataclass(frozen=True)
class Clash:
    """Words that both changed, each otherwise."""

    ours: Runs
    theirs: Runs

    def settled(self, choice: Choice) -> Runs:
        """The words of the one that was chosen; of both, ours first."""
        if choice != "both":
            return self.ours if choice == "ours" else self.theirs
        if not self.ours or not self.theirs:
            return self.ours or self.theirs
        parted = plain(self.ours)[-1:].isspace() or plain(self.theirs)[:1].isspace()
        return self.ours + (() if parted else (Text(text=" "),)) + self.theirs


class Threefold:
    """The words of a paragraph as they were, as we have them, and as they have them."""

    def __init__(self, base: Runs, ours: Runs, theirs: Runs) -> None:
        self._base, self._ours, self._theirs = worded(base), worded(ours), worded(theirs)
        self.mine = Reworded(self._base, self._ours)
        self.other = Reworded(self._base, self._theirs)

    @cached_property
    def _one_look(self) -> bool:
        looks = (self._base.look, self._ours.look, self._theirs.look)
        first = looks[0]
        return first is not None and all(each is not None and same_look(first, each) for each in looks)

    @cached_property
    def _pieces(self) -> tuple[Runs | Clash, ...]:
        return tuple(self._merged())

    @property
    def clashes(self) -> bool:
        """Whether both changed the same words otherwise anywhere."""
        return any(isinstance(each, Clash) for each in self._pieces)

    def composed(self, choice: Choice) -> Runs:
        """The words with all that does not clash, and of what does, those that were chosen."""
        done: list[Text | Reference | Footnote] = []
        for each in self._pieces:
            done += each.settled(choice) if isinstance(each, Clash) else each
        return canonical(done)

    def _merged(self) -> Iterator[Runs | Clash]:
        at = 0
        ours, theirs = _Follow(self._ours, at), _Follow(self._theirs, at)
        for low, high, mine, other in _together(self.mine.regions, self.other.regions):
            yield self._kept(at, low, ours, theirs)
            base = self._base.cut(low, high)
            changed, others = ours.over(low, high, mine), theirs.over(low, high, other)
            if mine and other:
                yield from _both(base, changed, others)
            elif self._one_look:
                yield changed if mine else others
            elif mine:
                done = relooked(base, others, changed)
                yield Clash(changed, others) if done is None else done
            else:
                done = relooked(base, changed, others)
                yield Clash(changed, others) if done is None else done
            at = high
        yield self._kept(at, len(self._base.keys), ours, theirs)

    def _kept(self, low: int, high: int, ours: "_Follow", theirs: "_Follow") -> Runs | Clash:
        """Words that nobody changed; looks may have."""
        mine, other = ours.over(low, high, ()), theirs.over(low, high, ())
        if self._one_look:
            return mine
        done = merged_looks(self._base.cut(low, high), mine, other)
        return Clash(mine, other) if done is None else done


class _Follow:
    """Where in one's words we are, going by places in the base."""

    def __init__(self, words: Wording, at: int) -> None:
        self._words = words
        self._at = at

    def over(self, low: int, high: int, regions: "tuple[Region, ...]") -> Runs:
        """One's words for the base's from `low` to `high`, in which these regions were changed; goes on behind them."""
        length = high - low + sum((end - start) - (stop - begin) for begin, stop, start, end in regions)
        start, self._at = self._at, self._at + length
        return self._words.cut(start, self._at)


def _both(base: Runs, ours: Runs, theirs: Runs) -> Iterator[Runs | Clash]:
    if worded(ours).keys == worded(theirs).keys:
        looks = Reworded(worded(ours), worded(theirs))
        yield ours if looks.same_looks else Clash(ours, theirs)
        return
    match base, ours, theirs:
        case (Footnote(),), (Footnote(runs=mine),), (Footnote(runs=other),):
            note = Threefold(base[0].runs, mine, other) if isinstance(base[0], Footnote) else None
            if note and not note.clashes:
                yield (Footnote(runs=tuple(run for run in note.composed("ours") if isinstance(run, Text))),)
                return
    yield Clash(ours, theirs)


def _together(
    ours: tuple[Region, ...], theirs: tuple[Region, ...]
) -> Iterator[tuple[int, int, tuple[Region, ...], tuple[Region, ...]]]:
    """Regions of the base that ours, theirs or both changed; what touches is one."""
    listed = sorted([(each, True) for each in ours] + [(each, False) for each in theirs], key=lambda each: each[0][:2])
    group: list[tuple[Region, bool]] = []
    end = -1
    for region, mine in listed:
        if group and region[0] > end:
            yield _group(group)
            group = []
        end = max(end, region[1]) if group else region[1]
        group.append((region, mine))
    if group:
        yield _group(group)


def _group(group: list[tuple[Region, bool]]) -> tuple[int, int, tuple[Region, ...], tuple[Region, ...]]:
    low, high = min(region[0] for region, _ in group), max(region[1] for region, _ in group)
    return low, high, tuple(each for each, mine in group if mine), tuple(each for each, mine in group if not mine)
