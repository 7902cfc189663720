"""Tables of a Word document: those that hold data, and those that only set text out on the page."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from clerkwell.intake.foreign.spans import is_marker, runs_of
from clerkwell.intake.markup import without_bold
from clerkwell.intake.shown import aligned
from clerkwell.model import Cell, Runs, Table, Text, canonical
from clerkwell.word.reader.document import Picture, WordBlock, WordCell, WordParagraph, WordRow, WordTable

Use = Literal["data", "layout", "numbered", "headed"]

_LONG = 200
_WORDY = 40
# So many words make a paragraph, and so many cells a row with a number, a paragraph and a note on it.
_PARAGRAPH = 12
_NOTED = 3
_COLOUR = re.compile(r"(?:red|amber|green)\b", re.IGNORECASE)
_PLAIN_NUMBER = re.compile(r"\(?[\d.,]+[.)]*|\([a-z]{1,3}\)")


@dataclass
class Told:
    """What a table lost on its way into a report: how many merged cells, tables in cells; and its pictures."""

    merged: int = 0
    inner: int = 0
    pictures: list[Picture] = field(default_factory=list)


def use_of(table: WordTable, names_section: Callable[[str], bool]) -> Use:
    """What a table is for.

    "layout": a box round text, or text in columns. "numbered": numbers at the left of the paragraphs that they number.
    "headed": headings of sections at the left, their text at the right. Else "data".
    """
    rows = [row for row in table.rows if any(text_of(cell) or _pictured(cell) for cell in row.cells)]
    if not rows:
        return "layout"
    widest = max(sum(cell.across for cell in row.cells) for row in table.rows)
    flagged = table.rows[0].header
    if widest == 1 or all(len(row.cells) == 1 for row in rows):
        return "data" if flagged and len(rows) > 1 else "layout"
    if flagged:
        return "data"
    if any(_is_headed_text(cell) for row in rows for cell in row.cells):
        return "layout"
    if (
        len(rows) == 1
        and not _is_labels(rows[0].cells[0])
        and all(_is_running(cell) for cell in rows[0].cells if text_of(cell))
    ):
        return "layout"
    if _has_only_pictures(rows):
        return "layout"
    firsts = [_first(row) for row in rows]
    rests = [row.cells[1:] for row in rows]
    if all(len(row.cells) == 2 for row in rows):
        counted = [first for first in firsts if first]
        long = [rest for rest in rests if len(" ".join(map(text_of, rest)).split()) >= _PARAGRAPH]
        if counted and all(is_marker(first) or _PLAIN_NUMBER.fullmatch(first) for first in counted):
            return "numbered" if len(long) * 2 >= len(rows) or (long and _counts_on(counted)) else "data"
        if _is_headed(rows, names_section):
            return "headed"
    elif all(len(row.cells) == _NOTED for row in rows) and _counts_on([first for first in firsts if first]):
        # What is noted at the right of a few paragraphs stands after them.
        filled = sum(1 for row in rows if text_of(row.cells[-1]))
        wordy = any(len(text_of(row.cells[1]).split()) >= _PARAGRAPH for row in rows)
        return "numbered" if wordy and filled * 2 < len(rows) else "data"
    return "data"


def _is_headed(rows: Sequence[WordRow], names_section: Callable[[str], bool]) -> bool:
    """Whether rows of two cells have headings of sections at the left and their text at the right."""
    named = [names_section(_first(row)) for row in rows]
    wordy = any(len(text_of(row.cells[1])) > _WORDY for row in rows)
    return bool(named) and named[0] and sum(named) * 10 >= len(rows) * 6 and wordy


def sections_begin(table: WordTable, names_section: Callable[[str], bool]) -> int:
    """The row from which on a table of labels goes on with headings and their text, as forms do; 0 for none."""
    rows = table.rows
    if rows[0].header or any(len(row.cells) != 2 for row in rows):
        return 0
    named = (index for index, row in enumerate(rows) if index and names_section(_first(row)))
    at = next(named, 0)
    return at if at and _is_headed(rows[at:], names_section) else 0


def _counts_on(numbers: Sequence[str]) -> bool:
    """Whether these are the numbers of a text's headings and paragraphs, in order: 1, 1.1, 1.2, 2, 2.1."""
    parts = [tuple(int(part) for part in re.findall(r"\d+", number)) for number in numbers]
    return any(len(each) > 1 for each in parts) and all(parts) and parts == sorted(set(parts))


def _first(row: WordRow) -> str:
    """The words of the first cell, the number that Word prints before them too."""
    for block in row.cells[0].blocks if row.cells else ():
        if isinstance(block, WordParagraph) and (block.label or block.text.strip()):
            return f"{block.label} {text_of(row.cells[0])}".strip()
    return ""


def _is_running(cell: WordCell) -> bool:
    """Whether a cell holds text as a page does: several paragraphs, or a long one."""
    said = [block for block in cell.blocks if isinstance(block, WordParagraph) and block.text.strip()]
    return len(said) > 2 or any(len(block.text) > _LONG for block in said)


def _is_labels(cell: WordCell) -> bool:
    """Whether a cell holds labels alone, one over the other; their values stand beside it."""
    said = [block.text.strip() for block in paragraphs(cell.blocks) if block.text.strip()]
    return bool(said) and all(text.endswith(":") for text in said)


def _is_headed_text(cell: WordCell) -> bool:
    """Whether a cell holds text under a heading by style, as no cell of data does."""
    said = [block for block in cell.blocks if isinstance(block, WordParagraph) and block.text.strip()]
    return len(said) > 1 and said[0].heading is not None and _is_running(cell)


def _has_only_pictures(rows: Sequence[WordRow]) -> bool:
    cells = [cell for row in rows for cell in row.cells]
    return any(map(_pictured, cells)) and sum(1 for cell in cells if text_of(cell)) <= sum(map(_pictured, cells))


def _pictured(cell: WordCell) -> bool:
    return any(span.picture is not None for block in paragraphs(cell.blocks) for span in block.spans)


def text_of(cell: WordCell) -> str:
    """The words of a cell, those of tables in it too."""
    return " ".join(block.text.strip() for block in paragraphs(cell.blocks) if block.text.strip())


def paragraphs(blocks: Iterable[WordBlock]) -> Iterator[WordParagraph]:
    """Every paragraph of these blocks, those in tables too, in order."""
    for block in blocks:
        if isinstance(block, WordParagraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs(cell.blocks)


def data_table(table: WordTable, told: Told, *, ours: bool) -> Table:
    """The table as a block. A merged cell stands where it begins; the others that it covered are empty.

    In a document of `ours` the rows that are headers say so; elsewhere many a header row says it by its look alone.
    """
    rows: list[tuple[Cell, ...]] = []
    for row in table.rows:
        cells: list[Cell] = []
        for each in row.cells:
            held = tuple(_cell_runs(each, told))
            cells.append(Cell(paragraphs=held or ((),)))
            cells += [Cell()] * (each.across - 1)
            told.merged += each.across > 1 or each.continues
        rows.append(tuple(cells))
    headers = next((index for index, row in enumerate(table.rows) if not row.header), len(table.rows))
    if not ours:
        headers = headers or int(_looks_headed(rows))
        rows = list(_plain_heads(rows, headers))
    rag = tuple(_rag(rows[headers:]))
    kept = (*rows[:headers], *_plain_answers(rows[headers:], rag))
    return aligned(Table(rows=kept, header_rows=headers, rag_columns=rag), table)


def _plain_answers(rows: Sequence[tuple[Cell, ...]], columns: Sequence[int]) -> Iterator[tuple[Cell, ...]]:
    """The rows, red, amber and green without bold: every template makes them look as it likes."""
    for row in rows:
        yield tuple(_plain(cell) if index in columns else cell for index, cell in enumerate(row))


def _plain(cell: Cell) -> Cell:
    return Cell(paragraphs=tuple(without_bold(runs) for runs in cell.paragraphs))


def _rag(rows: Sequence[Sequence[Cell]]) -> Iterator[int]:
    """The columns whose answers all are red, amber or green."""
    for column in range(max((len(row) for row in rows), default=0)):
        said = [" ".join(_said(row[column])).strip() for row in rows if column < len(row)]
        filled = [text for text in said if text]
        if len(filled) > 1 and all(_COLOUR.match(text) for text in filled):
            yield column


def _said(cell: Cell) -> Iterator[str]:
    return ("".join(_words(runs)) for runs in cell.paragraphs)


def _looks_headed(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first row of a table that flags none heads its columns: it has words in each, and no figures."""
    if len(rows) < 2:
        return False
    first = [" ".join(_said(cell)).strip() for cell in rows[0]]
    return all(first[1:]) and not any(_PLAIN_NUMBER.fullmatch(text) or len(text) > _LONG for text in first)


def _plain_heads(rows: Sequence[tuple[Cell, ...]], headers: int) -> Iterator[tuple[Cell, ...]]:
    """The rows; those of headers without bold, as every template makes its own headers look."""
    for index, row in enumerate(rows):
        if index < headers:
            row = tuple(map(_plain, row))
        yield row


def _words(runs: Runs) -> Iterator[str]:
    return (run.text for run in runs if isinstance(run, Text))


def _cell_runs(cell: WordCell, told: Told) -> Iterator[Runs]:
    for block in cell.blocks:
        if isinstance(block, WordParagraph):
            told.pictures += [span.picture for span in block.spans if span.picture is not None]
            if runs := labelled(block):
                yield runs
            continue
        told.inner += 1
        for row in block.rows:
            # A table in a cell: a line for each of its rows.
            held = [runs for each in row.cells for runs in _cell_runs(each, told)]
            if held:
                yield _joined(held, " ")


def labelled(paragraph: WordParagraph) -> Runs:
    """The runs of a paragraph of a cell, behind the number or bullet that Word prints."""
    runs = runs_of(paragraph.spans)
    return canonical((Text(text=f"{paragraph.label} "), *runs)) if runs and paragraph.label else runs


def _joined(several: Sequence[Runs], between: str) -> Runs:
    done: list[Runs] = []
    for runs in several:
        done += [(Text(text=between),)] if done else []
        done.append(runs)
    return canonical(run for runs in done for run in runs)


def cell_words(cell: WordCell) -> Runs:
    """All paragraphs of a cell in one, each on a line of its own; tables in it are left to their own rows."""
    held = [labelled(block) for block in cell.blocks if isinstance(block, WordParagraph)]
    return _joined([runs for runs in held if runs], "\n")


def inner_tables(cell: WordCell) -> Iterator[WordTable]:
    """The tables in a cell."""
    return (block for block in cell.blocks if isinstance(block, WordTable))


def logical_rows(table: WordTable) -> list[list[WordCell]]:
    """The cells of each row, rows that a merged first cell holds together as one: a label and all that it is for."""
    done: list[list[WordCell]] = []
    for row in table.rows:
        cells = list(row.cells)
        above = done[-1] if done else []
        if cells and cells[0].continues and len(cells) == len(above) and len(cells) > 1:
            done[-1] = [
                WordCell(
                    blocks=(*one.blocks, *other.blocks), across=one.across, controls=(*one.controls, *other.controls)
                )
                for one, other in zip(above, cells, strict=True)
            ]
            continue
        # A cell that goes on from above without being the first says nothing here.
        done.append([cell for cell in cells if not (cell.continues and not text_of(cell))])
    return [row for row in done if row]
