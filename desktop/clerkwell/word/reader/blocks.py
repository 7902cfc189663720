"""What a story is made of: paragraphs, tables, controls, text boxes (ECMA-376 part 1, 17.3.1, 17.4, 17.5)."""

from collections.abc import Mapping
from dataclasses import replace

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import Shape
from clerkwell.word.ooxml.names import SDT, SDT_PR, TBL, TC, TR, VAL, P, w
from clerkwell.word.ooxml.styles import whole
from clerkwell.word.ooxml.xml import child
from clerkwell.word.reader.building import Flow, Row, Table
from clerkwell.word.reader.document import ChangeKind, WordBlock, WordCell, WordParagraph
from clerkwell.word.reader.fields import hexadecimal
from clerkwell.word.reader.inline import End, Start
from clerkwell.word.reader.looks import NONE
from clerkwell.word.reader.story import Story
from clerkwell.word.reader.tracking import Mark, mark_of

# Tables in tables in tables: no page has room for more, and nobody who walks through them goes deeper.
MOST_NESTED = 20
# Word makes no table with more (63); damaged documents claim millions.
MOST_COLUMNS = 100
_CELL_PROPERTIES, _SPAN, _MERGE = w("tcPr"), w("gridSpan"), w("vMerge")
# The parts of a table that its style may set otherwise, the weaker before the stronger, by how they are asked for.
_PARTS: Mapping[str, tuple[int, str]] = {
    "lastCol": (0x0100, "lastColumn"),
    "firstCol": (0x0080, "firstColumn"),
    "lastRow": (0x0040, "lastRow"),
    "firstRow": (0x0020, "firstRow"),
}
_SHADED, _FILL = w("shd"), w("fill")
_BESIDE, _BEFORE, _AFTER = w("hMerge"), w("gridBefore"), w("gridAfter")
_CELL_CHANGES: Mapping[str, ChangeKind] = {w("cellIns"): "insertion", w("cellDel"): "deletion"}
_OFF = ("0", "false", "off")


def _paragraph(story: Story, element: Element) -> bool:
    if story.paragraph is not None and story.paragraph is not story.flow.stray:
        # A paragraph in a paragraph, as only damaged documents have it.
        story.say("\n")
        return False
    story.open(element)
    story.begun[element] = True
    return False


def _paragraph_ended(story: Story, element: Element) -> None:
    if story.begun.pop(element, None):
        after = element.getnext()
        story.follows = after is not None and after.tag == P
        story.close()


def _table(story: Story, element: Element) -> bool:
    story.close_stray()
    if len(story.tables) >= MOST_NESTED or story.paragraph is not None:
        return False
    properties = child(element, w("tblPr"))
    style = story.shared.styles.get(_value(properties, "tblStyle"))
    story.tables.append(
        Table(
            style=style.name if style else "",
            title=_value(properties, "tblCaption"),
            controls=tuple(story.flow.controls),
            bookmarks=tuple(story.bookmarks),
        )
    )
    story.bookmarks = []
    story.begun[element] = (story.flow, story.table_look)
    story.tables[-1].parts = _parts(properties)
    story.tables[-1].style_id = style.id if style else ""
    return False


def _table_ended(story: Story, element: Element) -> None:
    begun = story.begun.pop(element, None)
    if begun is None:
        return
    story.close_stray()
    story.flow, story.table_look = begun
    story.flow.blocks.append(story.tables.pop().finished(story.landscape))


def _row(story: Story, element: Element) -> bool:
    parent = _holder(element)
    if not story.tables or parent not in story.begun:
        return False
    properties = child(element, w("trPr"))
    header = None if properties is None else child(properties, w("tblHeader"))
    marks: list[Mark] = []
    for each in () if properties is None else properties:
        if each.tag == w("ins"):
            marks.append(mark_of(each, "insertion"))
        elif each.tag == w("del"):
            marks.append(mark_of(each, "deletion"))
    table = story.tables[-1]
    table.row = Row(
        header=header is not None and header.get(VAL, "1") not in _OFF,
        changes=story.shared.tracked.ids((*story.marks, *marks), "") if marks or story.marks else (),
        controls=tuple(table.row_controls),
    )
    before, after = _left_out(properties, _BEFORE), _left_out(properties, _AFTER)
    if before:
        table.row.cells.append(WordCell(across=before))
    story.begun[element] = after
    return False


def _row_ended(story: Story, element: Element) -> None:
    after = story.begun.pop(element, None)
    if after is not None:
        table = story.tables[-1]
        if table.row is not None:
            if after:
                table.row.cells.append(WordCell(across=after))
            table.rows.append(table.row.finished())
            table.row = None


def _parts(properties: Element | None) -> frozenset[str]:
    look = None if properties is None else child(properties, w("tblLook"))
    if look is None:
        return frozenset()
    bits = hexadecimal(look.get(VAL, ""), least=0) or 0
    return frozenset(
        part for part, (bit, name) in _PARTS.items() if bits & bit or look.get(w(name), "0") in ("1", "true", "on")
    )


def _is_part(part: str, table: Table, cell: Element) -> bool:
    row = cell.getparent()
    if part == "firstRow":
        return not table.rows
    if part == "lastRow":
        return row is not None and next(row.itersiblings(TR), None) is None
    if part == "firstCol":
        return table.row is not None and not table.row.cells
    return next(cell.itersiblings(TC), None) is None


def _left_out(properties: Element | None, name: str) -> int:
    """How many columns a row leaves out before or after its cells (17.4.14, .15)."""
    found = None if properties is None else child(properties, name)
    return 0 if found is None else max(0, min(whole(found.get(VAL, "")) or 0, MOST_COLUMNS))


def _says_something(block: WordBlock) -> bool:
    return not isinstance(block, WordParagraph) or bool(block.spans)


def _cell(story: Story, element: Element) -> bool:
    if not story.tables or story.tables[-1].row is None or _holder(element) not in story.begun:
        return False
    story.begun[element] = (story.flow, story.table_look)
    table = story.tables[-1]
    if table.style_id:
        parts = tuple(part for part in _PARTS if part in table.parts and _is_part(part, table, element))
        story.table_look = story.shared.looks.chain(table.style_id, parts)
    else:
        story.table_look = NONE
    story.flow = Flow(box=story.flow.box)
    return False


def _cell_ended(story: Story, element: Element) -> None:
    begun = story.begun.pop(element, None)
    if begun is None:
        return
    outer, story.table_look = begun
    story.close_stray()
    marks: list[Mark] = []
    across, continues, beside = 1, False, False
    properties = child(element, _CELL_PROPERTIES)
    for each in () if properties is None else properties:
        if each.tag == _SPAN:
            across = max(1, min(whole(each.get(VAL, "")) or 1, MOST_COLUMNS))
        elif each.tag == _SHADED and each.get(_FILL, "auto") not in ("auto", "FFFFFF"):
            story.note("background colour", each.get(_FILL, ""))
        elif each.tag == _BESIDE and each.get(VAL, "continue") == "continue":
            beside = True
        elif each.tag == _MERGE:
            continues = each.get(VAL, "continue") == "continue"
        elif each.tag in _CELL_CHANGES:
            marks.append(mark_of(each, _CELL_CHANGES[str(each.tag)]))
    row = story.tables[-1].row
    if row is not None and beside and row.cells and not any(_says_something(each) for each in story.flow.blocks):
        # A cell that is part of the one before it, as older documents have it (17.4.22).
        row.cells[-1] = replace(row.cells[-1], across=row.cells[-1].across + across)
    elif row is not None:
        changes = story.shared.tracked.ids((*story.marks, *marks), "") if marks else ()
        row.cells.append(WordCell(tuple(story.flow.blocks), across, continues, tuple(row.cell_controls), changes))
    story.flow = outer


def _control(story: Story, element: Element) -> bool:
    shape: Shape = "block"
    holder = _holder(element)
    held = story.flow.controls
    if story.paragraph is not None and story.paragraph is not story.flow.stray:
        shape, held = "inline", story.paragraph.controls
    elif holder is not None and holder.tag == TBL and story.tables and holder in story.begun:
        shape, held = "row", story.tables[-1].row_controls
    elif holder is not None and holder.tag == TR and story.tables and story.tables[-1].row is not None:
        shape, held = "cell", story.tables[-1].row.cell_controls
    held.append(story.shared.controls.add(element, shape))
    story.begun[element] = held
    story.changed()
    return False


def _control_ended(story: Story, element: Element) -> None:
    story.close_stray()
    story.begun.pop(element).pop()
    story.changed()


def _box(story: Story, element: Element) -> bool:
    story.begun[element] = (story.flow, story.paragraph, story.fields, story.tables, story.table_look)
    story.flow, story.paragraph, story.fields, story.tables = Flow(box=True), None, [], []
    story.changed()
    return False


def _box_ended(story: Story, element: Element) -> None:
    story.close_stray()
    blocks = story.flow.blocks
    story.flow, story.paragraph, story.fields, story.tables, story.table_look = story.begun.pop(element)
    (story.paragraph or story.stray()).boxes.extend(blocks)
    story.changed()


def _skipped(_story: Story, _element: Element) -> bool:
    return True


def _holder(element: Element) -> Element | None:
    """What an element stands in, controls and marked-up pieces passed over."""
    parent = element.getparent()
    while parent is not None and parent.tag in _PASSED:
        parent = parent.getparent()
    return parent


def _value(properties: Element | None, name: str) -> str:
    found = None if properties is None else child(properties, w(name))
    return "" if found is None else found.get(VAL, "")


_PASSED = frozenset(
    w(name) for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "del", "moveFrom", "moveTo")
)
STARTS: Mapping[str, Start] = {
    P: _paragraph,
    TBL: _table,
    TR: _row,
    TC: _cell,
    SDT: _control,
    w("txbxContent"): _box,
    **{
        w(name): _skipped
        for name in (
            "pPr", "rPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sectPr", "sdtEndPr", "smartTagPr",
            "customXmlPr", "rubyPr", "ffData", "lastRenderedPageBreak", "annotationRef", "footnoteRef", "endnoteRef",
            "proofErr", "rt", "bookmarkEnd",
        )
    },
    SDT_PR: _skipped,
}  # fmt: skip
ENDS: Mapping[str, End] = {
    P: _paragraph_ended,
    TBL: _table_ended,
    TR: _row_ended,
    TC: _cell_ended,
    SDT: _control_ended,
    w("txbxContent"): _box_ended,
}
