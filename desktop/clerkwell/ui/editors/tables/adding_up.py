"""The row of totals of a table, worked out from the figures above it."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from clerkwell.model import Cell, Table, Text
from clerkwell.proofing.sense.figures import Figure, blank, figure
from clerkwell.ui.editors.tables.cells import text_of, with_text

_TOTAL: Final = re.compile(r"\s*(?:grand\s+|overall\s+|sub[-\s]?)?totals?\b", re.IGNORECASE)
# Columns that nobody adds up.
_NO_SUM: Final = re.compile(
    r"\b(?:average|mean|rate|per|percentage|score|ref|date)\b|%|\A\W*years?\W*\Z", re.IGNORECASE
)


def total_row(table: Table) -> int | None:
    """The last row that is named as a total; None where there is none."""
    rows = range(len(table.rows) - 1, table.header_rows, -1)
    return next((at for at in rows if _is_total(table, at)), None)


def with_total(table: Table, *, blanks_only: bool = False) -> Table:
    """The table with its totals worked out, in a row of their own at its end where it has none; the same table where
    there are no figures to add up. With `blanks_only` what stands in the row stays, and no row is added."""
    at = total_row(table)
    if at is None and blanks_only:
        return table
    rows, label = list(table.rows), at if at is not None else len(table.rows)
    sums = _sums(table, label)
    if not sums:
        return table
    if at is None:
        first = 0 if 0 not in sums else None
        rows.append(tuple(_cell("Total", bold=True) if each == first else Cell() for each in range(len(rows[0]))))
    bold = any(isinstance(run, Text) and run.bold for cell in rows[label] for runs in cell.paragraphs for run in runs)
    rows[label] = tuple(
        cell
        if column not in sums or (blanks_only and text_of(cell).strip())
        else with_text(cell, sums[column])
        if text_of(cell)
        else _cell(sums[column], bold=bold)
        for column, cell in enumerate(rows[label])
    )
    return table.model_copy(update={"rows": tuple(rows)})


def _sums(table: Table, label: int) -> dict[int, str]:
    """What each column of figures above a row comes to, written as its figures are."""
    inside = [at for at in range(table.header_rows, label) if not _is_total(table, at)]
    done = {}
    for column in range(len(table.rows[0]) if table.rows else 0):
        head = " ".join(text_of(row[column]) for row in table.rows[: table.header_rows])
        texts = [text_of(table.rows[at][column]).strip() for at in inside]
        figures = [figure(text) for text in texts if not blank(text)]
        known = [each for each in figures if each is not None]
        # A first column of years, or of numbers of rows, names them.
        if not known or len(known) < len(figures) or _NO_SUM.search(head) or (column == 0 and len(table.rows[0]) > 1):
            continue
        if len({each.unit for each in known}) == 1 and known[0].unit != "%" and all(each.step <= 1 for each in known):
            done[column] = _written(known, texts)
    return done


def _written(figures: Sequence[Figure], texts: Sequence[str]) -> str:
    value = sum((each.value for each in figures), Decimal())
    places = max(max(-int(each.step.as_tuple().exponent), 0) for each in figures)
    plain = any(abs(each.value) >= 1000 for each in figures) and not any("," in text for text in texts)
    number = f"{abs(value):.{places}f}" if plain else f"{abs(value):,.{places}f}"
    whole = f"{'£' if figures[0].unit == '£' else ''}{number}"
    brackets = any(text.startswith("(") for text in texts)
    return whole if value >= 0 else f"({whole})" if brackets else f"-{whole}"


def _is_total(table: Table, at: int) -> bool:
    label = next((text for cell in table.rows[at] if (text := text_of(cell).strip())), "")
    return _TOTAL.match(label) is not None


def _cell(text: str, *, bold: bool) -> Cell:
    return Cell(paragraphs=((Text(text=text, bold=bold),),))
