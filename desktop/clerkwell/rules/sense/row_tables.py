"""The rows of a part's tables by their names, so that a sentence that names one of them can be held against it."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from clerkwell.model import Table
from clerkwell.proofing.sense.figures import Figure, figure
from clerkwell.proofing.sense.row_names import label_words
from clerkwell.rules.passages import Guide, Piece
from clerkwell.rules.sense.summing import SUBTOTAL
from clerkwell.rules.sense.totals import texts

_THOUSANDS: Final = re.compile(r"£\s?['’‘]?000s?\b|\(000s?\)|£\s?k\b|\bthousands\b", re.IGNORECASE)
_MILLIONS: Final = re.compile(r"£\s?m\b|£\s?millions?\b|\bmillions\b", re.IGNORECASE)
_CENT: Final = re.compile(r"%|\bper\s+cent\b|\bpercentage\b", re.IGNORECASE)
_AVERAGE: Final = re.compile(r"\b(?:average|mean|median|target|overall|all)\b", re.IGNORECASE)
_ONLY_FIGURES: Final = re.compile(r"[\d\s/–-]+")
_FEWEST_ROWS: Final = 2
_SHORTEST: Final = 3


class Row(NamedTuple):
    """A row: its name, the words it is known by, letters that any text which names it has, its figures by column."""

    name: str
    words: str
    sign: str
    figures: tuple[Figure | None, ...]
    texts: tuple[str, ...]
    whole: bool


class Rows(NamedTuple):
    """A table: the heads of its columns after the first, what each counts in, and its rows."""

    heads: tuple[str, ...]
    units: tuple[str, ...]
    times: tuple[Decimal, ...]
    rows: tuple[Row, ...]


def rows_of(piece: Piece, _: Guide) -> tuple[Rows, ...]:
    """The tables of a part that have a name and figures in each row."""
    tables = [each for each in piece.of_kind("table") if isinstance(each, Table)] if piece.stands else []
    return tuple(read for table in tables if (read := _rows(texts(table), table.caption)) is not None)


def _rows(rows: Sequence[Sequence[str]], caption: str) -> Rows | None:
    if len(rows) <= _FEWEST_ROWS or any(len(row) != len(rows[0]) for row in rows) or len(rows[0]) < 2:
        return None
    heads = tuple(each.strip() for each in rows[0][1:])
    done = _with_whole(tuple(_row(row) for row in rows[1:] if row[0].strip(" *:")))
    if not any(each for row in done for each in row.figures):
        return None
    # "£000" over all its columns stands in the corner, or in the caption.
    over = f"{caption} {rows[0][0]}"
    units, times = zip(*(_counts_in(at, head, over, done) for at, head in enumerate(heads)), strict=True)
    return Rows(heads, units, times, done)


def _row(row: Sequence[str]) -> Row:
    name = row[0].strip(" *:")
    words = label_words(name)
    sign = max(words, key=len, default="").removesuffix("y")
    # A letter or a number names a row in its own table alone.
    if len(sign) < _SHORTEST or _ONLY_FIGURES.fullmatch(" ".join(words)):
        sign = ""
    whole = SUBTOTAL.search(name) is not None or _AVERAGE.search(name) is not None
    given = tuple(each.strip() for each in row[1:])
    return Row(name, " ".join(words), sign, tuple(figure(each) for each in given), given, whole)


def _with_whole(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows, the last of which is known by its sums for one of all where its name does not say so: "District"."""
    if len(rows) <= _FEWEST_ROWS or rows[-1].whole:
        return rows
    others, last = rows[:-1], rows[-1]
    for at, each in enumerate(last.figures):
        parts = [one.value for row in others if not row.whole and (one := row.figures[at]) is not None]
        if each is not None and each.value and len(parts) == len(others) and sum(parts) == each.value:
            return (*others, last._replace(whole=True))
    return rows


def _counts_in(at: int, head: str, over: str, rows: Sequence[Row]) -> tuple[str, Decimal]:
    known = [each.figures[at] for each in rows]
    units = {each.unit for each in known if each is not None and each.unit}
    if _CENT.search(head) or units == {"%"}:
        return "%", Decimal(1)
    if _THOUSANDS.search(head) or (not units and _THOUSANDS.search(over)):
        return "£", Decimal(1_000)
    if _MILLIONS.search(head) or (not units and _MILLIONS.search(over)):
        return "£", Decimal(1_000_000)
    return ("£" if "£" in head or units == {"£"} else ""), Decimal(1)


def named_in(text: str, table: Rows) -> list[Row]:
    """The rows that a stretch of text names; of names within one another the longest: "Transfers out" is no row
    "Transfers"."""
    folded = text.casefold()
    likely = [row for row in table.rows if row.sign and row.sign in folded]
    if not likely:
        return []
    said = f" {' '.join(label_words(text))} "
    named = [row for row in likely if f" {row.words} " in said]
    return [row for row in named if not any(f" {row.words} " in f" {each.words} " for each in named if each is not row)]


def values(row: Row, table: Rows) -> Iterator[tuple[int, Decimal, Decimal]]:
    """The figures of a row as they are in full: the column, the value, and the smallest difference it can show."""
    for at, each in enumerate(row.figures):
        if each is not None:
            yield at, each.value * table.times[at], each.step * table.times[at]
