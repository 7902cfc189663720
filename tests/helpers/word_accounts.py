"""The words that an import kept, and where: in the report, in its tray, in the account of what was mapped."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from clerkwell.intake import Imported
from clerkwell.model import Block, Footnote, Image, Landscape, Runs, Table, Text, all_blocks
from clerkwell.packs import numbers, outline
from clerkwell.word.writer.references import Targets, names_sections, targets
from helpers.intake import words_of

# What stands in the tray for a picture.
_PICTURE = re.compile(r"\[Picture[^\]]*\]")


def held_words(imported: Imported) -> Iterator[str]:
    """The texts of the report and of its tray; a live reference says what its target is called."""
    report, pack = imported.report, imported.pack
    parts = [part for part in outline(report, pack) if part.stands]
    pointed = targets(report, parts, numbers(report, pack), 1, report.appendices)
    yield from (value.text for value in report.fields.values())
    yield from (value.text for rows in report.repeats.values() for row in rows for value in row.values())
    yield from (section.heading for section in report.sections)
    yield from (_block(block, pointed) for _, block in all_blocks(report))
    yield from (f"{each.number} {each.title}" for each in report.appendices)
    yield from (paper.title for paper in report.background_papers)
    yield from (_PICTURE.sub("", item.text) for item in report.tray)


def counted(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in these texts."""
    return Counter(word for text in texts for word in words_of(text))


def _block(block: Block, pointed: Targets) -> str:
    match block:
        case Table():
            cells = (_said(runs, pointed) for row in block.rows for cell in row for runs in cell.paragraphs)
            return "\n".join([block.caption, *cells])
        case Image():
            return block.caption
        case Landscape():
            return ""
        case _:
            return _said(block.runs, pointed)


def _said(runs: Runs, pointed: Targets) -> str:
    pieces = []
    for run in runs:
        if isinstance(run, Text):
            pieces.append(run.text)
        elif isinstance(run, Footnote):
            pieces.append(f" {_said(run.runs, pointed)} ")
        elif target := pointed.get(run.to, run.target):
            # Where the text does not say what the number is of, the document does.
            unnamed = run.to == "section" and target.is_number and not names_sections("".join(pieces))
            pieces.append(f"section {target.words}" if unnamed else target.words)
    return "".join(pieces)
