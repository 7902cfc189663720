"""Taking parts out of a document without leaving holes: no empty paragraph, row, table or control stays behind."""

import re
from collections.abc import Iterable, Mapping, Sequence

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import controls, holds_blocks, place, shape_of, text_of
from clerkwell.word.ooxml.names import BODY, PPR, SDT, SDT_CONTENT, SECT_PR, TBL, TC, TR, VAL, P, w
from clerkwell.word.writer.fields import shows
from clerkwell.word.writer.parting import block_after, block_before, keep_apart, let_go, only_marks

_STORIES = frozenset({BODY, *(w(name) for name in ("hdr", "ftr", "footnote", "endnote", "txbxContent"))})
# What has to be in a table and in a row, or else they are nothing.
_HOLDERS = {TBL: (TR, SDT), TR: (TC, SDT)}
_CELL_PROPERTIES = w("tcPr")
_NO_BLOCKS = frozenset({_CELL_PROPERTIES, SECT_PR})
# What stands in a line, and is nothing without words.
_IN_LINES = frozenset({P, *(w(name) for name in ("hyperlink", "smartTag", "customXml"))})
# Places that decide whether a part of the document is there at all.
_CONDITIONS = frozenset({"section", "repeat", "group"})


def take_out(element: Element) -> None:
    """Take an element out, and every control, line, table and row that is left with nothing by it.

    A cell keeps a paragraph (ECMA-376 part 1, 17.4.65), and so do a header, a footer and the text after a table. A row
    keeps its cells. A table that is left with its header rows alone goes.
    """
    parent = element.getparent()
    if parent is None:
        return
    if parent.tag == TC and element.tag == P and sum(1 for each in parent if each.tag != w("tcPr")) == 1:
        for child in [child for child in element if child.tag != PPR]:
            element.remove(child)
        return
    if element.tag == SDT and shape_of(element) == "cell" and _has_other_cells(element):
        _empty_cells(element)
        return
    asked = element.tag == SDT and (found := place(element)) is not None and found.kind in _CONDITIONS
    before, after = block_before(element), block_after(element)
    let_go(element)
    parent.remove(element)
    keep_apart(before, after)
    _tidy(parent, asked=asked)


def _tidy(parent: Element, *, asked: bool) -> None:
    """Take out what held an element, if it is nothing without it."""
    outer = parent.getparent()
    if parent.tag == SDT_CONTENT and only_marks(parent):
        if outer is not None:
            take_out(outer)
    elif parent.tag in _HOLDERS and not any(each.tag in _HOLDERS[parent.tag] for each in parent):
        take_out(parent)
    elif parent.tag in _IN_LINES:
        if not shows(parent) and next(parent.iter(SDT), None) is None:
            take_out(parent)
    else:
        table = parent if parent.tag == TBL else _table_of_rows(parent)
        if table is not None and _is_only_heading(table, asked=asked):
            take_out(table)
        else:
            end_rightly(parent)


def _table_of_rows(content: Element) -> Element | None:
    """The table whose rows stand in this control's content."""
    at: Element | None = content
    while at is not None and at.tag in (SDT_CONTENT, SDT):
        at = at.getparent()
    return at if at is not None and at.tag == TBL else None


def _is_only_heading(table: Element, *, asked: bool) -> bool:
    """Whether a table has lost all that its header rows stand over.

    Where a whole part of the report has gone (`asked`), a first row that no place stands in counts as one, though the
    template does not mark it (17.4.49).
    """
    rows = [each for each in table.iter(TR) if next(each.iterancestors(TBL), None) is table]
    if all(_on(each.find(f"{w('trPr')}/{w('tblHeader')}")) for each in rows):
        return True
    return asked and len(rows) == 1 and next(table.iter(SDT), None) is None


def _on(switch: Element | None) -> bool:
    return switch is not None and switch.get(VAL, "1") not in ("0", "false", "off")


def _has_other_cells(control: Element) -> bool:
    row = next(control.iterancestors(TR), None)
    return row is not None and any(control not in each.iterancestors() for each in row.iter(TC))


def _empty_cells(control: Element) -> None:
    """Leave the cells of a control without their words: a row with fewer cells than its table is a broken one."""
    parent = control.getparent()
    if parent is None:
        return
    let_go(control)
    at = parent.index(control)
    row = next(control.iterancestors(TR), None)
    cells = [each for each in control.iter(TC) if next(each.iterancestors(TR), None) is row]
    for cell in cells:
        line = next(cell.iter(P), None)
        look = None if line is None else line.find(PPR)
        cell[:] = [each for each in cell if each.tag == w("tcPr")]
        cell.append(cell.makeelement(P, {}))
        if look is not None:
            cell[-1].append(look)
    parent[at : at + 1] = cells
    if row is not None and not shows(row) and next(row.iter(SDT), None) is None:
        take_out(row)


def end_rightly(holder: Element) -> None:
    """Give a cell, header, footer or the body the paragraph that it has to end with, if it has lost it."""
    while holder.tag in (SDT_CONTENT, SDT):
        outer = holder.getparent()
        if outer is None:
            return
        holder = outer
    if holder.tag != TC and holder.tag not in _STORIES:
        return
    last = next((each for each in holder.iterchildren(reversed=True) if each.tag not in _NO_BLOCKS), None)
    if last is not None and not _ends_in_table(last) and holds_blocks(holder):
        return
    at = sum(1 for each in holder if each.tag == _CELL_PROPERTIES) if last is None else holder.index(last) + 1
    holder.insert(at, holder.makeelement(P, {}))


def drop_empty(emptied: Iterable[Element], optional: Mapping[Element, Sequence[str]], *, final: bool) -> None:
    """Drop the rows and paragraphs that hold nothing but empty fields.

    They go when all their fields are `optional` ones, and their labels (given here) with them; whatever the words,
    where the field goes round the row. In a final they go also when the fields are not optional, if there is no label.
    A cell alone never goes: the others of its row would move.
    """
    empty = list(emptied)
    gone = set(empty)
    for element in empty:
        if element.getparent() is None:
            continue
        shape = shape_of(element)
        if shape == "row":
            if all(each in optional for each in _fields(element)):
                take_out(element)
            continue
        row = next(element.iterancestors(TR), None)
        if row is not None and (_only(row, optional) or (final and _nothing(row, gone))):
            take_out(row)
            continue
        if shape == "cell":
            continue
        line = next(element.iterancestors(P), None)
        if line is None:
            line = element
        if line.getparent() is not None and (_only(line, optional) or (final and not shows(line))):
            take_out(line)


def _nothing(element: Element, gone: set[Element]) -> bool:
    """Whether nothing is shown here and every place here is an empty field."""
    return not shows(element) and all(each.element in gone for each in controls(element))


def _only(element: Element, optional: Mapping[Element, Sequence[str]]) -> bool:
    """Whether every field here is one of these, and nothing is shown but their labels."""
    fields = _fields(element)
    if not all(each in optional for each in fields):
        return False
    if not shows(element):
        return True
    rest = _folded(text_of(element))
    for each in fields:
        labels = sorted(map(_folded, optional[each]), key=len, reverse=True)
        rest = next((_without(label, rest) for label in labels if label and _without(label, rest) != rest), rest)
    return not rest and not _shows_more(element)


def _fields(element: Element) -> list[Element]:
    return [each.element for each in controls(element) if each.kind == "field"]


def _without(label: str, words: str) -> str:
    return " ".join(re.sub(rf"(?<!\w){re.escape(label)}(?!\w)", " ", words, count=1).split())


def _shows_more(element: Element) -> bool:
    """Whether something other than words is seen here."""
    return any(shows(each) and not text_of(each).strip() for each in element.iter(w("r"), w("fldSimple")))


def _folded(text: str) -> str:
    return " ".join(re.sub(r"\W+", " ", text.casefold()).split())


def _ends_in_table(block: Element) -> bool:
    if block.tag == SDT:
        content = block.find(SDT_CONTENT)
        return content is not None and len(content) > 0 and _ends_in_table(content[-1])
    return block.tag == TBL
