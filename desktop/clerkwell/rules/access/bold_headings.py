"""The rule about headings that are only bold: Word, and those who hear the page, take them for text."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.model import (
    Block,
    Blocks,
    Footnote,
    Image,
    ListItem,
    Paragraph,
    Place,
    SetBlocks,
    Severity,
    SubHeading,
    Table,
    Text,
    is_empty,
    is_nil,
    plain,
    words,
)
from clerkwell.model.edits import Edit
from clerkwell.rules.access.accessible import in_appendix
from clerkwell.rules.passages import Guide, Piece, Reading
from clerkwell.rules.rule import Across, Finding, Rule

_LONGEST: Final = 80
_MOST_WORDS: Final = 11
# Text goes on for longer than a line of an address, or ends as a sentence does.
_RUNNING: Final = 60
# What stands in bold and heads nothing: marks, run-ins, captions, totals, answers.
_OTHERS: Final = re.compile(
    r"(?:note|notes|n\.?b\.?|key|sources?|important|warning|draft|confidential|exempt|official|restricted|public"
    r"|not for publication|yes|no|agreed|approved|total|totals|for (?:decision|information|discussion)"
    r"|(?:table|figure|fig\.?|chart|graph|map|plan|diagram|box|photo(?:graph)?|appendix|annexe?)\s+[\dA-Z][\d.]*\b.*"
    r"|.*\bmembers are (?:asked|recommended|invited)\b.*|that .*|resolved.*|to .*)\W*",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[A-Za-z]{3,}")
_DAY: Final = re.compile(
    r"(?:\w+day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*(?:\s+\d{4})?\W*",
    re.IGNORECASE,
)
_FIGURE: Final = re.compile(r"[£$€%]|@|\b\d{4,}\s?\d{3,}\b")
# Sections that are lists of things with names, not running text.
_LISTS: Final = frozenset(("appendices", "background-papers"))


def _headings(reading: Reading) -> Iterator[Finding]:
    for piece, there in reading.parts(_of_part):
        for block, weight in there:
            if piece.section is not None:
                section = piece.section
                fix: Edit = SetBlocks(section=section.id, blocks=_with_heading(section.blocks, block))
                yield _finding(block, Place(section=section.id, block=block.id), fix, weight)
            elif piece.appendix is not None:
                appendix = piece.appendix
                fix = in_appendix(reading.report, appendix.id, _with_heading(appendix.blocks, block))
                yield _finding(block, Place(appendix=appendix.id, block=block.id), fix, weight)


def _of_part(piece: Piece, guide: Guide) -> tuple[tuple[Paragraph, Severity | None], ...]:
    """What plays a heading in a section or an appendix."""
    if piece.appendix is not None:
        return tuple(_found(piece.appendix.blocks))
    if piece.section is None or piece.section.id == "recommendations":
        return ()
    spec = guide.pack.section(piece.section.id)
    return () if spec is not None and spec.kind in _LISTS else tuple(_found(piece.section.blocks))


def _finding(block: Paragraph, place: Place, fix: Edit, weight: Severity | None) -> Finding:
    text = plain(block.runs)
    at = place.model_copy(update={"start": 0, "end": len(text)})
    message = f"“{text.strip()}” is bold text that plays a heading. Make it a sub-heading."
    return Finding(message, at, text.strip(), fix, weight)


def _found(blocks: Blocks) -> Iterator[tuple[Paragraph, Severity | None]]:
    """The paragraphs that play headings; those of which it is not certain weigh as information."""
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and _is_bold(block) and _reads_as_heading(plain(block.runs).strip()):
            after = _next(blocks, at + 1)
            if after is None:
                continue
            if isinstance(after, Paragraph) and _is_bold(after):
                # A heading over a heading, if there is text under that one; else lines of a title or an address.
                below = _next(blocks, next(i for i, each in enumerate(blocks) if each is after) + 1)
                if _reads_as_heading(plain(after.runs).strip()) and below is not None and _is_text(below):
                    yield block, None
            elif _is_text(after):
                doubtful = plain(block.runs).strip().endswith("?")
                yield block, "info" if doubtful else None
            elif isinstance(after, Table | Image):
                yield block, "info"


def _is_bold(block: Paragraph) -> bool:
    runs = block.runs
    if not runs or not isinstance(runs[0], Text) or len(runs) > _MOST_WORDS:
        return False
    return all(
        isinstance(run, Footnote) or (isinstance(run, Text) and (run.bold or not run.text.strip())) for run in runs
    )


def _reads_as_heading(text: str) -> bool:
    if not 3 <= len(text) <= _LONGEST or len(text.split()) > _MOST_WORDS or "\n" in text:
        return False
    if text[-1] in ".!;," or text[:1].islower() or not _WORD.search(text):
        return False
    # A label with a colon heads a list or a line of its own; only a list's own words are nobody's heading.
    return not (is_nil(text) or _FIGURE.search(text) or _DAY.fullmatch(text) or _OTHERS.fullmatch(text))


def _next(blocks: Blocks, at: int) -> Block | None:
    return next((block for block in blocks[at:] if not is_empty([block])), None)


def _is_text(block: Block) -> bool:
    """Whether a heading may stand over this: a list, or a paragraph that is more than a line of an address."""
    if isinstance(block, ListItem):
        return True
    if not isinstance(block, Paragraph):
        return False
    text = words(block).strip()
    return len(text) >= _RUNNING or text.endswith((".", "!", "?", ":"))


def _with_heading(blocks: Blocks, paragraph: Paragraph) -> Blocks:
    """The blocks with a paragraph made a sub-heading, which is as bold as the template has it."""
    runs = [run.model_copy(update={"bold": False}) if isinstance(run, Text) else run for run in paragraph.runs]
    last = runs[-1]
    if isinstance(last, Text):
        runs[-1] = last.model_copy(update={"text": last.text.rstrip().removesuffix(":")})
    heading = SubHeading(id=paragraph.id, private=paragraph.private, runs=tuple(runs))
    return tuple(heading if block is paragraph else block for block in blocks)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "heading-by-bold", "warning", "Bold text plays a heading",
            "A screen reader goes from heading to heading, and finds only real ones. Word lists no other.",
            Across(_headings),
            source="Public Sector Bodies Accessibility Regulations 2018; Web Content Accessibility Guidelines 1.3.1, "
            "info and relationships", fix="Make it a sub-heading",
        ),
    )  # fmt: skip
