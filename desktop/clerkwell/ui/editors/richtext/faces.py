"""What the card of a table or a picture shows of it, as one string that its line carries: Qt lays the line out anew
when it is another one."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

from clerkwell.model import Cell, Footnote, Image, Landscape, Reference, Run, Table, plain, words
from clerkwell.word.writer.tables import sides

# So many rows of a table are seen, those that head its columns counted, and so many letters of a cell.
MOST_ROWS = 12
_MOST_LETTERS = 240
# Whether a column is one of figures is told by so many rows: all of a long table's would take longer than the rest.
_LOOKED_AT = 40


@dataclass(frozen=True)
class TableFace:
    """The beginning of a table. `rows` has the words of its cells, `more` how many rows there are besides."""

    block: str
    caption: str
    rows: tuple[tuple[str, ...], ...]
    heads: int
    sides: tuple[str, ...]
    rag: tuple[int, ...]
    more: int


@dataclass(frozen=True)
class PictureFace:
    """A picture: its file, how wide it is in per cent of the text (0 for its own size), and the words below it."""

    block: str
    file: str
    width: int
    caption: str
    note: str


@dataclass(frozen=True)
class WordsFace:
    """Words on landscape pages, and what is said above all that stands on them."""

    text: str
    heading: bool = False


Face = TableFace | PictureFace | WordsFace


def face_of(block: Table | Image | Landscape, said: Callable[[Reference], str]) -> str:
    """What the card of a block shows; `said` is what references in its cells say."""
    return json.dumps([[type(face).__name__, asdict(face)] for face in _faces(block, said)], ensure_ascii=False)


@lru_cache(maxsize=128)
def faces(payload: str) -> tuple[Face, ...]:
    """What `face_of` has told."""
    return tuple(_read(kind, told) for kind, told in json.loads(payload)) if payload else ()


def points_elsewhere(block: Table | Image | Landscape) -> bool:
    """Whether a reference is among the words that its card shows."""
    inner = block.blocks if isinstance(block, Landscape) else (block,)
    return any(
        isinstance(run, Reference)
        for each in inner
        if isinstance(each, Table)
        for row in each.rows[:MOST_ROWS]
        for cell in row
        for runs in cell.paragraphs
        for run in runs
    )


def _faces(block: Table | Image | Landscape, said: Callable[[Reference], str]) -> Iterator[Face]:
    match block:
        case Table():
            seen = block.rows[:MOST_ROWS]
            yield TableFace(
                block.id,
                block.caption,
                tuple(tuple(_words(cell, said) for cell in row) for row in seen),
                block.header_rows,
                tuple(sides(block.model_copy(update={"rows": block.rows[:_LOOKED_AT]}))),
                block.rag_columns,
                len(block.rows) - len(seen),
            )
        case Image():
            note = "Decorative" if block.decorative else block.alt and f"Described as: {block.alt}"
            yield PictureFace(block.id, block.attachment, block.width or 0, block.caption, note or "Not yet described")
        case Landscape():
            yield WordsFace("On a landscape page", heading=True)
            for each in block.blocks:
                if isinstance(each, Table | Image):
                    yield from _faces(each, said)
                else:
                    yield WordsFace(words(each)[:_MOST_LETTERS])


def _words(cell: Cell, said: Callable[[Reference], str]) -> str:
    text = "\n".join("".join(_run(run, said) for run in runs) for runs in cell.paragraphs)
    return text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS]}…"


def _run(run: Run, said: Callable[[Reference], str]) -> str:
    if isinstance(run, Reference):
        return said(run)
    return "" if isinstance(run, Footnote) else plain((run,))


def _read(kind: str, told: dict[str, Any]) -> Face:
    match kind:
        case "TableFace":
            rows, sided, rag = (tuple(told[name]) for name in ("rows", "sides", "rag"))
            return TableFace(**{**told, "rows": tuple(map(tuple, rows)), "sides": sided, "rag": rag})
        case "PictureFace":
            return PictureFace(**told)
        case _:
            return WordsFace(**told)
