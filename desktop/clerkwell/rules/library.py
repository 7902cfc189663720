"""Reading a report: its parts and their passages, where what did not change stays the same object as before."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from clerkwell.model import (
    Block,
    Footnote,
    Place,
    Report,
    Runs,
    Section,
    Text,
    plain,
    walk,
)
from clerkwell.packs import outline
from clerkwell.rules.passages import Guide, Kind, Passage, Piece, Reading, search_together

_Blocks = Mapping[str, tuple[Block, tuple[Passage, ...]]]
# A part, and what it was read from.
_Kept = dict[str, tuple[tuple[object, ...], Piece]]
_Read = Callable[[Report, Piece], Piece]


class Library:
    """The parts of a report, kept from one reading to the next."""

    def __init__(self) -> None:
        self._guide: Guide | None = None
        self._kept: _Kept = {}

    def read(self, report: Report, guide: Guide) -> Reading:
        """The report's passages; those of blocks that did not change are the same objects as before."""
        if self._guide is None or guide.pack is not self._guide.pack or guide.own_words != self._guide.own_words:
            self._kept, self._guide = {}, guide
        before, self._kept = self._kept, {}
        pieces = tuple(self._pieces(report, before))
        search_together(pieces)
        passages = tuple(passage for piece in pieces if piece.stands for passage in piece.passages)
        return Reading(report, self._guide, pieces, passages)

    def _pieces(self, report: Report, before: _Kept) -> Iterator[Piece]:
        assert self._guide is not None

        def piece(key: str, sources: tuple[object, ...], read: _Read, part: Mapping[str, object]) -> Piece:
            kept = before.get(key)
            if kept is None or any(one is not other for one, other in zip(kept[0], sources, strict=True)):
                alone = Report(pack=report.pack).model_copy(update=part)
                kept = (sources, read(alone, kept[1] if kept else Piece((), alone)))
            self._kept[key] = kept
            return kept[1]

        header = {"fields": report.fields, "repeats": report.repeats}
        yield piece("answers", (report.fields, report.repeats), _answers, header)
        for section, stands in _sections(report, self._guide):
            found = piece(f"section {section.id}", (section,), _section, {"sections": (section,)})
            yield found if stands else replace(found, stands=False)
        for appendix in report.appendices:
            yield piece(f"appendix {appendix.id}", (appendix,), _appendix, {"appendices": (appendix,)})
        papers = report.background_papers
        yield piece("papers", (papers,), _papers, {"background_papers": papers})


def _sections(report: Report, guide: Guide) -> Iterator[tuple[Section, bool]]:
    """The sections in the order of the document, and whether it has them."""
    for part in outline(report, guide.pack):
        if part.section is not None:
            yield part.section, part.stands


def _answers(alone: Report, old: Piece) -> Piece:
    texts = {Place(field=name): value.text for name, value in alone.fields.items()}
    for repeat, rows in alone.repeats.items():
        for index, row in enumerate(rows):
            for name, value in row.items():
                texts[Place(field=f"{repeat}.{name}", row=index)] = value.text
    return Piece(_loose((Passage(place, text, "answer") for place, text in texts.items()), old), alone)


def _section(alone: Report, old: Piece) -> Piece:
    (section,) = alone.sections
    place = Place(section=section.id)
    heading = _loose([Passage(place, section.heading, "heading")] if section.heading else [], old)
    blocks = _by_block(place, section.blocks, old)
    return Piece((*heading, *_all(blocks)), alone, section=section, blocks=blocks)


def _appendix(alone: Report, old: Piece) -> Piece:
    (appendix,) = alone.appendices
    place = Place(appendix=appendix.id)
    title = _loose([Passage(place, appendix.title, "title")], old)
    blocks = _by_block(place, appendix.blocks, old)
    return Piece((*title, *_all(blocks)), alone, appendix=appendix, blocks=blocks)


def _papers(alone: Report, old: Piece) -> Piece:
    place = Place(section="background-papers")
    return Piece(_loose((Passage(place, paper.title, "title") for paper in alone.background_papers), old), alone)


def _loose(passages: Iterable[Passage], old: Piece) -> tuple[Passage, ...]:
    """These passages, which belong to no block; those that were there before as they were."""
    before = {(passage.place, passage.text): passage for passage in old.passages if passage.block is None}
    return tuple(before.get((passage.place, passage.text), passage) for passage in passages)


def _by_block(place: Place, blocks: Iterable[Block], old: Piece) -> _Blocks:
    done: dict[str, tuple[Block, tuple[Passage, ...]]] = {}
    for block in walk(blocks):
        # Blocks that have no id yet, or the same one, are told apart by their number.
        key = block.id if block.id and block.id not in done else f"{block.id}#{len(done)}"
        before = old.blocks.get(key)
        if before is None or not (before[0] is block or before[0] == block):
            at = Place(section=place.section, appendix=place.appendix, block=block.id)
            before = (block, tuple(_of_block(at, block)))
        # The block as it is now, which may be another that says the same.
        done[key] = (block, before[1])
    return done


def _all(blocks: _Blocks) -> Iterator[Passage]:
    for _, passages in blocks.values():
        yield from passages


def _of_block(place: Place, block: Block) -> Iterator[Passage]:
    # By its kind: to look at a word takes a fraction of what a look at a class of the model does.
    if block.kind == "table":
        if block.caption:
            yield Passage(place, block.caption, "caption", block, private=block.private)
        for row, cells in enumerate(block.rows):
            for column, cell in enumerate(cells):
                for index, runs in enumerate(cell.paragraphs):
                    at = place.model_copy(update={"path": (row, column, index)})
                    yield from _of_runs(at, runs, "cell", block, header=row < block.header_rows)
    elif block.kind == "image":
        for words, kind in ((block.alt, "alt"), (block.caption, "caption")):
            if words:
                yield Passage(place, words, kind, block, private=block.private)  # type: ignore[arg-type]  # of Kind
    elif block.kind != "landscape":
        yield from _of_runs(place, block.runs, block.kind, block)


def _of_runs(place: Place, runs: Runs, kind: Kind, block: Block, *, header: bool = False) -> Iterator[Passage]:
    if len(runs) == 1 and isinstance(runs[0], Text) and not runs[0].link:
        # As most are.
        yield Passage(place, runs[0].text, kind, block, header=header, private=block.private)
        return
    links: list[tuple[int, int]] = []
    at = 0
    for run in runs:
        length = len(run.text) if isinstance(run, Text) else 1
        if isinstance(run, Text) and run.link:
            links.append((at, at + length))
        at += length
    yield Passage(place, plain(runs), kind, block, tuple(links), header=header, private=block.private)
    for run in runs:
        if isinstance(run, Footnote):
            yield Passage(place, plain(run.runs), "footnote", block, private=block.private)
