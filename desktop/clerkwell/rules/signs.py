"""Signs: what a passage must have for a rule to find anything in it; they are found in all passages of a part at once.

Most passages have nothing for most rules. To ask each rule of each passage takes longer than all else, so that a rule
says by which sign it may be concerned, and is given those passages alone that have it.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import Final

from clerkwell.model.days import MONTHS

# Between two passages; no sign has it.
_BETWEEN: Final = "\n\n"


class Sign:
    """Any of these stretches of characters, in a passage as it is written or (`folded`) in small letters with plain
    blanks for all kinds of them; or what a pattern finds, which must not ask for the beginning or end of a text; or one
    of the `others`. With `within`, the pattern is tried on passages alone that have that sign.

    Each is itself alone: what was found of one is found for all rules that go by it.
    """

    def __init__(
        self,
        *written: str,
        folded: Sequence[str] = (),
        pattern: re.Pattern[str] | None = None,
        others: Sequence["Sign"] = (),
        within: "Sign | None" = None,
    ) -> None:
        self.written = written
        self.folded = tuple(folded)
        self.pattern = pattern
        self.others = tuple(others)
        self.within = within


FIGURE: Final = Sign(pattern=re.compile(r"\d"))
MONTH: Final = Sign(pattern=re.compile("|".join(name[:3] for name in MONTHS)))


class Searched:
    """Texts that are searched for signs together."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self._kept: dict[Sign, tuple[int, ...]] = {}

    def having(self, sign: Sign) -> tuple[int, ...]:
        """The numbers of the texts that have a sign, in order."""
        if sign not in self._kept:
            found: set[int] = set()
            for words in sign.written:
                self._written.put(words, found)
            for words in sign.folded:
                self._folded.put(words, found)
            if sign.pattern is not None and sign.within is not None:
                found.update(at for at in self.having(sign.within) if sign.pattern.search(self.texts[at]))
            elif sign.pattern is not None:
                self._written.match(sign.pattern, found)
            for other in sign.others:
                found.update(self.having(other))
            self._kept[sign] = tuple(sorted(found))
        return self._kept[sign]

    @cached_property
    def _written(self) -> "_Joined":
        return _Joined(self.texts)

    @cached_property
    def _folded(self) -> "_Joined":
        return _Joined([text.casefold().replace("\n", " ").replace("\u00a0", " ") for text in self.texts])


class _Joined:
    """Texts as one, and where each begins in it."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._text = _BETWEEN.join(texts)
        self._starts = [0, *accumulate(len(text) + len(_BETWEEN) for text in texts)]

    def put(self, words: str, found: set[int]) -> None:
        """Put down the numbers of the texts that have these words."""
        starts, find = self._starts, self._text.find
        at = find(words)
        while at >= 0:
            index = bisect_right(starts, at) - 1
            found.add(index)
            at = find(words, starts[index + 1])

    def match(self, pattern: re.Pattern[str], found: set[int]) -> None:
        """Put down the numbers of the texts in which a pattern finds something."""
        text, starts = self._text, self._starts
        match = pattern.search(text)
        while match is not None:
            index = bisect_right(starts, match.start()) - 1
            found.add(index)
            match = pattern.search(text, starts[index + 1])
