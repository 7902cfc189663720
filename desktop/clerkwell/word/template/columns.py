"""Columns of a table that has a heading row and one row that comes once for each: a question more, or one less.

Only tables that are nothing else are changed, in which every row has a cell for each column.
"""

from dataclasses import dataclass

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import enclosing, shape_of, text_of
from clerkwell.word.ooxml.names import SDT, TBL, TC, TR, P, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.styles import whole
from clerkwell.word.ooxml.xml import child, remove
from clerkwell.word.template.copied import copied
from clerkwell.word.template.question_labels import places_in, say


@dataclass(frozen=True)
class Column:
    """The cells of a question: in the heading row and in the row that repeats; and the columns of its table."""

    heading: Element
    answer: Element
    table: Element
    grid: tuple[Element, ...]
    at: int


def column_of(element: Element) -> Column | None:
    """The column that is a question's alone; None where the table is another, or the question shares its cell."""
    row, table = next(element.iterancestors(TR), None), next(element.iterancestors(TBL), None)
    around = next((each.element for each in enclosing(element) if each.kind == "repeat"), None)
    if (
        row is None
        or table is None
        or around is None
        or shape_of(around) != "row"
        or table not in around.iterancestors()
    ):
        return None
    rows = [each for each in table.iter(TR) if next(each.iterancestors(TBL), None) is table]
    layout = child(table, w("tblGrid"))
    grid = () if layout is None else tuple(layout.iterchildren(w("gridCol")))
    cells = [list(each.iterchildren(TC)) for each in rows]
    at = next((at for at, each in enumerate(cells[-1]) if element in each.iter(SDT)), -1)
    if len(rows) != 2 or rows[1] is not row or at < 0 or any(len(each) != len(grid) for each in cells):
        return None
    heading, answer = cells[0][at], cells[1][at]
    # A place round cells, and words beside the answer, are more than a column of its own.
    alone = len(places_in(answer)) == 1 and sum(1 for _ in answer.iter(P)) == 1
    if not alone or text_of(answer).strip() != text_of(element).strip() or not _is_words(heading):
        return None
    return Column(heading, answer, table, grid, at)


def add_column(package: OpenPackage, beside: Column, label: str, *, before: bool) -> Element:
    """Put a column beside another, which it looks like, with this label over it; its cell for the answer."""
    heading, answer = copied(package, beside.heading), copied(package, beside.answer)
    column = beside.grid[beside.at]
    new = column.makeelement(column.tag, dict(column.attrib))
    for element, other in ((new, column), (heading, beside.heading), (answer, beside.answer)):
        if before:
            other.addprevious(element)
        else:
            other.addnext(element)
    say([each for each in heading.iter(P) if text_of(each).strip()], label)
    _share(beside.table, sum(_width(each) for each in beside.grid))
    return answer


def take_column(column: Column) -> bool:
    """Take a column out of its table; whether it could: the last one stays."""
    if len(column.grid) < 2:
        return False
    for each in (column.grid[column.at], column.heading, column.answer):
        remove(each)
    _share(column.table, sum(_width(each) for each in column.grid))
    return True


def _is_words(cell: Element) -> bool:
    return not places_in(cell) and text_of(cell).strip() != ""


def _width(column: Element) -> int:
    return max(whole(column.get(w("w"), "")) or 0, 0)


def _share(table: Element, total: int) -> None:
    """Give the columns that a table has now, each in proportion to what it had, this width together."""
    grid = list(table.iter(w("gridCol")))
    had = [_width(each) for each in grid]
    if not total or not sum(had):
        return
    widths = [total * each // sum(had) for each in had]
    widths[-1] += total - sum(widths)
    for column, width in zip(grid, widths, strict=True):
        column.set(w("w"), str(width))
    for row in table.iter(TR):
        for cell, width in zip(row.iterchildren(TC), widths, strict=True):
            for each in cell.iterfind(f"{w('tcPr')}/{w('tcW')}"):
                if each.get(w("type"), "dxa") == "dxa":
                    each.set(w("w"), str(width))
