"""Pins: where words stand now that a note, a waiver or a stale date was pinned to when the report was another.

A pin is a place and the words quoted there. The words are what counts: a pin never comes to stand on others.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clerkwell.model.blocks import Blocks, Image, Landscape, Table, walk
from clerkwell.model.places import Place
from clerkwell.model.report import Report
from clerkwell.model.runs import plain


class Stretch(NamedTuple):
    """Words that a place may count in: those of a block, of a caption, or of one paragraph in a table."""

    block: str
    path: tuple[int, ...]
    text: str


def stretches(blocks: Blocks) -> Iterator[Stretch]:
    """Every stretch of these blocks in order, those inside landscape pages too. A table's caption has no path."""
    for block in walk(blocks):
        match block:
            case Table():
                yield Stretch(block.id, (), block.caption)
                for row, cells in enumerate(block.rows):
                    for column, cell in enumerate(cells):
                        for index, runs in enumerate(cell.paragraphs):
                            yield Stretch(block.id, (row, column, index), plain(runs))
            case Image():
                yield Stretch(block.id, (), block.caption)
            case Landscape():
                yield Stretch(block.id, (), "")
            case _:
                yield Stretch(block.id, (), plain(block.runs))


def stands(report: Report, place: Place, quote: str = "") -> Place | None:
    """Where a pin stands now; None if its words, or its part, are no longer in the report.

    Looked for in its block, at the occurrence nearest to where it was; then in its section or appendix, nearest to the
    block. A pin without words stands with its block, and one without a block with its part. A block that went to
    another section takes its pins along.
    """
    if place.field:
        return _in_field(report, place, quote)
    if not place.block:
        return place if _has_part(report, place) else None
    part = _part_with(report, place)
    here = list(stretches(_blocks(report, part)))
    home = next(
        (index for index, each in enumerate(here) if (each.block, each.path) == (place.block, place.path)), None
    )
    if home is None:
        home = next((index for index, each in enumerate(here) if each.block == place.block), None)
    if not quote:
        return None if home is None else _beginning(part, place, here, home)
    best: tuple[tuple[bool, int, int], Place] | None = None
    for index, each in enumerate(here):
        for start in _found(each.text, quote):
            far = (each.block != place.block, abs(index - (home or 0)), abs(start - (place.start or 0)))
            if best is None or far < best[0]:
                there = {"block": each.block, "path": each.path, "start": start, "end": start + len(quote)}
                best = far, part.model_copy(update=there)
    return None if best is None else best[1]


def words_at(report: Report, place: Place) -> str:
    """The words of a stretch that a place names; "" where it names none, or one that is not there."""
    if place.start is None or place.end is None:
        return ""
    if place.field:
        return report.field(place.field, place.row).text[place.start : place.end]
    here = stretches(_blocks(report, place))
    text = next((each.text for each in here if (each.block, each.path) == (place.block, place.path)), "")
    return text[place.start : place.end]


def _in_field(report: Report, place: Place, quote: str) -> Place | None:
    repeat, dot, _ = place.field.partition(".")
    rows: Sequence[int | None] = range(len(report.repeats.get(repeat, ()))) if dot else (None,)
    if not quote:
        return place if place.row in rows else None
    best: tuple[tuple[int, int], Place] | None = None
    for row in rows:
        for start in _found(report.field(place.field, row).text, quote):
            far = (abs((row or 0) - (place.row or 0)), abs(start - (place.start or 0)))
            if best is None or far < best[0]:
                best = far, place.model_copy(update={"row": row, "start": start, "end": start + len(quote)})
    return None if best is None else best[1]


def _has_part(report: Report, place: Place) -> bool:
    if place.section:
        return report.section(place.section) is not None
    return not place.appendix or report.appendix(place.appendix) is not None


def _part_with(report: Report, place: Place) -> Place:
    """The place with the part that its block is in now; its own part if the block is in none."""
    if any(block.id == place.block for block in walk(_blocks(report, place))):
        return place
    for section in report.sections:
        if any(block.id == place.block for block in walk(section.blocks)):
            return place.model_copy(update={"section": section.id, "appendix": ""})
    for appendix in report.appendices:
        if any(block.id == place.block for block in walk(appendix.blocks)):
            return place.model_copy(update={"section": "", "appendix": appendix.id})
    return place


def _blocks(report: Report, place: Place) -> Blocks:
    if place.section:
        return report.blocks(place.section)
    appendix = report.appendix(place.appendix) if place.appendix else None
    return appendix.blocks if appendix else ()


def _beginning(part: Place, place: Place, here: Sequence[Stretch], home: int) -> Place:
    """The place of a pin without words: its own while that can be, or else its block."""
    found = here[home]
    end = place.end if place.end is not None else place.start or 0
    if found.path == place.path and end <= len(found.text):
        return part
    return part.model_copy(update={"path": found.path, "start": None, "end": None})


def _found(text: str, quote: str) -> Iterator[int]:
    """Where the quote begins in a text, each time."""
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)
