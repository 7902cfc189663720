"""Runs as words, spaces and signs, and which of them differ between two texts.

Words are compared whole, signs by themselves. What would come out as confetti, a space or an "of" that both have
between two changes, is counted in with the changes round it, so that they read as one.
"""

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Final, Literal

from clerkwell.comparing.sequences import common, stretches
from clerkwell.model import Footnote, Reference, Runs, Text, canonical, plain
from clerkwell.model.runs import cut, same_look

Side = Literal["before", "after"]
# A word may have marks above its letters, and signs inside: "don't", "1,250.50", "07/09/2026".
_WORD: Final = re.compile(r"[\w\u0300-\u036f]+(?:[.,/:@'’‑-][\w\u0300-\u036f]+)*|[^\S\n]+|.", re.DOTALL)
# Both have no more words than this between two changes, and the changes are larger: then it is by chance.
_CHANCE: Final = 2
# What a reference or a footnote weighs among words, in letters.
_OBJECT: Final = 6

# From where to where of the one, and of the other.
Region = tuple[int, int, int, int]


@dataclass(frozen=True)
class Wording:
    """The words of some runs. `keys` are what they are compared by, `ends` where each ends, in code points."""

    runs: Runs
    keys: tuple[Hashable, ...]
    ends: tuple[int, ...]

    @cached_property
    def look(self) -> Text | None:
        """The one run of text that all the words are in, if there is no more than one."""
        run = self.runs[0] if len(self.runs) == 1 else Text(text="")
        return run if len(self.runs) < 2 and isinstance(run, Text) else None

    def cut(self, start: int, end: int) -> Runs:
        """The runs of the words from `start` to `end`."""
        if start >= end:
            return ()
        if self.look is not None:
            return (self.look.model_copy(update={"text": self.look.text[self.offset(start) : self.offset(end)]}),)
        return cut(self.runs, self.offset(start), self.offset(end))

    def offset(self, word: int) -> int:
        """Where this word begins, in code points of the plain text."""
        return self.ends[word - 1] if word else 0

    def weights(self, start: int, end: int) -> list[int]:
        """How much the words weigh in a change: their letters and digits; spaces and signs are not among them."""
        keys = self.keys[start:end]
        return [
            len(key) if isinstance(key, str) else _OBJECT
            for key in keys
            if not isinstance(key, str) or key[0].isalnum()
        ]


@dataclass(frozen=True)
class Reworded:
    """Two wordings of one text."""

    before: Wording
    after: Wording

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """Where the words differ: what lies between is the same in both."""
        one, other = self.before, self.after
        if one.keys == other.keys:
            return ()
        found = list(stretches(common(one.keys, other.keys), len(one.keys), len(other.keys)))
        return tuple(_slid(self._without_confetti(found), one.keys, other.keys))

    @cached_property
    def same_looks(self) -> bool:
        """Whether the words that both have look the same in both."""
        one, other = self.before.look, self.after.look
        if one is not None and other is not None:
            return same_look(one, other) or not one.text or not other.text or self._nothing_shared
        return self.composed(words="after", looks="before") == self.after.runs

    @property
    def _nothing_shared(self) -> bool:
        return self.regions == ((0, len(self.before.keys), 0, len(self.after.keys)),)

    def composed(self, *, words: Side, looks: Side) -> Runs:
        """The words of one of them, with what both say in the looks of one of them."""
        if words == looks:
            return (self.before if words == "before" else self.after).runs
        done: list[Text | Reference | Footnote] = []
        at, there = 0, 0
        end = (len(self.before.keys),) * 2 + (len(self.after.keys),) * 2
        for low, high, start, stop in (*self.regions, end):
            done += self.before.cut(at, low) if looks == "before" else self.after.cut(there, start)
            done += self.before.cut(low, high) if words == "before" else self.after.cut(start, stop)
            at, there = high, stop
        return canonical(done)

    def _without_confetti(self, found: Sequence[Region]) -> list[Region]:
        """The regions, those that have next to nothing between them put together."""
        done: list[Region] = []
        for region in found:
            done.append(region)
            while len(done) > 1 and self._by_chance(done[-2], done[-1]):
                last = done.pop()
                first = done.pop()
                done.append((first[0], last[1], first[2], last[3]))
        return done

    def _by_chance(self, first: Region, last: Region) -> bool:
        """Whether what lies between two changes is the same by chance only."""
        if "\n" in self.before.keys[first[1] : last[0]]:
            return False
        between = self.before.weights(first[1], last[0])
        if len(between) > _CHANCE:
            return False
        lighter = min(self._weight(first), self._weight(last))
        return not between or sum(between) < lighter

    def _weight(self, region: Region) -> int:
        return max(sum(self.before.weights(region[0], region[1])), sum(self.after.weights(region[2], region[3])))


def worded(runs: Runs) -> Wording:
    """The runs as words; a reference and a footnote are one word each."""
    objects: dict[int, Hashable] = {}
    at = 0
    for run in runs:
        if isinstance(run, Text):
            at += len(run.text)
        else:
            objects[at] = _object(run)
            at += 1
    found = word_pieces(plain(runs))
    ends = tuple(accumulate(len(each) for each in found))
    keys: Sequence[Hashable] = found
    if objects:
        keys = [objects.get(end - 1, key) for key, end in zip(found, ends, strict=True)]
    return Wording(runs, tuple(keys), ends)


def text_worded(text: str) -> Wording:
    """Plain text as words."""
    return worded(canonical((Text(text=text),)))


def word_pieces(text: str) -> list[str]:
    """The words, spaces and signs of a text."""
    found: list[str] = _WORD.findall(text)
    return found


def changed_regions(before: Sequence[Hashable], after: Sequence[Hashable]) -> tuple[Region, ...]:
    """Which of these words, spaces, signs and other things differ."""
    return Reworded(Wording((), tuple(before), ()), Wording((), tuple(after), ())).regions


def _object(run: Reference | Footnote) -> Hashable:
    if isinstance(run, Reference):
        return "reference", run.to, run.target
    return "footnote", plain(run.runs)


def _slid(regions: Sequence[Region], one: Sequence[Hashable], other: Sequence[Hashable]) -> list[Region]:
    """The regions, each where words only come or go moved on as far as it can be; those that then touch are one.

    So a sentence that was added is added whole, and not from the full stop of the one before.
    """
    done: list[Region] = []
    ends = [*(region[0] for region in regions[1:]), len(one)]
    for region, stop in zip(regions, ends, strict=True):
        low, high, start, end = region
        keys, first, last = (other, start, end) if low == high else (one, low, high)
        step = 0
        if low == high or start == end:
            while high + step < stop and keys[first + step] == keys[last + step]:
                step += 1
        low, high, start, end = low + step, high + step, start + step, end + step
        if done and done[-1][1] == low and done[-1][3] == start:
            low, _, start, _ = done.pop()
            low, start = low, start
        done.append((low, high, start, end))
    return done
