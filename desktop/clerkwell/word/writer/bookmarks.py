"""Bookmarks in what the template holds, for live references to appendices and sections (ECMA-376 part 1, 17.13.6)."""

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import controls
from clerkwell.word.ooxml.names import PPR, P, w
from clerkwell.word.writer.references import Target


def bookmark_number(number: Element, target: Target) -> None:
    """Put a bookmark round "Appendix 1": from the beginning of the paragraph to its number."""
    line = next(number.iterancestors(P), None)
    outermost = number
    while line is not None and outermost.getparent() is not line:
        parent = outermost.getparent()
        if parent is None:
            return
        outermost = parent
    if line is None:
        return
    _begin(line, target)
    outermost.addnext(line.makeelement(w("bookmarkEnd"), {w("id"): str(target.number)}))


def bookmark_heading(section: Element, target: Target) -> None:
    """Put a bookmark round a section's heading: in its place, or round the words of its first paragraph."""
    place = next((each for each in controls(section) if each.kind == "heading"), None)
    line = next((place.element if place else section).iterancestors(P), None)
    if line is None:
        line = next((place.element if place else section).iter(P), None)
    if line is None:
        return
    _begin(line, target)
    line.append(line.makeelement(w("bookmarkEnd"), {w("id"): str(target.number)}))


def _begin(line: Element, target: Target) -> None:
    at = 1 if len(line) and line[0].tag == PPR else 0
    line.insert(at, line.makeelement(w("bookmarkStart"), {w("id"): str(target.number), w("name"): target.name}))
