"""Captions that a text has typed at its tables and pictures: "Table 1: Costs by year"."""

import re
from collections.abc import Sequence
from typing import Final

from clerkwell.intake.results import Mapped
from clerkwell.model import (
    Block,
    Blocks,
    Image,
    Landscape,
    Paragraph,
    Report,
    SubHeading,
    Table,
    Text,
    plain,
    walk,
)
from clerkwell.packs import Pack, outline

_CAPTION: Final = re.compile(
    r"(?P<kind>table|figure|chart|graph)\s+(?P<number>\d{1,3})(?:\s*[:.–—-]\s*(?P<words>\S.*))?", re.IGNORECASE
)

# "Table 1 Costs by year": no sentence, which would go on in small letters and end in a stop.
_UNPARTED: Final = re.compile(
    r"(?P<kind>table|figure)\s+(?P<number>\d{1,3})\s+(?P<words>(?-i:[A-Z0-9£“‘\"'(]).{0,200}[^.?!:;,\s])", re.IGNORECASE
)


def is_caption(words: str) -> bool:
    """Whether a line names a table or a picture by its number, and so heads no section."""
    return _CAPTION.fullmatch(words) is not None


def with_captions(report: Report, pack: Pack, mapped: list[Mapped], moved: dict[str, str] | None = None) -> Report:
    """The report with typed captions made those of the tables and pictures that they stand at.

    Only where the number that was typed is the one that the table or picture gets: other text may cite it. `mapped`
    gets the typed numbers, and `moved` the id of each table and picture by that of the paragraph that was its caption.
    """
    finder = _Finder(mapped, {} if moved is None else moved)
    changed: dict[str, Blocks] = {}
    for part in outline(report, pack):
        if part.section is not None and any(isinstance(block, Table | Image) for block in walk(part.section.blocks)):
            changed[part.section.id] = finder.captioned(part.section.blocks)
    sections = tuple(
        section.model_copy(update={"blocks": changed[section.id]}) if section.id in changed else section
        for section in report.sections
    )
    # Captions count on through the appendices that are written in the report.
    appendices = tuple(each.model_copy(update={"blocks": finder.captioned(each.blocks)}) for each in report.appendices)
    return report.model_copy(update={"sections": sections, "appendices": appendices})


class _Finder:
    """Finds captions, one section after another, and counts tables and pictures meanwhile."""

    def __init__(self, mapped: list[Mapped], moved: dict[str, str]) -> None:
        self._mapped = mapped
        self._moved = moved
        self._count = {"Table": 0, "Figure": 0}

    def captioned(self, blocks: Blocks) -> Blocks:
        """The blocks, those that were captions in the tables and pictures that they name."""
        done: list[Block] = []
        waiting = list(blocks)
        while waiting:
            block = waiting.pop(0)
            if isinstance(block, Landscape):
                block = block.model_copy(update={"blocks": self.captioned(block.blocks)})
            elif isinstance(block, Table | Image) and not block.caption:
                kind = "Table" if isinstance(block, Table) else "Figure"
                above = done[-1] if done else None
                below = waiting[0] if waiting else None
                if words := self._take(above, block, kind):
                    done.pop()
                elif not self._is_above_another(waiting) and (words := self._take(below, block, kind)):
                    waiting.pop(0)
                block = block.model_copy(update={"caption": words})
            done.append(block)
        return tuple(done)

    def _is_above_another(self, waiting: Sequence[Block]) -> bool:
        """Whether what comes next may be the caption of a table or picture below it."""
        return len(waiting) > 1 and isinstance(waiting[1], Table) and not isinstance(waiting[0], Table | Image)

    def _take(self, caption: Block | None, block: Table | Image, kind: str) -> str:
        """The words of a caption with this block's number, if that is what stands above it or below."""
        number = self._count[kind] + 1
        words = _words(caption, kind, number)
        if words and caption is not None:
            self._count[kind] = number
            self._mapped.append(Mapped(f"{kind} {number}", "number"))
            self._moved[caption.id] = block.id
        return words


def _words(block: Block | None, kind: str, number: int) -> str:
    """What a typed caption says behind this number; nothing if the block is none."""
    if not isinstance(block, Paragraph | SubHeading):
        return ""
    text = plain(block.runs)
    found = _CAPTION.fullmatch(text) or _UNPARTED.fullmatch(text)
    if found is None or found["kind"].capitalize() != kind or int(found["number"]) != number:
        return ""
    # A caption holds words alone: no link, no note.
    return (found["words"] or "") if all(isinstance(run, Text) and not run.link for run in block.runs) else ""
