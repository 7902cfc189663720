"""Tables: widths, lines, fills, cells that span, rows that are repeated on each page."""

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import RPR, SDT, SDT_CONTENT, TC, TR, w
from clerkwell.word.ooxml.xml import child
from clerkwell.word.typeset.book import Book
from clerkwell.word.typeset.literals import colour, pt
from clerkwell.word.typeset.properties import Edge, RunLook, edges, fill, on, run_look, side_of, value, whole

# Fills a cell: its content's source, and how its words look where they do not say.
Flow = Callable[[Element, RunLook], str]

_SIDES = ("top", "right", "bottom", "left")
# 17.4.42: a cell's margins where nothing says otherwise.
_MARGINS = {"top": 0, "right": 115, "bottom": 0, "left": 115}
# The least height of a row that is more than a line of text gives, in twentieths of a point.
_HIGH = 400
# The conditional formats that reports use (17.18.89); bands are left to Word.
_FIRST_ROW = "firstRow"


@dataclass
class _Cell:
    element: Element
    column: int
    across: int
    down: int = 1
    first: bool = True


@dataclass(frozen=True)
class _Manner:
    """How a table's style and its own properties have it."""

    lines: dict[str, Edge]
    margins: dict[str, int]
    first_row: RunLook
    first_fill: str
    words: RunLook


@dataclass
class _Row:
    element: Element
    cells: list[_Cell] = field(default_factory=list)
    header: bool = False


def write_table(table: Element, book: Book, flow: Flow, above: int, room: int) -> str:
    """The source of a table, `above` under what is before it, in a column `room` wide (twentieths of a point)."""
    rows = _rows(table)
    columns = max((cell.column + cell.across for row in rows for cell in row.cells), default=0)
    if not columns:
        return ""
    properties = child(table, w("tblPr"))
    manner = _manner(properties, book)
    widths = _widths(table, columns, room)
    headers = 0
    while headers < len(rows) and rows[headers].header:
        headers += 1
    if headers == len(rows):
        headers = 0  # nothing would be left to repeat them over
    written = [_row(row, at, len(rows), columns, manner, flow) for at, row in enumerate(rows)]
    head = f"table.header(repeat: true, {''.join(written[:headers])})," if headers else ""
    indent = _indent(properties)
    align = {"center": "center", "right": "right", "end": "right"}.get(value(properties, "jc"), "left")
    sizes = "".join(f"{pt(width)}, " for width in widths)
    return (
        f"#block(above: {pt(above)}, below: 0pt, width: 100%, inset: (left: {pt(indent)}))[#align({align})[#table(\n"
        f"columns: ({sizes}),\n{head}\n{''.join(written[headers:])})]]\n"
    )


def _rows(table: Element) -> list[_Row]:
    rows: list[_Row] = []
    open_cells: dict[int, _Cell] = {}
    for element in _within(table, TR):
        properties = child(element, w("trPr"))
        row = _Row(element, header=on(None if properties is None else child(properties, w("tblHeader"))))
        column = whole(value(properties, "gridBefore")) or 0
        for cell in _within(element, TC):
            about = child(cell, w("tcPr"))
            across = max(whole(value(about, "gridSpan")) or 1, 1)
            merge = None if about is None else child(about, w("vMerge"))
            above = open_cells.get(column)
            if merge is not None and merge.get(w("val"), "continue") == "continue" and above is not None:
                above.down += 1
            else:
                new = _Cell(cell, column, across)
                row.cells.append(new)
                open_cells[column] = new
            column += across
        rows.append(row)
    return rows


def _within(element: Element, tag: str) -> list[Element]:
    """Rows of a table, cells of a row: also those in content controls."""
    found: list[Element] = []
    for each in element:
        if each.tag == tag:
            found.append(each)
        elif each.tag == SDT:
            inside = child(each, SDT_CONTENT)
            found += [] if inside is None else _within(inside, tag)
        elif each.tag in (w("ins"), w("customXml")):
            found += _within(each, tag)
    return found


def _row(row: _Row, at: int, count: int, columns: int, manner: _Manner, flow: Flow) -> str:
    properties = child(row.element, w("trPr"))
    whole_row = on(None if properties is None else child(properties, w("cantSplit")))
    height = None if properties is None else child(properties, w("trHeight"))
    least = 0 if height is None else whole(height.get(w("val"))) or 0
    written = []
    for number, cell in enumerate(row.cells):
        about = child(cell.element, w("tcPr"))
        first = at == 0
        lines = _cell_lines(about, manner, cell, at, count, columns)
        stroke = ", ".join(
            f"{side}: {edge['width']:g}pt + {colour(edge['colour'])}" for side, edge in lines.items() if edge["width"]
        )
        shade = fill(None if about is None else child(about, w("shd"))) or (manner.first_fill if first else "")
        margins = {**manner.margins, **_margins(None if about is None else child(about, w("tcMar")))}
        # A line makes its row higher; for Typst it has no width.
        margins["top"] += round(lines["top"]["width"] * 20) if "top" in lines else 0
        words: RunLook = {**manner.words, **manner.first_row} if first else manner.words
        body = flow(cell.element, words)
        if least > _HIGH and number == 0:
            body = f"#grid(columns: (1fr, 0pt), [{body}], box(height: {pt(least)}))"
        told = [
            f"inset: ({', '.join(f'{side}: {pt(margin)}' for side, margin in margins.items())})",
            f"stroke: ({stroke or ':'})",
            f"breakable: {'false' if whole_row else 'true'}",
        ]
        if shade:
            told.append(f"fill: {colour(shade)}")
        if cell.across > 1:
            told.append(f"colspan: {cell.across}")
        if cell.down > 1:
            told.append(f"rowspan: {cell.down}")
        vertical = {"center": "horizon", "bottom": "bottom"}.get(value(about, "vAlign"), "top")
        told.append(f"align: left + {vertical}")
        written.append(f"table.cell(x: {cell.column}, {', '.join(told)})[{body}],\n")
    return "".join(written)


def _cell_lines(
    about: Element | None, manner: _Manner, cell: _Cell, at: int, count: int, columns: int
) -> dict[str, Edge]:
    """A cell's lines: its own, else the table's outer or inner ones, wherever it stands."""
    outer = {
        "top": at == 0,
        "bottom": at + cell.down >= count,
        "left": cell.column == 0,
        "right": cell.column + cell.across >= columns,
    }
    inner = {"top": "insideH", "bottom": "insideH", "left": "insideV", "right": "insideV"}
    own = edges(None if about is None else child(about, w("tcBorders")))
    found: dict[str, Edge] = {}
    for side, is_outer in outer.items():
        line = own.get(side) or manner.lines.get(side if is_outer else inner[side])
        if line is not None:
            found[side] = line
    return found


def _manner(properties: Element | None, book: Book) -> _Manner:
    lines: dict[str, Edge] = {}
    margins = dict(_MARGINS)
    first_row: RunLook = {}
    words: RunLook = {}
    first_fill = ""
    style = book.styles.get(value(properties, "tblStyle")) or book.styles.default("table")
    for each in book.chain(style):
        own = child(each.element, w("tblPr"))
        if own is not None:
            lines |= edges(child(own, w("tblBorders")))
            margins |= _margins(child(own, w("tblCellMar")))
        words = {**words, **run_look(child(each.element, RPR), book.themes)}
        for part in each.element.iterchildren(w("tblStylePr")):
            if part.get(w("type")) == _FIRST_ROW:
                first_row = {**first_row, **run_look(child(part, RPR), book.themes)}
                shade = part.find(f"{w('tcPr')}/{w('shd')}")
                first_fill = fill(shade) or first_fill
    if properties is not None:
        lines |= edges(child(properties, w("tblBorders")))
        margins |= _margins(child(properties, w("tblCellMar")))
    if not _has_first_row(properties):
        first_row, first_fill = {}, ""
    return _Manner(lines, margins, first_row, first_fill, words)


def _has_first_row(properties: Element | None) -> bool:
    look = None if properties is None else child(properties, w("tblLook"))
    if look is None:
        return False
    told = look.get(w("firstRow"))
    if told is not None:
        return told in ("1", "true", "on")
    try:
        return bool(int(look.get(w("val"), "0"), 16) & 0x20)
    except ValueError:
        return False


def _margins(element: Element | None) -> dict[str, int]:
    found: dict[str, int] = {}
    for each in () if element is None else element:
        name = side_of(each)
        if name in _SIDES:
            found[name] = whole(each.get(w("w"))) or 0
    return found


def _indent(properties: Element | None) -> int:
    element = None if properties is None else child(properties, w("tblInd"))
    return 0 if element is None else whole(element.get(w("w"))) or 0


def _widths(table: Element, columns: int, room: int) -> list[float]:
    """The columns' widths: the grid's, made to fit the page where they do not; shared out where there is no grid."""
    grid = child(table, w("tblGrid"))
    told = [] if grid is None else [whole(each.get(w("w"))) or 0 for each in grid.iterchildren(w("gridCol"))]
    if len(told) < columns or not all(told[:columns]):
        told = [room // columns] * columns
    widths = [float(each) for each in told[:columns]]
    wanted = _table_width(table, room)
    total = sum(widths)
    if wanted and abs(wanted - total) > 20 and total:
        widths = [each * wanted / total for each in widths]
    return widths


def _table_width(table: Element, room: int) -> float:
    properties = child(table, w("tblPr"))
    element = None if properties is None else child(properties, w("tblW"))
    if element is None:
        return 0
    size, kind = element.get(w("w"), "0"), element.get(w("type"), "dxa")
    if kind == "pct":
        # Fiftieths of a per cent, or a number with its sign (17.4.63).
        number = whole(size) or 0
        return room * number / 100 if size.endswith("%") else room * number / 5000
    return (whole(size) or 0) if kind == "dxa" else 0
