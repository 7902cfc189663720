"""Pages turned on their side (ECMA-376 part 1, 17.6): the page sections that a stretch of the report asks for.

A section's properties stand in its last paragraph, and those of the last section at the end of the body. Each new one
is a copy of the section that the stretch stands in, so that headers, footers and margins stay; a first page of its own
and a page number to begin with belong to the first of them alone.

Headings go with what they head, so a stretch that follows one begins before it. No paragraph is made to end a section
where one of the report's is there to do it, and no upright page is left empty before or behind a stretch.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import BODY, PPR, SECT_PR, TBL, TC, VAL, P, w
from clerkwell.word.ooxml.styles import Styles
from clerkwell.word.ooxml.xml import TURN, child, put_in_place, remove
from clerkwell.word.writer.fields import shows

_BEFORE_SIZE = frozenset({w("headerReference"), w("footerReference"), w("footnotePr"), w("endnotePr"), w("type")})


@dataclass(frozen=True)
class _Turn:
    """A mark of the layout: pages turn after its paragraph, which was `made` for it or is one of the report's."""

    mark: Element
    paragraph: Element
    landscape: bool
    made: bool


def settle_turns(root: Element, styles: Styles) -> None:
    """Put section properties where the layout marked that pages turn."""
    body = root.find(BODY)
    if body is None or next(root.iter(TURN), None) is None:
        return
    lines = {line for mark in root.iter(TURN) for line in mark.iterancestors(P)}
    for mark in [each for each in root.iter(TURN) if next(each.iterancestors(TC), None) is not None]:
        # Pages cannot turn inside a table.
        remove(mark)
    blocks = list(_blocks(body))
    for turn in _turns(root):
        if not turn.landscape:
            _begin(turn, blocks, styles)
    lines |= {line for mark in root.iter(TURN) for line in mark.iterancestors(P)}
    _put_properties(root, body)
    for line in lines:
        # The name of the marks goes with them.
        etree.cleanup_namespaces(line)


def _put_properties(root: Element, body: Element) -> None:
    waiting: list[_Turn] = []
    marks = {turn.mark: turn for turn in _turns(root)}
    for each in list(root.iter(TURN, SECT_PR)):
        if each.tag == TURN:
            if each in marks:
                waiting.append(marks[each])
        elif waiting:
            _settle(waiting, each, list(_blocks(body)))
            waiting = []


def _settle(turns: Sequence[_Turn], whole: Element, blocks: Sequence[Element]) -> None:
    """Part a page section of the template, with properties `whole`, at these turns."""
    original = deepcopy(whole)
    last = turns[-1]
    on_its_side = last.landscape and _nothing_after(last, whole, blocks)
    kept = turns[:-1] if on_its_side else turns
    if on_its_side:
        remove(last.mark)
    for index, turn in enumerate(kept):
        properties = deepcopy(original)
        if index:
            _go_on(properties)
        if turn.landscape:
            _on_its_side(properties)
        put_in_place(turn.mark, [properties])
    if kept:
        _go_on(whole)
    if on_its_side:
        _on_its_side(whole)


def _begin(turn: _Turn, blocks: list[Element], styles: Styles) -> None:
    """Let an upright section end before the headings of the stretch, in a paragraph that is there already."""
    here = blocks.index(turn.paragraph)
    at = here if turn.made else here + 1
    while at and _is_heading(blocks[at - 1], styles):
        at -= 1
    before = blocks[at - 1] if at else None
    if before is turn.paragraph:
        return
    remove(turn.mark)
    if turn.made:
        remove(turn.paragraph)
        blocks.remove(turn.paragraph)
    if before is None or _ends_section(before):
        # Nothing upright comes before: the headings stand on the stretch's own pages.
        return
    if before.tag == TBL:
        behind = _made(turn.paragraph, turn.mark)
        before.addnext(behind)
        blocks.insert(blocks.index(before) + 1, behind)
    else:
        _mark(before, turn.mark)


def _made(paragraph: Element, mark: Element) -> Element:
    """A paragraph behind a table that does nothing but end a section, as low as can be."""
    made = paragraph.makeelement(P, {})
    properties = etree.SubElement(made, PPR)
    none = {w("before"): "0", w("after"): "0", w("line"): "20", w("lineRule"): "exact"}
    etree.SubElement(properties, w("spacing"), none)
    etree.SubElement(etree.SubElement(properties, w("rPr")), w("sz"), {VAL: "2"})
    properties.append(mark)
    return made


def _mark(paragraph: Element, mark: Element) -> None:
    """Put the mark where section properties stand among those of a paragraph (17.3.1.26)."""
    properties = child(paragraph, PPR)
    if properties is None:
        properties = paragraph.makeelement(PPR, {})
        paragraph.insert(0, properties)
    changed = child(properties, w("pPrChange"))
    if changed is None:
        properties.append(mark)
    else:
        changed.addprevious(mark)


def _nothing_after(last: _Turn, whole: Element, blocks: Sequence[Element]) -> bool:
    """Whether nothing is seen between a turn and the end of the page section that it stands in."""
    for each in blocks[blocks.index(last.paragraph) + 1 :]:
        if each.tag == TBL or shows(each):
            return False
        if whole in each.iter(SECT_PR):
            return True
    return True


def _turns(root: Element) -> list[_Turn]:
    return [
        _Turn(mark, paragraph, mark.get("to") == "landscape", mark.get("made") == "1")
        for mark in root.iter(TURN)
        for paragraph in [next(mark.iterancestors(P), None)]
        if paragraph is not None
    ]


def _blocks(holder: Element) -> Iterator[Element]:
    """The paragraphs and tables of the body, one after another, those in controls too, none from within a table."""
    for each in holder:
        if each.tag in (P, TBL):
            yield each
        elif isinstance(each.tag, str):
            yield from _blocks(each)


def _is_heading(block: Element, styles: Styles) -> bool:
    if block.tag != P or _ends_section(block):
        return False
    properties = child(block, PPR)
    if properties is None:
        return False
    style = child(properties, w("pStyle"))
    # A heading that runs in to nothing has no level, but is kept with what comes after it.
    kept = child(properties, w("keepNext")) is not None
    return kept or (style is not None and styles.outline(style.get(VAL, "")) is not None)


def _ends_section(block: Element) -> bool:
    properties = child(block, PPR) if block.tag == P else None
    if properties is None:
        return False
    found = child(properties, TURN)
    return child(properties, SECT_PR) is not None or (found is not None and found.get("to") == "landscape")


def _go_on(properties: Element) -> None:
    """Make of a section's properties those of one that goes on from the section before."""
    for name in ("titlePg", "pgNumType"):
        for each in properties.findall(w(name)):
            if name == "titlePg":
                properties.remove(each)
            else:
                each.attrib.pop(w("start"), None)
    kind = properties.find(w("type"))
    if kind is not None and kind.get(w("val")) != "nextPage":
        kind.set(w("val"), "nextPage")


def _on_its_side(properties: Element) -> None:
    size = properties.find(w("pgSz"))
    if size is None:
        at = sum(1 for each in properties if each.tag in _BEFORE_SIZE)
        size = properties.makeelement(w("pgSz"), {w("w"): "11906", w("h"): "16838"})
        properties.insert(at, size)
    width, height = size.get(w("w"), "11906"), size.get(w("h"), "16838")
    size.set(w("w"), height)
    size.set(w("h"), width)
    size.set(w("orient"), "landscape")
    margins = properties.find(w("pgMar"))
    if margins is not None:
        old = {side: margins.get(w(side), "1440") for side in ("top", "right", "bottom", "left")}
        for side, was in (("top", "left"), ("right", "top"), ("bottom", "right"), ("left", "bottom")):
            margins.set(w(side), old[was].lstrip("-"))
