"""Headings that their company or a word before them shows to be some: "1  Why this is needed", "Section B – Fees"."""

import re
from collections.abc import Sequence

from clerkwell.intake.headings import SECTION, looks_short, parted
from clerkwell.intake.lines import Line

# Fewer of them that count on from 1 may be anything.
_FEWEST = 3
_MOST_WORDS = 9
_LETTERED = re.compile(r"(?P<letter>[A-Z])[.)] +(?=[A-Z])")
# "Appendix 1 – Plan of the site", "Appendix 1 (exempt) – Tenders", and no more.
_ENTRY = re.compile(
    r"(?:exempt |confidential )?(?:appendix|annex) (?:\d{1,2}[a-z]?|[a-z])"
    r"(?:\s+\((?:exempt|confidential|private|restricted|not for publication)\b[^()]{0,80}\))?(?:\s+[–—-]|:)\s+"
    r"[A-Z0-9][^.:;?]{2,110}",
    re.IGNORECASE,
)


def is_section_head(line: Line) -> bool:
    """Whether a short line says that it heads a section: "Section B – Fees"."""
    return looks_short(line) and SECTION.match(line.text) is not None


def bare_heads(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that are headings with a number and no stop: they count on from 1, with text between."""
    found: list[int] = []
    last = -2
    for index, line in enumerate(lines):
        if line.marker is not None or line.block is not None or line.is_row:
            continue
        number, words = parted(line)
        if number != str(len(found) + 1) or not looks_short(line) or len(words.split()) > _MOST_WORDS:
            continue
        if index == last + 1:
            return frozenset()  # a list
        found.append(line.number)
        last = index
    return frozenset(found) if len(found) >= _FEWEST else frozenset()


def lettered_heads(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that are headings with a letter: "A. Why", "B. What has happened", which count on."""
    found: list[int] = []
    for line in lines:
        letter = _LETTERED.match(line.text) if line.gap and looks_short(line) else None
        if letter is not None and letter["letter"] == chr(ord("A") + len(found)):
            found.append(line.number)
    return frozenset(found) if len(found) >= _FEWEST else frozenset()


def is_counted(line: Line) -> bool:
    """Whether a line begins with a number or a letter that counts parts: "2. Why", "B. Why"."""
    return bool(parted(line)[0]) or _LETTERED.match(line.text) is not None


def is_entry(line: Line) -> bool:
    """Whether a line is no more than an appendix's number and title: "Appendix 1 – Plan of the site"."""
    return line.marker is None and not line.is_row and line.block is None and _ENTRY.fullmatch(line.text) is not None
