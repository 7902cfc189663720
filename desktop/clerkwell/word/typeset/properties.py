"""What paragraph and run properties say, each read once into plain values (ECMA-376 part 1, 17.3.1 and 17.3.2).

Lengths are in twentieths of a point, text sizes in half points, as Word has them.
"""

import re
from typing import TypedDict

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import VAL, w
from clerkwell.word.ooxml.xml import child

_OFF = frozenset({"0", "false", "off"})
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
# 17.18.40: the colours that a highlighter has.
_HIGHLIGHTS = {
    "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "blue": "0000FF", "red": "FF0000",
    "lightGray": "C0C0C0", "darkGray": "808080", "black": "000000", "darkYellow": "808000", "darkGreen": "008000",
    "darkBlue": "000080", "darkRed": "800000", "darkCyan": "008080", "darkMagenta": "800080", "white": "FFFFFF",
}  # fmt: skip


class Tab(TypedDict):
    """A tab stop."""

    at: int
    kind: str


class Edge(TypedDict):
    """A line along an edge: its width in points, its colour, and the room between it and the text, in points."""

    width: float
    colour: str
    room: float


class ParagraphLook(TypedDict, total=False):
    """How a paragraph stands on the page. What is missing is not said."""

    before: int
    after: int
    line: int
    rule: str
    left: int
    right: int
    first: int
    jc: str
    keep_next: bool
    keep_lines: bool
    page_break: bool
    contextual: bool
    outline: int
    tabs: tuple[Tab, ...]
    edges: dict[str, Edge]
    fill: str


class RunLook(TypedDict, total=False):
    """How words look."""

    font: str
    size: int
    bold: bool
    italic: bool
    underline: bool
    strike: bool
    colour: str
    fill: str
    script: str
    caps: bool
    small_caps: bool
    hidden: bool


def paragraph_look(element: Element | None) -> ParagraphLook:
    """What a `w:pPr` says."""
    look: ParagraphLook = {}
    for each in () if element is None else element:
        match local(each):
            case "spacing":
                _spacing(each, look)
            case "ind":
                _indents(each, look)
            case "jc":
                look["jc"] = each.get(VAL, "left")
            case "outlineLvl":
                look["outline"] = whole(each.get(VAL)) or 0
            case "tabs":
                look["tabs"] = tuple(
                    Tab(at=whole(tab.get(w("pos"))) or 0, kind=tab.get(VAL, "left")) for tab in each.iter(w("tab"))
                )
            case "pBdr":
                look["edges"] = edges(each)
            case "shd":
                look["fill"] = fill(each)
            case name:
                _keeping(name, on(each), look)
    return look


def run_look(element: Element | None, themes: dict[str, str]) -> RunLook:
    """What a `w:rPr` says. `themes` are the names of the theme's fonts, "major" and "minor"."""
    look: RunLook = {}
    for each in () if element is None else element:
        match local(each):
            case "rFonts":
                theme = each.get(w("asciiTheme"), "")
                font = themes.get(theme[:5], "") if theme else each.get(w("ascii"), "")
                if font:
                    look["font"] = font
            case "sz":
                look["size"] = min(max(whole(each.get(VAL)) or 24, 2), 400)
            case "u":
                look["underline"] = each.get(VAL, "single") != "none"
            case "color":
                look["colour"] = hexadecimal(each.get(VAL)) or "000000"
            case "highlight":
                look["fill"] = _HIGHLIGHTS.get(each.get(VAL, ""), "")
            case "shd":
                look["fill"] = fill(each)
            case "vertAlign":
                look["script"] = each.get(VAL, "baseline")
            case name:
                _emphasis(name, on(each), look)
    return look


def merged(look: ParagraphLook, over: ParagraphLook) -> ParagraphLook:
    """One look over another. Tab stops add up; a stop that is cleared is no more."""
    made: ParagraphLook = {**look, **over}
    if "tabs" in look and "tabs" in over:
        changed = {each["at"] for each in over["tabs"]}
        made["tabs"] = (*(each for each in look["tabs"] if each["at"] not in changed), *over["tabs"])
    return made


def edges(element: Element | None) -> dict[str, Edge]:
    """The lines that a set of borders asks for, by edge; one that is to be without has a width of nought."""
    found: dict[str, Edge] = {}
    for each in () if element is None else element:
        name = side_of(each)
        none = each.get(VAL, "nil") in ("nil", "none")
        # Eighths of a point (17.3.4).
        width = 0.0 if none else max(whole(each.get(w("sz"))) or 4, 2) / 8
        width *= 2 if each.get(VAL) == "double" else 1
        found[name] = Edge(
            width=width,
            colour=hexadecimal(each.get(w("color"))) or "000000",
            room=float(whole(each.get(w("space"))) or 0),
        )
    return found


def local(element: Element) -> str:
    """An element's name without its namespace; "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def side_of(element: Element) -> str:
    """The side that an element is about; newer programs write start and end (17.18.79)."""
    name = local(element)
    return {"start": "left", "end": "right"}.get(name, name)


def fill(element: Element | None) -> str:
    """The colour of a shading, or ""."""
    return "" if element is None else hexadecimal(element.get(w("fill")))


def on(element: Element | None) -> bool:
    """Whether a switch is there and on (17.17.4)."""
    return element is not None and element.get(VAL, "1") not in _OFF


def whole(text: str | None) -> int | None:
    """A whole number; sums written with a fraction or a unit by other programs count as far as they are digits."""
    found = re.match(r"-?\d{1,7}", text or "")
    return int(found[0]) if found else None


def hexadecimal(text: str | None) -> str:
    """A colour, or "" for one that is left to the program."""
    return text if text and _HEX.fullmatch(text) else ""


def value(element: Element | None, name: str) -> str:
    """What a property of this name says, or ""."""
    found = None if element is None else child(element, w(name))
    return "" if found is None else found.get(VAL, "")


def _spacing(element: Element, look: ParagraphLook) -> None:
    before, after, line = (whole(element.get(w(name))) for name in ("before", "after", "line"))
    # "Automatic", as for a web page: Word makes it 14 points.
    if element.get(w("beforeAutospacing"), "0") not in _OFF:
        before = 280
    if element.get(w("afterAutospacing"), "0") not in _OFF:
        after = 280
    if before is not None:
        look["before"] = before
    if after is not None:
        look["after"] = after
    if line is not None:
        look["line"] = line
        look["rule"] = element.get(w("lineRule"), "auto")


def _indents(element: Element, look: ParagraphLook) -> None:
    left = whole(element.get(w("left"), element.get(w("start"))))
    right = whole(element.get(w("right"), element.get(w("end"))))
    hanging, first = whole(element.get(w("hanging"))), whole(element.get(w("firstLine")))
    if left is not None:
        look["left"] = left
    if right is not None:
        look["right"] = right
    if hanging is not None:
        look["first"] = -hanging
    elif first is not None:
        look["first"] = first


def _keeping(name: str, is_on: bool, look: ParagraphLook) -> None:
    match name:
        case "keepNext":
            look["keep_next"] = is_on
        case "keepLines":
            look["keep_lines"] = is_on
        case "pageBreakBefore":
            look["page_break"] = is_on
        case "contextualSpacing":
            look["contextual"] = is_on


def _emphasis(name: str, is_on: bool, look: RunLook) -> None:
    match name:
        case "b":
            look["bold"] = is_on
        case "i":
            look["italic"] = is_on
        case "strike" | "dstrike":
            look["strike"] = is_on
        case "caps":
            look["caps"] = is_on
        case "smallCaps":
            look["small_caps"] = is_on
        case "vanish":
            look["hidden"] = is_on
