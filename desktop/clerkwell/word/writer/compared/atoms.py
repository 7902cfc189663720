"""A paragraph in the smallest pieces that come and go: words, signs, marks, pictures, fields."""

import hashlib
from collections.abc import Hashable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.comparing.wording import word_pieces
from clerkwell.word.ooxml.names import PPR, RPR, RUN, WP, XML_SPACE, A, R, T, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.xml import child
from clerkwell.word.writer.compared.bringing import found_note, xml_key

HYPERLINK: Final = w("hyperlink")
_FIELD_CHAR: Final = w("fldChar")
_NOTE_MARK: Final = w("footnoteReference")
_DRAWING: Final = w("drawing")
_BREAKS: Final = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011", w("softHyphen"): "\xad"}
_MARKS: Final = frozenset({w("bookmarkStart"), w("bookmarkEnd")})


@dataclass(frozen=True)
class Atom:
    """A piece of a paragraph. `key` is what makes it the same as another, `elements` are the runs it is made of.

    `text` is set for words, whose run has the properties `look`. `link` is the hyperlink that it stands in.
    """

    key: Hashable
    elements: tuple[Element, ...] = ()
    text: str | None = None
    look: Element | None = None
    link: Element | None = None


@dataclass(frozen=True)
class Atoms:
    """The pieces of a paragraph; `marks` are bookmarks, by the piece that they stand before.

    One that is not `whole` holds half a field, and can only be taken as it is.
    """

    pieces: tuple[Atom, ...]
    marks: tuple[tuple[int, Element], ...]
    whole: bool = True

    @property
    def keys(self) -> tuple[Hashable, ...]:
        """What the pieces are compared by."""
        return tuple([each.key for each in self.pieces])

    @property
    def text(self) -> str:
        """The words of the paragraph."""
        return "".join([_said(each) for each in self.pieces])


def atoms(paragraph: Element, package: OpenPackage, part: str) -> Atoms:
    """The pieces of a paragraph of this part."""
    return _Reading(package, part).read(paragraph)


class _Reading:
    """Goes through a paragraph; what stands between the two ends of a field is one piece."""

    def __init__(self, package: OpenPackage, part: str) -> None:
        self._package = package
        self._part = part
        self._pieces: list[Atom] = []
        self._marks: list[tuple[int, Element]] = []
        self._field: list[Element] = []
        self._deep = 0
        self._broken = False

    def read(self, paragraph: Element) -> Atoms:
        """All pieces."""
        for element in paragraph.iterchildren(etree.Element):
            if element.tag == RUN:
                self._run(element, None)
            elif element.tag == HYPERLINK:
                for inner in element.iterchildren(etree.Element):
                    if inner.tag == RUN:
                        self._run(inner, element)
            elif element.tag in _MARKS:
                self._marks.append((len(self._pieces), element))
            elif element.tag != PPR:
                self._pieces.append(Atom(("other", xml_key(element), ""), (element,)))
        return Atoms(tuple(self._pieces), tuple(self._marks), not self._deep and not self._broken)

    def _run(self, run: Element, link: Element | None) -> None:
        ends = [each.get(w("fldCharType")) for each in run.iterchildren(_FIELD_CHAR)]
        if self._deep or "begin" in ends:
            self._field.append(run)
            self._deep += ends.count("begin") - ends.count("end")
            if self._deep <= 0:
                self._pieces.append(Atom(self._field_key(), tuple(self._field), link=link))
                self._field = []
            return
        if "end" in ends or "separate" in ends:
            self._broken = True
        self._pieces += self._of_run(run, link)

    def _field_key(self) -> Hashable:
        """A field is known by its code, so by what it points at, and by what it shows."""
        code = "".join(each.text or "" for run in self._field for each in run.iterchildren(w("instrText"))).strip()
        shown = "".join(each.text or "" for run in self._field for each in run.iterchildren(T))
        return "field", code, shown

    def _of_run(self, run: Element, link: Element | None) -> Iterator[Atom]:
        look = child(run, RPR)
        address = None if link is None else self._address(link)
        for element in run.iterchildren(etree.Element):
            if element.tag == T:
                for word in word_pieces(element.text or ""):
                    yield Atom(word if address is None else ("link", address, word), (), word, look, link)
            elif element.tag in _BREAKS and not element.attrib:
                sign = _BREAKS[element.tag]
                yield Atom(("sign", sign), (_alone(run, element),), None, look, link)
            elif element.tag != RPR:
                yield Atom(self._key(element), (_alone(run, element),), None, look, link)

    def _key(self, element: Element) -> Hashable:
        if element.tag == _NOTE_MARK:
            note = found_note(self._package, element.get(w("id"), ""))
            words = "" if note is None else "".join(each.text or "" for each in note.iter(T))
            return "note", words, "*"
        if element.tag == _DRAWING:
            pictures = tuple(self._picture(each) for each in element.iter(f"{{{A}}}blip"))
            said = tuple((each.get("descr"), each.get("title")) for each in element.iter(f"{{{WP}}}docPr"))
            size = tuple((each.get("cx"), each.get("cy")) for each in element.iter(f"{{{WP}}}extent"))
            return "drawing", pictures, said, size, ""
        return "other", xml_key(element), ""

    def _picture(self, blip: Element) -> str:
        relation = self._package.relations(self._part).get(blip.get(f"{{{R}}}embed", ""))
        if relation is None or relation.target not in self._package.names:
            return ""
        return hashlib.sha256(self._package.data(relation.target)).hexdigest()

    def _address(self, link: Element) -> str:
        relation = self._package.relations(self._part).get(link.get(f"{{{R}}}id", ""))
        return relation.target if relation else f"#{link.get(w('anchor'), '')}"


def text_run(text: str, look: Element | None) -> Element:
    """A run of words."""
    run = etree.Element(RUN)
    if look is not None:
        run.append(deepcopy(look))
    words = etree.SubElement(run, T)
    words.text = text
    words.set(XML_SPACE, "preserve")
    return run


def same_look(one: Element | None, other: Element | None) -> bool:
    """Whether two runs look the same by their own properties."""
    if one is None or other is None:
        return (one is None or not len(one)) and (other is None or not len(other))
    return one is other or xml_key(one) == xml_key(other)


def _said(piece: Atom) -> str:
    """What a piece says: of a field and a sign, what it shows."""
    if piece.text is not None:
        return piece.text
    return str(piece.key[-1]) if isinstance(piece.key, tuple) else ""


def joined_words(pieces: Sequence[Atom]) -> str:
    """The words of pieces that are words."""
    return "".join(each.text or "" for each in pieces)


def _alone(run: Element, element: Element) -> Element:
    """A run with one of a run's children only."""
    done = etree.Element(RUN)
    look = child(run, RPR)
    if look is not None:
        done.append(deepcopy(look))
    done.append(deepcopy(element))
    return done
