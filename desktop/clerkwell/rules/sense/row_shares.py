"""One figure that a sentence gives beside the name of a table's row: the row's own, and no other one's."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from clerkwell.proofing.sense.figures import Figure, figure
from clerkwell.proofing.sense.row_names import is_slip, label_words
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage, Piece
from clerkwell.rules.sense.row_tables import Row, Rows, named_in, rows_of, values
from clerkwell.rules.signs import FIGURE

_FIGURE: Final = re.compile(
    r"(?<![\w£.,/–-])£?\d+(?:,\d{3})*(?:\.\d+)?(?![\d/–-])(?:\s?(?:%|per\s+cent\b|million\b|m\b|k\b))?"
    r"(?!(?:st|nd|rd|th)\b)(?!\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)
# What stands between a name and its own figure: "Infrastructure, at", "Employees paid in", "Waste, with".
_OWN: Final = re.compile(
    r",?\s+(?:(?:which|the|an?|now|currently|already|together|still)\s+)*"
    r"(?:at|with|of|is|was|are|were|has|have|had|stands?(?:\s+at)?|stood(?:\s+at)?|makes?\s+up|made\s+up|accounts?\s+for|accounted\s+for"
    r"|pays?(?:\s+in)?|paid(?:\s+in)?|recei(?:ve|ves|ved)|gets?|got|costs?|came\s+to|comes\s+to|brought\s+in|brings\s+in|contribute[sd]?|earned|earns?"
    r"|recorded|reached|scored|holds?|held|represents?|represented|took|takes|drew|saw|spent|collected|achieved|reported)"
    r"(?:\s+(?:at|in|with|of|for|only|just|up|the|an?|valued|worth|estimated|put))*\s+",
    re.IGNORECASE,
)
_LOOSE: Final = re.compile(
    r"\b(?:about|around|approximately|some|nearly|almost|roughly|over|up\s+to|more|less|fewer|higher|lower|further|additional|extra|another|at\s+least"
    r"|previous\w*|last|earlier|national\w*|regional\w*|England|including|would|could|may|if|each|every|average|between|than|target"
    r"|paragraph|section|appendix|annex|sum|together|respectively|combined|both|per\s+(?!cent)[a-z]+|a\s+(?:year|week|day|month)|of\s+which|of\s+these|by)\b",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_BREAK: Final = re.compile(r";|,\s+(?:and|but|while|whereas|slightly|a\s+little|an?)\b|\b(?:while|whereas)\b")
# The rest of what a figure is said of: " of the Fund".
_FOLLOWS: Final = re.compile(r"[^,;(–—]*")
_DIGITS: Final = 2


class WrongShare(NamedTuple):
    """A figure that is not the row's which it stands beside: where it is told, what the table has, and for which."""

    passage: Passage
    start: int
    end: int
    has: str
    row: str


def wrong_shares(piece: Piece, guide: Guide) -> tuple[WrongShare, ...]:
    """The figures that stand right after a row's name and are another row's in the same column, or the row's own with
    a slip of the keys."""
    tables = piece.known(rows_of, guide)
    if not tables:
        return ()
    return tuple(
        wrong
        for passage in piece.having(FIGURE)
        if passage.kind in ("paragraph", "item") and _may_name(passage.text.casefold(), tables)
        for start, end in passage.known(sentences_of, guide)
        if (wrong := _judged(passage, start, end, tables)) is not None
    )


def _may_name(text: str, tables: Sequence[Rows]) -> bool:
    return any(row.sign and row.sign in text for table in tables for row in table.rows)


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _BREAK.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _judged(passage: Passage, start: int, end: int, tables: Sequence[Rows]) -> WrongShare | None:
    for first, last in _clauses(passage.text, start, end):
        clause = passage.text[first:last]
        given = [each for each in _FIGURE.finditer(clause) if not _YEAR.fullmatch(each[0]) and _tells(each[0])]
        if len(given) == 1:
            # What is said after the figure is said of something else.
            clause = clause[: next(_FOLLOWS.finditer(clause, given[0].end())).end()]
        if len(given) != 1 or _LOOSE.search(clause) or _YEAR.search(clause):
            continue
        match, known = given[0], figure(given[0][0])
        named = [(table, row) for table in tables for row in named_in(clause, table) if not row.whole]
        if known is None or len(named) != 1 or not _stands_beside(clause[: match.start()], named[0][1]):
            continue
        table, row = named[0]
        has = _wrong(known, match[0], row, table)
        if has and not any(_is_cell(known, each) for other in tables if other is not table for each in other.rows):
            return WrongShare(passage, first + match.start(), first + match.end(), has, row.name)
    return None


def _tells(words: str) -> bool:
    """Whether a figure has digits enough, or a unit, to be known by."""
    return len(re.sub(r"\D", "", words)) >= _DIGITS or not words.isdigit()


def _stands_beside(before: str, row: Row) -> bool:
    """Whether what stands before a figure ends with a row's name and a word that gives it the figure."""
    for own in _OWN.finditer(before):
        if own.end() == len(before):
            lead = label_words(before[: own.start()])
            size = len(row.words.split())
            return any(
                " ".join(lead[at : at + size]) == row.words
                for at in (len(lead) - size, len(lead) - size - 1)
                if at >= 0
            )
    return False


def _is_cell(given: Figure, row: Row) -> bool:
    return any(each is not None and abs(each.value) == abs(given.value) for each in row.figures)


def _wrong(given: Figure, words: str, row: Row, table: Rows) -> str:
    """What a row has instead of a figure; nothing where it may be right."""
    own = [(at, abs(value), step) for at, value, step in values(row, table)]
    if any(abs(value - given.value) <= max(given.step, step) / 2 for _, value, step in own if given.unit or step > 1):
        return ""
    if _is_cell(given, row) or given.value in _made(own):
        return ""
    at = [number for number, _, _ in own if table.units[number] == given.unit]
    others = [
        number
        for number in at
        for other in table.rows
        if other is not row and not other.whole and (cell := other.figures[number]) is not None
        if abs(cell.value * table.times[number]) == given.value
    ]
    if len(set(others)) == 1 and sum(1 for each in table.rows if _has(each, others[0], given, table)) == 1:
        return row.texts[others[0]]
    if not given.unit or any(_has(each, number, given, table) for each in table.rows for number in at):
        return ""
    digits, places = re.sub(r"\D", "", words), _places(words)
    near = [
        (abs(value - given.value), row.texts[n])
        for n, value, _ in own
        if n in at and is_slip(digits, re.sub(r"\D", "", row.texts[n])) and _places(row.texts[n]) == places
    ]
    return min(near)[1] if near else ""


def _has(row: Row, at: int, given: Figure, table: Rows) -> bool:
    cell = row.figures[at]
    return cell is not None and abs(cell.value * table.times[at]) == given.value


def _made(own: Sequence[tuple[int, Decimal, Decimal]]) -> set[Decimal]:
    """What a row's figures make with one another."""
    known = [value for _, value, _ in own]
    return {abs(one - other) for one in known for other in known if one != other} | {
        one + other for at, one in enumerate(known) for other in known[at + 1 :]
    }


def _places(words: str) -> int:
    found = re.search(r"\.(\d+)", words)
    return len(found[1]) if found else 0
