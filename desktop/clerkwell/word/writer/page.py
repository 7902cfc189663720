"""The room that tables and pictures have, on a page of the template or in a cell of it, in twentieths of a point."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import BODY, SDT_CONTENT, SECT_PR, TBL, TC, TR, w
from clerkwell.word.ooxml.xml import child

# Both margins of a cell where the table names none (17.4.42 gives 115 for each; Word writes 108).
_CELL_MARGINS: Final = 2 * 115


@dataclass(frozen=True)
class Page:
    """Width and height between the margins, of a page upright or on its side. In a `cell` pages cannot turn."""

    width: int
    height: int
    cell: bool = False

    def turned(self) -> "Page":
        """The same page on its side: the margins turn with it."""
        return self if self.cell else Page(self.height, self.width)


# A4 with margins of 2.54 cm.
A4 = Page(11906 - 2 * 1440, 16838 - 2 * 1440)


def page_of(body: Element) -> Page:
    """The room on the pages of the document's last section, which its body text is in (17.6.13, 17.6.11)."""
    return _page(child(body, SECT_PR))


def room_for(element: Element) -> Page:
    """The room where an element of the body stands: on the pages of its own page section, or in its cell."""
    top = element
    content = child(element, SDT_CONTENT)
    # A control may go round a whole cell.
    cell = None if content is None else child(content, TC)
    for each in element.iterancestors():
        if each.tag == BODY:
            break
        if each.tag == TC and cell is None:
            cell = each
        top = each
    page = _page(next(_sections_from(top), None))
    if cell is None:
        return page
    width = _cell_width(cell)
    return Page(min(width, page.width) if width else page.width, page.height, cell=True)


def _sections_from(top: Element) -> Iterator[Element]:
    """The properties of page sections, from a child of the body on: a section's stand where it ends (17.6.17)."""
    yield from top.iter(SECT_PR)
    for after in top.itersiblings():
        yield from after.iter(SECT_PR)


def _page(section: Element | None) -> Page:
    size = None if section is None else child(section, w("pgSz"))
    margins = None if section is None else child(section, w("pgMar"))
    if section is None or size is None or margins is None:
        return A4
    width = _twips(size, "w") - _twips(margins, "left") - _twips(margins, "right") - _twips(margins, "gutter")
    height = _twips(size, "h") - abs(_twips(margins, "top")) - abs(_twips(margins, "bottom"))
    columns = child(section, w("cols"))
    if columns is not None and _twips(columns, "num") > 1:
        count = _twips(columns, "num")
        width = (width - (count - 1) * _twips(columns, "space")) // count
    return Page(width, height) if width > 1000 and height > 1000 else A4


def _cell_width(cell: Element) -> int:
    """The room between a cell's margins; 0 where the table does not say how wide it is (17.4.71, 17.4.16)."""
    properties = child(cell, w("tcPr"))
    named = None if properties is None else child(properties, w("tcW"))
    width = _twips(named, "w") if named is not None and named.get(w("type"), "dxa") == "dxa" else 0
    table = next(cell.iterancestors(TBL), None)
    if not width and table is not None:
        width = _by_the_grid(cell, table)
    return max(width - _CELL_MARGINS, 0) if width > _CELL_MARGINS + 300 else 0


def _by_the_grid(cell: Element, table: Element) -> int:
    grid = child(table, w("tblGrid"))
    row = next(cell.iterancestors(TR), None)
    if grid is None or row is None:
        return 0
    columns = [_twips(each, "w") for each in grid.iterchildren(w("gridCol"))]
    at = 0
    for each in row.iter(TC):
        if next(each.iterancestors(TR)) is not row:
            continue
        span = each.find(f"{w('tcPr')}/{w('gridSpan')}")
        over = 1 if span is None else max(_twips(span, "val"), 1)
        if each is cell:
            return sum(columns[at : at + over])
        at += over
    return 0


def _twips(element: Element, name: str) -> int:
    text = element.get(w(name), "0")
    return int(text) if text.lstrip("-").isdecimal() else 0
