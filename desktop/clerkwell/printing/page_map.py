"""Where on the pages the words of a document stand, found by the words themselves.

Whatever made the pages keeps the order of the document. So each stretch of words is looked for a little way behind
the end of the one before: between two of them stand only numbers, and the foot and the head of a page. That tells
headings of one wording apart, and needs nothing of the program that made the pages.
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from clerkwell.printing.pdf import Pdf

Key = tuple[str, ...]

# Letters of the beginning of a stretch that are looked for, and of its end: so many stand in one line.
_PROBE = 40
# Letters by which words are known wherever they stand.
_TELLING = 20
# How many letters further on a stretch is looked for: short words stand anywhere, long ones only where they belong.
_NEAR, _FAR = 600, 6000
# Letters that may stand between a heading and what follows it.
_BESIDE = 80


@dataclass(frozen=True)
class Sought:
    """A stretch of words to find, in the order of the document.

    `pieces` are its words, parted where the page has others (the number of a footnote, the words of a reference).
    `leads`: it is a heading, known by what follows it. `apart`: it stands anywhere, most likely before all that does
    not.
    """

    key: Key
    pieces: tuple[str, ...]
    leads: bool = False
    apart: bool = False


@dataclass(frozen=True)
class Spot:
    """A line on a page: the page from 0, and how far down its upper and its lower edge are, in points."""

    page: int
    top: float
    bottom: float


@dataclass(frozen=True)
class Places:
    """Where the stretches stand: `found` says at which of the `letters`, in the order of the pages, each begins.

    `pages` is at which letter each page begins, `at` which of its page's characters each letter is. No part of a PDF,
    so that it can be found in another process than the one that asks.
    """

    letters: str
    pages: array[int]
    at: array[int]
    found: Mapping[Key, int]


class PageMap:
    """Which stretches stand where on the pages of one PDF."""

    def __init__(self, places: Places, pdf: Pdf) -> None:
        self._places = places
        self._pdf = pdf

    def spot(self, key: Key, before: str = "", after: str = "") -> Spot | None:
        """Where a stretch begins; or, with words `before` and `after` it, where in it that place is."""
        letters = self._places.letters
        start = self._places.found.get(key)
        if start is None:
            return None
        ahead = len(letters_of(before))
        if ahead:
            near = letters_of(after)[:_TELLING]
            # Feet and heads of pages may stand between.
            found = letters.find(near, start + ahead, start + ahead + _NEAR) if near else -1
            start = found if found >= 0 else min(start + ahead, len(letters)) - (0 if near else 1)
        start = min(max(start, 0), len(letters) - 1)
        page = bisect_right(self._places.pages, start) - 1
        edges = self._pdf.edges(page, self._places.at[start])
        return Spot(page, *edges) if edges is not None else None


class Finder:
    """Finds words on the pages of one PDF after another; pages that say what they said before cost next to nothing."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, array[int]]] = {}

    def places(self, pdf: Pdf, sought: Iterable[Sought]) -> Places:
        """Where each stretch of words is on these pages."""
        pages, at = array("I"), array("I")
        whole: list[str] = []
        length = 0
        known: dict[str, tuple[str, array[int]]] = {}
        for page in range(len(pdf.sizes)):
            pages.append(length)
            text = pdf.text(page)
            letters, places = known[text] = self._known.get(text) or _kept(text)
            whole.append(letters)
            at.extend(places)
            length += len(letters)
        self._known = known
        stream = "".join(whole)
        return Places(stream, pages, at, _found(stream, [_Stretch(each) for each in sought]))


def find_places(pdf: Pdf, sought: Iterable[Sought]) -> PageMap:
    """Find each stretch of words on these pages."""
    return PageMap(Finder().places(pdf, sought), pdf)


def _found(stream: str, stretches: list[_Stretch]) -> dict[Key, int]:
    found = _aligned(stream, [each for each in stretches if not each.sought.apart])
    first = min(found.values(), default=len(stream))
    for each in stretches:
        if each.sought.apart and each.head:
            place = stream.find(each.head, 0, first)
            place = stream.rfind(each.head) if place < 0 else place
            if place >= 0:
                found.setdefault(each.sought.key, place)
    return found


def letters_of(text: str) -> str:
    """The letters and figures of a text, and nothing else of it: lines end elsewhere, and quotation marks differ."""
    return _lettered(text)[0]


def _kept(text: str) -> tuple[str, array[int]]:
    """What `_lettered` gives, as it is kept: numbers one by one take nine times the room."""
    letters, places = _lettered(text)
    return letters, array("I", places)


def _lettered(text: str) -> tuple[str, list[int]]:
    """The letters, and where in the text each of them is."""
    if text.isascii():
        kept = [at for at, each in enumerate(text) if each.isalnum()]
        return "".join(map(text.__getitem__, kept)).lower(), kept
    letters: list[str] = []
    places: list[int] = []
    for at, each in enumerate(text):
        said = each if each.isascii() else unicodedata.normalize("NFKC", each)
        for letter in said.casefold():
            if letter.isalnum():
                letters.append(letter)
                places.append(at)
    return "".join(letters), places


class _Stretch:
    """What is looked for of a stretch: how it begins and how it ends."""

    def __init__(self, sought: Sought) -> None:
        self.sought = sought
        pieces = [said for said in map(letters_of, sought.pieces) if said]
        self.head = pieces[0][:_PROBE] if pieces else ""
        self.tail = pieces[-1][-_PROBE:] if pieces else ""
        self.long = sum(map(len, pieces)) - len(self.tail)


def _aligned(stream: str, stretches: list[_Stretch]) -> dict[Key, int]:
    found: dict[Key, int] = {}
    end = 0
    begun = False
    for at, each in enumerate(stretches):
        if not each.head:
            continue
        following = next((other.head for other in stretches[at + 1 :] if other.head), "")
        place = _place(stream, each, following, end, begun)
        if place < 0:
            continue
        begun = True
        found.setdefault(each.sought.key, place)
        # Its end, past whatever stands at the turn of a page within it.
        last = stream.find(each.tail, place + each.long, place + each.long + _NEAR + len(each.tail))
        end = last + len(each.tail) if last >= 0 else place + each.long + len(each.tail)
    return found


def _place(stream: str, stretch: _Stretch, following: str, end: int, begun: bool) -> int:
    """Where a stretch begins behind `end`; -1 where it is not to be found."""
    head = stretch.head
    room = _FAR if len(head) >= _TELLING or not begun else _NEAR
    if stretch.sought.leads:
        for place in _all(stream, head, end, end + max(room, _FAR if not begun else _NEAR)):
            behind = place + len(head)
            beside = stream.find(following, behind, behind + _BESIDE + len(following)) if following else -1
            if beside >= 0:
                # The nearest: the same words may have stood just before.
                return max(place, stream.rfind(head, place, beside))
    place = stream.find(head, end, end + room + len(head))
    if place < 0 and len(head) >= _TELLING:
        # Words that stand in the document only once are known anywhere.
        place = stream.find(head, end)
        if place >= 0 and stream.find(head, place + 1) >= 0:
            place = -1
    return place


def _all(stream: str, words: str, start: int, end: int) -> Iterator[int]:
    place = stream.find(words, start, end + len(words))
    while place >= 0:
        yield place
        place = stream.find(words, place + 1, end + len(words))
