"""Pages turned on their side (ECMA-376 part 1, 17.6): the page sections that a stretch of the report asks for.

A section's properties stand in its last paragraph, and those of the last section at the end of the body. Each new one
is a copy of the section that the stretch stands in, so that headers, footers and margins stay; a first page of its own
and a page number to begin with belong to the first of them alone.
"""

from copy import deepcopy

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import SECT_PR, w
from clerkwell.word.ooxml.xml import LAYOUT, put_in_place

_TURN = f"{{{LAYOUT}}}turn"
_BEFORE_SIZE = frozenset({w("headerReference"), w("footerReference"), w("footnotePr"), w("endnotePr"), w("type")})


def settle_turns(root: Element) -> None:
    """Put section properties where the layout marked that pages turn."""
    found = list(root.iter(_TURN, SECT_PR))
    if not any(each.tag == _TURN for each in found):
        return
    inside: dict[Element, Element] = {}
    whole: Element | None = None
    for each in reversed(found):
        if each.tag == SECT_PR:
            whole = each
        elif whole is not None:
            inside[each] = whole
    begun: set[Element] = set()
    for turn in found:
        if turn not in inside:
            continue
        properties = deepcopy(inside[turn])
        if inside[turn] in begun:
            _go_on(properties)
        begun.add(inside[turn])
        if turn.get("to") == "landscape":
            _on_its_side(properties)
        put_in_place(turn, [properties])
    for each in begun:
        _go_on(each)


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
