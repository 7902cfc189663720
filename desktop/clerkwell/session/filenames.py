"""What exported files are called: the pack's pattern, filled in, as every system can hold it."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import Final

# What no file name may hold on Windows, macOS or Linux.
_UNFIT: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
# Names that Windows keeps for devices, whatever their ending.
_DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in (*"0123456789", "¹", "²", "³")}
)
# A name has room for 255 bytes on Linux, and a path for 259 characters on Windows.
_LONGEST: Final = 120
_MOST_BYTES: Final = 200
_ENDING: Final = 20


def file_name(pattern: str, words: Mapping[str, str], ending: str, taken: Collection[str] = ()) -> str:
    """The name that `pattern` makes ("Appendix {number} - {title}") with these words, and an ending (".pdf").

    `taken` are names of the same folder, folded: a number tells this one from them.
    """
    stem = safe_name(_fitting(pattern, words))
    ending = _UNFIT.sub("", ending)[:_ENDING].rstrip(". ")
    name, number = stem + ending, 1
    # Capitals tell no files apart on Windows and macOS.
    while name.casefold() in taken:
        number += 1
        name = f"{stem} ({number}){ending}"
    return name


def _fitting(pattern: str, words: Mapping[str, str]) -> str:
    """The pattern filled in: where a title is too long it is cut, never what the pattern says of the file."""
    said = {name: _line(text) for name, text in words.items()}
    while True:
        # In one go, so that a title that says "{number}" stays as it is.
        filled = re.sub(r"\{(\w+)\}", lambda found: said.get(found[1], found[0]), pattern)
        longest = max(said, key=lambda name: (f"{{{name}}}" in pattern, len(said[name])), default="")
        # A character is four bytes at most.
        over = max(len(filled) - _LONGEST, -(-(len(filled.encode()) - _MOST_BYTES) // 4))
        if over <= 0 or not said.get(longest):
            return filled
        said[longest] = said[longest][:-over].rstrip(" .,;:-–&(")


def safe_name(words: str) -> str:
    """Words as the name of a file or folder, without an ending: never empty, never more than it."""
    line = _line(words)[:_LONGEST]
    stem = line.encode()[:_MOST_BYTES].decode(errors="ignore").strip(" .-–")
    if stem.partition(".")[0].strip().casefold() in _DEVICES:
        stem = f"{stem}_" if "." not in stem else f"_{stem}"
    return stem or "Report"


def _line(words: str) -> str:
    return " ".join(_UNFIT.sub(" ", _seen(words)).split())


def _seen(words: str) -> str:
    """Without characters that cannot be seen, and that could make a name read as another (ISO 10646, category Cf)."""
    return "".join(each for each in unicodedata.normalize("NFC", words) if unicodedata.category(each) != "Cf")
