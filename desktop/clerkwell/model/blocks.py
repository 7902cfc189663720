"""Blocks: what a section is made of, one after another.

Blocks are flat. An item of a list is a block with a level, so a list may span paragraphs, every block has an id
of its own, and an editor's line is one block.
"""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal

from pydantic import Field, field_validator

from clerkwell.model.runs import Runs, canonical, plain
from clerkwell.model.text import Words
from clerkwell.model.values import Value


class _Block(Value):
    """`id` comes from the report's counter ("" while it has none) and takes no part in equality.

    `private`: not for publication (Local Government Act 1972, Schedule 12A); the public copy of a part-exempt report
    withholds it.
    """

    id: str = ""
    private: bool = False

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if type(self) is not type(other):
            return False
        mine, theirs = self.__dict__, other.__dict__
        return all(mine[name] == theirs[name] for name in mine if name != "id")

    def __hash__(self) -> int:
        return hash((type(self).__name__, *(value for name, value in self.__dict__.items() if name != "id")))


class _Worded(_Block):
    runs: Runs = ()

    @field_validator("runs")
    @classmethod
    def _canonical(cls, runs: Runs) -> Runs:
        return canonical(runs)


class Paragraph(_Worded):
    """A paragraph. In a numbered section it takes the next paragraph number, unless it is `plain`.

    `nil` marks an answer that only says there is nothing to say ("N/A", "None").
    """

    kind: Literal["paragraph"] = "paragraph"
    nil: bool = False
    plain: bool = False


class SubHeading(_Worded):
    """A heading one level under its section's."""

    kind: Literal["subheading"] = "subheading"


class ListItem(_Worded):
    """An item of a bullet or numbered list, at `level` 0, 1 or 2.

    A numbered list goes on across whatever stands between its items; an item with a `start` begins again there.
    """

    kind: Literal["item"] = "item"
    level: int = Field(default=0, ge=0, le=2)
    ordered: bool = False
    start: int | None = Field(default=None, ge=0)


class Quotation(_Worded):
    """Words of somebody else, set off from the text."""

    kind: Literal["quotation"] = "quotation"


class Cell(Value):
    """A cell of a table: paragraphs of runs."""

    paragraphs: tuple[Runs, ...] = ((),)

    @field_validator("paragraphs")
    @classmethod
    def _canonical(cls, paragraphs: tuple[Runs, ...]) -> tuple[Runs, ...]:
        return tuple(canonical(runs) for runs in paragraphs) or ((),)


Alignment = Literal["", "left", "centre", "right"]


class Table(_Block):
    """A data table: every row has the same number of cells, and the first `header_rows` are headers.

    `rag_columns` are columns (from 0) whose words Red, Amber and Green are also shown as a fill. `alignment` says how
    the words of each column stand, "" as the council's style has them; columns past its end have none.
    """

    kind: Literal["table"] = "table"
    caption: Words = ""
    header_rows: int = Field(default=1, ge=0)
    rows: tuple[tuple[Cell, ...], ...] = ()
    rag_columns: tuple[int, ...] = ()
    alignment: tuple[Alignment, ...] = ()

    @field_validator("alignment")
    @classmethod
    def _shortest(cls, alignment: tuple[Alignment, ...]) -> tuple[Alignment, ...]:
        while alignment and not alignment[-1]:
            alignment = alignment[:-1]
        return alignment

    @field_validator("rows")
    @classmethod
    def _rectangular(cls, rows: tuple[tuple[Cell, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
        width = max((len(row) for row in rows), default=0)
        return tuple(row + (Cell(),) * (width - len(row)) for row in rows)


class Image(_Block):
    """A picture kept with the report under `attachment`. A `decorative` one has no alternative text on purpose.

    `width` is per cent of the width of the text; None for its own size, or as much of it as the page has room for.
    """

    kind: Literal["image"] = "image"
    attachment: str
    alt: Words = ""
    decorative: bool = False
    caption: Words = ""
    width: int | None = Field(default=None, ge=10, le=100)


class Landscape(_Block):
    """A stretch of pages turned on their side, for a wide table or picture."""

    kind: Literal["landscape"] = "landscape"
    blocks: tuple[Annotated[Paragraph | SubHeading | ListItem | Table | Image, Field(discriminator="kind")], ...] = ()


Worded = Paragraph | SubHeading | ListItem | Quotation
Block = Annotated[
    Paragraph | SubHeading | ListItem | Quotation | Table | Image | Landscape, Field(discriminator="kind")
]
Blocks = tuple[Block, ...]


def words(block: Worded | Table | Image | Landscape) -> str:
    """The plain text of a block: cells are parted by tabs, rows and inner blocks by line feeds."""
    # By its kind: to look at a word takes a fraction of what a look at a class of the model does.
    if block.kind == "table":
        rows = ["\t".join(" ".join(plain(runs) for runs in cell.paragraphs) for cell in row) for row in block.rows]
        return "\n".join([block.caption, *rows] if block.caption else rows)
    if block.kind == "image":
        return block.caption
    if block.kind == "landscape":
        return "\n".join(words(inner) for inner in block.blocks)
    return plain(block.runs)


def walk(blocks: Iterable[Any]) -> Iterator[Any]:
    """Every block in order, those inside landscape stretches too."""
    for block in blocks:
        yield block
        if block.kind == "landscape":
            yield from walk(block.blocks)


def is_empty(blocks: Iterable[Worded | Table | Image | Landscape]) -> bool:
    """Whether nothing is written here: no words, no picture."""
    return not any(map(_says_something, blocks))


def _says_something(block: Worded | Table | Image | Landscape) -> bool:
    # Up to the first words, and by its kind: most blocks are asked several times for each check.
    if block.kind == "table":
        cells = (runs for row in block.rows for cell in row for runs in cell.paragraphs)
        return bool(block.caption.strip()) or any(plain(runs).strip() for runs in cells)
    if block.kind == "image":
        return True
    if block.kind == "landscape":
        return any(map(_says_something, block.blocks))
    return bool(plain(block.runs).strip())
