"""The footnotes of a report, numbered as its document numbers them."""

from collections.abc import Iterator
from dataclasses import dataclass

from clerkwell.model import Block, Blocks, Footnote, Place, Report, Runs, Text, plain, walk
from clerkwell.model.runs import cut, replace
from clerkwell.packs import Pack, outline
from clerkwell.packs.repeating import written_appendices


@dataclass(frozen=True)
class Footnoted:
    """A footnote: its number, the place of its mark, its words, and the heading that it stands under."""

    number: int
    place: Place
    words: str
    part: str


def footnotes(report: Report, pack: Pack) -> tuple[Footnoted, ...]:
    """All footnotes of the document, those in its tables and in appendices of its own too, in their order."""
    found = (
        (place, note, called)
        for home, blocks, called in _texts(report, pack)
        for place, note in _in_blocks(home, blocks)
    )
    return tuple(
        Footnoted(number, place, plain(note.runs), called) for number, (place, note, called) in enumerate(found, 1)
    )


def _texts(report: Report, pack: Pack) -> Iterator[tuple[Place, Blocks, str]]:
    """What the document has for text, in its order, with what it is called."""
    for part in outline(report, pack):
        if part.stands and part.section is not None:
            yield Place(section=part.id), part.section.blocks, part.heading.rstrip(": ")
    for appendix in written_appendices(report, pack):
        yield Place(appendix=appendix.id), appendix.blocks, f"Appendix {appendix.number}".rstrip()


def _in_blocks(home: Place, blocks: Blocks) -> Iterator[tuple[Place, Footnote]]:
    for block in walk(blocks):
        for path, runs in _runs(block):
            at = 0
            for run in runs:
                if isinstance(run, Footnote):
                    here = {"block": block.id, "path": path, "start": at, "end": at + 1}
                    yield home.model_copy(update=here), run
                at += len(run.text) if isinstance(run, Text) else 1


def _runs(block: Block) -> Iterator[tuple[tuple[int, ...], Runs]]:
    """The words of a block, those of a table cell by cell with where they stand in it."""
    if block.kind == "table":
        for row, cells in enumerate(block.rows):
            for column, cell in enumerate(cells):
                for index, runs in enumerate(cell.paragraphs):
                    yield (row, column, index), runs
    elif block.kind != "image" and block.kind != "landscape":
        yield (), block.runs


def count_footnotes(blocks: Blocks) -> int:
    """How many footnotes these blocks have, those of tables too."""
    return sum(run.kind == "footnote" for block in walk(blocks) for _, runs in _runs(block) for run in runs)


def retyped(footnote: Footnote, words: str) -> Footnote:
    """A footnote with other words. Those that stay keep their looks and links."""
    was = plain(footnote.runs)
    start = 0
    while start < min(len(was), len(words)) and was[start] == words[start]:
        start += 1
    end = 0
    while end < min(len(was), len(words)) - start and was[-1 - end] == words[-1 - end]:
        end += 1
    runs = replace(footnote.runs, start, len(was) - end, words[start : len(words) - end])
    return Footnote(runs=tuple(run for run in cut(runs, 0, len(words)) if isinstance(run, Text)))
