"""Rules about tables: they are for data, simple, and say what their columns are."""

from collections.abc import Iterator

from clerkwell.word.accessibility.facts import Facts, Row, Table
from clerkwell.word.accessibility.places import count
from clerkwell.word.accessibility.rule import GOV_UK, LIBREOFFICE, MICROSOFT, WCAG, DocumentRule, Found

_STRUCTURE = "“Tables have a simple structure”"


def _is_data(table: Table) -> bool:
    return len(table.rows) > 1 and table.columns > 1


def _blank(row: Row) -> bool:
    return bool(row.cells) and not any(cell.text or cell.pictured or cell.rows_merged for cell in row.cells)


def _mostly_blank(table: Table) -> bool:
    cells = [cell for row in table.rows for cell in row.cells]
    return len(cells) > 2 and sum(not cell.text and not cell.pictured for cell in cells) > len(cells) / 2


def _header(facts: Facts) -> Iterator[Found]:
    for table in facts.tables:
        if _is_data(table) and not table.rows[0].header and not table.inside:
            yield Found(
                "no row is marked as the header row. Click in the first row, then Table Layout > Repeat Header Rows.",
                table.at,
                table.at.words,
            )


def _merged(facts: Facts) -> Iterator[Found]:
    for table in facts.tables:
        spans = sum(cell.span > 1 for row in table.rows for cell in row.cells)
        down = sum(cell.rows_merged for row in table.rows for cell in row.cells)
        widths = {sum(cell.span for cell in row.cells) for row in table.rows}
        if spans or down:
            yield Found(
                "the table has merged cells, so it cannot be told which column or row a cell belongs to. Click in the "
                "cell, then Table Layout > Split Cells, so that each row has the same number of cells.",
                table.at,
                table.at.words,
            )
        elif len(widths) > 1 or any(row.gaps for row in table.rows):
            yield Found(
                "the rows do not all have the same number of cells, as some were split or taken out. Give each row the "
                "same number of cells.",
                table.at,
                table.at.words,
            )


def _nested(facts: Facts) -> Iterator[Found]:
    for table in facts.tables:
        if table.inside:
            yield Found(
                "a table stands inside a cell of another. Move it out, and set the two one below the other.",
                table.at,
                table.at.words,
            )


def _layout(facts: Facts) -> Iterator[Found]:
    for table in facts.tables:
        if table.inside or not table.rows:
            continue
        if not _is_data(table):
            shape = (
                "one cell"
                if len(table.rows) == table.columns == 1
                else "one row"
                if len(table.rows) == 1
                else "one column"
            )
            yield Found(
                f"the table has only {shape}, so it is there for its looks. Make it ordinary text: Table Layout > "
                "Convert to Text; a box round text is a paragraph’s border.",
                table.at,
                table.at.words,
            )
        elif _mostly_blank(table):
            yield Found(
                "more than half of the table’s cells are empty, as in a table that is used for layout. Use tables for "
                "data only, and set out text with styles.",
                table.at,
                table.at.words,
            )


def _blank_lines(facts: Facts) -> Iterator[Found]:
    for table in facts.tables:
        if not _is_data(table) or _mostly_blank(table):
            continue
        rows = [index for index, row in enumerate(table.rows, 1) if _blank(row)]
        if rows:
            yield Found(
                f"{'row' if len(rows) == 1 else 'rows'} {', '.join(map(str, rows[:10]))} "
                f"{'is' if len(rows) == 1 else 'are'} blank, and a screen reader takes a blank row for the end. Delete "
                "blank rows; for space use Table Properties > Row height.",
                table.at,
                table.at.words,
            )
        widths = {len(row.cells) for row in table.rows}
        if len(widths) != 1:
            continue
        columns = [
            index + 1
            for index in range(widths.pop())
            if not any(_filled(row, index) for row in table.rows if not _blank(row))
        ]
        if columns:
            yield Found(
                f"{count(len(columns), 'column')} of the table {'is' if len(columns) == 1 else 'are'} blank (column "
                f"{', '.join(map(str, columns[:10]))}). Delete blank columns; for space use cell margins.",
                table.at,
                table.at.words,
            )


def _filled(row: Row, index: int) -> bool:
    cell = row.cells[index]
    return bool(cell.text or cell.pictured or cell.rows_merged)


def _colour_alone(facts: Facts) -> Iterator[Found]:
    for table in facts.tables:
        shades = {cell.shade for row in table.rows for cell in row.cells if not cell.text and not cell.pictured}
        telling = {shade for shade in shades if shade not in ("", "FFFFFF") and not _grey(shade)}
        blank = [
            cell for row in table.rows if not _blank(row) for cell in row.cells
            if not cell.text and not cell.pictured and cell.shade in telling
        ]  # fmt: skip
        if blank:
            yield Found(
                f"{count(len(blank), 'cell says', 'cells say')} something by colour alone. Write the word in the cell "
                "as well: “Red”, “Amber”, “Green”.",
                table.at,
                table.at.words,
            )


def _grey(shade: str) -> bool:
    parts = [int(shade[at : at + 2], 16) for at in (0, 2, 4)]
    return max(parts) - min(parts) < 24


def rules() -> tuple[DocumentRule, ...]:
    """The rules of this subject."""
    return (
        DocumentRule(
            "table-header-row",
            "error",
            "A table has no header row",
            f"{MICROSOFT}“Tables specify column header information”.",
            _header,
        ),
        DocumentRule(
            "table-merged-cells",
            "warning",
            "A table has merged or split cells",
            f"{MICROSOFT}{_STRUCTURE}; {LIBREOFFICE}no merges or splits in tables.",
            _merged,
        ),
        DocumentRule(
            "table-nested",
            "warning",
            "A table stands inside another",
            f"{MICROSOFT}{_STRUCTURE}.",
            _nested,
        ),
        DocumentRule(
            "table-for-layout",
            "warning",
            "A table is used for layout",
            f"{GOV_UK}“Only use tables for data.” {LIBREOFFICE}no empty table cells for formatting.",
            _layout,
        ),
        DocumentRule(
            "table-blank-lines",
            "warning",
            "A table has blank rows or columns",
            f"{MICROSOFT}“Tables don’t use blank cells for formatting”.",
            _blank_lines,
        ),
        DocumentRule(
            "table-colour-alone",
            "warning",
            "A cell says something by its colour alone",
            f"{WCAG}1.4.1: colour is never the only way in which something is said.",
            _colour_alone,
        ),
    )
