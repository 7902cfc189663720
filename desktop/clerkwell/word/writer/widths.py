"""How wide the columns of a table are, in twentieths of a point. Pure: only characters are counted.

No font is opened, so that every machine makes the same document. A column is as wide as its words ask for, and no
narrower than its longest word while there is room. Where words cannot be kept whole, the cells' margins go first, then
the size of the letters, down to the smallest that can be read; then long words break, those of the widest columns only.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

# Letters of average width are about half as wide as they are high; one em of 12 pt is 240 twentieths of a point.
_EM_OF_HALF_POINT: Final = 10
# Widths of Arial's letters in em, of Liberation Sans too: capitals, and the narrow and broad ones of the rest.
_NARROW: Final = frozenset("iljtfrI.,:;!|'’‘()[]/\\- \u00a0")
_BROAD: Final = frozenset("mwMW@%")
_BOLD: Final = 1.08

MARGINS: Final = 216
"""What both margins of a cell take as Word sets them: 1.9 mm each."""
_TIGHT: Final = 80
_NARROWEST: Final = 260
# Longer cells wrap: what a column asks for stops growing here. A word longer than so many em may break.
_MOST: Final = 60 * 125
_LONG_WORD: Final = 9
# Sizes to try where a table is too crowded, in half points, and the smallest that is left to read.
_SMALLER: Final = (20, 18, 16, 14)


@dataclass(frozen=True, slots=True)
class Fit:
    """The widths of the columns; `margin` is each cell's side margin where Word's own is too much, `size` that of the
    letters in half points where the style's is; 0 for none."""

    widths: tuple[int, ...]
    margin: int = 0
    size: int = 0


@dataclass(frozen=True, slots=True)
class Measure:
    """The longest word of a cell and its longest line, in em."""

    word: float
    line: float


def fit(cells: Sequence[Sequence[Measure]], width: int, size: int) -> Fit:
    """The columns of rows of cells in so much room, together exactly `width`; letters are of `size` half points."""
    count = max((len(row) for row in cells), default=0)
    if count == 0:
        return Fit(())
    word, line = [0.0] * count, [0.0] * count
    for row in cells:
        for column, cell in enumerate(row):
            word[column] = max(word[column], cell.word)
            line[column] = max(line[column], cell.line)
    tries = [(MARGINS, size), (_TIGHT, size), *((_TIGHT, each) for each in _SMALLER if each < size)]
    for margins, letters in tries:
        em = letters * _EM_OF_HALF_POINT
        # A web address or the like breaks somewhere in any case; it makes no other column smaller.
        if sum(max(min(each, _LONG_WORD) * em + margins, _NARROWEST) for each in word) <= width:
            break
    least = [max(round(each * em) + margins, _NARROWEST) for each in word]
    asked = [max(low, min(round(each * em) + margins, _MOST)) for low, each in zip(least, line, strict=True)]
    widths = _shared(least, asked, width)
    return Fit(tuple(widths), 0 if margins == MARGINS else margins // 2, 0 if letters == size else letters)


def measure(text: str, *, bold: bool = False) -> Measure:
    """A cell's words in em."""
    longest = max(text.split(), key=len, default="")
    line = max(text.split("\n"), key=len) if "\n" in text else text
    factor = _BOLD if bold else 1.0
    # Of a long line the average is near enough.
    whole = em(line) if len(line) <= 40 else len(line) * 0.5
    return Measure(em(longest) * factor, whole * factor)


@lru_cache(maxsize=4096)
def em(word: str) -> float:
    """About how wide a word is, in em."""
    return sum(map(_em, word))


@lru_cache(maxsize=1024)
def _em(character: str) -> float:
    if character in _NARROW:
        return 0.33
    if character in _BROAD:
        return 0.89
    if character.isascii():
        return 0.72 if character.isupper() else 0.56
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0.0
    return 1.0 if unicodedata.east_asian_width(character) in "WF" else 0.62


def _shared(least: Sequence[int], asked: Sequence[int], width: int) -> list[int]:
    """Widths, together `width`: what is asked where there is room, what is least where there is less."""
    if sum(asked) <= width:
        widths = [each * width // sum(asked) for each in asked]
    elif sum(least) <= width:
        spare, more = width - sum(least), sum(asked) - sum(least)
        widths = [low + (high - low) * spare // more for low, high in zip(least, asked, strict=True)]
    else:
        widths = _capped(least, width)
    widths[-1] += width - sum(widths)
    return widths if min(widths) > 0 else [max(width // len(least), 1)] * len(least)


def _capped(least: Sequence[int], width: int) -> list[int]:
    """The least of each, but for the widest, which share alike what the others leave."""
    widths = list(least)
    wide = set(range(len(least)))
    while wide:
        left = width - sum(widths[each] for each in range(len(least)) if each not in wide)
        share = left // len(wide)
        content = {each for each in wide if least[each] <= share}
        if not content:
            for each in wide:
                widths[each] = share
            break
        wide -= content
    return widths
