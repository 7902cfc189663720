"""Data tables (ECMA-376 part 1, 17.4): a grid that fits the page, header rows that repeat, rows that do not split.

The widths are fixed (17.4.53): Word then lays a table of 2,000 cells out without measuring each, and the page is the
same on every machine. A column is as wide as its words ask for, and no narrower than its longest word while there is
room.
"""

from collections.abc import Sequence

from clerkwell.model import Cell, Table, Text, plain
from clerkwell.word.writer.words import Needs, run, words

# The width of an average character at 11-12 pt, and of a cell's two margins, in twentieths of a point.
_CHARACTER = 125
_MARGINS = 240
_NARROWEST = 500
# Longer cells wrap: what a column asks for stops growing here.
_MOST_CHARACTERS = 60

# A fill and the words' colour on it: contrast 7 to 1 or better (WCAG 2.1, 1.4.6), and the word stays.
RAG = {"red": ("B00020", "FFFFFF"), "amber": ("FFC000", "000000"), "green": ("005A30", "FFFFFF")}


def table(grid: Table, width: int, needs: Needs, looks: "TableLooks") -> str:
    """A table of `width` twentieths of a point."""
    widths = column_widths([[_length(cell) for cell in row] for row in grid.rows], width)
    columns = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    style = f'<w:tblStyle w:val="{looks.table}"/>' if looks.table else ""
    borders = "" if looks.table else _BORDERS
    rows = "".join(_row(row, index, grid, widths, needs, looks) for index, row in enumerate(grid.rows))
    first = 1 if grid.header_rows else 0
    return (
        f'<w:tbl><w:tblPr>{style}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{0x0400 + 0x0020 * first:04X}" w:firstRow="{first}" w:lastRow="0" w:firstColumn="0"'
        f' w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>'
    )


class TableLooks:
    """The styles of tables and of the words in them. `bold` where headers have no style of their own."""

    def __init__(self, table: str | None, heading: str, text: str) -> None:
        self.table = table
        self.heading = f'<w:p><w:pPr><w:pStyle w:val="{heading}"/><w:keepNext/></w:pPr>'
        self.text = f'<w:p><w:pPr><w:pStyle w:val="{text}"/></w:pPr>'
        self.bold = heading == text


def column_widths(lengths: Sequence[Sequence[tuple[int, int]]], width: int) -> list[int]:
    """The widths of the columns, together `width`, for cells with these (longest word, whole text) in characters."""
    count = max((len(row) for row in lengths), default=0)
    if count == 0:
        return []
    least, asked = [_NARROWEST] * count, [_NARROWEST] * count
    for row in lengths:
        for column, (longest, whole) in enumerate(row):
            least[column] = max(least[column], longest * _CHARACTER + _MARGINS)
            asked[column] = max(asked[column], min(whole, _MOST_CHARACTERS) * _CHARACTER + _MARGINS)
    asked = [max(pair) for pair in zip(least, asked, strict=True)]
    if sum(asked) <= width:
        widths = [each * width // sum(asked) for each in asked]
    elif sum(least) <= width:
        spare, more = width - sum(least), sum(asked) - sum(least)
        widths = [low + (high - low) * spare // more for low, high in zip(least, asked, strict=True)]
    else:
        widths = [max(each * width // sum(least), 1) for each in least]
    widths[-1] += width - sum(widths)
    return widths if widths[-1] > 0 else [max(width // count, 1)] * count


def _row(row: Sequence[Cell], index: int, grid: Table, widths: Sequence[int], needs: Needs, looks: TableLooks) -> str:
    header = index < grid.header_rows
    cells = []
    for column, (cell, width) in enumerate(zip(row, widths, strict=True)):
        rag = None if header or column not in grid.rag_columns else RAG.get(_first_word(cell))
        cells.append(_cell(cell, width, header, rag, needs, looks))
    repeat = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(cell: Cell, width: int, header: bool, rag: tuple[str, str] | None, needs: Needs, looks: TableLooks) -> str:
    opening = looks.heading if header else looks.text
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{rag[0]}"/>' if rag else ""
    kept = [runs for runs in cell.paragraphs if runs] or [()]
    done = []
    for runs in kept:
        if rag and all(isinstance(piece, Text) for piece in runs):
            inner = run(plain(runs), f'<w:rPr><w:b/><w:bCs/><w:color w:val="{rag[1]}"/></w:rPr>')
        else:
            inner = words(runs, needs, bold=header and looks.bold) if runs else ""
        done.append(f"{opening}{inner}</w:p>")
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}</w:tcPr>{"".join(done)}</w:tc>'


def _length(cell: Cell) -> tuple[int, int]:
    longest = whole = 0
    for runs in cell.paragraphs:
        text = runs[0].text if len(runs) == 1 and isinstance(runs[0], Text) else plain(runs)
        whole = max(whole, len(text))
        longest = max(longest, max(map(len, text.split()), default=0))
    return longest, whole


def _first_word(cell: Cell) -> str:
    found = plain(cell.paragraphs[0]).split(maxsplit=1)
    return found[0].strip(".,:;-–—()").casefold() if found else ""


_BORDERS = (
    "<w:tblBorders>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders>"
)
