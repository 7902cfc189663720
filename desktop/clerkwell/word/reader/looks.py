"""How words look: what their run, their styles and the document's defaults come to (ECMA-376 part 1, 17.7.2, 17.7.3).

A property that is a toggle (bold, italic, capitals) is set off by each kind of style that sets it: bold words in a bold
style are plain, as in Word. Of all others the nearest counts: the run, its style, the paragraph's, the table's.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from clerkwell.model.runs import Script
from clerkwell.word.ooxml.names import RPR, VAL, w
from clerkwell.word.ooxml.styles import Styles, whole
from clerkwell.word.ooxml.xml import child

_OFF = frozenset({"0", "false", "off"})
_TOGGLES = {
    w(name): name
    for name in ("b", "i", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss", "imprint", "vanish")
}
_SCRIPTS: Mapping[str, Script] = {"superscript": "super", "subscript": "sub"}
_FONTS = w("rFonts")
_STYLE = w("rStyle")
_PART, _PART_OF = w("tblStylePr"), w("type")
_SHADE = w("shd")
_CHANGE = w("rPrChange")
_FILL = w("fill")
_PLAIN = frozenset({"", "auto", "none", "clear", "nil", "baseline", "0"})
# Where a run names its letters' font; a theme's font counts as much as one that is named (17.3.2.26).
_FONT_NAMES = (w("asciiTheme"), w("ascii"), w("hAnsiTheme"), w("hAnsi"))
_VALUES = {
    w(name): name for name in ("color", "highlight", "u", "sz", "vertAlign", "spacing", "position", "em", "effect")
}


@dataclass(frozen=True)
class Properties:
    """What one run, or one style with all that it is based on, sets."""

    toggles: Mapping[str, bool] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    style: str = ""


@dataclass(frozen=True)
class RunLook:
    """How words look. `size` is in half points; `other` is what no report can hold, each kind with its value."""

    bold: bool = False
    italic: bool = False
    script: Script = "normal"
    hidden: bool = False
    capitals: bool = False
    underlined: bool = False
    size: int = 20
    font: str = ""
    other: tuple[tuple[str, str], ...] = ()


NONE = Properties()


class Looks:
    """The looks of a document's runs, each worked out once."""

    def __init__(self, styles: Styles, root: Element | None, theme: Mapping[str, str]) -> None:
        self._styles = styles
        self._theme = theme
        defaults = None if root is None else root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{RPR}")
        self._defaults = self._read(defaults)
        self._chains: dict[tuple[str, ...], Properties] = {("",): NONE}
        self._looks: dict[tuple[object, ...], RunLook] = {}

    def look(self, properties: Element | None, paragraph_style: str, table: Properties = NONE) -> RunLook:
        """How a run of these properties looks in a paragraph of this style (in a table of that look)."""
        key = (paragraph_style, id(table), signature(properties))
        known = self._looks.get(key)
        if known is None:
            known = self._looks[key] = self._worked_out(self._read(properties), paragraph_style, table)
        return known

    def chain(self, style_id: str, parts: tuple[str, ...] = ()) -> Properties:
        """What a style sets, itself or by what it is based on.

        `parts` are those that a table's style sets otherwise ("firstRow"; 17.7.6), the weaker before the stronger.
        """
        known = self._chains.get((style_id, *parts))
        if known is not None:
            return known
        line: list[Element] = []
        seen: set[str] = set()
        style = self._styles.get(style_id)
        while style is not None and style.id not in seen:
            seen.add(style.id)
            line.append(style.element)
            style = self._styles.get(style.based_on)
        done = NONE
        for element in reversed(line):
            done = over(done, self._read(child(element, RPR)))
        for part in parts:
            for element in reversed(line):
                for each in element.iterchildren(_PART):
                    if each.get(_PART_OF) == part:
                        done = over(done, self._read(child(each, RPR)))
        self._chains[(style_id, *parts)] = done
        return done

    def _worked_out(self, own: Properties, paragraph_style: str, table: Properties) -> RunLook:
        layers = (table, self.chain(paragraph_style), self.chain(own.style))

        def toggle(name: str) -> bool:
            if name in own.toggles:
                return own.toggles[name]
            if self._defaults.toggles.get(name, False):
                return True
            return sum(each.toggles.get(name, False) for each in layers) % 2 == 1

        values = dict(self._defaults.values)
        for each in (*layers, own):
            values.update(each.values)
        other = [(name, values[name]) for name in sorted(values) if name not in ("sz", "vertAlign", "font")]
        other += [(name, "on") for name in ("caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss",
                                            "imprint") if toggle(name)]  # fmt: skip
        return RunLook(
            bold=toggle("b"),
            italic=toggle("i"),
            script=_SCRIPTS.get(values.get("vertAlign", ""), "normal"),
            hidden=toggle("vanish"),
            capitals=toggle("caps") or toggle("smallCaps"),
            underlined=values.get("u", "") not in _PLAIN,
            # What the standard says of a document that does not (17.7.5.1).
            size=whole(values.get("sz", "")) or 20,
            font=values.get("font", ""),
            other=tuple((name, value) for name, value in other if value not in _PLAIN),
        )

    def _read(self, properties: Element | None) -> Properties:
        if properties is None or not len(properties):
            return NONE
        toggles: dict[str, bool] = {}
        values: dict[str, str] = {}
        style = ""
        for each in properties:
            tag = each.tag
            if tag in _TOGGLES:
                toggles[_TOGGLES[str(tag)]] = each.get(VAL, "1") not in _OFF
            elif tag in _VALUES:
                values[_VALUES[str(tag)]] = each.get(VAL, "")
            elif tag == _STYLE:
                style = each.get(VAL, "")
            elif tag == _FONTS:
                name = next((each.get(name, "") for name in _FONT_NAMES if each.get(name)), "")
                if name:
                    values["font"] = self._theme.get(name[:5], name)
            elif tag == _SHADE:
                values["shading"] = each.get(_FILL, "")
            elif tag == w("bdr"):
                values["border"] = each.get(VAL, "")
        return Properties(toggles, values, style)


def over(lower: Properties, upper: Properties) -> Properties:
    """What comes of one style based on another."""
    if not upper.toggles and not upper.values:
        return lower
    return Properties({**lower.toggles, **upper.toggles}, {**lower.values, **upper.values})


def signature(properties: Element | None) -> tuple[object, ...]:
    """What run properties say, to know them again; a tracked change of them is no part of it."""
    if properties is None:
        return ()
    return tuple([(each.tag, *each.items()) for each in properties if each.tag != _CHANGE])
