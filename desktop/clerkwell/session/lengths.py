"""How long a report is: its words, and its pages as they were last made or as they may be guessed."""

from dataclasses import dataclass
from typing import Final

from clerkwell.model import Block, Report, walk, words

# What a page holds of ordinary report text, and how much of a page each section takes with its heading and its last
# line, and the header: measured in LibreOffice over reports of 700 to 30,000 words in the packs that ship.
_WORDS_A_PAGE: Final = 560
_SECTION: Final = 0.15
_HEAD: Final = 0.4
# What stands beside the words: pages on their side begin and end a page each, a picture takes a good part of one.
_LANDSCAPE: Final = 1.5
_PICTURE: Final = 0.4
_ROW: Final = 0.02


@dataclass(frozen=True)
class Length:
    """How much a report holds: its words, and the room in pages that what is no words takes, by a guess."""

    words: int = 0
    room: float = 0.0


class Lengths:
    """Measures one report again and again, doing only the blocks that are new since the last time."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Block, Length]] = {}

    def of(self, report: Report) -> Length:
        """The length of the sections' text, tables and captions; not the header's, nor that of appendices."""
        before, now = self._known, {}
        for section in report.sections:
            for block in section.blocks:
                known = before.get(id(block))
                # The number may have been given to another object since: the object itself is what counts.
                now[id(block)] = known if known is not None and known[0] is block else (block, _measured(block))
        self._known = now
        measured = [length for _, length in now.values()]
        room = _HEAD + _SECTION * len(report.sections)
        return Length(sum(each.words for each in measured), room + sum(each.room for each in measured))


def _measured(block: Block) -> Length:
    room = _LANDSCAPE if block.kind == "landscape" else 0.0
    for each in walk((block,)):
        room += _PICTURE if each.kind == "image" else _ROW * len(each.rows) if each.kind == "table" else 0
    return Length(len(words(block).split()), room)


@dataclass(frozen=True)
class Pages:
    """How many pages the document had when they were last made, and how many words the report had then."""

    count: int
    words: int


def length_in_words(length: Length, made: Pages | None = None) -> str:
    """The length as one says it: "about 9 pages · 3,450 words"; nothing for no words."""
    count = length.words
    if not count:
        return ""
    told = f"{count:,} word{'' if count == 1 else 's'}"
    if made is not None and made.words == count:
        return f"{_in_pages(made.count)} · {told}"
    return f"about {_in_pages(_guessed(length, made))} · {told}"


def _guessed(length: Length, made: Pages | None) -> int:
    if made is not None:
        # From what is known: what came since, or went, at so many words a page.
        return max(1, made.count + round((length.words - made.words) / _WORDS_A_PAGE))
    return max(1, round(length.room + length.words / _WORDS_A_PAGE))


def _in_pages(count: int) -> str:
    return f"{count} page{'' if count == 1 else 's'}"
