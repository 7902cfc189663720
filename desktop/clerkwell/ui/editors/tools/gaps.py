"""The gaps that a wording leaves to be filled: "…", "[date]", "XX" between words."""

import re
from collections.abc import Iterator

from clerkwell.model import Blocks
from clerkwell.ui.editors.richtext.spots import Selection, Spot, lines_of, text_of

# Dots after a word that ends a thought are no gap: a gap stands where a word would.
_GAP = re.compile(
    r"(?<!\S)[“‘(]?(?P<dots>…|\.{3,})|(?P<brackets>\[[^\[\]\n]{0,80}\])|(?P<line>_{3,})|(?P<x>\b[Xx]{2,}\b)"
)


def gaps(blocks: Blocks) -> Iterator[Selection]:
    """Every gap, in order."""
    for line, block in enumerate(lines_of(blocks)):
        for found in _GAP.finditer(text_of(block)):
            name = str(found.lastgroup)
            yield Selection(Spot(line, found.start(name)), Spot(line, found.end(name)))


def gap_after(blocks: Blocks, start: Spot, end: Spot) -> Selection | None:
    """The first gap between two spots."""
    return next((gap for gap in gaps(blocks) if start <= gap.start and gap.end <= end), None)


def next_gap(blocks: Blocks, selection: Selection) -> tuple[Selection | None, int]:
    """The next gap after what is selected, going round at the end, and how many there are."""
    every = list(gaps(blocks))
    after = [gap for gap in every if gap.start >= selection.end and gap != selection]
    return next(iter(after or every), None), len(every)
