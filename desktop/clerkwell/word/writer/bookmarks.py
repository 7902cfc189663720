"""Bookmarks in what the template holds, for live references to appendices and sections (ECMA-376 part 1, 17.13.6)."""

from collections.abc import Iterable
from copy import deepcopy

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import Control
from clerkwell.word.ooxml.names import PPR, RPR, RUN, P, T, w
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


def bookmark_heading(places: Iterable[Control], target: Target) -> None:
    """Put a bookmark round a section's heading, without the colon after it."""
    place = next((each for each in places if each.kind == "heading"), None)
    if place is None:
        return
    inside = place.element
    line = next(inside.iterancestors(P), None)
    if line is None:
        line = next(inside.iter(P), None)
    words = list(inside.iter(T))
    last = words[-1].getparent() if words else None
    holder = None if last is None else last.getparent()
    if line is None or last is None or holder is None:
        return
    _begin(line, target)
    end = last.makeelement(w("bookmarkEnd"), {w("id"): str(target.number)})
    text = words[-1].text or ""
    kept = text.rstrip(" :")
    if kept != text and not target.is_number and last.tag == RUN:
        rest = deepcopy(last)
        words[-1].text = kept
        for each in [each for each in rest if each.tag not in (RPR, T)]:
            rest.remove(each)
        for each in rest.iter(T):
            each.text = text[len(kept) :]
        last.addnext(rest)
    holder.insert(holder.index(last) + 1, end)


def _begin(line: Element, target: Target) -> None:
    at = 1 if len(line) and line[0].tag == PPR else 0
    line.insert(at, line.makeelement(w("bookmarkStart"), {w("id"): str(target.number), w("name"): target.name}))


def bookmark_words(place: Element, target: Target) -> None:
    """Put a bookmark round the words of a place."""
    runs = list(place.iter(RUN))
    if runs:
        start = place.makeelement(w("bookmarkStart"), {w("id"): str(target.number), w("name"): target.name})
        runs[0].addprevious(start)
        runs[-1].addnext(place.makeelement(w("bookmarkEnd"), {w("id"): str(target.number)}))
