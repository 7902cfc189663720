"""How long a report is: its words, and its pages as they were last made or as they may be guessed."""

from dataclasses import dataclass
from typing import Final

from clerkwell.model import Block, Report, words

# What a page holds of ordinary report text, and how much of a page each section takes with its heading and its last
# line, and the header: measured in LibreOffice over reports of 700 to 30,000 words in the packs that ship.
_WORDS_A_PAGE: Final = 560
_SECTION: Final = 0.15
_HEAD: Final = 0.4


class WordCounts:
    """Counts the words of one report again and again, doing only the blocks that are new since the last time."""

    def __init__(self) -> None:
        self._counts: dict[int, tuple[Block, int]] = {}

    def of(self, report: Report) -> int:
        """The words of the sections' text, tables and captions; not the header's, nor those of appendices."""
        before, counts = self._counts, {}
        for section in report.sections:
            for block in section.blocks:
                known = before.get(id(block))
                # An id may have been given to another object since: what counts is the object itself, which is kept.
                counts[id(block)] = (
                    known if known is not None and known[0] is block else (block, len(words(block).split()))
                )
        self._counts = counts
        return sum(count for _, count in counts.values())


@dataclass(frozen=True)
class Pages:
    """How many pages the document had when they were last made, and how many words the report had then."""

    count: int
    words: int


def length_in_words(count: int, sections: int, made: Pages | None = None) -> str:
    """The length as one says it: "about 9 pages · 3,450 words", in so many sections; nothing for no words."""
    if not count:
        return ""
    told = f"{count:,} word{'' if count == 1 else 's'}"
    if made is not None and made.words == count:
        return f"{_in_pages(made.count)} · {told}"
    return f"about {_in_pages(_guessed(count, sections, made))} · {told}"


def _guessed(count: int, sections: int, made: Pages | None) -> int:
    if made is not None:
        # From what is known: what came since, or went, at so many words a page.
        return max(1, made.count + round((count - made.words) / _WORDS_A_PAGE))
    return max(1, round(_HEAD + sections * _SECTION + count / _WORDS_A_PAGE))


def _in_pages(count: int) -> str:
    return f"{count} page{'' if count == 1 else 's'}"
