"""The columns of a table whose cells a repeat has multiplied (ECMA-376 part 1, 17.4.48 and 17.4.16).

The copies share the room of the cell that they are copies of, so that the table keeps its width; cells of other rows go
on over as many columns as there are now below them.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import TBL, TC, TR, VAL, w

_SPAN: Final = w("gridSpan")
_COLUMN: Final = w("gridCol")
# Edges nearer than this, in twentieths of a point, are one.
_NEAR: Final = 25


def room_of_cells(table: Element) -> dict[Element, int]:
    """The width of every cell by the columns that it goes over; nothing for a table that does not say."""
    columns = [_number(each, "w") for each in table.findall(f"{w('tblGrid')}/{_COLUMN}")]
    found: dict[Element, int] = {}
    for row in _rows(table):
        at = _skipped(row)
        for cell in _cells(row):
            span = _span(cell)
            found[cell] = sum(columns[at : at + span])
            at += span
    return found if columns and all(width > 0 for width in found.values()) else {}


def share_room(table: Element, before: Mapping[Element, int], copies: Sequence[Element]) -> None:
    """Give the cells of these copies equal shares of the room that those of the first of them had."""
    if not before:
        return
    rooms = dict(before)
    originals = list(copies[0].iter(TC))
    for copy in copies:
        for cell, original in zip(copy.iter(TC), originals, strict=True):
            if original in before:
                rooms[cell] = max(before[original] // len(copies), 1)
    grid = table.find(w("tblGrid"))
    old = [_number(each, "w") for each in table.findall(f"{w('tblGrid')}/{_COLUMN}")]
    rows = [(sum(old[: _skipped(row)]), [cell for cell in _cells(row) if cell in rooms]) for row in _rows(table)]
    edges = _edges(rows, rooms, sum(old))
    if grid is None:
        return
    grid[:] = [grid.makeelement(_COLUMN, {w("w"): str(after - start)}) for start, after in pairwise(edges)]
    for begins, cells in rows:
        at = begins
        for cell in cells:
            columns = _nearest(edges, at + rooms[cell]) - _nearest(edges, at)
            at += rooms[cell]
            _set_span(cell, max(columns, 1), rooms[cell])


def _edges(rows: Sequence[tuple[int, Sequence[Element]]], rooms: Mapping[Element, int], whole: int) -> list[int]:
    found = {0, whole}
    for begins, cells in rows:
        at = begins
        found.add(at)
        for cell in cells:
            at += rooms[cell]
            found.add(at)
    kept: list[int] = []
    for edge in sorted(found):
        if not kept or edge - kept[-1] > _NEAR:
            kept.append(edge)
    return kept


def _nearest(edges: Sequence[int], at: int) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - at))


def _set_span(cell: Element, columns: int, room: int) -> None:
    properties = cell.find(w("tcPr"))
    if properties is None:
        properties = cell.makeelement(w("tcPr"), {})
        cell.insert(0, properties)
    span, width = properties.find(_SPAN), properties.find(w("tcW"))
    if width is not None and width.get(w("type"), "dxa") == "dxa":
        width.set(w("w"), str(room))
    if columns == 1:
        if span is not None:
            properties.remove(span)
        return
    if span is None:
        span = etree.Element(_SPAN)
        before = [each for each in properties if each.tag in (w("cnfStyle"), w("tcW"))]
        properties.insert(len(before), span)
    span.set(VAL, str(columns))


def _rows(table: Element) -> list[Element]:
    return [row for row in table.iter(TR) if next(row.iterancestors(TBL), None) is table]


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row.iter(TC) if next(cell.iterancestors(TR), None) is row]


def _skipped(row: Element) -> int:
    before = row.find(f"{w('trPr')}/{w('gridBefore')}")
    return 0 if before is None else _number(before, "val")


def _span(cell: Element) -> int:
    span = cell.find(f"{w('tcPr')}/{_SPAN}")
    return 1 if span is None else max(_number(span, "val"), 1)


def _number(element: Element, name: str) -> int:
    text = element.get(w(name), "0")
    return int(text) if text.isdecimal() else 0
