"""Text that every part of the program can hold: characters that Word's XML refuses never get in."""

import re
from typing import Annotated

from pydantic import BeforeValidator

# XML 1.0 section 2.2 allows tab, line feed, carriage return and everything from U+0020 on but surrogates,
# U+FFFE and U+FFFF.
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

# Stands in a block's plain text for a run that is not text (a live reference, a footnote), so that places
# keep counting. U+FFFC OBJECT REPLACEMENT CHARACTER.
OBJECT = "\ufffc"


def clean(text: str) -> str:
    """The text without characters that no XML document can hold; line ends are line feeds."""
    if not _REFUSED.search(text) and "\r" not in text:
        return text
    return _REFUSED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _clean(text: object) -> object:
    return clean(text) if isinstance(text, str) else text


# Words that somebody typed, pasted or imported, and that a document may have to hold.
Words = Annotated[str, BeforeValidator(_clean)]


def to_utf16(text: str, offset: int) -> int:
    """The place `offset` (code points) of `text` in UTF-16 units, as Qt counts."""
    if text.isascii():
        return offset
    return offset + sum(1 for character in text[:offset] if ord(character) > 0xFFFF)


def from_utf16(text: str, units: int) -> int:
    """The place `units` (UTF-16 units, as Qt counts) of `text` in code points; inside a pair counts as after it."""
    if text.isascii():
        # Asked several times a keystroke; counting is for the texts that need it.
        return min(units, len(text))
    seen = 0
    for index, character in enumerate(text):
        if seen >= units:
            return index
        seen += 2 if ord(character) > 0xFFFF else 1
    return len(text)
