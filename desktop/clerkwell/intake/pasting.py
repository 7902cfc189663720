"""Pasting: what the clipboard offers as HTML and as plain text, made into blocks, and what had to be left out."""

import re
from dataclasses import replace
from typing import Final

from clerkwell.intake.paste.html import read_html
from clerkwell.intake.paste.numbered import as_paragraphs
from clerkwell.intake.paste.plain import read_plain
from clerkwell.intake.paste.values import Pasted

__all__ = ["Pasted", "read_html", "read_paste", "read_plain"]

# Characters. A long report is a hundredth of it.
_MOST: Final = 5_000_000
_REFUSED: Final = (
    "What was copied is too much to paste in one piece: it holds more than 5 million characters. Copy a part of it, "
    "or open the file itself in Clerkwell."
)
# How a browser lays out the lines of a PDF: the plain text beside it says the same, and its lines can be joined.
_PDF_LINES: Final = re.compile(r"<br\s+role=[\"']?presentation", re.IGNORECASE)


def read_paste(html: str, text: str, *, numbered: bool = False) -> Pasted:
    """The blocks of what was copied, from its HTML or, where there is none or nothing in it, from its plain text.

    `numbered` says that the report numbers the paragraphs where they go, so that those of another report take its
    numbers. Never loads anything, never raises, and takes time in proportion to the size. What was left out is said in
    words; what is too much is refused in a sentence.
    """
    pasted = _read(html, text)
    return replace(pasted, blocks=as_paragraphs(pasted.blocks)) if numbered else pasted


def _read(html: str, text: str) -> Pasted:
    if len(html) > _MOST:
        if not text.strip() or len(text) > _MOST:
            return Pasted((), refused=_REFUSED)
        plain = read_plain(text)
        return Pasted(plain.blocks, ("all formatting", *plain.left_out))
    if len(text) > _MOST:
        text = ""
        if not html.strip():
            return Pasted((), refused=_REFUSED)
    if html.strip() and not (_PDF_LINES.search(html) and text.strip()):
        pasted = read_html(html)
        if pasted.blocks or not text.strip():
            return pasted
        return Pasted(read_plain(text).blocks, pasted.left_out)
    return read_plain(text)
