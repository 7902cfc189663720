"""Rows of a table that make their last figure of the others, as every other row does: marks, a year's start and end."""

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from itertools import product
from typing import Final

from clerkwell.model import Place, Table, plain
from clerkwell.proofing.sense.figures import figure
from clerkwell.rules.passages import Guide, Piece, Reading
from clerkwell.rules.rule import Finding

_FEWEST_ROWS: Final = 3
_COLUMNS: Final = (3, 4, 5, 6)
_Wrong = tuple[Place, str, str, str]


def rows_add_up(reading: Reading) -> Iterator[Finding]:
    """Rows whose last figure is not what all other rows of their table make it."""
    for _, wrong in reading.parts(_of_part):
        for place, says, comes_to, label in wrong:
            message = (
                f"“{label}” says {says}, but the figures of its row come to {comes_to}, as in every other row. "
                "Put it right."
            )
            yield Finding(message, place, says)


def _of_part(piece: Piece, _: Guide) -> tuple[_Wrong, ...]:
    whole = piece.section or piece.appendix
    if whole is None:
        return ()
    section, appendix = piece.section.id if piece.section else "", piece.appendix.id if piece.appendix else ""
    return tuple(
        each
        for block in piece.of_kind("table")
        if isinstance(block, Table)
        for each in _of_table(block, Place(section=section, appendix=appendix, block=block.id))
    )


def _of_table(table: Table, place: Place) -> Iterator[_Wrong]:
    rows = [[" ".join(map(plain, cell.paragraphs)).strip() for cell in row] for row in table.rows]
    # A column of shares is no part of a sum: "Change on year before", with a dash in its first row.
    shares = {
        at
        for at in range(1, max(map(len, rows), default=0))
        if any(row[at : at + 1] and _is_share(row[at]) for row in rows)
    }
    rows = [[cell for at, cell in enumerate(row) if at not in shares or not _is_last(at, shares, row)] for row in rows]
    body = [
        (at, row, values)
        for at, row in enumerate(rows)
        if at >= table.header_rows and len(row) > 2 and len(values := _values(row[1:])) in _COLUMNS
    ]
    if len(body) < _FEWEST_ROWS or len({len(values) for _, _, values in body}) != 1:
        return
    width = len(body[0][2])
    # With more rows than signs to choose, what fits all but one of them is no chance.
    for column in range(2, width):
        for signs in product((1, -1), repeat=column - 1):
            fits = [_made(values, signs, column) == values[column] for _, _, values in body]
            plus = all(sign == 1 for sign in signs)
            least = _FEWEST_ROWS - 1 if plus and column > 2 else _FEWEST_ROWS
            if (
                fits.count(False) == 1
                and fits.count(True) >= least
                and any(any(values[:column]) for _, _, values in body)
            ):
                at, row, values = body[fits.index(False)]
                cell = _cell(row, column)
                made = _made(values, signs, column)
                if cell is not None and abs(made - values[column]) * 2 < max(abs(values[column]), Decimal(1)):
                    path = (at, cell, 0)
                    yield place.model_copy(update={"path": path}), row[cell].strip(), f"{made:,}", row[0].strip()
                return


def _is_share(cell: str) -> bool:
    known = figure(cell)
    return known is not None and known.unit == "%"


def _is_last(at: int, shares: Collection[int], row: Sequence[str]) -> bool:
    """Whether nothing but shares stands from this column on, so that no other column's number changes without it."""
    return all(each in shares for each in range(at, len(row)))


def _values(cells: Sequence[str]) -> list[Decimal]:
    return [known.value for cell in cells if (known := figure(cell)) is not None]


def _made(values: Sequence[Decimal], signs: Sequence[int], column: int) -> Decimal:
    return values[0] + sum((sign * value for sign, value in zip(signs, values[1:column], strict=True)), Decimal())


def _cell(row: Sequence[str], column: int) -> int | None:
    """Which cell of a row has its figure of this number."""
    with_figures = [at for at, cell in enumerate(row) if at and figure(cell) is not None]
    return with_figures[column] if column < len(with_figures) else None
