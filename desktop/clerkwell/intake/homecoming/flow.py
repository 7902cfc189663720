"""A document as lines in reading order, each with the places of the template that it stands in.

A table that holds places is the template's: its cells are read one after another. Any other is a table of the report,
and one line.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from clerkwell.word.reader.document import Span, WordBlock, WordDocument, WordParagraph, WordTable

Story = Literal["body", "header", "footer"]


@dataclass(frozen=True, slots=True)
class Stand:
    """A place that something stands in: its tag, and the number of its control, which no other has."""

    tag: str
    number: int

    @property
    def kind(self) -> str:
        """What kind of place it is."""
        return self.tag.partition(":")[0]

    @property
    def id(self) -> str:
        """The id after the kind."""
        return self.tag.partition(":")[2]


@dataclass(frozen=True, slots=True)
class Piece:
    """A span with the places round it inside its paragraph, the outermost first."""

    span: Span
    stands: tuple[Stand, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or a table of the report's own.

    `stands` are the places round it, the outermost first; `spot` says which cell of the template's tables it is in
    (table, row, cell; nothing outside of tables).
    """

    block: WordBlock
    stands: tuple[Stand, ...]
    pieces: tuple[Piece, ...] = ()
    spot: tuple[int, ...] = ()
    story: Story = "body"

    @property
    def paragraph(self) -> WordParagraph | None:
        """The paragraph, if it is one."""
        return self.block if isinstance(self.block, WordParagraph) else None

    @property
    def words(self) -> str:
        """What it says."""
        return "".join(piece.span.text for piece in self.pieces) if self.paragraph else table_words(self.block)

    @property
    def shows(self) -> bool:
        """Whether it shows anything."""
        if not isinstance(self.block, WordParagraph):
            return True
        return any(each.span.picture or each.span.note is not None or each.span.text.strip() for each in self.pieces)

    def inside(self, *kinds: str) -> Stand | None:
        """The innermost of the places round it of these kinds."""
        return next((each for each in reversed(self.stands) if each.kind in kinds), None)


def table_words(block: WordBlock) -> str:
    """The words of a table: cells parted by tabs, rows by line feeds."""
    if isinstance(block, WordParagraph):
        return block.text
    return "\n".join("\t".join(" ".join(map(table_words, cell.blocks)) for cell in row.cells) for row in block.rows)


def lines_of(
    document: WordDocument,
    tags: Mapping[int, str],
    labels: frozenset[str] = frozenset(),
    own: Callable[[str], bool] | None = None,
) -> tuple[Line, ...]:
    """The lines of a document: its headers, its text, its footers.

    `labels` are words of the template's own tables, by which one that has lost all its places is still known; `own`
    says of the words of a table whether it is the report's, whatever controls are in it.
    """
    flow = _Flow(tags, labels, own)
    done = [replace(each, story="header") for each in flow.lines(document.headers, ())]
    done += flow.lines(document.blocks, ())
    done += [replace(each, story="footer") for each in flow.lines(document.footers, ())]
    return tuple(done)


class _Flow:
    """Goes through a document, counting the template's tables."""

    def __init__(
        self, tags: Mapping[int, str], labels: frozenset[str], own: Callable[[str], bool] | None = None
    ) -> None:
        self._tags = tags
        self._labels = labels
        self._own = own
        self._tables = 0

    def lines(self, blocks: Iterable[WordBlock], round_: Sequence[int], spot: tuple[int, ...] = ()) -> Iterator[Line]:
        for block in blocks:
            outer = _joined(round_, block.controls)
            if isinstance(block, WordParagraph):
                yield self._line(block, outer, spot)
            elif self._is_templates(block):
                yield from self._cells(block, outer, spot)
            else:
                yield Line(block, self._stands(outer), spot=spot)

    def _cells(self, table: WordTable, outer: Sequence[int], spot: tuple[int, ...]) -> Iterator[Line]:
        self._tables += 1
        number = self._tables
        for row, cells in enumerate(table.rows):
            for at, cell in enumerate(cells.cells):
                if not cell.continues:
                    inner = _joined(_joined(outer, cells.controls), cell.controls)
                    yield from self.lines(cell.blocks, inner, (*spot, number, row, at))

    def _line(self, block: WordParagraph, outer: Sequence[int], spot: tuple[int, ...]) -> Line:
        pieces = tuple(
            Piece(span, self._stands([each for each in span.controls if each not in outer]) if span.controls else ())
            for span in block.spans
        )
        return Line(block, self._stands(outer), pieces, spot)

    def _stands(self, controls: Sequence[int]) -> tuple[Stand, ...]:
        return tuple(Stand(self._tags[each], each) for each in controls if each in self._tags)

    def _is_templates(self, table: WordTable) -> bool:
        if self._own is not None and self._own(table_words(table)):
            return False
        for row in table.rows:
            for cell in (each for each in row.cells if not each.continues):
                if row.controls or cell.controls or any(map(_holds_controls, cell.blocks)):
                    return True
        if not self._labels or not table.rows:
            return False
        said = [" ".join(table_words(each).split()) for row in table.rows for cell in row.cells for each in cell.blocks]
        return any(each in self._labels for each in said if each)


def _joined(outer: Sequence[int], own: Sequence[int]) -> Sequence[int]:
    return (*outer, *(each for each in own if each not in outer)) if own else outer


def _holds_controls(block: WordBlock) -> bool:
    if isinstance(block, WordParagraph):
        return bool(block.controls) or any(span.controls for span in block.spans)
    return bool(block.controls) or any(
        row.controls or cell.controls or any(map(_holds_controls, cell.blocks))
        for row in block.rows
        for cell in row.cells
    )
