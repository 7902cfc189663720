"""Rules about what a report points at and shows: references that hold, pictures that say what they show."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from clerkwell.model import (
    Block,
    Image,
    Landscape,
    ListItem,
    Place,
    Reference,
    Report,
    Runs,
    Table,
    all_blocks,
    plain,
)
from clerkwell.model.text import OBJECT
from clerkwell.packs import Pack, outline
from clerkwell.packs.numbering import takes_number
from clerkwell.packs.repeating import written_appendices
from clerkwell.rules.passages import Guide, Piece, Reading
from clerkwell.rules.rule import Across, Apart, Finding, Rule
from clerkwell.rules.signs import Sign

_LIVE: Final = Sign(OBJECT)


def _broken(reading: Reading) -> Iterator[Finding]:
    targets: dict[str, set[str]] | None = None
    for _, references in reading.parts(_references):
        for place, run in references:
            # Most reports have no live reference: what can be pointed at is worked out for those that do.
            targets = targets or _targets(reading)
            if run.target not in targets[run.to]:
                number = " with a number" if run.to == "paragraph" else ""
                message = (
                    f"This reference points at a {run.to}{number} that is not in the document. "
                    "Point it at another, or take it out."
                )
                yield Finding(message, place)


def _references(piece: Piece, _: Guide) -> tuple[tuple[Place, Reference], ...]:
    """The live references of a part, with their places."""
    blocks = {passage.place.block for passage in piece.having(_LIVE)}
    if not blocks:
        return ()
    return tuple(
        (at.model_copy(update={"start": start, "end": start + 1}), run)
        for place, block in all_blocks(piece.alone, lambda block: block.id in blocks)
        for at, runs in _runs(place, block)
        for index, run in enumerate(runs)
        if isinstance(run, Reference)
        for start in (len(plain(runs[:index])),)
    )


def _targets(reading: Reading) -> dict[str, set[str]]:
    """The ids that the document has something to say for: a number, a heading, a caption."""
    report, pack = reading.report, reading.pack
    standing = [part for part in outline(report, pack) if part.stands]
    written = {appendix.id for appendix in written_appendices(report, pack)}
    sections = [(reading.section(part.id), part.spec.numbered) for part in standing if part.section]
    appendices = [(piece, False) for piece in reading.pieces if piece.appendix and piece.appendix.id in written]
    in_paragraphs = pack.manifest.pack.numbering != "headings"
    paragraphs, tables = set[str](), set[str]()
    for piece, numbered in (*sections, *appendices):
        if piece is not None:
            own = piece.known(_in_part, reading.guide)
            paragraphs |= own.items | own.paragraphs if numbered and in_paragraphs else own.items
            tables |= own.tables
    return {
        "appendix": {appendix.id for appendix in report.appendices},
        "section": {part.id for part in standing},
        "paragraph": paragraphs,
        "table": tables,
    }


@dataclass(frozen=True)
class _Targets:
    """The ids of what a part has to point at: numbered items, paragraphs that take a number, tables."""

    items: frozenset[str]
    paragraphs: frozenset[str]
    tables: frozenset[str]


def _in_part(piece: Piece, _: Guide) -> _Targets:
    whole = piece.section or piece.appendix
    blocks = [block for block, _ in piece.blocks.values()]
    return _Targets(
        frozenset(block.id for block in blocks if isinstance(block, ListItem) and block.ordered),
        frozenset(block.id for block in (whole.blocks if whole else ()) if takes_number(block)),
        frozenset(block.id for block in blocks if isinstance(block, Table) and any(block.rows)),
    )


def _runs(place: Place, block: Block) -> Iterator[tuple[Place, Runs]]:
    if isinstance(block, Table):
        for row, cells in enumerate(block.rows):
            for column, cell in enumerate(cells):
                for index, runs in enumerate(cell.paragraphs):
                    yield place.model_copy(update={"path": (row, column, index)}), runs
    elif not isinstance(block, Image | Landscape):
        yield place, block.runs


def _pictures(report: Report, _: Pack) -> Iterator[Finding]:
    for place, block in all_blocks(report, lambda block: block.kind == "image"):
        if isinstance(block, Image) and not block.decorative and not block.alt.strip():
            message = "A picture has no alternative text. Describe it in a sentence, or say that it is decoration."
            yield Finding(message, place)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "reference-broken", "error", "A reference points at nothing",
            "The number that a reader would look for is not there.", Across(_broken),
            source="Careful drafting: references lead to what they name",
        ),
        Rule(
            "picture-without-words", "warning", "A picture has no alternative text",
            "A screen reader reads the alternative text out in place of the picture; without it there is none.",
            Apart(_pictures),
            source="Public Sector Bodies Accessibility Regulations 2018; Web Content Accessibility Guidelines 1.1.1, "
            "non-text content",
        ),
    )  # fmt: skip
