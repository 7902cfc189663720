"""The middle form as WordprocessingML: paragraphs, items, captions, tables, pictures (ECMA-376 part 1, 17.3.1)."""

from collections.abc import Iterable
from itertools import pairwise

from clerkwell.model import Text
from clerkwell.word.writer.laid import Break, Grid, Laid, Para, Picture, Turn
from clerkwell.word.writer.pictures import drawing, scaled
from clerkwell.word.writer.supplies import Supplies
from clerkwell.word.writer.tables import table
from clerkwell.word.writer.words import bookmarked, field, look, run

# Word joins two tables that stand one after the other; a paragraph keeps them apart, by as much as a caption would.
BETWEEN_TABLES = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>'
    "</w:pPr></w:p>"
)
# A paragraph that only ends a page section, behind a table, takes no room.
_BREAK = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>'
    '<x:turn to="{}" made="1"/></w:pPr></w:p>'
)
# A table has no space below it (17.4 knows none), and the styles of running text seldom have any above.
_BELOW_TABLE = '<w:spacing w:before="160"/>'
# A picture's edge is a line like the table's own, so it takes more air than words do.
_PICTURE_BELOW_TABLE = '<w:spacing w:before="280"{}/>'
# How words end that ask for what comes next: "Members are asked to:".
_STEMS = (":", ":-", ":–", ":—")
_SPACED = frozenset({"sub-heading", "caption"})


def body_xml(laid: Iterable[Laid], supplies: Supplies, *, below_table: bool = False) -> str:
    """The blocks, one after another, as a string of XML; the first of them may stand `below_table`."""
    done: list[str] = []
    before: Laid | None = None
    for block, after in pairwise((*laid, None)):
        if isinstance(block, Para):
            below = isinstance(before, Grid) or below_table
            done.append(_paragraph(block, after, supplies, below_table=below))
        elif isinstance(block, Picture):
            done.append(_picture(block, supplies, below_table=isinstance(before, Grid) or below_table))
        elif isinstance(block, Break):
            done.append(_BREAK.format(block.ends) if not supplies.page.cell else "")
        elif block is not None:
            if isinstance(before, Grid):
                done.append(BETWEEN_TABLES)
            page = supplies.page.turned() if block.wide else supplies.page
            done.append(table(block.table, page.width, supplies, supplies.table_looks, supplies.remarks))
        before, below_table = block, False
    return "".join(done)


def paragraph_xml(style: str, inner: str, *, keep: bool = False, numbering: str = "", ends: Turn = "") -> str:
    """A paragraph: its properties in the order that the schema asks for (17.3.1.26)."""
    next_to = "<w:keepNext/>" if keep else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{next_to}{numbering}{_end(ends)}</w:pPr>{inner}</w:p>'


def _paragraph(block: Para, after: Laid | None, supplies: Supplies, *, below_table: bool) -> str:
    numbering = ""
    if block.item:
        style, numbering = supplies.nums.item(block.role, block.level, block.place)
    elif block.role == "sub-heading":
        style, numbering = _sub_heading(block.level, supplies)
    else:
        style = supplies.looks.paragraph(block.role)
    target = supplies.target(block.id)
    if block.label:
        return _caption(block, style, supplies, above_table=block.label == "Table" and isinstance(after, Grid))
    inner = supplies.remarks.among(block.runs, supplies, supplies.remarks.on(block.id))
    if block.lead_of:
        inner = _lead(block, supplies) + inner
    if target is not None:
        inner = bookmarked(inner, target.name, target.number)
    if below_table and inner and block.role not in _SPACED:
        numbering += _BELOW_TABLE
    # A heading run in to nothing stays with what comes after it.
    alone = bool(block.lead_of) and not block.runs
    keep = alone or _leads_on(block, after)
    return paragraph_xml(style, inner, keep=keep, numbering=numbering, ends=block.ends)


def _leads_on(block: Para, after: Laid | None) -> bool:
    """Whether a paragraph is the stem of what comes next, a list or a quotation: no page may end between them."""
    if not isinstance(after, Para) or not (after.item or after.role == "quotation") or not block.runs or block.ends:
        return False
    if block.item and after.item and after.level <= block.level:
        return False
    last = block.runs[-1]
    return isinstance(last, Text) and last.text.rstrip().endswith(_STEMS)


def _sub_heading(level: int, supplies: Supplies) -> tuple[str, str]:
    """The style of a sub-heading, and the level that it has otherwise than by that (17.3.1.20)."""
    style, outline = supplies.looks.sub_heading(level)
    return style, "" if outline is None else f'<w:outlineLvl w:val="{outline}"/>'


def _caption(block: Para, style: str, supplies: Supplies, *, above_table: bool) -> str:
    """A caption that Word numbers: `SEQ` counts each label through the document (17.16.5.56)."""
    number = run(f"{block.label}\u00a0") + field(f"SEQ {block.label} \\* ARABIC", str(supplies.count(block.label)))
    target = supplies.target(block.id) if block.label == "Table" else None
    if target is not None:
        number = bookmarked(number, target.name, target.number)
    remarks = supplies.remarks.on(block.id)
    rest = run(": ") + supplies.remarks.among(block.runs, supplies, remarks) if block.runs else ""
    # The caption of a table stands above it and stays with it; that of a picture stands below, and one whose table is
    # not for publication has nothing to stay with.
    return paragraph_xml(style, number + rest, keep=above_table, ends=block.ends)


def _picture(block: Picture, supplies: Supplies, *, below_table: bool) -> str:
    relation, found = supplies.picture(block.attachment)
    page = supplies.page.turned() if block.wide else supplies.page
    shown = drawing(
        relation,
        scaled(found, page, block.width),
        supplies.drawing_number(),
        block.alt,
        decorative=block.decorative,
        mirrored=found.mirrored,
        quarters=found.quarters,
    )
    if not block.captioned:
        shown = supplies.remarks.around(shown, supplies.remarks.on(block.id))
    # A line of an exact height, as running text may have, would show no more of a picture than fits into it.
    line = "" if supplies.looks.given("picture") else ' w:line="240" w:lineRule="auto"'
    free = _PICTURE_BELOW_TABLE.format(line) if below_table else f"<w:spacing{line}/>" if line else ""
    style = supplies.looks.paragraph("picture")
    return paragraph_xml(style, shown, keep=block.captioned, numbering=free, ends=block.ends)


def _lead(block: Para, supplies: Supplies) -> str:
    heading, separator = block.lead
    style = supplies.looks.character("run-in-heading")
    properties = look(style=style) if style else ""
    target = supplies.targets.get("section", block.lead_of)
    if target is None:
        return run(heading + separator, properties)
    # What a reference says ends before the heading's colon.
    said = heading.rstrip(" :")
    rest = heading[len(said) :] + separator
    return bookmarked(run(said, properties), target.name, target.number) + (run(rest, properties) if rest else "")


def _end(turn: Turn) -> str:
    """The mark that `writer.turns` puts a page section's properties for."""
    return f'<x:turn to="{turn}"/>' if turn else ""
