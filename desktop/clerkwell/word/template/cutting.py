"""Words cut out of a line: a run is parted where they begin and end, and a code that showed nothing else goes too."""

import copy
import re
from typing import Final

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import RPR, RUN, XML_SPACE, P, T, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.xml import child, remove
from clerkwell.word.template.controls import made, plain_run
from clerkwell.word.template.shapes import Atom, atoms

_POINTING: Final = re.compile(r"\s*(?:REF|PAGEREF|NOTEREF)\s+\"?([^\s\"\\]+)", re.IGNORECASE)


def look_at(paragraph: Element, start: int, end: int) -> Element | None:
    """How the words there look; none where there are none."""
    position = 0
    for each in atoms(paragraph):
        if position + len(each.text) > start and position < end and each.text.strip():
            return child(each.run, RPR)
        position += len(each.text)
    return None


def take(paragraph: Element, start: int, end: int) -> tuple[Element, int]:
    """Take characters out of a line; where a place would stand instead: in what, and at which child of it."""
    holder, at, _ = cut(paragraph, start, end)
    _clear_fields(paragraph)
    return holder, min(at, len(holder))


def cut(paragraph: Element, start: int, end: int) -> tuple[Element, int, list[Element]]:
    """Part a line's runs so that these characters have theirs to themselves.

    Taken out of the line are the runs, which come back: for whoever puts them into a place of the line.
    """
    position = 0
    held: list[Element] = []
    anchor: Element | None = None
    for each in atoms(paragraph):
        begin, stop = max(start - position, 0), min(end - position, len(each.text))
        if position >= end and anchor is None and start == end:
            anchor = _top(_split(each)[0], paragraph) if position == start else anchor
        if begin < stop:
            held.append(_only(each, begin, stop))
        position += len(each.text)
    if not held:
        at = len(paragraph) if anchor is None else paragraph.index(anchor)
        return paragraph, at, []
    first = _top(held[0], paragraph)
    marker = made("marker")
    first.addprevious(marker)
    last = _top(held[-1], paragraph)
    between = paragraph[paragraph.index(marker) + 1 : paragraph.index(last) + 1]
    # A link goes whole with its words, if all of them go.
    kept = [each for each in between if each in held or _all_in(each, held)]
    loose = [each for each in held if not any(each is outer or outer in each.iterancestors() for outer in kept)]
    taken = sorted([*kept, *loose], key=lambda each: _place(each, paragraph))
    for run in taken:
        remove(run)
    at = paragraph.index(marker)
    remove(marker)
    return paragraph, at, taken


def _place(element: Element, paragraph: Element) -> tuple[int, ...]:
    path: list[int] = []
    each = element
    while each is not paragraph:
        parent = each.getparent()
        assert parent is not None
        path.append(parent.index(each))
        each = parent
    return tuple(reversed(path))


def _all_in(element: Element, held: list[Element]) -> bool:
    runs = [each for each in element.iter(RUN) if any(True for _ in each.iter(T))]
    return bool(runs) and all(each in held for each in runs)


def _top(element: Element, paragraph: Element) -> Element:
    """The child of a paragraph that an element is, or stands in."""
    while element.getparent() is not paragraph:
        outer = element.getparent()
        assert outer is not None
        element = outer
    return element


def _split(atom: Atom) -> tuple[Element, Element]:
    """A run that holds this piece alone, and the piece: what stood before and after it get runs of their own."""
    # Where it stands by now: a piece of the same run before it may have been parted from it.
    run = atom.element.getparent()
    assert run is not None
    look = child(run, RPR)
    inner = [each for each in run if each.tag != RPR]
    at = inner.index(atom.element)
    for pieces, add in ((inner[:at], run.addprevious), (inner[at + 1 :], run.addnext)):
        if pieces:
            other = made(RUN)
            if look is not None:
                other.append(copy.deepcopy(look))
            other.extend(pieces)
            add(other)
    return run, atom.element


def _only(atom: Atom, begin: int, stop: int) -> Element:
    """The run of some characters of a piece alone."""
    run, element = _split(atom)
    text = atom.text
    if element.tag != T:
        return run
    for words, add in ((text[:begin], run.addprevious), (text[stop:], run.addnext)):
        if words:
            other = plain_run(words)
            look = child(run, RPR)
            if look is not None:
                other.insert(0, copy.deepcopy(look))
            add(other)
    element.text = text[begin:stop]
    element.set(XML_SPACE, "preserve")
    return run


def _clear_fields(paragraph: Element) -> None:
    """Take out codes that lost all that they showed: they would show it again."""
    stack: list[tuple[list[Element], bool, bool]] = []
    for run in list(paragraph.iter(RUN)):
        for each in list(run):
            kind = each.get(w("fldCharType")) if each.tag == w("fldChar") else ""
            if kind == "begin":
                stack.append(([each], False, False))
            elif stack and each.tag != RPR:
                parts, answer, said = stack[-1]
                if kind or each.tag == w("instrText"):
                    stack[-1] = ([*parts, each], answer or kind == "separate", said)
                else:
                    stack[-1] = (parts, answer, said or answer)
                if kind == "end":
                    parts, answer, said = stack.pop()
                    if answer and not said:
                        for part in parts:
                            remove(part)
    for run in list(paragraph.iter(RUN)):
        if not any(each.tag != RPR for each in run):
            remove(run)


def unlink(package: OpenPackage) -> None:
    """Make words of codes that point at lines which are gone: Word would print an error instead (17.16.5)."""
    root = package.tree(package.main)
    marked = {each.get(w("name"), "").casefold() for each in root.iter(w("bookmarkStart"))}
    for paragraph in root.iter(P):
        if not any(True for _ in paragraph.iter(w("instrText"))):
            continue
        stack: list[tuple[list[Element], str]] = []
        for each in list(paragraph.iter(w("fldChar"), w("instrText"))):
            kind = each.get(w("fldCharType"))
            if kind == "begin":
                stack.append(([], ""))
            if not stack:
                continue
            parts, code = stack[-1]
            stack[-1] = ([*parts, each], code + (each.text or "" if each.tag == w("instrText") else ""))
            if kind == "end":
                parts, code = stack.pop()
                pointed = _POINTING.match(code)
                if pointed and pointed[1].casefold() not in marked:
                    for part in parts:
                        remove(part)
