"""Figures that a sentence gives of one row of a table, which it names: all are the row's but one."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from clerkwell.model import Table
from clerkwell.proofing.sense.figures import Figure, figure
from clerkwell.proofing.sense.row_names import is_slip, label_words
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage, Piece
from clerkwell.rules.sense.summing import SUBTOTAL
from clerkwell.rules.sense.totals import texts
from clerkwell.rules.signs import FIGURE

_FIGURE: Final = re.compile(
    r"(?<![\w£.,/–-])£?\d+(?:,\d{3})*(?:\.\d+)?(?![\d/–-])(?:\s?(?:%|per\s+cent\b|million\b|m\b|k\b))?"
    r"(?!(?:st|nd|rd|th)\b)(?!\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)
# What is no figure of this row now, or is not told exactly.
_LOOSE: Final = re.compile(
    r"\b(?:about|around|approximately|some|nearly|almost|roughly|over\s+£?\d|up\s+to|more\s+than\s+\d|less\s+than\s+\d|at\s+least|previous\w*|last\s+(?:year|quarter)"
    r"|earlier|national\w*|regional\w*|England|including|would|could|may|if|each|every|average|between"
    r"|paragraph|section|appendix|annex|Table\s+\d|sum|together|respectively|per\s+(?!cent)[a-z]+|a\s+(?:year|week|day|month))\b",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_PERIOD: Final = re.compile(r"[\d\s/–-]+")
_MONTH_OR_AGE: Final = re.compile(r"\b(?:aged?|ages)\b", re.IGNORECASE)
_DIGITS: Final = 2
_FEWEST_ROWS: Final = 2
_FEWEST_FIGURES: Final = 2


class WrongFigure(NamedTuple):
    """A figure of a passage that is not its row's: where it stands, what the table has, and for which row."""

    passage: Passage
    start: int
    end: int
    has: str
    row: str


class _Row(NamedTuple):
    """A row: its name, the words it is known by, a stretch of letters that any text which names it has, its figures."""

    name: str
    words: str
    sign: str
    cells: tuple[tuple[str, Figure], ...]


class Given(NamedTuple):
    """A figure of a sentence: where it stands, and what it is."""

    start: int
    end: int
    value: Figure


def wrong_of_row(piece: Piece, guide: Guide) -> tuple[WrongFigure, ...]:
    """The figures that sentences of a part give of one row of a table there, which are one of its cells with a slip of
    the keys, where another of theirs is right."""
    rows = [row for table in piece.of_kind("table") if isinstance(table, Table) for row in _rows(table)]
    if not rows:
        return ()
    return tuple(
        wrong
        for passage in piece.having(FIGURE)
        if passage.kind in ("paragraph", "item") and (there := _spoken_of(passage.text.casefold(), rows))
        for start, end in passage.known(sentences_of, guide)
        if (wrong := _judged(passage, start, end, there, rows)) is not None
    )


def _spoken_of(text: str, rows: Sequence[_Row]) -> list[_Row]:
    """The rows that a text may name: all that it costs for most passages."""
    return [row for row in rows if row.sign in text]


def _rows(table: Table) -> Iterator[_Row]:
    rows = texts(table)
    if len(rows) <= _FEWEST_ROWS:
        return
    for row in rows[1:]:
        name = row[0].strip(" *:")
        cells = tuple((text.strip(), known) for text in row[1:] if text and (known := figure(text)) is not None)
        if len(cells) < _FEWEST_FIGURES or SUBTOTAL.match(name):
            continue
        words = label_words(name)
        sign = max(words, key=len, default="").removesuffix("y")
        if sign and not _PERIOD.fullmatch(" ".join(words)):
            yield _Row(name, " ".join(words), sign, cells)


def _judged(passage: Passage, start: int, end: int, there: Sequence[_Row], rows: Sequence[_Row]) -> WrongFigure | None:
    sentence = passage.text[start:end]
    given = [each for each in figures_given(sentence) if not _YEAR.fullmatch(sentence[each.start : each.end])]
    if not _FEWEST_FIGURES <= len(given) <= 4 or _LOOSE.search(sentence) or _MONTH_OR_AGE.search(sentence):
        return None
    said = f" {' '.join(label_words(sentence))} "
    named = [row for row in there if f" {row.words} " in said]
    # "Transfers out" is no row "Transfers".
    named = [
        row for row in named if not any(f" {row.words} " in f" {each.words} " for each in named if each is not row)
    ]
    if len(named) != 1:
        return None
    row = named[0]
    known = [(text, abs(each.value)) for text, each in row.cells]
    right = [each for each in given if _is_of(each, known)]
    wrong = [each for each in given if each not in right]
    if len(wrong) != 1 or not any(_tells(sentence, each) for each in right):
        return None
    odd = wrong[0]
    value = abs(odd.value.value)
    left = [(text, each) for text, each in known if not any(abs(one.value.value) == each for one in right)]
    everywhere = {abs(cell.value) for each in rows for _, cell in each.cells}
    made = {abs(one - other) for _, one in known for _, other in known} | {
        one + other for _, one in known for _, other in known
    }
    if value in everywhere or value in made or not _tells(sentence, odd):
        return None
    digits = _digits(sentence[odd.start : odd.end])
    near = [
        text for text, each in left if is_slip(digits, _digits(text)) and _alike(sentence[odd.start : odd.end], text)
    ]
    if len(near) != 1:
        return None
    return WrongFigure(passage, start + odd.start, start + odd.end, near[0], row.name)


def figures_given(sentence: str) -> Iterator[Given]:
    """The figures that a sentence tells in digits."""
    for each in _FIGURE.finditer(sentence):
        known = figure(each[0])
        if known is not None:
            yield Given(each.start(), each.end(), known)


def _is_of(given: Given, known: Sequence[tuple[str, Decimal]]) -> bool:
    return any(abs(given.value.value) == each for _, each in known)


def _tells(sentence: str, given: Given) -> bool:
    """Whether a figure has digits enough to be known by."""
    return len(_digits(sentence[given.start : given.end])) >= _DIGITS


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _alike(one: str, other: str) -> bool:
    """Whether two figures are written to as many places: one that is rounded is told otherwise."""
    return len(_places(one)) == len(_places(other))


def _places(text: str) -> str:
    found = re.search(r"\.(\d+)", text)
    return found[1] if found else ""
