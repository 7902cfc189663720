"""Pasted plain text: lines that a PDF broke put together again, bullets and numbers as lists, page numbers left out.

One line alone is words for the middle of a sentence: nothing is read into it but a bullet.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from clerkwell.intake.blocks import make_blocks
from clerkwell.intake.drafts import Draft
from clerkwell.intake.joining import finished, join
from clerkwell.intake.lines import Line, read_lines
from clerkwell.intake.paste.values import Losses, Pasted
from clerkwell.model import Block, ListItem, Paragraph, Text, plain
from clerkwell.model.text import clean

_BULLET: Final = re.compile(r"\s*[•◦▪‣·●○\uf0b7\uf0a7]\s+")
_PAGE: Final = re.compile(
    r"\W{0,3}page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W{0,3}|[-–]\s?\d{1,3}\s?[-–]", re.IGNORECASE
)
_BARE: Final = re.compile(r"\d{1,3}")
# A soft hyphen at a line's end, however it is written, only parts a word.
_SOFT: Final = re.compile(r"(?:\u00ad|\x02|¬)[^\S\n]*\n[^\S\n]*")
_HARD: Final = re.compile(r"(?P<before>[^\W\d_]{2,30})-[^\S\n]*\n[^\S\n]*(?P<after>[a-z]{2,30})(?P<rest>\S*)[^\S\n]*")
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# These are words of their own, and what a hyphen after them parts is so in the middle of a line too.
_STANDING: Final = frozenset(
    {"multi", "non", "self", "well", "co", "pre", "post", "long", "short", "high", "low", "full", "part", "cross",
     "inter", "re", "sub", "anti", "ex", "half", "all", "one", "two", "three", "four", "first", "second", "third",
     "year", "day", "up", "on", "off", "in", "out", "over", "under", "end", "front", "back", "cost", "policy"}
)  # fmt: skip
_FULL: Final = 0.6
_LEAST_WIDTH: Final = 40
_MOST_WIDTH: Final = 160


def read_plain(text: str) -> Pasted:
    """The blocks of plain text."""
    text = clean(_SOFT.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
    if "\n" not in text.strip("\n\f"):
        line = text.strip("\n\f")
        return Pasted((_line(line),) if line else ())
    losses = Losses()
    lines = _without_pages(read_lines(_whole_words(text)), losses)
    alone = _whole_lines(lines)
    joined = join(lines, lambda line: line.number in alone)
    drafts = [Draft(line, "sub" if line.mark else "text") for line in joined.lines]
    made = make_blocks(drafts, {}, numbered=False, mapped=[])
    return Pasted(made.blocks, losses.in_words())


def _line(line: str) -> Block:
    bullet = _BULLET.match(line)
    return ListItem(runs=(Text(text=line[bullet.end() :]),)) if bullet else Paragraph(runs=(Text(text=line),))


def _whole_words(text: str) -> str:
    """The text with the words whole that a hyphen parts at a line's end.

    The hyphen stays where the word has it elsewhere, or where both its parts are words of the text; so "multi-agency"
    stays, and "commu-nication" does not.
    """
    if not _HARD.search(text):
        return text
    words = Counter(word.casefold() for word in _WORD.findall(text))

    def whole(found: re.Match[str]) -> str:
        before, after = found["before"], found["after"]
        one, two = f"{before}{after}".casefold(), f"{before}-{after}".casefold()
        compound = words[two] or before.casefold() in _STANDING or (words[before.casefold()] and words[after] > 1)
        word = f"{before}-{after}" if compound and not words[one] else f"{before}{after}"
        # The line ends after the whole word, so that lines are as long as they were.
        return f"{word}{found['rest']}\n"

    return _HARD.sub(whole, text)


def _without_pages(lines: Sequence[Line], losses: Losses) -> list[Line]:
    """The lines without the numbers of pages; a line after one stands after the turn of a page."""
    kept: list[Line] = []
    turned = False
    for index, line in enumerate(lines):
        before, after = lines[index - 1] if index else None, lines[index + 1] if index + 1 < len(lines) else None
        if _is_page_number(line, before, after):
            losses.add("page number")
            turned = True
            continue
        kept.append(replace(line, page=True, gap=max(line.gap, 1)) if turned and kept else line)
        turned = False
    return kept


def _is_page_number(line: Line, before: Line | None, after: Line | None) -> bool:
    if line.is_row:
        return False
    if _PAGE.fullmatch(line.text):
        return True
    if not _BARE.fullmatch(line.text) or before is None or after is None or before.is_row or after.is_row:
        return False
    # A number alone where a sentence breaks off and goes on.
    inside = len(before.text) > _LEAST_WIDTH and not finished(before.text) and after.text[:1].islower()
    return line.page or after.page or inside


def _whole_lines(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that go on from no other: what is before them was too short to have been broken."""
    width = max((line.indent + len(line.text) for line in lines if not line.is_row), default=0)
    if not _LEAST_WIDTH <= width <= _MOST_WIDTH:
        # Lines of any length were broken by nobody; a page may have turned all the same.
        return frozenset(line.number for line in lines if not line.page)
    done: set[int] = set()
    for before, line in pairwise(lines):
        if before.indent + len(plain(before.runs)) < _FULL * width and not before.text.endswith("-"):
            done.add(line.number)
    return frozenset(done)
