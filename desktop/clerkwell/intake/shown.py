"""How pictures and the columns of tables are shown in a Word document, as far as a report can say it."""

from collections.abc import Sequence

from clerkwell.model import Alignment, Table
from clerkwell.word.reader.document import Picture, WordCell, WordParagraph, WordTable
from clerkwell.word.writer.page import Page
from clerkwell.word.writer.pictures import picture_file, scaled
from clerkwell.word.writer.tables import number_columns

_TWIP = 635
# In per cent: what programs round away.
_NEAR = 1.5


def width_of(picture: Picture, data: bytes | None) -> int | None:
    """How wide a picture is drawn, in per cent of the width of the text; none for its own size, or where it does not
    say."""
    across, (room, high) = picture.across, picture.room
    if not across or not room:
        return None
    told = across / (room * _TWIP) * 100
    found = picture_file(data) if data is not None else None
    if found is not None:
        own = scaled(found, Page(room, high or room))[0] / (room * _TWIP) * 100
        if abs(own - told) <= _NEAR:
            return None
    return min(max(round(told), 10), 100)


def aligned(table: Table, read: WordTable) -> Table:
    """The table with what its columns were set to, where that is otherwise than they would be set here.

    A column stands at one side where all its words under the header do, by their own properties.
    """
    figures = number_columns(table)
    across = len(table.rows[0]) if table.rows else 0
    said = [_side([_at(row.cells, column) for row in read.rows[table.header_rows :]]) for column in range(across)]
    kept: list[Alignment] = []
    for column, side in enumerate(said):
        usual = ("right", "") if column in figures else ("left", "")
        kept.append("" if side in usual else side)
    while kept and not kept[-1]:
        kept.pop()
    return table.model_copy(update={"alignment": tuple(kept)})


def _at(cells: Sequence[WordCell], column: int) -> WordCell | None:
    """The cell that begins at this column."""
    at = 0
    for cell in cells:
        if at == column:
            return cell if cell.across == 1 and not cell.continues else None
        at += cell.across
    return None


def _side(cells: Sequence[WordCell | None]) -> Alignment:
    sides: set[Alignment] = {
        block.side
        for cell in cells
        if cell is not None
        for block in cell.blocks
        if isinstance(block, WordParagraph) and block.text.strip()
    }
    return sides.pop() if len(sides) == 1 else ""
