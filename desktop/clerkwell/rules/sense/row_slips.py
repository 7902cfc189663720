"""Figures of a sentence that a table beside it has with a slip of the keys: two digits changed about, a nought lost, a
thousand times too much. The sentence names the row, tells of the total, or has another figure of the same column."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from clerkwell.proofing.sense.phrases import BOUNDS, HEDGES
from clerkwell.proofing.sense.row_names import is_slip, is_turned, label_words
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage, Piece
from clerkwell.rules.sense.row_figures import Given, WrongFigure, figures_given
from clerkwell.rules.sense.row_tables import Row, Rows, named_in, rows_of, values
from clerkwell.rules.signs import Sign

# What has three digits, or a unit.
_LARGE: Final = Sign(in_word=re.compile(r"\d[.,]\d|\d{3}|£\d"))
# A sentence with these may tell of another time or another place than the table.
_OTHER: Final = re.compile(
    r"\b(?:previous\w*|last\s+(?:year|quarter|month)|earlier|national\w*|regional\w*|England|instead|rather|originally"
    r"|respectively|a\s+(?:year|week|day|month)\s+(?:ago|before))\b",
    re.IGNORECASE,
)
# What is not meant exactly, is so much for one, or is no figure of a table at all.
_LOOSE: Final = re.compile(
    rf"\b(?:{HEDGES}|{BOUNDS}|each|every|average|including|excluding|of\s+which|target|limit|threshold|paragraph|section"
    r"|Act|Regulations|per\s+(?!cent)[a-z]+)\b",
    re.IGNORECASE,
)
_BREAK: Final = re.compile(r"[,;:(]\s|\s[–—]\s|\)")
# A difference, or a part, is no cell.
_APART_BEFORE: Final = re.compile(
    r"\b(?:by|further|additional|extra|another|(?:rise|increase|fall|drop|reduction|decrease|saving|shortfall|surplus|gap|"
    r"difference|change|growth)\s+of)\s+\Z",
    re.IGNORECASE,
)
_APART_AFTER: Final = re.compile(
    r"\s*(?:more|less|fewer|higher|lower|above|below|over(?!\s+the\s+(?:life|term|whole|period|\w+\s+years))|under|short|each|per"
    r"|a\s+(?:month|week)|of\s+the)\b"
)
_PART: Final = re.compile(r";\s|,?\s+of\s+(?:which|this|these)\b", re.IGNORECASE)
_TOTAL: Final = re.compile(
    r"\b(?:in\s+(?:all|total)|altogether|total(?:s|ling|led)?|overall|over\s+the\s+(?:life|term|whole|period|\w+\s+years))\b",
    re.IGNORECASE,
)
_ORDINARY: Final = frozenset(
    label_words("number total value amount change year quarter month date item council current proposed cost per cent")
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_SCALES: Final = frozenset(Decimal(10) ** power for power in (-6, -3, -2, -1, 1, 2, 3, 6))
_THOUSANDS: Final = frozenset(Decimal(10) ** power for power in (-6, -3, 3, 6))
_NEAR: Final = (Decimal("0.5"), Decimal(2))
_FEWEST: Final = 3
_HUNDRED: Final = 100
_FEW_CELLS: Final = 12
_BEFORE: Final = 30
_LEAST_WORDS: Final = 2


class _Cell(NamedTuple):
    """A figure of a table: its value in full, and where it stands."""

    value: Decimal
    row: Row
    at: int
    like: str


class _Said(NamedTuple):
    """What a sentence says of a table: its words, the rows it names, whether it tells of all, its other figures."""

    words: frozenset[str]
    named: tuple[Row, ...]
    of_all: bool
    others: tuple[Decimal, ...]


def wrong_slips(piece: Piece, guide: Guide) -> tuple[WrongFigure, ...]:
    """The figures of a part's sentences that its one table of such figures has with a slip."""
    passages = [each for each in piece.having(_LARGE) if each.kind in ("paragraph", "item")]
    tables = piece.known(rows_of, guide) if passages else ()
    if not tables:
        return ()
    cells = [(table, tuple(_cells(table))) for table in tables]
    made = frozenset(each for _, there in cells for each in _made(there))
    return tuple(
        wrong
        for passage in passages
        for start, end in passage.known(sentences_of, guide)
        for wrong in _judged(passage, start, end, cells, made)
    )


def _cells(table: Rows) -> Iterator[_Cell]:
    return (
        _Cell(abs(value), row, at, _nonzero(value))
        for row in table.rows
        for at, value, _ in values(row, table)
        if value
    )


def _made(cells: Sequence[_Cell]) -> Iterator[Decimal]:
    """What the figures of a table are, and what two of a row or of a column make."""
    for at, one in enumerate(cells):
        yield one.value
        for other in cells[at + 1 :]:
            if one.row is other.row or one.at == other.at:
                yield abs(one.value - other.value)
                yield one.value + other.value


def _judged(
    passage: Passage, start: int, end: int, tables: Sequence[tuple[Rows, Sequence[_Cell]]], made: frozenset[Decimal]
) -> Iterator[WrongFigure]:
    sentence = passage.text[start:end]
    given = [each for each in figures_given(sentence) if not _YEAR.fullmatch(sentence[each.start : each.end])]
    if not any(_may_be_meant(each, sentence.casefold(), tables) for each in given) or _OTHER.search(sentence):
        return
    words = frozenset(label_words(sentence))
    for each in given:
        before = sentence[: each.start][-_BEFORE:]
        if each.value.value in made or _APART_BEFORE.search(before) or _APART_AFTER.match(sentence, each.end):
            continue
        others = tuple(abs(one.value.value) for one in given if one is not each)
        right: list[_Cell] = []
        for table, cells in tables:
            named = _named(_beside(sentence, each), table)
            if len(named) > 1:
                named = _named(sentence[slice(*_clause(sentence, each))], table)
            right += _right(each, table, cells, _Said(words, named, _of_all(sentence), others))
        if len({cell.value for cell in right}) != 1 or _LOOSE.search(sentence, *_clause(sentence, each)):
            continue
        if not _is_rounded(each, made):
            cell = right[0]
            yield WrongFigure(passage, start + each.start, start + each.end, cell.row.texts[cell.at], cell.row.name)


def _may_be_meant(given: Given, folded: str, tables: Sequence[tuple[Rows, Sequence[_Cell]]]) -> bool:
    """Whether a figure has the digits of a cell in another order, or may stand with a row's name: all that it costs
    for most sentences."""
    like = _nonzero(given.value.value)
    return any(
        cell.like == like or any(word in folded for word in (cell.row.sign, _last(cell.row)) if word)
        for _, cells in tables
        for cell in cells
    )


def _last(row: Row) -> str:
    """The last word of a name that is long enough to be told by its end."""
    return row.words.rpartition(" ")[2] if row.words.count(" ") >= _LEAST_WORDS else ""


def _clause(sentence: str, given: Given) -> tuple[int, int]:
    """Where the part of a sentence begins and ends that has a figure."""
    first = max((each.end() for each in _BREAK.finditer(sentence, 0, given.start)), default=0)
    after = _BREAK.search(sentence, given.end)
    return first, after.start() if after else len(sentence)


def _beside(sentence: str, given: Given) -> str:
    """What a sentence says with a figure, and not of what is a part of it."""
    first = max((each.end() for each in _PART.finditer(sentence, 0, given.start)), default=0)
    after = _PART.search(sentence, given.end)
    return sentence[first : after.start() if after else len(sentence)]


def _of_all(sentence: str) -> bool:
    return _TOTAL.search(sentence) is not None


def _named(sentence: str, table: Rows) -> tuple[Row, ...]:
    """The rows that a sentence names, in full or by their last words: "the County Council"."""
    named = tuple(row for row in named_in(sentence, table) if not row.whole)
    if named:
        return named
    said = f" {' '.join(label_words(sentence))} "
    tails = [
        (row, " ".join(row.words.split()[-_LEAST_WORDS:]))
        for row in table.rows
        if not row.whole and row.words.count(" ") > 1
    ]
    return tuple(row for row, tail in tails if f" {tail} " in said)


def _right(given: Given, table: Rows, cells: Sequence[_Cell], said: _Said) -> Iterator[_Cell]:
    """The cells that a figure may be meant for, with one slip."""
    value, unit = given.value.value, given.value.unit
    # A table in which a figure is told right is told of otherwise.
    named = said.named[0] if len(said.named) == 1 else None
    like = _nonzero(value)
    for cell in cells:
        # All but one other digit in a row that is named keep the digits that are no noughts.
        if cell.like != like and cell.row is not named:
            continue
        if table.units[cell.at] != unit or cell.value in said.others:
            continue
        head = said.words & (frozenset(label_words(table.heads[cell.at])) - _ORDINARY)
        about = bool(head) or (said.of_all and unit == "£") or _is_of(said.words, table)
        whole = cell.row.whole and not said.named and about
        if named is cell.row:
            scaled = _scaled(value, cell.value) and (bool(head) or value / cell.value in _THOUSANDS)
            # A whole number below a hundred may count anything: "Of the 52 parents, 31 did not agree".
            known = bool(unit) or bool(head) or value >= _HUNDRED or value % 1 != 0
            if scaled or (known and _slips(value, cell.value)) or _nought_lost(value, cell.value):
                yield cell
        elif whole and (
            _turned(value, cell.value, _FEWEST - said.of_all, at_first=said.of_all)
            or _scaled(value, cell.value)
            or (said.of_all and _nought_lost(value, cell.value))
        ):
            yield cell
        elif not said.named and _turned(value, cell.value, _FEWEST):
            beside = any(one.at == cell.at and one.value in said.others for one in cells)
            if beside or (head and len(cells) <= _FEW_CELLS):
                yield cell


def _is_of(words: frozenset[str], table: Rows) -> bool:
    """Whether a sentence has a word of a table's other heads."""
    return any(words & (frozenset(label_words(head)) - _ORDINARY) for head in table.heads)


def _is_rounded(given: Given, made: frozenset[Decimal]) -> bool:
    """Whether a figure is one of those that a table makes, as far as it was rounded."""
    value, step = given.value.value, given.value.step
    while step < value and value % (step * 10) == 0:
        step *= 10
    return step > 1 and any(abs(value - known) <= step / 2 for known in made)


def _digits(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", "").strip("0")


def _nonzero(value: Decimal) -> str:
    """The digits of a figure that are no noughts, in order of size."""
    return "".join(sorted(each for each in str(value) if each in "123456789"))


def _turned(value: Decimal, known: Decimal, fewest: int, *, at_first: bool = False) -> bool:
    one, other = _whole(value, known)
    return len(_digits(value)) >= fewest and (at_first or one[0] == other[0]) and is_turned(one, other)


def _slips(value: Decimal, known: Decimal) -> bool:
    return len(_digits(value)) > 1 and is_slip(*_whole(value, known))


def _whole(value: Decimal, known: Decimal) -> tuple[str, str]:
    """Two figures to the same number of places."""
    places = max(0, *(-int(each.normalize().as_tuple().exponent) for each in (value, known)))
    return f"{value:.{places}f}".replace(".", ""), f"{known:.{places}f}".replace(".", "")


def _scaled(value: Decimal, known: Decimal) -> bool:
    """Whether a figure has noughts too many or too few, or is told in thousands as if it were not."""
    return len(_digits(value)) >= _FEWEST and value / known in _SCALES


def _nought_lost(value: Decimal, known: Decimal) -> bool:
    """Whether a figure has no nought where the other has one between its digits: "£6.3m" for 6,030,000."""
    one, other = _digits(value), _digits(known)
    near = _NEAR[0] <= value / known <= _NEAR[1]
    return near and len(one) > 1 and one != other and one.replace("0", "") == other.replace("0", "")
