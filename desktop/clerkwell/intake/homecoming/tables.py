"""A read table as a table of the report: its grid, header rows, and the columns that show red, amber and green."""

from collections.abc import Iterator, Sequence

from clerkwell.intake.homecoming.spans import runs_of
from clerkwell.intake.shown import aligned
from clerkwell.model import Cell, Runs, Table, Text, plain
from clerkwell.model.runs import canonical
from clerkwell.word.reader.document import WordBlock, WordCell, WordParagraph, WordTable
from clerkwell.word.writer.tables import RAG


def table_of(read: WordTable, *, bold_headers: bool) -> Table:
    """The table, without a caption. `bold_headers`: its headers are made bold, as no style of theirs does it."""
    header_rows = 0
    for row in read.rows:
        if not row.header:
            break
        header_rows += 1
    grid = [[cell for each in row.cells for cell in _cells(each)] for row in read.rows]
    width = max((len(row) for row in grid), default=0)
    for cells in grid:
        cells += [Cell()] * (width - len(cells))
    if bold_headers:
        grid[:header_rows] = [[_unbold(cell) for cell in cells] for cells in grid[:header_rows]]
    rag = tuple(column for column in range(width) if _is_rag([cells[column] for cells in grid[header_rows:]]))
    for cells in grid[header_rows:]:
        for column in rag:
            if _signal(cells[column]):
                cells[column] = _unbold(cells[column])
    made = Table(header_rows=header_rows, rows=tuple(tuple(row) for row in grid), rag_columns=rag)
    return aligned(made, read)


def _cells(read: WordCell) -> Iterator[Cell]:
    """The cell, and an empty one for each further column that it goes over."""
    yield Cell() if read.continues else Cell(paragraphs=tuple(_paragraphs(read.blocks)))
    for _ in range(read.across - 1):
        yield Cell()


def _paragraphs(blocks: Sequence[WordBlock]) -> Iterator[Runs]:
    for block in blocks:
        if isinstance(block, WordParagraph):
            runs = runs_of(block.spans)
            if runs and block.label and block.listed:
                runs = canonical((Text(text=f"{block.label} "), *runs))
            if runs:
                yield runs
        else:
            # A table in a cell is read row by row; a report's cell holds paragraphs.
            for row in block.rows:
                words = [runs for cell in row.cells for runs in _paragraphs(cell.blocks)]
                joined = [piece for at, runs in enumerate(words) for piece in ((Text(text="\t"),) if at else ()) + runs]
                if joined:
                    yield canonical(joined)


def _signal(cell: Cell) -> bool:
    words = plain(cell.paragraphs[0]).split(maxsplit=1)
    return bool(words) and words[0].strip(".,:;-–—()").casefold() in RAG


def _is_rag(cells: Sequence[Cell]) -> bool:
    """Whether a column shows its words red, amber and green in colour: they are bold there (`word.writer.tables`)."""
    told = [cell for cell in cells if _signal(cell)]
    return bool(told) and all(_all_bold(cell) for cell in told)


def _all_bold(cell: Cell) -> bool:
    pieces = [run for runs in cell.paragraphs for run in runs if isinstance(run, Text) and run.text.strip()]
    return bool(pieces) and all(run.bold for run in pieces)


def _unbold(cell: Cell) -> Cell:
    if not _all_bold(cell):
        return cell
    return Cell(
        paragraphs=tuple(
            tuple(run.model_copy(update={"bold": False}) if isinstance(run, Text) else run for run in runs)
            for runs in cell.paragraphs
        )
    )
