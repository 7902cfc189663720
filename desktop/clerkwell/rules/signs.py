"""Signs: what a passage must have for a rule to find anything in it; they are found in all passages at once.

Most passages have nothing for most rules. To ask each rule of each passage takes longer than all else, so that a rule
says by which sign it may be concerned, and is given those passages alone that have it.

Even so there are hundreds of signs, and a long report has few words that are not there many times. A sign is looked for
in the list of its different words, therefore, which tells in what passages each stands.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Final, NamedTuple

from clerkwell.model.days import MONTHS

# Between two passages, and between two words of the list; no sign has it.
_BETWEEN: Final = "\n\n"
_EDGE: Final = "\n"
_BLANKS: Final = re.compile(r"\s")


class Sign:
    """Any of these stretches of characters, in a passage as it is written or (`folded`) in small letters with plain
    blanks for all kinds of them; or what a pattern finds, which must not ask for the beginning or end of a text; or
    what `in_word` finds in a single word with its marks, as blanks part them, which must not take a line's end for a
    character (made with `re.MULTILINE`, `^` and `$` are the word's ends); or one of the `others`. With `within`, the
    pattern is tried on passages alone that have that sign.

    Each is itself alone: what was found of one is found for all rules that go by it.
    """

    def __init__(
        self,
        *written: str,
        folded: Sequence[str] = (),
        pattern: re.Pattern[str] | None = None,
        in_word: re.Pattern[str] | None = None,
        others: Sequence["Sign"] = (),
        within: "Sign | None" = None,
    ) -> None:
        self.written = tuple(map(_stretch, written))
        self.folded = tuple(map(_stretch, folded))
        self.pattern = pattern
        self.in_word = in_word
        self.others = tuple(others)
        self.within = within


class _Stretch(NamedTuple):
    """Characters to be found, and what of them is looked for in the list of words: the longest part between blanks."""

    characters: str
    hint: str
    has_blank: bool


def _stretch(characters: str) -> _Stretch:
    # A part with a blank at its side is where a word begins or ends.
    parts = _BLANKS.split(characters)
    at = max(range(len(parts)), key=lambda index: len(parts[index]))
    hint = f"{_EDGE if at else ''}{parts[at]}{_EDGE if at < len(parts) - 1 else ''}" if parts[at] else ""
    return _Stretch(characters, hint, len(parts) > 1)


FIGURE: Final = Sign(in_word=re.compile(r"\d"))
MONTH: Final = Sign(in_word=re.compile("|".join(name[:3] for name in MONTHS)))


class Searched:
    """Texts that are searched for signs together."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self._kept: dict[Sign, tuple[int, ...]] = {}

    def having(self, sign: Sign) -> tuple[int, ...]:
        """The numbers of the texts that have a sign, in order."""
        if sign not in self._kept:
            found: set[int] = set()
            for stretch in sign.written:
                self._put(stretch, self._words, self.texts, found)
            if sign.folded:
                folded = self._folded
                for stretch in sign.folded:
                    self._put(stretch, self._folded_words, folded, found)
            if sign.in_word is not None:
                self._words.match(sign.in_word, found)
            if sign.pattern is not None:
                texts, search = self.texts, sign.pattern.search
                if sign.within is not None:
                    found.update([at for at in self.having(sign.within) if search(texts[at])])
                else:
                    self._joined.match(search, found)
            for other in sign.others:
                found.update(self.having(other))
            self._kept[sign] = tuple(sorted(found))
        return self._kept[sign]

    def _put(self, stretch: _Stretch, words: "_Words", texts: Sequence[str], found: set[int]) -> None:
        characters, hint, has_blank = stretch
        if not hint:
            found.update([at for at, text in enumerate(texts) if characters in text])
        elif has_blank:
            for numbers in words.having(hint):
                found.update([at for at in numbers if characters in texts[at]])
        else:
            for numbers in words.having(hint):
                found.update(numbers)

    @cached_property
    def _words(self) -> "_Words":
        numbers: dict[str, list[int]] = {}
        for at, text in enumerate(self.texts):
            for word in set(text.split()):
                if word in numbers:
                    numbers[word].append(at)
                else:
                    numbers[word] = [at]
        return _Words(numbers)

    @cached_property
    def _folded_words(self) -> "_Words":
        numbers: dict[str, list[int]] = {}
        for word, those in self._words.numbers.items():
            folded = word.casefold()
            numbers[folded] = [*numbers[folded], *those] if folded in numbers else those
        return _Words(numbers)

    @cached_property
    def _folded(self) -> Sequence[str]:
        return [text.casefold().replace("\n", " ").replace("\u00a0", " ") for text in self.texts]

    @cached_property
    def _joined(self) -> "_Joined":
        return _Joined(self.texts)

    def parted(self, lengths: Iterable[int]) -> "Iterator[SearchedPart]":
        """The same by parts of so many texts each, one after another."""
        start = 0
        for length in lengths:
            yield SearchedPart(self, start, start + length)
            start += length


class SearchedPart(NamedTuple):
    """A part of texts that are searched together: those from a number up to another."""

    whole: Searched
    start: int
    end: int

    def having(self, sign: Sign) -> tuple[int, ...]:
        """The numbers of its texts that have a sign, counted in the part, in order."""
        numbers, start = self.whole.having(sign), self.start
        first, last = bisect_left(numbers, start), bisect_left(numbers, self.end)
        return tuple([at - start for at in numbers[first:last]]) if start else numbers[first:last]


class _Words:
    """The different words of texts, each with the numbers of the texts that have it, and all as one text."""

    def __init__(self, numbers: dict[str, list[int]]) -> None:
        self.numbers = numbers
        self._text = f"{_EDGE}{_EDGE.join(numbers)}{_EDGE}"

    def having(self, hint: str) -> Iterator[list[int]]:
        """The numbers of the texts, for each word that has these characters; an edge is a word's end."""
        text, numbers = self._text, self.numbers
        at = text.find(hint)
        while at >= 0:
            start = text.rfind(_EDGE, 0, at + 1) + 1
            end = text.index(_EDGE, start)
            yield numbers[text[start:end]]
            at = text.find(hint, end)

    def match(self, pattern: re.Pattern[str], found: set[int]) -> None:
        """Put down the numbers of the texts that have a word in which a pattern finds something."""
        text = self._text
        match = pattern.search(text)
        while match is not None:
            start = text.rfind(_EDGE, 0, match.start() + 1) + 1
            end = text.index(_EDGE, start)
            found.update(self.numbers[text[start:end]])
            match = pattern.search(text, end)


class _Joined:
    """Texts as one, and where each begins in it."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._text = _BETWEEN.join(texts)
        self._starts = [0, *accumulate(len(text) + len(_BETWEEN) for text in texts)]

    def match(self, search: Callable[[str, int], re.Match[str] | None], found: set[int]) -> None:
        """Put down the numbers of the texts in which a pattern finds something."""
        text, starts = self._text, self._starts
        match = search(text, 0)
        while match is not None:
            index = bisect_right(starts, match.start()) - 1
            found.add(index)
            match = search(text, starts[index + 1])
