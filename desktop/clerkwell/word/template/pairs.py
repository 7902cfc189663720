"""Questions that share a row of a table, each with a cell for its label and one for its answer: two change places.

The label stands in the cell before, or over the answer in a table with a row for each of several.
"""

from dataclasses import dataclass

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import controls, enclosing, text_of
from clerkwell.word.ooxml.names import PPR, TBL, TC, TR, P, w
from clerkwell.word.ooxml.xml import child
from clerkwell.word.template.columns import column_of
from clerkwell.word.template.question_labels import places_in

_CELL_PROPERTIES = w("tcPr")


@dataclass(frozen=True)
class Pair:
    """The cells of a question: of its label, and of its answer, in a table."""

    label: Element
    answer: Element
    table: Element


def pair_of(element: Element) -> Pair | None:
    """The two cells that are a question's alone; None where it stands otherwise.

    Cells that reach over several rows, and rows that belong to a section, are left as they are.
    """
    column = column_of(element)
    if column is not None:
        return Pair(column.heading, column.answer, column.table)
    cell = next(element.iterancestors(TC), None)
    row, table = next(element.iterancestors(TR), None), next(element.iterancestors(TBL), None)
    if cell is None or row is None or table is None:
        return None
    if any(each.kind in ("repeat", "section") for each in enclosing(element)):
        return None
    cells = [each for each in row.iter(TC) if next(each.iterancestors(TR), None) is row]
    at = cells.index(cell)
    if not at or len(places_in(cell)) != 1:
        return None
    label = cells[at - 1]
    held = (label, cell)
    if places_in(label) or not text_of(label).strip() or any(_reaches(each) for each in held):
        return None
    # The words of its cell are the answer's place and no more: a label would stay behind.
    return None if text_of(cell).strip() != text_of(element).strip() else Pair(label, cell, table)


def swap_pairs(one: Pair, other: Pair) -> bool:
    """Let two questions of a table that follow one another change places; whether they could."""
    if one.table is not other.table:
        return False
    fields = [each.element for each in controls(one.table) if each.kind == "field"]
    at = [_number(fields, each.answer) for each in (one, other)]
    if abs(at[0] - at[1]) != 1:
        return False
    _swap(one.label, other.label)
    _swap(one.answer, other.answer)
    return True


def _number(fields: list[Element], cell: Element) -> int:
    return next(at for at, each in enumerate(fields) if cell in each.iterancestors())


def _reaches(cell: Element) -> bool:
    properties = child(cell, _CELL_PROPERTIES)
    return properties is not None and child(properties, w("vMerge")) is not None


def _swap(one: Element, other: Element) -> None:
    """Swap what two cells hold; lines keep the look of their cell."""
    first, second = _line(one), _line(other)
    if first is not None and second is not None:
        _swap_children(first, second, PPR)
    else:
        _swap_children(one, other, _CELL_PROPERTIES)


def _line(cell: Element) -> Element | None:
    """The one line that a cell holds and nothing else."""
    held = [each for each in cell if each.tag != _CELL_PROPERTIES]
    return held[0] if len(held) == 1 and held[0].tag == P else None


def _swap_children(one: Element, other: Element, kept: str) -> None:
    first, second = ([each for each in holder if each.tag != kept] for holder in (one, other))
    one.extend(second)
    other.extend(first)
