"""A percentage in brackets beside a number that one row of a table has: "35 appeals (30 per cent)", where the row has
35 and 25."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from clerkwell.rules.passages import Guide, Passage, Piece
from clerkwell.rules.sense.row_shares import WrongShare
from clerkwell.rules.sense.row_tables import Row, Rows, rows_of
from clerkwell.rules.signs import Sign

_CENT: Final = Sign("%)", " cent)")
_TOLD: Final = re.compile(
    r"(?<![\w£.,/–-])(?P<number>\d{1,3}(?:,\d{3})+|\d{2,6})(?:\s+[a-z][\w’'-]*){0,5}\s*"
    r"(?P<told>\((?P<cent>\d{1,3}(?:\.\d{1,2})?)\s?(?:%|per\s+cent)\))"
)
# What may be of another year, or of another whole than the table's.
_OTHER: Final = re.compile(
    r"\b(?:last\s+year|previous\w*|earlier|compared|in\s+(?:19|20)\d\d|of\s+(?:these|those|them|whom|which)|nationally|England"
    r"|target|forecast|up|down|rose|fell|increas\w+|decreas\w+|reduc\w+)\b",
    re.IGNORECASE,
)
_YEARS: Final = range(1900, 2100)


def wrong_percents(piece: Piece, guide: Guide) -> tuple[WrongShare, ...]:
    """The percentages that are not those of the one row that has the number before them."""
    told = [
        (passage, match)
        for passage in piece.having(_CENT)
        if passage.kind in ("paragraph", "item")
        for match in _TOLD.finditer(passage.text)
    ]
    tables = piece.known(rows_of, guide) if told else ()
    return tuple(wrong for passage, match in told if (wrong := _judged(passage, match, tables)) is not None)


def _judged(passage: Passage, match: re.Match[str], tables: Sequence[Rows]) -> WrongShare | None:
    number, cent = Decimal(match["number"].replace(",", "")), Decimal(match["cent"])
    sentence = passage.text[passage.text.rfind(". ", 0, match.start()) + 1 : match.end()]
    if int(number) in _YEARS or _OTHER.search(sentence):
        return None
    having = [(table, row) for table in tables for row in table.rows if number in _counts(row, table)]
    if len(having) != 1 or having[0][1].whole:
        return None
    table, row = having[0]
    shares = [(at, each) for at, each in enumerate(row.figures) if each is not None and table.units[at] == "%"]
    if len(shares) != 1 or abs(shares[0][1].value - cent) <= max(shares[0][1].step, _step(match["cent"])):
        return None
    return WrongShare(passage, match.start("told") + 1, match.end("told") - 1, row.texts[shares[0][0]], row.name)


def _counts(row: Row, table: Rows) -> Iterator[Decimal]:
    for at, each in enumerate(row.figures):
        if each is not None and not table.units[at]:
            # "210 fewer jobs" where the row has -210.
            yield abs(each.value) * table.times[at]


def _step(cent: str) -> Decimal:
    return Decimal(1).scaleb(-len(cent.partition(".")[2]))
