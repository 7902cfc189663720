"""Runs of words that two texts have in common, whatever their capitals, punctuation and line breaks."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

# As many words in the same order are no accident.
LENGTH = 6

# Characters that are not seen: soft hyphens, joiners, marks of direction, variation selectors (Unicode, category Cf).
_HIDDEN = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\U000e0001-\U000e007f\U000e0100-\U000e01ef"
)
_APOSTROPHES = "'’‘ʼ′`´"
# A word may hold marks inside: "council's", "1,200.50", "and/or", a soft hyphen, a joiner. A hyphen parts two words,
# so that "Sub-Committee" is "Sub Committee", and so does a comma, except between figures.
_INSIDE = f"[{_APOSTROPHES}.:/{_HIDDEN}]+|(?<=\\d),[{_HIDDEN}]*(?=\\d)"
_WORD = re.compile(rf"[\w\u0300-\u036f]+(?:(?:{_INSIDE})[\w\u0300-\u036f]+)*")
_UNSEEN = re.compile(f"[{_HIDDEN}]")
_APOSTROPHE = re.compile(f"[{_APOSTROPHES}]")


@dataclass(frozen=True)
class Shared:
    """Words found: from where to where, in code points, and themselves as they stand there."""

    start: int
    end: int
    words: str


Run = tuple[str, ...]


def runs_of(text: str) -> Iterator[Run]:
    """Every run of six words of a text, folded."""
    # Most texts are plain, and of those the letters need no look one word at a time.
    if text.isascii() and "," not in text and "`" not in text:
        return _runs(_WORD.findall(text.lower()))
    return _runs([_fold(word) for word in _WORD.findall(text)])


class WordRuns:
    """The runs of six words of some texts, without `known` ones and those of `allowed` texts, to look for in others."""

    def __init__(self, texts: Iterable[str], allowed: Iterable[str] = (), known: frozenset[Run] = frozenset()) -> None:
        self._runs = {run for text in texts for run in runs_of(text)}
        # Most reports have few private words, and packs many of their own.
        if self._runs:
            self._runs -= known
            self._runs -= {run for text in allowed for run in runs_of(text)}

    def __bool__(self) -> bool:
        return bool(self._runs)

    @cached_property
    def digest(self) -> int:
        """What tells these runs from others, as long as the program runs."""
        return hash(frozenset(self._runs))

    def found_in(self, text: str) -> Iterator[Shared]:
        """Every stretch of `text` that consists of such runs, the longest that they make together."""
        if not self._runs or self._runs.isdisjoint(runs_of(text)):
            return
        words = list(_WORD.finditer(text))
        folded = [_fold(word.group()) for word in words]
        first: int | None = None
        last = 0
        for index, run in enumerate(_runs(folded)):
            if run not in self._runs:
                continue
            if first is not None and index > last:
                yield _shared(text, words[first].start(), words[last - 1].end())
                first = None
            first = index if first is None else first
            last = index + LENGTH
        if first is not None:
            yield _shared(text, words[first].start(), words[last - 1].end())


def _shared(text: str, start: int, end: int) -> Shared:
    return Shared(start, end, text[start:end])


def _runs(words: list[str]) -> Iterator[Run]:
    return zip(*(words[at:] for at in range(LENGTH)), strict=False)


def _fold(word: str) -> str:
    # "1,200" is "1200".
    word = word.replace(",", "")
    if word.isascii() and "`" not in word:
        return word.lower()
    word = _APOSTROPHE.sub("'", _UNSEEN.sub("", word))
    # Folding may leave ligatures that only then come apart, and letters that only then come together.
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", word).casefold())
