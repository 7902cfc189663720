"""Every text of a report that can be searched: where it stands, and how other words get there."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from clerkwell.model import Block, Cell, Footnote, Image, Landscape, Place, Report, Run, Runs, Table, Text, plain, walk
from clerkwell.model.runs import canonical
from clerkwell.model.runs import replace as replace_words
from clerkwell.packs import Pack, outline, relevant

Slot = Literal["", "heading", "caption", "alt", "footnote", "title", "paper"]


@dataclass(frozen=True)
class Spot:
    """A text. `place` names it without a stretch; `slot` says which text of it that is, if not its own words.

    `at` is the footnote's mark in its paragraph, or which of the background papers it is.
    """

    place: Place
    slot: Slot = ""
    at: int = 0


def spots(report: Report, pack: Pack) -> Iterator[tuple[Spot, str]]:
    """The texts in the order of the document: fields, sections, appendices, background papers.

    What an answer has taken out of the document is left out.
    """
    for spec in pack.manifest.field:
        if not relevant(spec, report):
            continue
        repeat, dot, _ = spec.id.partition(".")
        for row in range(len(report.repeats.get(repeat, ()))) if dot else (None,):
            yield Spot(Place(field=spec.id, row=row)), report.field(spec.id, row).text
    for part in outline(report, pack):
        if part.section is None or not part.relevant:
            continue
        here = Place(section=part.id)
        if part.section.heading:
            yield Spot(here, "heading"), part.section.heading
        for block in walk(part.section.blocks):
            yield from _block(here.model_copy(update={"block": block.id}), block)
        if part.spec.kind == "background-papers":
            for at, paper in enumerate(report.background_papers):
                yield Spot(here, "paper", at), paper.title
    for appendix in report.appendices:
        here = Place(appendix=appendix.id)
        yield Spot(here, "title"), appendix.title
        for block in walk(appendix.blocks):
            yield from _block(here.model_copy(update={"block": block.id}), block)


def _block(place: Place, block: Block) -> Iterator[tuple[Spot, str]]:
    match block:
        case Table():
            yield from _table(place, block)
        case Image():
            yield Spot(place, "caption"), block.caption
            if not block.decorative:
                yield Spot(place, "alt"), block.alt
        case Landscape():
            return
        case _:
            yield from _runs(Spot(place), block.runs)


def _table(place: Place, table: Table) -> Iterator[tuple[Spot, str]]:
    yield Spot(place, "caption"), table.caption
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells):
            for at, runs in enumerate(cell.paragraphs):
                yield from _runs(Spot(place.model_copy(update={"path": (row, column, at)})), runs)


def _runs(spot: Spot, runs: Runs) -> Iterator[tuple[Spot, str]]:
    yield spot, plain(runs)
    at = 0
    for run in runs:
        if isinstance(run, Footnote):
            yield replace(spot, slot="footnote", at=at), plain(run.runs)
        at += len(run.text) if isinstance(run, Text) else 1


def rewritten(block: Block, spot: Spot, span: tuple[int, int], put_in: str) -> Block:
    """A block with other words in its caption, its description, or a footnote of it."""
    match block:
        case Table() if spot.slot == "footnote":
            row, column, paragraph = spot.place.path
            cell = block.rows[row][column]
            runs = _in_footnote(cell.paragraphs[paragraph], spot.at, span, put_in)
            paragraphs = (*cell.paragraphs[:paragraph], runs, *cell.paragraphs[paragraph + 1 :])
            fresh = (*block.rows[row][:column], Cell(paragraphs=paragraphs), *block.rows[row][column + 1 :])
            return block.model_copy(update={"rows": (*block.rows[:row], fresh, *block.rows[row + 1 :])})
        case Table():
            return block.model_copy(update={"caption": spliced(block.caption, span, put_in)})
        case Image() if spot.slot == "alt":
            return block.model_copy(update={"alt": spliced(block.alt, span, put_in)})
        case Image():
            return block.model_copy(update={"caption": spliced(block.caption, span, put_in)})
        case Landscape():
            return block
        case _:
            return block.model_copy(update={"runs": _in_footnote(block.runs, spot.at, span, put_in)})


def spliced(text: str, span: tuple[int, int], put_in: str) -> str:
    """A text with other words in a stretch of it."""
    return text[: span[0]] + put_in + text[span[1] :]


def _in_footnote(runs: Runs, mark: int, span: tuple[int, int], put_in: str) -> Runs:
    done: list[Run] = []
    at = 0
    for run in runs:
        if isinstance(run, Footnote) and at == mark:
            fresh = replace_words(run.runs, *span, put_in)
            done.append(Footnote(runs=tuple(each for each in fresh if isinstance(each, Text))))
        else:
            done.append(run)
        at += len(run.text) if isinstance(run, Text) else 1
    return canonical(done)
