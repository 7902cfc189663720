"""Bookmarks of the earlier document, and the fields that point at them.

A bookmark has the same name in both documents if it is round the same thing. Where that thing was moved, or is gone,
the earlier bookmark comes along in the words that went, so that a field still finds it when all is rejected.
"""

import re
from collections.abc import Sequence
from copy import deepcopy
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import PPR, RUN, P, w
from clerkwell.word.writer.compared.marks import Marks

_START: Final = w("bookmarkStart")
_NAME: Final = w("name")
_ID: Final = w("id")
_FIELD_CHAR: Final = w("fldChar")
# What follows the name of a bookmark whose namesake stands elsewhere.
_EARLIER: Final = "e"

# Bookmarks by the piece of a paragraph that they stand before.
Placed = Sequence[tuple[int, Element]]


class Pointers:
    """The bookmarks that come along, under other names if theirs are taken."""

    def __init__(self, names: Sequence[str]) -> None:
        """`names` are those of the later document."""
        self._known = frozenset(names)
        self._moved: set[str] = set()

    def kept(self, marks: Placed, numbers: Marks) -> list[tuple[int, Element]]:
        """The bookmarks of a paragraph that went."""
        return self._copied(marks, numbers, {each.get(_NAME, "") for _, each in marks})

    def lost(self, marks: Placed, numbers: Marks) -> list[tuple[int, Element]]:
        """The bookmarks of a paragraph that both have, those that the later document has nowhere."""
        return self._copied(marks, numbers, {each.get(_NAME, "") for _, each in marks} - self._known)

    def settle(self, root: Element, marks: Marks) -> None:
        """Let what went point at bookmarks that came along, and fields at a bookmark that was moved change with it."""
        if not self._moved:
            return
        pattern = re.compile(rf"\b({'|'.join(sorted(self._moved))})\b")
        for code in root.iter(w("delInstrText")):
            code.text = pattern.sub(rf"\1{_EARLIER}", code.text or "")
        for paragraph in list(root.iter(P)):
            for runs in _fields(paragraph):
                if any(pattern.search(code.text or "") for run in runs for code in run.iter(w("instrText"))):
                    _split(runs, pattern, marks)

    def _copied(self, marks: Placed, numbers: Marks, names: set[str]) -> list[tuple[int, Element]]:
        ids: dict[str, str] = {}
        done: list[tuple[int, Element]] = []
        for at, mark in marks:
            name, old = mark.get(_NAME, ""), mark.get(_ID, "")
            copy = deepcopy(mark)
            copy.tail = None
            if mark.tag == _START and name in names:
                ids[old] = numbers.number()
                if name in self._known:
                    self._moved.add(name)
                    copy.set(_NAME, name + _EARLIER)
            if old in ids:
                copy.set(_ID, ids[old])
                done.append((at, copy))
        return done


def bookmark_names(root: Element) -> list[str]:
    """The names of all bookmarks."""
    return [each.get(_NAME, "") for each in root.iter(_START)]


def _fields(paragraph: Element) -> list[list[Element]]:
    """The runs of each field that neither came nor went."""
    done: list[list[Element]] = []
    runs: list[Element] = []
    deep = 0
    for run in paragraph.iterchildren(etree.Element):
        if run.tag != RUN:
            if run.tag != PPR:
                runs, deep = [], 0
            continue
        ends = [each.get(w("fldCharType")) for each in run.iterchildren(_FIELD_CHAR)]
        if deep or "begin" in ends:
            runs.append(run)
            deep += ends.count("begin") - ends.count("end")
            if not deep:
                done.append(runs)
                runs = []
    return done


def _split(runs: Sequence[Element], pattern: re.Pattern[str], marks: Marks) -> None:
    """A field that points at what was moved: the one that did went, and the one that does came."""
    went = [deepcopy(run) for run in runs]
    for run in went:
        for code in run.iter(w("instrText")):
            code.text = pattern.sub(rf"\1{_EARLIER}", code.text or "")
    parent = runs[0].getparent()
    if parent is None:
        return
    place = parent.index(runs[0])
    parent[place:place] = [*marks.round(went, "del"), *marks.round(list(runs), "ins")]
