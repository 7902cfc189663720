"""Pieces of Typst's language. All of a document's words go through `string`, so that none of them is ever a command."""

import unicodedata

from clerkwell.model.text import clean

_EMPTY = frozenset({"", "[]"})


def string(text: str) -> str:
    """Words as a Typst string."""
    text = clean(text)
    if not text.isascii():
        text = "".join(map(_shown, text))
    safe = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + safe.replace("\n", "\\n").replace("\r", "").replace("\t", "\\t") + '"'


def _shown(character: str) -> str:
    """A character as it can be shown: what stands for nothing is left out, and what no font can have is a box."""
    match unicodedata.category(character):
        case "Cc":
            return character if character in "\n\t" else ""
        case "Cn" | "Co" | "Cs":
            return "\u25a1"
    return character


def pt(twips: float) -> str:
    """A length; `twips` are twentieths of a point."""
    return f"{twips / 20:.4g}pt"


def colour(hexadecimal: str) -> str:
    """A colour of six hexadecimal digits."""
    return f'rgb("#{hexadecimal}")'


def content(pieces: str) -> str:
    """A content block, where there is something in it."""
    return "[]" if pieces in _EMPTY else f"[{pieces}]"
