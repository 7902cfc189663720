"""Colours as they come out on the page, and how well one stands out from another.

Theme colours are ECMA-376 part 1, 17.18.97 and 17.3.2.6 (a theme colour goes before the value beside it), shading
17.3.5; contrast is that of the Web Content Accessibility Guidelines 2.2, 1.4.3.
"""

import colorsys
import re
from collections.abc import Mapping
from functools import lru_cache

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import VAL, A, w

WHITE, BLACK = "FFFFFF", "000000"
HIGHLIGHTS: Mapping[str, str] = {
    "black": BLACK, "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000",
    "yellow": "FFFF00", "white": WHITE, "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip
# What the names of 17.18.97 mean in a theme, where settings map nothing otherwise.
_SLOTS: Mapping[str, str] = {
    "text1": "dk1", "dark1": "dk1", "tx1": "dk1", "background1": "lt1", "light1": "lt1", "bg1": "lt1",
    "text2": "dk2", "dark2": "dk2", "tx2": "dk2", "background2": "lt2", "light2": "lt2", "bg2": "lt2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_NAMED_IN_SETTINGS: Mapping[str, str] = {"bg1": "bg1", "t1": "tx1", "bg2": "bg2", "t2": "tx2"}
_SHORT: Mapping[str, str] = {"text1": "tx1", "background1": "bg1", "text2": "tx2", "background2": "bg2"}
_HEX = re.compile(r"[0-9A-Fa-f]{6}\Z")
_PERCENT = re.compile(r"pct(\d{1,2})\Z")


def theme_colours(root: Element | None) -> Mapping[str, str]:
    """The colours of a theme by slot ("accent1"); none without a theme."""
    scheme = None if root is None else next(root.iter(f"{{{A}}}clrScheme"), None)
    found: dict[str, str] = {}
    for slot in scheme if scheme is not None else ():
        if not isinstance(slot.tag, str) or not len(slot):
            continue
        value = slot[0].get("lastClr", "") or slot[0].get("val", "")
        if _HEX.match(value):
            found[slot.tag.rpartition("}")[2]] = value.upper()
    return found


class Palette:
    """Says what colour an element of a document means."""

    def __init__(self, theme: Mapping[str, str], mapped: Element | None = None) -> None:
        self._theme = theme
        # Settings may say that text is the light colour and what is behind it the dark one (17.15.1.20).
        self._mapped = (
            {}
            if mapped is None
            else {
                _NAMED_IN_SETTINGS[name]: _SLOTS.get(value, value)
                for key, value in mapped.attrib.items()
                if (name := str(key).rpartition("}")[2]) in _NAMED_IN_SETTINGS
            }
        )

    def of(self, element: Element | None, value: str = VAL, theme: str = "theme") -> str:
        """The colour that `w:color` or `w:shd` gives: RRGGBB, or "" for automatic or none.

        `value` is the attribute with the colour itself, `theme` what the names of the theme's attributes begin with.
        """
        if element is None:
            return ""
        colour = self.named(element.get(w("themeColor" if theme == "theme" else "themeFill"), ""))
        if colour:
            tint, shade = element.get(w(f"{theme}Tint"), ""), element.get(w(f"{theme}Shade"), "")
            return _shaded(_tinted(colour, tint), shade)
        own = element.get(value, "")
        return own.upper() if _HEX.match(own) else ""

    def named(self, name: str) -> str:
        """A colour of the theme by its name in either language of Office; "" where the theme has none."""
        return self._theme.get(self._mapped.get(_SHORT.get(name, name)) or _SLOTS.get(name, name), "")

    def fill(self, shading: Element | None) -> str | None:
        """What shading puts behind words: RRGGBB, "" for nothing, None for a pattern that is no one colour."""
        if shading is None:
            return ""
        pattern = shading.get(VAL, "clear")
        fill = self.of(shading, w("fill"), "themeFill")
        if pattern in ("clear", "nil"):
            return fill
        front = self.of(shading, w("color")) or BLACK
        if pattern == "solid":
            return front
        percent = _PERCENT.match(pattern)
        return _mixed(front, fill or WHITE, int(percent[1]) / 100) if percent else None

    def drawn(self, fill: Element | None) -> str | None:
        """The colour of DrawingML's solid fill; None where it is of another kind."""
        if fill is None or not len(fill):
            return None
        colour = fill[0]
        name = str(colour.tag).rpartition("}")[2]
        value = colour.get("val", "")
        if name == "sysClr":
            value = colour.get("lastClr", "")
        found = self.named(value) if name == "schemeClr" else value.upper() if _HEX.match(value) else ""
        return found if found and not len(colour) else None


@lru_cache(maxsize=4096)
def contrast(one: str, other: str) -> float:
    """How well two colours stand out from each other, from 1 to 21."""
    first, second = _luminance(one), _luminance(other)
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)


def automatic(back: str) -> str:
    """Word's automatic colour of letters: black, and white on what is dark."""
    red, green, blue = _parts(back)
    return WHITE if (red * 299 + green * 587 + blue * 114) / 1000 < 60 else BLACK


def _luminance(colour: str) -> float:
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4
        for each in (part / 255 for part in _parts(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[:2], 16), int(colour[2:4], 16), int(colour[4:6], 16)


def _tinted(colour: str, amount: str) -> str:
    share = _share(amount)
    if share is None:
        return colour
    hue, light, full = colorsys.rgb_to_hls(*(part / 255 for part in _parts(colour)))
    return _written(colorsys.hls_to_rgb(hue, light * share + (1 - share), full))


def _shaded(colour: str, amount: str) -> str:
    share = _share(amount)
    if share is None:
        return colour
    hue, light, full = colorsys.rgb_to_hls(*(part / 255 for part in _parts(colour)))
    return _written(colorsys.hls_to_rgb(hue, light * share, full))


def _share(amount: str) -> float | None:
    """A tint or shade, which is written as two hexadecimal digits."""
    return int(amount, 16) / 255 if re.fullmatch("[0-9A-Fa-f]{1,2}", amount) else None


def _written(parts: tuple[float, float, float]) -> str:
    return "".join(f"{round(min(max(part, 0), 1) * 255):02X}" for part in parts)


def _mixed(front: str, back: str, share: float) -> str:
    pairs = zip(_parts(front), _parts(back), strict=True)
    return "".join(f"{round(one * share + other * (1 - share)):02X}" for one, other in pairs)
