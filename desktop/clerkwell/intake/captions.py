"""Captions that a text has typed over its tables: "Table 1: Costs by year"."""

import re
from typing import Final

from clerkwell.intake.results import Mapped
from clerkwell.model import Block, Blocks, Paragraph, Report, SubHeading, Table, Text, plain
from clerkwell.packs import Pack, outline

_CAPTION: Final = re.compile(
    r"(?P<kind>table|figure|chart|graph)\s+(?P<number>\d{1,3})(?:\s*[:.–—-]\s*(?P<words>\S.*))?", re.IGNORECASE
)


def is_caption(words: str) -> bool:
    """Whether a line names a table or a picture by its number, and so heads no section."""
    return _CAPTION.fullmatch(words) is not None


def with_captions(report: Report, pack: Pack, mapped: list[Mapped]) -> Report:
    """The report with typed captions made those of the tables they stand over; `mapped` gets the typed numbers.

    Only where the number that was typed is the one that the table gets: other text may cite it.
    """
    count = 0
    changed: dict[str, Blocks] = {}
    for part in outline(report, pack):
        if part.section is None or not any(isinstance(block, Table) for block in part.section.blocks):
            continue
        done: list[Block] = []
        for block in part.section.blocks:
            words = _words(done[-1], count + 1) if done and isinstance(block, Table) and not block.caption else ""
            if words and isinstance(block, Table):
                done[-1] = block.model_copy(update={"caption": words})
                count += 1
                mapped.append(Mapped(f"Table {count}", "number"))
            else:
                done.append(block)
        changed[part.section.id] = tuple(done)
    sections = tuple(
        section.model_copy(update={"blocks": changed[section.id]}) if section.id in changed else section
        for section in report.sections
    )
    return report.model_copy(update={"sections": sections})


def _words(block: object, number: int) -> str:
    """What a typed caption says behind this number; nothing if the block is none."""
    if not isinstance(block, Paragraph | SubHeading):
        return ""
    found = _CAPTION.fullmatch(plain(block.runs))
    if found is None or found["kind"].lower() != "table" or int(found["number"]) != number:
        return ""
    # A caption holds words alone: no link, no note.
    return (found["words"] or "") if all(isinstance(run, Text) and not run.link for run in block.runs) else ""
