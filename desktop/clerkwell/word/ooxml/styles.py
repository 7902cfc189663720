"""The styles of a document, looked up by name (ECMA-376 part 1, 17.7). A lookup is done once, never per paragraph."""

import re
from dataclasses import dataclass
from typing import Literal

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import PPR, VAL, w
from clerkwell.word.ooxml.xml import child

# No number of a real document has more digits.
_WHOLE = re.compile(r"-?[0-9]{1,10}\Z")

StyleKind = Literal["paragraph", "character", "table", "numbering"]


@dataclass(frozen=True)
class Style:
    """One style: what it is called, and what it takes its properties from."""

    id: str
    name: str
    kind: str
    element: Element
    default: bool = False

    @property
    def based_on(self) -> str:
        """The id of the style it is based on."""
        found = child(self.element, w("basedOn"))
        return "" if found is None else found.get(VAL, "")

    def own(self, *path: str) -> int | None:
        """A whole number that its own paragraph properties give."""
        return number_of(self.element, PPR, *path)


class Styles:
    """All styles of a document; a document without a styles part has none."""

    def __init__(self, root: Element | None) -> None:
        self._root = root
        found = [] if root is None else [_style(each) for each in root.iterchildren(w("style"))]
        self._by_id = {style.id: style for style in found}
        self._outlines: dict[str, int | None] = {}
        self._by_name: dict[tuple[str, str], Style] = {}
        for style in found:
            self._by_name.setdefault((style.kind, folded(style.name)), style)
        self._defaults = {style.kind: style for style in reversed(found) if style.default}

    @property
    def language(self) -> str:
        """The language of whatever names none; "" if the styles do not say."""
        path = f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('lang')}"
        found = None if self._root is None else self._root.find(path)
        return "" if found is None else found.get(VAL, "")

    def get(self, style_id: str) -> Style | None:
        """The style of this id."""
        return self._by_id.get(style_id)

    def named(self, name: str, kind: StyleKind) -> Style | None:
        """The style of this name; capitals do not count, as Word itself writes `heading 1` for Heading 1."""
        return self._by_name.get((kind, folded(name)))

    def default(self, kind: StyleKind) -> Style | None:
        """The style of whatever names none."""
        return self._defaults.get(kind)

    def names(self, kind: StyleKind) -> frozenset[str]:
        """The names of all styles of this kind."""
        return frozenset(style.name for style in self._by_id.values() if style.kind == kind)

    def numbering(self, style_id: str) -> tuple[str, int | None] | None:
        """The numbering instance (and level, if it says so) that a style gives, itself or by what it is based on."""
        seen: set[str] = set()
        level: int | None = None
        style = self._by_id.get(style_id)
        while style is not None and style.id not in seen:
            seen.add(style.id)
            level = style.own(w("numPr"), w("ilvl")) if level is None else level
            num = style.own(w("numPr"), w("numId"))
            if num is not None:
                return None if num == 0 else (str(num), level)
            style = self._by_id.get(style.based_on)
        return None

    def given(self, style_id: str, name: str) -> Element | None:
        """The paragraph property of this name that a style has, itself or by what it is based on."""
        seen: set[str] = set()
        style = self._by_id.get(style_id)
        while style is not None and style.id not in seen:
            seen.add(style.id)
            properties = child(style.element, PPR)
            found = None if properties is None else child(properties, name)
            if found is not None:
                return found
            style = self._by_id.get(style.based_on)
        return None

    def size(self, style_id: str) -> int:
        """The size of a paragraph style's letters in half points, itself or by what it is based on (17.3.2.38)."""
        seen: set[str] = set()
        style = self._by_id.get(style_id)
        while style is not None and style.id not in seen:
            seen.add(style.id)
            size = number_of(style.element, w("rPr"), w("sz"))
            if size:
                return size
            style = self._by_id.get(style.based_on)
        # What the standard says of a document that does not (17.7.5.1).
        return number_of(self._root, w("docDefaults"), w("rPrDefault"), w("rPr"), w("sz")) or 20

    def outline(self, style_id: str) -> int | None:
        """The heading level (from 0) that a style gives, itself or by what it is based on."""
        if style_id not in self._outlines:
            self._outlines[style_id] = self._outline(style_id)
        return self._outlines[style_id]

    def _outline(self, style_id: str) -> int | None:
        seen: set[str] = set()
        style = self._by_id.get(style_id)
        while style is not None and style.id not in seen:
            seen.add(style.id)
            outline = style.own(w("outlineLvl"))
            if outline is not None:
                return outline if outline < 9 else None
            style = self._by_id.get(style.based_on)
        return None


def folded(name: str) -> str:
    """A style's name as names are compared."""
    return " ".join(name.casefold().split())


def number_of(element: Element | None, *path: str) -> int | None:
    """The whole number that an element gives, by the names of those that lead to it; none if it is not there."""
    for tag in path:
        element = None if element is None else child(element, tag)
    text = "" if element is None else element.get(VAL, "")
    return whole(text)


def whole(text: str) -> int | None:
    """A whole number as Word writes one; None for anything else, as a damaged document may have."""
    return int(text) if _WHOLE.match(text) else None


def _style(element: Element) -> Style:
    name = child(element, w("name"))
    return Style(
        id=element.get(w("styleId"), ""),
        name="" if name is None else name.get(VAL, ""),
        kind=element.get(w("type"), "paragraph"),
        element=element,
        default=element.get(w("default")) in ("1", "true", "on"),
    )
