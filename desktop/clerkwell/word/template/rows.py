"""A part that comes once for each of several (committees, contacts), put into a template: as a table, or as lines.

Only the main text is written anew. What goes when there are none (the words above, a heading row) stands with the rows
in one `group:` place.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import controls, text_of
from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.names import BODY, PPR, SDT_CONTENT, SECT_PR, STYLES, TBL, P, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.styles import StyleKind, Styles, whole
from clerkwell.word.ooxml.xml import child, escape, pieces, quoted
from clerkwell.word.template.controls import made_control, plain_run, prompt_run
from clerkwell.word.template.copied import copied, title_for
from clerkwell.word.template.parts import Where
from clerkwell.word.template.question_labels import places_in, runs_before
from clerkwell.word.template.questions import Question, asks_one_thing, fill
from clerkwell.word.writer.clearing import end_rightly
from clerkwell.word.writer.parting import block_after, block_before, keep_apart

# What the titles of its places end in.
EACH: Final = "once for each"
WHOLE: Final = "all that goes with it"
# Twentieths of a point: an A4 page between margins of an inch, where a document does not say; above each of the lines.
_WIDTH: Final = 9026
_ABOVE: Final = 200
_LOOK: Final = (
    '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
    'w:noVBand="1"/>'
)
# What comes after the spacing among a paragraph's properties (17.3.1.26).
_BEHIND_SPACING: Final = frozenset(
    w(name)
    for name in (
        "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment",
        "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
    )
)  # fmt: skip
_SIDES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")
_LINE: Final = 'w:val="single" w:sz="4" w:space="0" w:color="auto"'
_BORDERS: Final = f"<w:tblBorders>{''.join(f'<w:{each} {_LINE}/>' for each in _SIDES)}</w:tblBorders>"


@dataclass(frozen=True)
class Rows:
    """A part that repeats: its id, what it is called, what is asked of each, and the words above it, "" for none.

    `styles` are the names of the template's styles by their roles.
    """

    repeat: str
    called: str
    questions: tuple[Question, ...]
    above: str
    styles: Mapping[str, str]


def main_blocks(template: bytes) -> tuple[tuple[str, ...], ...]:
    """The places in each block of the main text (a line, a table, a control round some), the outermost first."""
    package = OpenPackage(template)
    body = _body(package)
    return tuple(tags for block in body if (tags := tuple(each.tag for each in controls(block))))


def add_rows(template: bytes, rows: Rows, where: Where, *, table: bool) -> bytes:
    """Put a part that repeats in below the block that a place stands in, or above it.

    As a `table` it has a heading row with the labels and a row for each; else a line for each question. Raises
    `WordError` where that place is not there.
    """
    package = OpenPackage(template)
    target = _block(package, where.after or where.before)
    held = _table(package, rows, target, where) if table else _lines(package, rows, target, where)
    lead: Sequence[Element] = ()
    if rows.above:
        lead = (_above(package, rows),)
        held[0].addprevious(lead[0])
    if table:
        _wrap(package, [held[0][-1]], f"repeat:{rows.repeat}", title_for(rows.called, EACH))
        repeat = held[0]
    else:
        repeat = _wrap(package, held, f"repeat:{rows.repeat}", title_for(rows.called, EACH))
    outer = repeat
    if table or lead:
        outer = _wrap(package, [*lead, repeat], f"group:{rows.repeat}", title_for(rows.called, WHOLE))
    first, last = next(outer.iter(P, TBL)), held[-1]
    keep_apart(block_before(first), first)
    keep_apart(last, block_after(last))
    end_rightly(_body(package))
    package.touch(package.main)
    return package.save()


def _table(package: OpenPackage, rows: Rows, target: Element, where: Where) -> list[Element]:
    """A table with a heading row and one row of places, put where it belongs."""
    number, width = len(rows.questions), _room(package)
    widths = [width // number + (1 if at < width % number else 0) for at in range(number)]
    styles = _styles(package)
    style, heading = _style_id(styles, rows, "table", "table"), _style_id(styles, rows, "table-heading")
    bold = "" if heading else "<w:rPr><w:b/><w:bCs/></w:rPr>"
    head = [
        _paragraph(heading, f'<w:r>{bold}<w:t xml:space="preserve">{escape(each.label)}</w:t></w:r>')
        for each in rows.questions
    ]
    empty = [_paragraph(_style_id(styles, rows, "table-text"))] * number
    named = f'<w:tblStyle w:val="{quoted(style)}"/>' if style else ""
    columns = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    (table,) = pieces(
        f"<w:tbl><w:tblPr>{named}"
        f'<w:tblW w:w="{width}" w:type="dxa"/>{"" if style else _BORDERS}<w:tblLayout w:type="fixed"/>{_LOOK}'
        f'<w:tblCaption w:val="{quoted(rows.called)}"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
        f"{_row(head, widths, '<w:tblHeader/>')}{_row(empty, widths)}</w:tbl>"
    )
    _stand(table, target, where)
    for question, line in zip(rows.questions, table[-1].iter(P), strict=True):
        line.append(_control(package, question))
    return [table]


def _row(lines: Sequence[str], widths: Sequence[int], more: str = "") -> str:
    cells = (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{line}</w:tc>'
        for line, width in zip(lines, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{''.join(cells)}</w:tr>"


def _lines(package: OpenPackage, rows: Rows, target: Element, where: Where) -> list[Element]:
    """A line for each question, put where they belong: as the nearest line looks that has a label and an answer."""
    model = _like(package, target)
    held: list[Element] = []
    for question in rows.questions:
        line = copied(package, model) if model is not None else _empty(package, rows)
        _space(line, _ABOVE if not held and len(rows.questions) > 1 else 0)
        if held:
            held[-1].addnext(line)
        else:
            _stand(line, target, where)
        held.append(line)
        if model is None:
            line.extend((_label(package, rows, f"{question.label} "), _control(package, question)))
        else:
            fill(package, line, question)
    return held


def _empty(package: OpenPackage, rows: Rows) -> Element:
    (line,) = pieces(_paragraph(_style_id(_styles(package), rows, "field-text")))
    return line


def _space(line: Element, above: int) -> None:
    """Let a line keep this distance from what stands above it, 0 for what its style says, not what its model had."""
    properties = child(line, PPR)
    spacing = None if properties is None else child(properties, w("spacing"))
    if spacing is not None:
        for name in ("before", "beforeLines", "beforeAutospacing"):
            spacing.attrib.pop(w(name), None)
    if not above:
        return
    if properties is None:
        properties = line.makeelement(PPR, {})
        line.insert(0, properties)
    if spacing is None:
        spacing = line.makeelement(w("spacing"), {})
        behind = next((each for each in properties if each.tag in _BEHIND_SPACING), None)
        if behind is None:
            properties.append(spacing)
        else:
            behind.addprevious(spacing)
    spacing.set(w("before"), str(above))


def _above(package: OpenPackage, rows: Rows) -> Element:
    """The words above, in the look of a label, that stay with what comes below."""
    style = _style_id(_styles(package), rows, "field-text")
    (line,) = pieces(_paragraph(style, more=f'<w:keepNext/><w:spacing w:before="{_ABOVE}"/>'))
    line.append(_label(package, rows, rows.above))
    return line


def _label(package: OpenPackage, rows: Rows, words: str) -> Element:
    run = plain_run(words)
    style = _style_id(_styles(package), rows, "field-label", "character")
    if style:
        (look,) = pieces(f'<w:rPr><w:rStyle w:val="{quoted(style)}"/></w:rPr>')
        run.insert(0, look)
    return run


def _like(package: OpenPackage, target: Element) -> Element | None:
    """The line nearest to a block that has a label and one answer, outside tables; none where there is no such."""
    lines = list(package.tree(package.main).iter(P))
    fit = [
        at
        for at, line in enumerate(lines)
        if next(line.iterancestors(TBL), None) is None
        and len(found := places_in(line)) == 1
        and asks_one_thing(package, found[0])
        and "".join(text_of(each) for each in runs_before(found[0].element)).strip()
    ]
    own = next((at for at, line in enumerate(lines) if line is target or target in line.iterancestors()), 0)
    best = min(fit, key=lambda at: abs(at - own), default=None)
    return None if best is None else lines[best]


def _stand(element: Element, target: Element, where: Where) -> None:
    if where.after:
        target.addnext(element)
    else:
        target.addprevious(element)


def _wrap(package: OpenPackage, held: Sequence[Element], tag: str, title: str) -> Element:
    """Put a place round what stands in the document."""
    control = made_control(package, tag, title, [], prompted=False)
    held[0].addprevious(control)
    content = child(control, SDT_CONTENT)
    if content is not None:
        content.extend(held)
    return control


def _control(package: OpenPackage, question: Question) -> Element:
    prompt = prompt_run(package, question.prompt)
    return made_control(package, question.tag, title_for(question.title), [prompt], prompted=True)


def _block(package: OpenPackage, tag: str) -> Element:
    body = _body(package)
    for block in body:
        if any(each.tag == tag for each in controls(block)):
            return block
    raise WordError(f"The Word document has no place “{tag}” in its main text.")


def _body(package: OpenPackage) -> Element:
    body = next(package.tree(package.main).iter(BODY), None)
    if body is None:
        raise WordError("The Word document has no text.")
    return body


def _styles(package: OpenPackage) -> Styles:
    part = package.related(STYLES)
    return Styles(package.tree(part) if part else None)


def _style_id(styles: Styles, rows: Rows, role: str, kind: StyleKind = "paragraph") -> str:
    found = styles.named(rows.styles[role], kind) if role in rows.styles else None
    return "" if found is None else found.id


def _paragraph(style: str, inner: str = "", more: str = "") -> str:
    named = f'<w:pStyle w:val="{quoted(style)}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{inner}</w:p>" if named or more else f"<w:p>{inner}</w:p>"


def _room(package: OpenPackage) -> int:
    """How wide the text of the document's last page section is."""
    section = next(reversed(list(package.tree(package.main).iter(SECT_PR))), None)
    size = None if section is None else child(section, w("pgSz"))
    margins = None if section is None else child(section, w("pgMar"))
    if size is None or margins is None:
        return _WIDTH
    given = [whole(each) for each in (size.get(w("w"), ""), margins.get(w("left"), ""), margins.get(w("right"), ""))]
    width, left, right = (each or 0 for each in given)
    return width - left - right if width - left - right > 0 else _WIDTH
