"""What a line begins with: a bullet, a number, a letter."""

import re
from dataclasses import dataclass
from typing import Literal

MarkerKind = Literal["bullet", "number", "decimal", "letter", "roman"]

# Hyphens, dashes and stars are bullets only before a space; the others always. U+F0A7 and its like are Word's
# Symbol and Wingdings bullets.
_BULLET = re.compile(
    r"(?P<glyph>[-–—*+](?=\s)|[•◦▪▫■□●○‣⁃∙➢➤►▶❖✓✔\uf0b7\uf0a7\uf0a8\uf0d8\uf0fc\uf02d]|·(?=\s)|o(?=\s)|§(?=\s+\D))\s*"
)
LONE_BULLETS = frozenset("-–—*+•◦▪▫■□●○‣⁃∙➢➤►▶❖✓✔·\uf0b7\uf0a7\uf0a8\uf0d8\uf0fc\uf02d")
_NUMBER = re.compile(r"(?:(?P<number>\d{1,3})[.)]|\((?P<inside>\d{1,3})\))(?:\s+|$)")
_DECIMAL = re.compile(r"(?P<parts>\d{1,2}(?:\.\d{1,2}){1,3})[.)]?(?:\s+|$)")
_LETTER = re.compile(r"(?:\((?P<inside>[a-z])\)\s*|(?P<letter>[a-z])[.)](?:\s+|$))")
_ROMAN = re.compile(r"(?:\((?P<inside>[ivx]{1,5})\)\s*|(?P<roman>[ivx]{1,5})[.)](?:\s+|$))")
_ROMANS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
    "xi": 11, "xii": 12, "xiii": 13, "xiv": 14, "xv": 15, "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20,
}  # fmt: skip


@dataclass(frozen=True)
class Marker:
    """How a line begins. `raw` is the mark as printed; `length` how much of the line it takes, spaces included.

    `value` is its number; `parts` those of a decimal ("2.1"). A letter that could be a Roman number has `roman` set.
    """

    kind: MarkerKind
    raw: str
    length: int
    value: int = 0
    parts: tuple[int, ...] = ()
    roman: int = 0


def read_marker(text: str) -> Marker | None:
    """The marker at the beginning of a trimmed line, if it has one and words after it."""
    if not text or not (not text[0].isalpha() or text[0] in "oabcdefghijklmnpqrstuvwxyz"):
        return None
    found = _BULLET.match(text)
    if found and found.end() < len(text):
        return Marker("bullet", found["glyph"], found.end())
    marker = _numbered(text) or _lettered(text)
    if marker is None or marker.length >= len(text) or _goes_on_in_line(text, marker):
        return None
    return marker


def _goes_on_in_line(text: str, marker: Marker) -> bool:
    """Whether the line is a sentence that counts ("(1) Do nothing. (2) Mend it."), and no item of a list."""
    second = {"(1)": "(2)", "(a)": "(b)", "(i)": "(ii)"}.get(marker.raw)
    return second is not None and re.search(rf"[,;.:]\s+(?:and\s+|or\s+)?{re.escape(second)}\s", text) is not None


def _numbered(text: str) -> Marker | None:
    if found := _NUMBER.match(text):
        value = int(found["number"] or found["inside"])
        return Marker("number", found[0].strip(), found.end(), value)
    if found := _DECIMAL.match(text):
        parts = tuple(int(part) for part in found["parts"].split("."))
        return Marker("decimal", found[0].strip(), found.end(), parts[0], parts)
    return None


def _lettered(text: str) -> Marker | None:
    found = _ROMAN.match(text)
    roman = _ROMANS.get(found["roman"] or found["inside"], 0) if found else 0
    if letter := _LETTER.match(text):
        value = ord(letter["letter"] or letter["inside"]) - ord("a") + 1
        return Marker("letter", letter[0].strip(), letter.end(), value, roman=roman)
    if found and roman:
        return Marker("roman", found[0].strip(), found.end(), roman, roman=roman)
    return None
