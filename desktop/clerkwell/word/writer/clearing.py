"""Taking parts out of a document without leaving holes: no empty paragraph, row, table or control stays behind."""

from collections.abc import Iterable

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import controls, holds_blocks, shape_of
from clerkwell.word.ooxml.names import BODY, SDT, SDT_CONTENT, SECT_PR, TBL, TC, TR, P, w
from clerkwell.word.writer.fields import shows

_STORIES = frozenset({BODY, *(w(name) for name in ("hdr", "ftr", "footnote", "endnote", "txbxContent"))})
# What has to be in a table and in a row, or else they are nothing.
_HOLDERS = {TBL: (TR, SDT), TR: (TC, SDT)}


def take_out(element: Element) -> None:
    """Take an element out, and every control, table and row that is left with nothing by it.

    A cell keeps a paragraph (ECMA-376 part 1, 17.4.65), and so do a header, a footer and the text after a table.
    """
    parent = element.getparent()
    if parent is None:
        return
    if parent.tag == TC and element.tag == P and sum(1 for each in parent if each.tag != w("tcPr")) == 1:
        for child in [child for child in element if child.tag != w("pPr")]:
            element.remove(child)
        return
    parent.remove(element)
    if parent.tag == SDT_CONTENT and len(parent) == 0:
        outer = parent.getparent()
        if outer is not None:
            take_out(outer)
    elif parent.tag in _HOLDERS and not any(each.tag in _HOLDERS[parent.tag] for each in parent):
        take_out(parent)
    else:
        end_rightly(parent)


def end_rightly(holder: Element) -> None:
    """Give a cell, header, footer or the body the paragraph that it has to end with, if it has lost it."""
    if holder.tag != TC and holder.tag not in _STORIES:
        return
    blocks = [each for each in holder if each.tag not in (w("tcPr"), SECT_PR)]
    if not holds_blocks(holder) or (blocks and _ends_in_table(blocks[-1])):
        at = holder.index(blocks[-1]) + 1 if blocks else sum(1 for each in holder if each.tag == w("tcPr"))
        holder.insert(at, holder.makeelement(P, {}))


def drop_empty(emptied: Iterable[Element], optional: Iterable[Element], *, final: bool) -> None:
    """Drop the rows and paragraphs that hold nothing but empty fields.

    A row goes when all its fields are `optional` ones, with its label where the field goes round the row; a paragraph
    also, in a final, when they are not. A cell alone never goes: the others of its row would move.
    """
    gone = set(optional)
    for element in list(emptied):
        if element.getparent() is None:
            continue
        shape = shape_of(element)
        if shape == "row":
            if _fields(element) <= gone:
                take_out(element)
            continue
        row = next(element.iterancestors(TR), None)
        if row is not None and _only(row, gone):
            take_out(row)
            continue
        if shape == "cell":
            continue
        line = next(element.iterancestors(P), None)
        if line is None:
            line = element
        if not shows(line) and line.getparent() is not None and (final or _only(line, gone)):
            take_out(line)


def _only(element: Element, gone: set[Element]) -> bool:
    """Whether nothing is shown here and every field here is one of these."""
    return not shows(element) and _fields(element) <= gone


def _fields(element: Element) -> set[Element]:
    return {each.element for each in controls(element) if each.kind == "field"}


def _ends_in_table(block: Element) -> bool:
    if block.tag == SDT:
        content = block.find(SDT_CONTENT)
        return content is not None and len(content) > 0 and _ends_in_table(content[-1])
    return block.tag == TBL
