"""Symbols of fonts that hold no letters, as the characters that Unicode has for them.

Word writes such a symbol by its place in the font, plain or among Unicode's private characters (ECMA-376 part 1,
17.3.3.30). Where fonts of today lack the very character, one of the same meaning stands here.
"""

import re
from collections.abc import Mapping

_PRIVATE = re.compile("[\uf020-\uf0ff]")
_LETTERS = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_SYMBOL: Mapping[int, str] = {
    **dict(enumerate(" !∀#∃%&∋()∗+,−./0123456789:;<=>?≅", 0x20)),
    **dict(enumerate(_LETTERS, 0x41)),
    **dict(enumerate("€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑", 0xA0)),
    0xF1: "⟩", 0xF2: "∫",
}  # fmt: skip
_WINGDINGS: Mapping[int, str] = {
    **dict(enumerate(" ✎✂✁", 0x20)),
    0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x36: "⌛", 0x3E: "✇", 0x3F: "✍", 0x41: "✌",
    **dict(enumerate("☜☞☝☟✋☺😐☹💣☠⚐⚑✈☼💧❄✝✞✝✠✡☪☯ॐ☸♈♉♊♋♌♍♎♏♐♑♒♓&&●❍■□☐❑❒⬧⧫◆❖⬥⌧⍓⌘❀✿“”", 0x45)),
    **dict(enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿", 0x80)),
    **dict(enumerate("·•▪○◯◯◉◎❍▪☐▲✦★✶✴✹✵", 0x9E)),
    0xB1: "⌖", 0xB5: "✪", 0xB6: "✰",
    **dict(enumerate("⌫⌦◁➢△▽←→↑↓←→↑↓↖↗↙↘←➔↑↓↖↗↙↘⇦⇨⇧⇩⇔⇕⇖⇗⇙⇘▭▫✗✓☒☑", 0xD5)),
}  # fmt: skip
_WINGDINGS_2: Mapping[int, str] = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x98: "●", 0xA1: "■", 0xA2: "■",
    0xA3: "☐",
}  # fmt: skip
_WINGDINGS_3: Mapping[int, str] = {
    **dict(enumerate("←→↑↓↖↗↙↘", 0x66)), 0x70: "▲", 0x71: "▼", 0x75: "▶", 0x74: "◀", 0x7D: "▶", 0x7C: "◀",
}  # fmt: skip
_WEBDINGS: Mapping[int, str] = {
    0x33: "◀", 0x34: "▶", 0x35: "▲", 0x36: "▼", 0x61: "✓", 0x63: "☐", 0x67: "■", 0x6E: "●", 0x72: "✗", 0xC5: "☎",
}  # fmt: skip
_FONTS = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
}
# What stands for a symbol that Unicode has nothing for, or of a font that nobody knows.
UNKNOWN = "•"


def symbol(code: int | None, font: str) -> str:
    """The character that a symbol of this font shows; "" where it names none."""
    if code is None:
        return ""
    table = _FONTS.get(font.casefold().strip())
    private = 0xF000 <= code <= 0xF0FF
    place = code - 0xF000 if private else code
    if place > 0xFF or (table is None and not private):
        return UNKNOWN if 0xE000 <= place <= 0xF8FF else chr(place)
    return (table or {}).get(place, UNKNOWN)


def shown(text: str, font: str) -> str:
    """Words with the private characters of symbol fonts as what they show."""
    if text.isascii() or not _PRIVATE.search(text):
        return text
    return _PRIVATE.sub(lambda found: symbol(ord(found[0]), font), text)
