"""The styles of a document, looked up by name (ECMA-376 part 1, 17.7). A lookup is done once, never per paragraph."""

from dataclasses import dataclass
from typing import Literal

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import PPR, VAL, w

StyleKind = Literal["paragraph", "character", "table", "numbering"]


@dataclass(frozen=True)
class Style:
    """One style. `num_id` and `level` are the numbering that it gives by itself, `outline` its heading level from 0."""

    id: str
    name: str
    kind: str
    based_on: str = ""
    default: bool = False
    num_id: str | None = None
    level: int | None = None
    outline: int | None = None


class Styles:
    """All styles of a document; a document without a styles part has none."""

    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else [_style(each) for each in root.findall(w("style"))]
        self._by_id = {style.id: style for style in found}
        self._by_name: dict[tuple[str, str], Style] = {}
        for style in found:
            self._by_name.setdefault((style.kind, folded(style.name)), style)
        self._defaults = {style.kind: style for style in reversed(found) if style.default}
        language = None if root is None else root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('lang')}")
        self.language = "" if language is None else language.get(VAL, "")

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
            level = style.level if level is None else level
            if style.num_id is not None:
                return None if style.num_id == "0" else (style.num_id, level)
            style = self._by_id.get(style.based_on)
        return None

    def outline(self, style_id: str) -> int | None:
        """The heading level (from 0) that a style gives, itself or by what it is based on."""
        seen: set[str] = set()
        style = self._by_id.get(style_id)
        while style is not None and style.id not in seen:
            seen.add(style.id)
            if style.outline is not None:
                return style.outline if style.outline < 9 else None
            style = self._by_id.get(style.based_on)
        return None


def folded(name: str) -> str:
    """A style's name as names are compared."""
    return " ".join(name.casefold().split())


def number_of(properties: Element | None, path: str) -> int | None:
    """The whole number that an element below `properties` gives, if it is there and is one."""
    found = None if properties is None else properties.find(path)
    text = "" if found is None else found.get(VAL, "")
    return int(text) if text.lstrip("-").isdecimal() else None


def _style(element: Element) -> Style:
    name = element.find(w("name"))
    based_on = element.find(w("basedOn"))
    properties = element.find(PPR)
    num = number_of(properties, f"{w('numPr')}/{w('numId')}")
    return Style(
        id=element.get(w("styleId"), ""),
        name="" if name is None else name.get(VAL, ""),
        kind=element.get(w("type"), "paragraph"),
        based_on="" if based_on is None else based_on.get(VAL, ""),
        default=element.get(w("default")) in ("1", "true", "on"),
        num_id=None if num is None else str(num),
        level=number_of(properties, f"{w('numPr')}/{w('ilvl')}"),
        outline=number_of(properties, w("outlineLvl")),
    )
