"""The words of a report with their places: what rules over text read."""

from collections.abc import Iterator
from typing import Final

from clerkwell.model import (
    Block,
    Footnote,
    Image,
    Landscape,
    Place,
    Report,
    Runs,
    Table,
    Text,
    all_blocks,
    plain,
    walk,
    words,
)
from clerkwell.packs import Pack, outline

_WORDED: Final = frozenset(("paragraph", "item", "subheading", "quotation"))


def texts(report: Report) -> Iterator[tuple[Place, str]]:
    """Every stretch of text that a person wrote, with its place: fields, blocks, cells, lists at the end."""
    for name, value in report.fields.items():
        yield Place(field=name), value.text
    for repeat, rows in report.repeats.items():
        for index, row in enumerate(rows):
            for name, value in row.items():
                yield Place(field=f"{repeat}.{name}", row=index), value.text
    for section in report.sections:
        if section.heading:
            yield Place(section=section.id), section.heading
    for place, block in all_blocks(report):
        yield from _block_texts(place, block)
    for appendix in report.appendices:
        yield Place(appendix=appendix.id), appendix.title
    for paper in report.background_papers:
        yield Place(section="background-papers"), paper.title


def texts_beside(report: Report) -> Iterator[tuple[Place, str]]:
    """What readers meet beside the text: footnotes, alternative text, addresses of links, numbers of appendices.

    The places are whole: a footnote's is its mark, the others' the block or entry they belong to.
    """
    parts = [
        *(({"section": each.id}, each.blocks) for each in report.sections),
        *(({"appendix": each.id}, each.blocks) for each in report.appendices),
    ]
    for part, blocks in parts:
        for block in walk(blocks):
            if block.kind in _WORDED and _is_bare(block.runs):
                continue
            # Most blocks have nothing beside their text, and need no place.
            for at, text in _beside_block(block):
                yield Place.model_validate({**part, "block": block.id, **at}), text
    for appendix in report.appendices:
        yield Place(appendix=appendix.id), appendix.number
        yield Place(appendix=appendix.id), appendix.link
    for paper in report.background_papers:
        yield Place(section="background-papers"), paper.link


def _beside_block(block: Block) -> Iterator[tuple[dict[str, int], str]]:
    """What readers meet beside the text of a block, with where in the block it is."""
    if block.kind == "image":
        yield {}, block.alt
    elif block.kind == "table":
        for row in block.rows:
            for cell in row:
                for runs in cell.paragraphs:
                    if not _is_bare(runs):
                        yield from (({}, text) for _, text in _beside(runs))
    elif block.kind != "landscape" and not _is_bare(block.runs):
        yield from (({"start": at, "end": at + 1}, text) for at, text in _beside(block.runs))


def _is_bare(runs: Runs) -> bool:
    """Whether these are words in one look without a link, as most are: nothing stands beside them."""
    return len(runs) == 1 and isinstance(runs[0], Text) and not runs[0].link


def _beside(runs: Runs) -> Iterator[tuple[int, str]]:
    """Footnotes and addresses in runs, with where in the plain text they stand."""
    at = 0
    for run in runs:
        if isinstance(run, Footnote):
            yield at, plain(run.runs)
            yield from ((at, each.link) for each in run.runs if each.link)
        elif isinstance(run, Text) and run.link:
            yield at, run.link
        at += len(run.text) if isinstance(run, Text) else 1


def count(text: str) -> int:
    """How many words these are, as Word counts: stretches between white space."""
    return len(text.split())


def section_words(report: Report, section_id: str) -> int:
    """How many words a section has, its headings left out."""
    return sum(count(words(block)) for block in report.blocks(section_id))


def part_title(report: Report, pack: Pack, section_id: str) -> str:
    """What a section is called in messages: its heading without a closing colon."""
    for part in outline(report, pack):
        if part.id == section_id:
            return part.heading.rstrip(": ")
    return section_id


def _block_texts(place: Place, block: Block) -> Iterator[tuple[Place, str]]:
    match block:
        case Table():
            if block.caption:
                yield place, block.caption
            for row, cells in enumerate(block.rows):
                for column, cell in enumerate(cells):
                    for index, runs in enumerate(cell.paragraphs):
                        yield place.model_copy(update={"path": (row, column, index)}), plain(runs)
        case Image():
            yield place, block.caption
        case Landscape():
            return
        case _:
            yield place, plain(block.runs)
