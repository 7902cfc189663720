"""Tracked changes decided: those accepted happen, the others never did, and what comes out has none.

As Word does it (ECMA-376 part 1, 17.13.5). Words stand if every insertion that they are part of was accepted, and no
deletion: what one person put in and another took out is there only where the first was accepted and the second was not.
A paragraph ends with its mark; where that goes, its words and those of the next paragraph are one paragraph, with the
properties of the mark that stays, the next one's (17.13.5.15). Both halves of a move happen, or neither.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from clerkwell.word.reader.document import (
    Span,
    WordBlock,
    WordCell,
    WordDocument,
    WordParagraph,
    WordRow,
    WordTable,
)

_COMING = frozenset({"insertion", "move-to"})
_GOING = frozenset({"deletion", "move-from"})


def every(document: WordDocument) -> frozenset[str]:
    """The ids of all changes of a document: to accept them all."""
    return frozenset(change.id for change in document.changes)


def settle(document: WordDocument, accepted: Collection[str]) -> WordDocument:
    """The document with its tracked changes decided: those in `accepted` happen, every other one is undone.

    Either half of a move in `accepted` accepts both. A content control that lost all that it held stays, empty, where
    its line or its cell stays; so it does in Word. Numbers that Word prints are left as they were read.
    """
    if not document.changes:
        return document
    decided = _decided(document, accepted)
    settled = replace(
        document,
        blocks=_blocks(document.blocks, decided),
        headers=_blocks(document.headers, decided),
        footers=_blocks(document.footers, decided),
        changes=(),
    )
    if not decided.undone:
        return settled
    # Controls that only an undone insertion held were never there.
    never = _only_in(document, decided.undone)
    return replace(
        settled, controls={number: each for number, each in document.controls.items() if number not in never}
    )


@dataclass(frozen=True)
class _Decided:
    """What to do with what stands in a change: `gone` goes; `undone` of these was never there; `former` looks again."""

    gone: frozenset[str]
    undone: frozenset[str]
    former: frozenset[str]

    def stands(self, changes: Iterable[str]) -> bool:
        return self.gone.isdisjoint(changes)


def _decided(document: WordDocument, accepted: Collection[str]) -> _Decided:
    asked = frozenset(accepted)
    happens = asked | {change.pair for change in document.changes if change.pair and change.id in asked}
    undone = {change.id for change in document.changes if change.kind in _COMING and change.id not in happens}
    done = {change.id for change in document.changes if change.kind in _GOING and change.id in happens}
    former = {change.id for change in document.changes if change.kind == "formatting" and change.id not in happens}
    return _Decided(frozenset(undone | done), frozenset(undone), frozenset(former))


def _blocks(blocks: Sequence[WordBlock], decided: _Decided) -> tuple[WordBlock, ...]:
    """The blocks of a story, a cell or a note."""
    flow = _Flow()
    for block in blocks:
        if isinstance(block, WordTable):
            flow.table(_table(block, decided))
        else:
            flow.paragraph(_paragraph(block, decided), _end(block, decided))
    return flow.finish()


_End = Literal["stays", "goes", "never was"]


def _end(paragraph: WordParagraph, decided: _Decided) -> _End:
    """What becomes of a paragraph's mark."""
    if decided.stands(paragraph.mark_changes):
        return "stays"
    return "goes" if decided.undone.isdisjoint(paragraph.mark_changes) else "never was"


class _Flow:
    """Paragraphs and tables one after another, while paragraphs whose mark has gone wait for the next one.

    What stands in a text box is read between paragraphs of the text, and joins none of them.
    """

    def __init__(self) -> None:
        self._done: list[WordBlock] = []
        self._waiting: dict[bool, tuple[WordParagraph, bool]] = {}
        self._named: set[int] = set()

    def paragraph(self, paragraph: WordParagraph, end: _End) -> None:
        """Add a paragraph."""
        if not paragraph.box:
            self._leave(box=True)
        before, was = self._waiting.pop(paragraph.box, (None, False))
        if before is not None:
            if before.controls == paragraph.controls or not self._is_kept(before, was, paragraph.controls):
                paragraph = _joined(before, paragraph)
            else:
                # Words never cross from one place of a report to another.
                self._add(before)
                was = False
        if end == "stays":
            self._add(paragraph)
        else:
            self._waiting[paragraph.box] = paragraph, was or end == "goes"

    def table(self, table: WordTable | None) -> None:
        """Add a table, if it still has rows: no paragraph is joined with what comes after it."""
        if table is not None:
            self._leave(box=True)
            self._leave(box=False, after=table.controls)
            self._add(table)

    def finish(self) -> tuple[WordBlock, ...]:
        """All of them. The last paragraph keeps its mark if it has words, or if there is nothing else."""
        last, _ = self._waiting.get(False, (None, False))
        self._leave(box=True)
        self._leave(box=False)
        if last is not None and not self._done:
            self._done.append(last)
        return tuple(self._done)

    def _leave(self, *, box: bool, after: tuple[int, ...] = ()) -> None:
        left, was = self._waiting.pop(box, (None, False))
        if left is not None and self._is_kept(left, was, after):
            self._add(left)

    def _is_kept(self, left: WordParagraph, was: bool, after: tuple[int, ...]) -> bool:
        """Whether a paragraph stays without its mark: for its words, or as the last that its control holds."""
        return bool(left.spans) or (was and not self._named.union(after).issuperset(left.controls))

    def _add(self, block: WordBlock) -> None:
        self._done.append(block)
        self._named.update(block.controls)


def _joined(first: WordParagraph, last: WordParagraph) -> WordParagraph:
    return replace(
        last,
        spans=first.spans + last.spans,
        bookmarks=first.bookmarks + last.bookmarks,
        size=last.size if last.spans else first.size,
        capitals=last.capitals if last.spans else first.capitals,
        page=first.page or last.page,
    )


def _paragraph(paragraph: WordParagraph, decided: _Decided) -> WordParagraph:
    spans = _spans(paragraph.spans, decided)
    former = paragraph.former
    if former is not None and not decided.former.isdisjoint(paragraph.mark_changes):
        paragraph = replace(
            paragraph,
            style=former.style,
            heading=former.heading,
            label=former.label,
            listed=former.listed,
            level=former.level,
            list_id=former.list_id,
            indent=former.indent,
            centred=former.centred,
        )
    if spans is paragraph.spans and not paragraph.mark_changes and paragraph.former is None:
        return paragraph
    return replace(paragraph, spans=spans, mark_changes=(), former=None)


def _spans(spans: tuple[Span, ...], decided: _Decided) -> tuple[Span, ...]:
    if not any(span.changes or span.note is not None for span in spans):
        return spans
    kept = [_span(span, decided) for span in spans if decided.stands(span.changes)]
    there = {number for span in kept for number in span.controls}
    lost = [
        span
        for span in spans
        if span.controls and decided.undone.isdisjoint(span.changes) and not decided.stands(span.changes)
    ]
    if not kept or not any(number not in there for span in lost for number in span.controls):
        return tuple(kept)
    return _with_emptied_places(spans, decided, there)


def _with_emptied_places(spans: Sequence[Span], decided: _Decided, there: set[int]) -> tuple[Span, ...]:
    """What stands, and an empty span in each control among the words that a deletion emptied."""
    done: list[Span] = []
    for span in spans:
        if decided.stands(span.changes):
            done.append(_span(span, decided))
        elif decided.undone.isdisjoint(span.changes) and any(number not in there for number in span.controls):
            there.update(span.controls)
            done.append(Span(controls=span.controls))
    return tuple(done)


def _span(span: Span, decided: _Decided) -> Span:
    if span.note is not None:
        note = tuple(each for each in _blocks(span.note, decided) if isinstance(each, WordParagraph))
        span = replace(span, note=note)
    if not span.changes:
        return span
    former = span.former
    if former is not None and not decided.former.isdisjoint(span.changes):
        span = replace(span, bold=former.bold, italic=former.italic, script=former.script)
    return replace(span, changes=(), former=None)


def _table(table: WordTable, decided: _Decided) -> WordTable | None:
    """The table without the rows that go; none if it has no other."""
    begun = _chains(table.rows)
    rows: list[WordRow] = []
    above: set[tuple[int, int]] = set()
    for row, chains in zip(table.rows, begun, strict=True):
        if not decided.stands(row.changes):
            continue
        cells = []
        for cell, chain in zip(row.cells, chains, strict=True):
            if decided.stands(cell.changes):
                # A cell that went on from one above is one of its own where that has gone (17.4.84).
                cells.append(_cell(cell, decided, continues=cell.continues and chain in above))
                above.add(chain)
        if cells:
            rows.append(replace(row, cells=tuple(cells), changes=()))
    return replace(table, rows=tuple(rows)) if rows else None


def _chains(rows: Sequence[WordRow]) -> list[list[tuple[int, int]]]:
    """Which cells are one cell over several rows: for each cell the row and the column where it begins."""
    begun: list[list[tuple[int, int]]] = []
    heads: dict[int, int] = {}
    for index, row in enumerate(rows):
        column, chains = 0, []
        for cell in row.cells:
            if not cell.continues or column not in heads:
                heads[column] = index
            chains.append((heads[column], column))
            column += cell.across
        begun.append(chains)
    return begun


def _cell(cell: WordCell, decided: _Decided, *, continues: bool) -> WordCell:
    return replace(cell, blocks=_blocks(cell.blocks, decided), continues=continues, changes=())


def _only_in(document: WordDocument, undone: frozenset[str]) -> frozenset[int]:
    """The controls that hold nothing but what these changes put in."""
    inside: set[int] = set()
    outside: set[int] = set()

    def look(blocks: Iterable[WordBlock], *, within: bool) -> None:
        for block in blocks:
            if isinstance(block, WordTable):
                table(block, within=within)
                continue
            own = within or (bool(undone.intersection(block.mark_changes)) and all(map(new, block.spans)))
            (inside if own else outside).update(block.controls)
            for span in block.spans:
                (inside if within or new(span) else outside).update(span.controls)
                look(span.note or (), within=within or new(span))

    def table(held: WordTable, *, within: bool) -> None:
        if all(not undone.isdisjoint(row.changes) for row in held.rows):
            within = True
        (inside if within else outside).update(held.controls)
        for row in held.rows:
            gone = within or not undone.isdisjoint(row.changes)
            (inside if gone else outside).update(row.controls)
            for cell in row.cells:
                (inside if gone else outside).update(cell.controls)
                look(cell.blocks, within=gone)

    def new(span: Span) -> bool:
        return not undone.isdisjoint(span.changes)

    look((*document.blocks, *document.headers, *document.footers), within=False)
    return frozenset(inside - outside)
