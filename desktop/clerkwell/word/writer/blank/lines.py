"""Lines to write on in a template's paragraphs and cells, as a blank form has them."""

from copy import deepcopy
from itertools import takewhile
from typing import Final

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import Control, controls
from clerkwell.word.ooxml.names import PPR, TC, TR, VAL, P, w
from clerkwell.word.ooxml.xml import child, pieces, remove
from clerkwell.word.writer.blank.looks import LINE
from clerkwell.word.writer.fields import holder_of, places_in

# A cell's two margins, and a little air, in twentieths of a point.
_CELL_MARGINS: Final = 260
# What comes before these in a paragraph's properties (17.3.1.26), so that they are put where the schema has them.
_BEFORE_TABS = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
    "pBdr", "shd",
)  # fmt: skip
_BEFORE_SPACING = (
    *_BEFORE_TABS, "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE",
    "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid",
)  # fmt: skip


def room(element: Element, page: int) -> int:
    """The width that a line may have where an element stands, in twentieths of a point."""
    cell = element if element.tag == TC else next(element.iterancestors(TC), None)
    if cell is None:
        return page
    width = cell.find(f"{w('tcPr')}/{w('tcW')}")
    if width is not None and width.get(w("type"), "dxa") == "dxa" and width.get(w("w"), "").isdecimal():
        return max(int(width.get(w("w"), "0")) - _CELL_MARGINS, 600)
    row = next(cell.iterancestors(TR), None)
    beside = 1 if row is None else sum(1 for _ in row.iter(TC))
    return max(page // beside - _CELL_MARGINS, 600)


def put_inline(control: Control, runs: str, width: int, placeholder: str | None) -> None:
    """Put runs in a field's place, whose paragraph is ruled up to `width`; other places in it stay, after them."""
    [made] = pieces(f"<w:p>{runs}</w:p>")
    holder = holder_of(control, placeholder)
    kept = places_in(holder)
    if control.shape == "inline":
        holder[:] = [*made, *kept]
        line = next(holder.iterancestors(P), None)
    else:
        model = next(holder.iter(P), None)
        properties = None if model is None else model.find(PPR)
        if properties is not None:
            made.insert(0, deepcopy(properties))
        holder[:] = [*(each for each in holder if each.tag == w("tcPr")), made, *kept]
        line = made
    if line is not None:
        rule_line(line, width)


def begin_line(control: Control) -> None:
    """Begin a new paragraph with a place that stands in the middle of one, with what comes after it."""
    line = control.element.getparent()
    if line is None or line.tag != P:
        return
    new = line.makeelement(P, {})
    properties = child(line, PPR)
    if properties is not None:
        new.append(deepcopy(properties))
    new.extend([control.element, *control.element.itersiblings()])
    line.addnext(new)


def rule_line(line: Element, width: int) -> None:
    """Give a paragraph a tab stop that rules it up to `width`, and lines far enough apart to write on."""
    properties = child(line, PPR)
    if properties is None:
        properties = line.makeelement(PPR, {})
        line.insert(0, properties)
    stops = child(properties, w("tabs"))
    if stops is None:
        stops = properties.makeelement(w("tabs"), {})
        _put_after(properties, stops, _BEFORE_TABS)
    if not any(each.get(w("pos")) == str(width) for each in stops):
        stops.append(stops.makeelement(w("tab"), {VAL: "right", w("leader"): "underscore", w("pos"): str(width)}))
    spacing = child(properties, w("spacing"))
    if spacing is None:
        spacing = properties.makeelement(w("spacing"), {})
        _put_after(properties, spacing, _BEFORE_SPACING)
    spacing.set(w("line"), str(LINE))
    spacing.set(w("lineRule"), "atLeast")


def part_header(row: Element) -> None:
    """Part the labels of a table's header row from the answers under them: a row that repeats on the next page must
    not ask for the same answers twice (17.4.78)."""
    header = row.find(f"{w('trPr')}/{w('tblHeader')}")
    if header is None or not controls(row):
        return
    cells = row.findall(TC)
    if all(_labels(cell) and len(_labels(cell)) < len(_blocks(cell)) for cell in cells):
        answers = deepcopy(row)
        row.addnext(answers)
        for cell, copy in zip(cells, answers.findall(TC), strict=True):
            kept = _labels(cell)
            for at, block in enumerate(_blocks(copy)):
                if _blocks(cell)[at] in kept:
                    copy.remove(block)
            for block in [each for each in _blocks(cell) if each not in kept]:
                cell.remove(block)
        row = answers
    for mark in row.findall(f"{w('trPr')}/{w('tblHeader')}"):
        remove(mark)


def _blocks(cell: Element) -> list[Element]:
    return [each for each in cell if each.tag != w("tcPr")]


def _labels(cell: Element) -> list[Element]:
    """The paragraphs at the head of a cell that hold no place."""
    return list(takewhile(lambda block: block.tag == P and not controls(block), _blocks(cell)))


def _put_after(properties: Element, new: Element, before: tuple[str, ...]) -> None:
    at = sum(1 for each in properties if each.tag in {w(name) for name in before})
    properties.insert(at, new)
