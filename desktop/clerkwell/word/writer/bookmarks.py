"""Bookmarks in what the template holds, for live references to appendices and sections (ECMA-376 part 1, 17.13.6)."""

import re
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import replace

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import Control
from clerkwell.word.ooxml.names import PPR, RPR, RUN, XML_SPACE, P, T, w
from clerkwell.word.ooxml.xml import remove
from clerkwell.word.writer.references import Target, Targets

# What ends a number or a heading where it stands, and is not cited with it.
_STOPS = " \t\u00a0:.–—-"


def bookmark_number(number: Element, target: Target) -> Target:
    """Put a bookmark round "Appendix 1" where the template writes it so, or else round the number alone.

    The target as it is then: what a reference says is what stands inside its bookmark.
    """
    line = next(number.iterancestors(P), None)
    own = [each for each in number.iter(T) if each.text]
    if line is None or not own:
        return target
    before = [each for each in line.iter(T) if each.text]
    before = before[: before.index(own[-1]) + 1] if own[-1] in before else own
    said = "".join(each.text or "" for each in before)
    kept = said.rstrip(_STOPS)
    if re.sub(r"\s+", " ", kept).casefold() == target.words.casefold():
        _begin(line, target)
    else:
        said = "".join(each.text or "" for each in own)
        kept = said.rstrip(_STOPS)
        start = next(number.iter(RUN), None)
        if start is None or not kept:
            return target
        start.addprevious(_start(line, target))
    _close(own[-1], len(kept) - (len(said) - len(own[-1].text or "")), target)
    told = target.told_by(kept)
    alone = not re.match(r"\s*appendix", kept, re.IGNORECASE)
    return replace(told, first="Appendix ") if alone else told


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
    if line is None or not words:
        return
    _begin(line, target)
    text = words[-1].text or ""
    _close(words[-1], len(text) if target.is_number else len(text.rstrip(" :")), target)


def bookmark_words(place: Element, target: Target) -> None:
    """Put a bookmark round the words of a place."""
    runs = list(place.iter(RUN))
    if runs:
        runs[0].addprevious(_start(place, target))
        runs[-1].addnext(_end(place, target))


def settle_references(root: Element, targets: Targets) -> None:
    """Make plain words of references whose target the template has no place for: a field would show an error."""
    if not targets.found:
        return
    placed = {each.get(w("name")) for each in root.iter(w("bookmarkStart"))}
    lost = {target.name for target in targets.found.values()} - placed
    if not lost:
        return
    for code in [each for each in root.iter(w("instrText")) if lost & set((each.text or "").split())]:
        run = code.getparent()
        begin = None if run is None else run.getprevious()
        separate = None if run is None else run.getnext()
        if run is None or begin is None or separate is None:
            continue
        end = separate.getnext()
        while end is not None and next(end.iter(w("fldChar")), None) is None:
            end = end.getnext()
        for each in (begin, run, separate, end):
            if each is not None:
                remove(each)


def _begin(line: Element, target: Target) -> None:
    line.insert(1 if len(line) and line[0].tag == PPR else 0, _start(line, target))


def _start(near: Element, target: Target) -> Element:
    return near.makeelement(w("bookmarkStart"), {w("id"): str(target.number), w("name"): target.name})


def _end(near: Element, target: Target) -> Element:
    return near.makeelement(w("bookmarkEnd"), {w("id"): str(target.number)})


def _close(text: Element, kept: int, target: Target) -> None:
    """End a bookmark after so many characters of a text, parting its run there."""
    last = text.getparent()
    if last is None:
        return
    whole = text.text or ""
    if 0 < kept < len(whole) and last.tag == RUN:
        rest = deepcopy(last)
        text.text = whole[:kept]
        for each in [each for each in rest if each.tag not in (RPR, T)]:
            rest.remove(each)
        for each in rest.iter(T):
            each.text = whole[kept:]
            each.set(XML_SPACE, "preserve")
        last.addnext(rest)
    last.addnext(_end(last, target))
