"""How text looks in the end: defaults, table style, paragraph style, character style, and what is set by hand.

The order is that of ECMA-376 part 1, 17.7.2; bold, italics, capitals and hidden text turn each other over between
kinds of styles (17.7.3). Every combination is worked out once, however often it is used.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml.etree import _Element as Element

from clerkwell.word.accessibility.facts.colours import HIGHLIGHTS, Palette
from clerkwell.word.accessibility.facts.values import Align, Look, Said
from clerkwell.word.ooxml.names import PPR, RPR, VAL, A, w
from clerkwell.word.ooxml.styles import Style, Styles
from clerkwell.word.ooxml.xml import child

OFF = frozenset({"0", "false", "off", "none"})
_TOGGLES = ("b", "i", "caps", "vanish")
_MEASURE = re.compile(r"(\d{1,5}(?:\.\d{1,4})?)(pt|mm|cm|in|pc|pi)?\Z")
_POINTS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pc": 12.0, "pi": 12.0}
_ALIGN: Mapping[str, Align] = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right", "both": "both",
    "distribute": "both", "lowKashida": "both", "mediumKashida": "both", "highKashida": "both",
    "thaiDistribute": "both",
}  # fmt: skip
_NAMES = {w(name): name for name in (
    "rStyle", "rFonts", "b", "i", "caps", "vanish", "color", "sz", "highlight", "u", "effect", "shd", "vertAlign",
)}  # fmt: skip

# LibreOffice saves what it highlights as shading of the words, in the same colours; greys may be a design.
_BRIGHT = frozenset(HIGHLIGHTS.values()) - {HIGHLIGHTS[name] for name in ("black", "white", "darkGray", "lightGray")}
_JC, _SHD, _OUTLINE = w("jc"), w("shd"), w("outlineLvl")

Props = Mapping[str, Said]


class TableKey(NamedTuple):
    """The table style that holds for a cell, and which of its conditions do ("firstRow", "band1Horz")."""

    style: str = ""
    conditions: tuple[str, ...] = ()


NO_TABLE = TableKey()


class Block(NamedTuple):
    """What holds for a whole paragraph. `back` is "" for nothing, None for a pattern."""

    align: Said = Said("")
    back: str | None = ""
    level: int | None = None


class Looks:
    """Works out the looks of one document."""

    def __init__(self, styles: Styles, root: Element | None, palette: Palette, theme: Element | None) -> None:
        self._styles, self._palette = styles, palette
        self._fonts = _theme_fonts(theme)
        self._chains: dict[str, tuple[Style, ...]] = {}
        self._layers: dict[tuple[str, TableKey, str], Mapping[str, Said]] = {}
        self._looks: dict[tuple[object, ...], Look] = {}
        self._blocks: dict[tuple[str, TableKey], Block] = {}
        self._shades: dict[TableKey, str | None] = {}
        defaults = None if root is None else child(root, w("docDefaults"))
        run = None if defaults is None else child(defaults, w("rPrDefault"))
        block = None if defaults is None else child(defaults, w("pPrDefault"))
        normal = styles.default("paragraph")
        # Who changes the style Normal changes what comes of the defaults, too.
        self._normal = shown(normal.name) if normal else "Normal"
        self._defaults = self._own(None if run is None else child(run, RPR), self._normal)
        self._block_defaults = None if block is None else child(block, PPR)

    def text(self, paragraph_style: str, table: TableKey, properties: Element | None) -> Look:
        """How a run looks: in a paragraph of this style, in this kind of cell, with its own properties."""
        signature: tuple[object, ...] = (
            () if properties is None else tuple((each.tag, *each.attrib.items()) for each in properties)
        )
        key = (paragraph_style, table, signature)
        look = self._looks.get(key)
        if look is None:
            look = self._looks[key] = self._look(paragraph_style, table, properties)
        return look

    def block(self, style: str, table: TableKey, properties: Element | None) -> Block:
        """What holds for a paragraph."""
        given = self._blocks.get((style, table))
        if given is None:
            given = self._blocks[(style, table)] = self._given_block(style, table)
        return given if properties is None else self._with_own(given, properties, "")

    def shade(self, table: TableKey) -> str | None:
        """What a table style puts behind a cell."""
        if table not in self._shades:
            found: str | None = ""
            for element, _ in self._table_layers(table):
                cell = child(element, w("tcPr"))
                shading = None if cell is None else child(cell, w("shd"))
                if shading is not None:
                    fill = self._palette.fill(shading)
                    found = fill if fill is None or fill else found
            self._shades[table] = found
        return self._shades[table]

    def fill(self, shading: Element | None) -> str | None:
        """What shading puts behind words."""
        return self._palette.fill(shading)

    def drawn(self, fill: Element | None) -> str | None:
        """The colour of a shape's solid fill."""
        return self._palette.drawn(fill)

    def colour(self, element: Element, attribute: str) -> str:
        """The colour that an element gives in this attribute, or by the theme."""
        return self._palette.of(element, attribute)

    def chain(self, style_id: str) -> tuple[Style, ...]:
        """A style after all that it is based on."""
        if style_id not in self._chains:
            found: list[Style] = []
            style = self._styles.get(style_id)
            while style is not None and style not in found:
                found.append(style)
                style = self._styles.get(style.based_on)
            self._chains[style_id] = tuple(reversed(found))
        return self._chains[style_id]

    def _look(self, paragraph_style: str, table: TableKey, properties: Element | None) -> Look:
        own = self._own(properties, "")
        named = own["rStyle"].value if "rStyle" in own else ""
        base = self._layer(paragraph_style, table, named)
        said = {**base, **own}
        style = self._styles.get(named) if named else None
        size, font, colour = said.get("sz", Said("10", "Normal")), said.get("font", Said("")), said.get("color")
        caps, line = said.get("caps", Said("0")), said.get("u", Said("none"))
        back = said["highlight"].value if said.get("highlight", Said("")).value else said.get("shd", Said("")).value
        return Look(
            size=float(size.value),
            size_style=size.style,
            font=font.value or "Times New Roman",
            font_style=font.style or ("" if "font" in own else self._normal),
            colour=colour.value if colour else "",
            colour_style=colour.style if colour else "",
            back=back,
            highlighted=bool(said.get("highlight", Said("")).value or own.get("shd", Said("")).value in _BRIGHT),
            bold=said.get("b", Said("0")).value == "1",
            italic=said.get("i", Said("0")).value == "1",
            underlined=line.value not in OFF,
            underline_style=line.style,
            caps=caps.value == "1",
            caps_style=caps.style,
            hidden=said.get("vanish", Said("0")).value == "1",
            moving=said.get("effect", Said("none")).value not in OFF,
            raised=said.get("vertAlign", Said("")).value in ("superscript", "subscript"),
            by_hand=frozenset(name for name, each in own.items() if each.value != base.get(name, Said("")).value),
            style=shown(style.name) if style else "",
        )

    def _layer(self, paragraph_style: str, table: TableKey, character_style: str) -> Props:
        key = (paragraph_style, table, character_style)
        if key in self._layers:
            return self._layers[key]
        said = dict(self._defaults)
        kinds = (
            [self._own(child(element, RPR), name) for element, name in self._table_layers(table)],
            [self._own(child(style.element, RPR), shown(style.name)) for style in self.chain(paragraph_style)],
            [self._own(child(style.element, RPR), shown(style.name)) for style in self.chain(character_style)],
        )
        turned: dict[str, list[Said]] = {}
        for layers in kinds:
            merged = {name: each for layer in layers for name, each in layer.items()}
            for name, each in merged.items():
                if name in _TOGGLES:
                    turned.setdefault(name, []).append(each)
                else:
                    said[name] = each
        for name, values in turned.items():
            on = [each for each in values if each.value == "1"]
            if said.get(name, Said("0")).value == "1":
                continue
            said[name] = on[-1] if len(on) % 2 else Said("0")
        self._layers[key] = said
        return said

    def _table_layers(self, table: TableKey) -> Iterator[tuple[Element, str]]:
        if not table.style:
            return
        chain = self.chain(table.style)
        for style in chain:
            yield style.element, shown(style.name)
        for condition in table.conditions:
            for style in chain:
                for part in style.element.iterchildren(w("tblStylePr")):
                    if part.get(w("type")) == condition:
                        yield part, shown(style.name)

    def _given_block(self, style: str, table: TableKey) -> Block:
        given = self._with_own(Block(), self._block_defaults, self._normal)
        for element, name in self._table_layers(table):
            given = self._with_own(given, child(element, PPR), name)
        for each in self.chain(style):
            given = self._with_own(given, child(each.element, PPR), shown(each.name))
        return given

    def _with_own(self, given: Block, properties: Element | None, style: str) -> Block:
        if properties is None:
            return given
        for each in properties:
            tag = each.tag
            if tag == _JC:
                given = given._replace(align=Said(_ALIGN.get(each.get(VAL, ""), ""), style))
            elif tag == _SHD:
                given = given._replace(back=self._palette.fill(each))
            elif tag == _OUTLINE:
                level = each.get(VAL, "")
                given = given._replace(level=int(level) + 1 if level in "012345678" and len(level) == 1 else None)
        return given

    def _own(self, properties: Element | None, style: str) -> dict[str, Said]:
        """What one set of run properties says."""
        said: dict[str, Said] = {}
        for each in properties if properties is not None else ():
            name = _NAMES.get(str(each.tag))
            if name is None:
                continue
            if name == "rFonts":
                font = self._font(each)
                if font:
                    said["font"] = Said(font, style)
                continue
            value = self._value(name, each)
            if value is not None:
                said[name] = Said(value, style)
        return said

    def _value(self, name: str, element: Element) -> str | None:
        value = element.get(VAL, "")
        match name:
            case "sz":
                size = points(value)
                return None if size is None else str(size)
            case "color":
                return self._palette.of(element)
            case "highlight":
                return HIGHLIGHTS.get(value, "")
            case "shd":
                return self._palette.fill(element) or ""
            case "b" | "i" | "caps" | "vanish":
                return "0" if value in OFF else "1"
            case "u":
                return value or "single"
            case _:
                return value

    def _font(self, element: Element) -> str:
        theme = element.get(w("asciiTheme")) or element.get(w("hAnsiTheme")) or ""
        if theme:
            return self._fonts.get("major" if theme.startswith("major") else "minor", "") or element.get(w("ascii"), "")
        return element.get(w("ascii")) or element.get(w("hAnsi")) or ""


def points(text: str) -> float | None:
    """A size in points: a whole number counts half-points, and other units name themselves (17.18.42)."""
    found = _MEASURE.match(text)
    if found is None:
        return None
    return float(found[1]) * _POINTS[found[2]] if found[2] else float(found[1]) / 2


def shown(name: str) -> str:
    """A style's name as Word shows it: its own styles are kept as `heading 1`."""
    return name[:1].upper() + name[1:]


def _theme_fonts(theme: Element | None) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for kind in ("major", "minor"):
        fonts = None if theme is None else next(theme.iter(f"{{{A}}}{kind}Font"), None)
        latin = None if fonts is None else child(fonts, f"{{{A}}}latin")
        found[kind] = "" if latin is None else latin.get("typeface", "")
    return found
