"""Nothing vanishes: what a draft says and neither the report nor the template does is put in the tray, line by line."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from clerkwell.intake.homecoming.flow import Line
from clerkwell.intake.homecoming.gathered import Read
from clerkwell.intake.homecoming.printed import Printed
from clerkwell.model import Footnote, Image, Report, Runs, Table, all_blocks, plain
from clerkwell.model.text import OBJECT
from clerkwell.packs import Pack
from clerkwell.word.reader.document import Span, WordBlock, WordParagraph

_WORD: Final = re.compile(r"\w+")
# What the writer puts where a reference leads nowhere, or before a number that says too little.
_MADE: Final = "missing reference section Appendix"
_CAPTION: Final = re.compile(r"\s*(?:Table|Figure)[ \u00a0]\d+")


def unaccounted(read: Read, report: Report, printed: Printed) -> Iterator[tuple[str, Line]]:
    """The lines read that hold a word which neither the report nor the template has, each with its words.

    References that follow what they point at say nothing of their own.
    """
    known = _known(report, read.pack, printed) | _tokens("\n".join([_MADE, *(each.words for each in read.mapped)]))
    for line in read.lines:
        if line.story != "body" or not line.shows:
            continue
        for words in _said(line.block, line):
            if not _tokens(_CAPTION.sub("", words)) <= known:
                yield words.replace(OBJECT, "").strip(), line


def _tokens(text: str) -> set[str]:
    return {each.casefold() for each in _WORD.findall(text)}


def _known(report: Report, pack: Pack, printed: Printed) -> set[str]:
    said: list[str] = [*printed.words]
    said += [text for spec in pack.manifest.field for text in (spec.prefix, spec.suffix, *spec.labels)]
    said += [spec.title for spec in pack.manifest.section]
    said += [value.text for value in report.fields.values()]
    said += [value.text for rows in report.repeats.values() for row in rows for value in row.values()]
    said += [section.heading for section in report.sections]
    said += [text for each in report.appendices for text in (each.number, each.title, each.public_interest)]
    said += [each.title for each in report.background_papers]
    for entry in report.consultations:
        said += [entry.who, entry.role, entry.part, entry.asked, entry.answered, entry.answer]
    said += [each.text for each in report.tray]
    for _, block in all_blocks(report):
        if isinstance(block, Table):
            said.append(block.caption)
            for row in block.rows:
                for cell in row:
                    said += [text for runs in cell.paragraphs for text in _runs(runs)]
        elif isinstance(block, Image):
            said.append(block.caption)
        else:
            said += _runs(getattr(block, "runs", ()))
    return _tokens("\n".join(said))


def _runs(runs: Runs) -> Iterator[str]:
    yield plain(runs)
    for run in runs:
        if isinstance(run, Footnote):
            yield plain(run.runs)


def _said(block: WordBlock, line: Line | None) -> Iterator[str]:
    """The words of a paragraph, or of each paragraph of a table, and of their notes."""
    if isinstance(block, WordParagraph):
        if line is None:
            yield _words(block.spans)
        else:
            # Two places that stand next to one another hold words of their own.
            stretches = groupby(line.pieces, key=lambda piece: piece.stands)
            yield " ".join(_words([piece.span for piece in pieces]) for _, pieces in stretches)
        for span in block.spans if line is None else [piece.span for piece in line.pieces]:
            for paragraph in span.note or ():
                yield _words(paragraph.spans)
    else:
        for row in block.rows:
            for cell in row.cells:
                for inner in () if cell.continues else cell.blocks:
                    yield from _said(inner, None)


def _words(spans: Sequence[Span]) -> str:
    return "".join(OBJECT if span.target else span.text for span in spans)
