"""Rows of a table that a sentence says have the most, the fewest or less than the average, against the table."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from clerkwell.proofing.sense.row_names import label_words
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage, Piece
from clerkwell.rules.sense.row_tables import Row, Rows, named_in, rows_of
from clerkwell.rules.signs import Sign

_SAID: Final = Sign(
    folded=(" fewest", " lowest", " highest", " smallest", " largest", " cheapest", " dearest", " the most ",
            " the least ", " below the ", " above the "),
)  # fmt: skip
_MOST: Final = frozenset(("most", "highest", "largest", "dearest"))
_DID: Final = (
    r"(?:ha[sd]|have|is|are|was|were|remains?|remained|hosted|recorded|saw|drew|took|received|attracted|made|issued"
    r"|gave|reported|held|scored|achieved|showed|produced|generated)"
)
_EXTREME: Final = re.compile(
    rf"\s+{_DID}\s+(?:(?:now|still|also|again|clearly)\s+)?the\s+(?P<way>most|highest|largest|dearest|fewest|least|lowest|smallest|cheapest)\b(?P<what>(?:\s+[a-z-]+){{0,3}})"
)
_AVERAGE: Final = re.compile(rf"\s+{_DID}\s+(?P<way>below|above)\s+the\s+(?P<of>(?:[A-Za-z’'-]+\s+){{0,3}}?average)\b")
# Of what no column may tell: what has moved, what is left, what is a part.
_OTHER: Final = re.compile(
    r"\b(?:increase|rise|fall|drop|reduction|change|decrease|growth|improvement|proportion|share|rate|percentage|difference|gap|underspend\w*|overspend\w*|variance|single|second|third|next|joint|risks?|popular"
    # Of prices and marks another rule tells.
    r"|prices?|tenders?|bids?|costs?|quotations?|quotes?|scores?|marks?"
    r"|recent|likely|effective|suitable|appropriate|important|serious|common|of\s+(?:these|those|the\s+(?:two|other|rest|remaining|others))|among|one\s+of|not|except|apart|after|if|would|would\s+have|except|for\s+its|relative|per)\b",
    re.IGNORECASE,
)
_FEWEST_ROWS: Final = 3
_LONGEST: Final = 60


class WrongExtreme(NamedTuple):
    """A row that is not what a sentence says it is: where it is told, and what the table has."""

    passage: Passage
    start: int
    end: int
    has: str
    row: str


def wrong_extremes(piece: Piece, guide: Guide) -> tuple[WrongExtreme, ...]:
    """What sentences of a part say of rows there that have more, or less, than another row in every column."""
    said = [each for each in piece.having(_SAID) if each.kind in ("paragraph", "item")]
    tables = piece.known(rows_of, guide) if said else ()
    return tuple(
        wrong
        for passage in said if tables
        for start, end in passage.known(sentences_of, guide)
        for wrong in _judged(passage, start, end, tables)
    )  # fmt: skip


def _judged(passage: Passage, start: int, end: int, tables: Sequence[Rows]) -> Iterator[WrongExtreme]:
    text = passage.text
    for match in (*_EXTREME.finditer(text, start, end), *_AVERAGE.finditer(text, start, end)):
        lead = text[max(start, match.start() - _LONGEST) : match.start()]
        lead = re.split(r"[,;:]\s+(?:and\s+|but\s+)?|\s+(?:and|but|that|while)\s+(?=the\b)", lead)[-1]
        after = re.split(r"[,;.)]|\s+(?:and|but|because|which|with|in)\b", text[match.end() : end])[0]
        if _OTHER.search(f"{lead} {match[0]} {after}"):
            continue
        named = [(table, row) for table in tables for row in named_in(lead, table) if not row.whole]
        if len(named) != 1 or not _is_subject(lead, named[0][1], loose="average" in match[0]):
            continue
        table, row = named[0]
        has = (
            _beyond(table, row, match["of"], match["way"])
            if "of" in match.re.groupindex
            else _better(table, row, match)
        )
        if has:
            first = match.start() - len(lead.lstrip())
            yield WrongExtreme(passage, first, match.end(), has, row.name)


def _is_subject(lead: str, row: Row, *, loose: bool) -> bool:
    """Whether what stands before a verb is a row's name, with one more word at most: "Absence in Place"."""
    words = label_words(re.sub(r"\A[\d.]+\s+", "", lead.strip()))
    size = len(row.words.split())
    return len(words) <= size + (2 if loose else 1) and " ".join(words[-size:]) == row.words


def _better(table: Rows, row: Row, match: re.Match[str]) -> str:
    """What another row has beyond what a row has, in the column that is meant or in every one."""
    others = [each for each in table.rows if not each.whole]
    if len(others) < _FEWEST_ROWS:
        return ""
    said = set(label_words(match["what"]))
    meant = [at for at, head in enumerate(table.heads) if said & set(label_words(head))]
    if said and not meant:
        return ""
    columns = meant if len(meant) == 1 else list(range(len(table.heads)))
    told = ""
    for at in columns:
        known = [(each, value) for each in others if (value := _value(each, at)) is not None]
        own = _value(row, at)
        if own is None and len(columns) > 1 and not known:
            continue
        if own is None or len(known) != len(others):
            return ""
        best, value = (max if match["way"] in _MOST else min)(known, key=lambda each: each[1])
        if value == own:
            return ""
        told = told or f"{row.texts[at]} and {best.texts[at]} for “{best.name}”"
    return told


def _beyond(table: Rows, row: Row, of: str, way: str) -> str:
    """What a table's row of averages has, where a row lies on its other side."""
    averages = [each for each in table.rows if each.words == " ".join(label_words(of))]
    columns = [at for at in range(len(table.heads)) if averages and _value(averages[0], at) is not None]
    if len(averages) != 1 or not columns:
        return ""
    for at in columns:
        own, mean = _value(row, at), _value(averages[0], at)
        if own is None or mean is None or own == mean or (own < mean) is (way == "below"):
            return ""
    return f"{row.texts[columns[0]]} and {averages[0].texts[columns[0]]} for “{averages[0].name}”"


def _value(row: Row, at: int) -> Decimal | None:
    cell = row.figures[at]
    return cell.value if cell is not None else None
