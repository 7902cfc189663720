"""Symbols of fonts that are no letters, as the characters that Unicode has for them."""

_WINGDINGS = {0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0xA7: "▪", 0x6E: "■", 0x6C: "●",
              0xD8: "➢", 0xE0: "→", 0xDF: "←", 0x4A: "☺", 0x28: "☎", 0x2A: "✉"}  # fmt: skip
_SYMBOL = {0xB7: "•", 0xA3: "≤", 0xB3: "≥", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xAE: "→", 0x6D: "μ", 0x61: "α"}


def symbol(code: int | None, font: str) -> str:
    """The character that a symbol of this font shows."""
    if code is None:
        return ""
    if 0xF000 <= code <= 0xF0FF:
        code -= 0xF000
    elif code > 0xFF:
        return chr(code)
    table = _WINGDINGS if font.casefold().startswith("wingdings") else _SYMBOL if font == "Symbol" else {}
    return table.get(code) or (chr(code) if code < 0x7F else "\ufffd" if not table and font == "" else "•")


def shown(text: str, font: str) -> str:
    """Words with the private characters of symbol fonts as what they show."""
    if text.isascii() or not any("\uf000" <= each <= "\uf0ff" for each in text):
        return text
    return "".join(symbol(ord(each), font) if "\uf000" <= each <= "\uf0ff" else each for each in text)
