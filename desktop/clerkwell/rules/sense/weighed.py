"""Weights that a sentence gives to quality, price and the like, against the table of marks."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from clerkwell.model import Table
from clerkwell.proofing.sense.row_names import label_words
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage, Piece, Reading
from clerkwell.rules.sense.totals import texts
from clerkwell.rules.signs import FIGURE, Sign

_WEIGHED: Final = Sign(pattern=re.compile(r"\d\s?(?:%|per cent)"), within=FIGURE)
_LABEL: Final = r"(?P<label{0}>(?:[A-Za-z]+\s+(?:and\s+|of\s+)?){{0,2}}[A-Za-z]+)"
_CENT: Final = r"\s?(?:%|per\s+cent|points|marks)"
_PAIRS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "Quality (50 per cent), price (40 per cent)"; "50% quality, 40% price"; "quality 50 per cent".
        rf"\b{_LABEL.format('')}\s+\((?P<number>\d{{1,2}}){_CENT}\)",
        rf"\b(?P<number>\d{{1,2}}){_CENT}\s+(?:for\s+|on\s+|of\s+the\s+marks\s+(?:for|on)\s+)?{_LABEL.format('')}",
        rf"\b{_LABEL.format('')},?\s+(?:carried\s+|at\s+|was\s+weighted\s+(?:at\s+)?)?(?P<number>\d{{1,2}}){_CENT}(?!\s+(?:for|on|of)\b)",
    )
)
_HEAD: Final = re.compile(
    r"(?P<label>[^()\d]{3,40}?)\s*(?:[–:-]\s*)?\(?\s*(?:out\s+of\s+|max(?:imum)?\.?\s*|/\s*)?(?P<number>\d{1,2})\s*(?:%|per\s+cent|marks|points)?\s*(?:max(?:imum)?)?\s*\)?",
    re.IGNORECASE,
)
_WEIGHT: Final = re.compile(r"\b(?:weight\w*|maximum(?:\s+(?:score|marks?|points))?|available)\b", re.IGNORECASE)
_NUMBER: Final = re.compile(r"(\d{1,2})\s*(?:%|per\s+cent|marks|points)?", re.IGNORECASE)
_JOINED: Final = re.compile(r"(?:(?:and|on|for)\s+)+", re.IGNORECASE)
_FEWEST: Final = 3


class WrongWeight(NamedTuple):
    """A weight that the text gives and the table has otherwise."""

    passage: Passage
    start: int
    end: int
    has: int


def wrong_weights(reading: Reading) -> Iterator[WrongWeight]:
    """The one weight of a sentence that is not the table's, where its others are."""
    tables = [each for _, there in reading.parts(_weights) for each in there]
    if not tables:
        return
    for _, there in reading.parts(_given):
        for passage, start, end in there:
            for has in tables:
                wrong = _judged(passage, start, end, has)
                if wrong is not None:
                    yield wrong
                    break


def _given(piece: Piece, guide: Guide) -> tuple[tuple[Passage, int, int], ...]:
    """The sentences of a part that give several shares of a hundred."""
    return tuple(
        (passage, start, end)
        for passage in (piece.having(_WEIGHED) if piece.stands else ())
        if passage.kind in ("paragraph", "item")
        for start, end in passage.known(sentences_of, guide)
        if len(re.findall(_CENT, passage.text[start:end])) >= _FEWEST - 1
    )


def _weights(piece: Piece, _: Guide) -> tuple[Mapping[tuple[str, ...], int], ...]:
    """What the tables of a part say that each of several things weighs: in their heads, or in a column of weights."""
    tables = (texts(each) for each in piece.of_kind("table") if isinstance(each, Table)) if piece.stands else ()
    done = []
    for rows in tables:
        if len(rows) < _FEWEST:
            continue
        found = {label_words(each["label"]): int(each["number"]) for head in rows[0] if (each := _HEAD.fullmatch(head))}
        at = [column for column, head in enumerate(rows[0]) if _WEIGHT.search(head)]
        if len(at) == 1 and at[0]:
            for row in rows[1:]:
                number = _NUMBER.fullmatch(row[at[0]].strip()) if len(row) > at[0] else None
                if number is not None:
                    found[label_words(row[0])] = int(number[1])
        found.pop(("total",), None)
        if len(found) >= _FEWEST - 1:
            done.append(found)
    return tuple(done)


def _judged(passage: Passage, start: int, end: int, has: Mapping[tuple[str, ...], int]) -> WrongWeight | None:
    for pattern in _PAIRS:
        told = [
            (match, words)
            for match in pattern.finditer(passage.text, start, end)
            if (words := _known(match["label"], has))
        ]
        if len({words for _, words in told}) != len(told) or len(told) < min(_FEWEST, len(has)):
            continue
        wrong = [(match, words) for match, words in told if int(match["number"]) != has[words]]
        if len(wrong) == 1 and len(told) > 1:
            match, words = wrong[0]
            first = match.start() + (len(joined[0]) if (joined := _JOINED.match(match[0])) else 0)
            return WrongWeight(passage, first, match.end(), has[words])
    return None


def _known(label: str, has: Mapping[tuple[str, ...], int]) -> tuple[str, ...]:
    """Which of the things a label ends with: "and social value" is "social value"."""
    words = label_words(label)
    return next((each for each in has if words[-len(each) :] == each or words[: len(each)] == each), ())
