"""Totals of money that the text tells of what a table elsewhere in the report adds up."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from clerkwell.model import Table
from clerkwell.proofing.sense.amounts import sums
from clerkwell.proofing.sense.figures import figure
from clerkwell.proofing.sense.row_names import label_words
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage, Piece, Reading
from clerkwell.rules.rule import Finding, found
from clerkwell.rules.sense.summing import SUBTOTAL
from clerkwell.rules.sense.totals import texts
from clerkwell.rules.signs import Sign

_TOTALLED: Final = Sign(pattern=re.compile(r"\b[Tt]otal (?:value|cost|price|sum|amount)\b"), within=Sign("£"))
# "The total value of the awards is £4.25 million".
_TOLD: Final = re.compile(
    r"\b[Tt]he\s+total\s+(?P<what>value|cost|price|sum|amount)\s+of\s+(?:the|these|all)\s+(?P<of>(?:[a-z-]+\s+){0,3}?[a-z]+)\s+"
    r"(?:is|was|will\s+be|would\s+be|comes\s+to|amounts\s+to)\s+(?=£)"
)
_OPEN: Final = re.compile(
    r"\b(?:about|around|nearly|almost|plus|includ\w+|exclud\w+|VAT|inflation|contingenc\w+|fees|also|previous\w*|original\w*"
    r"|last\s+year|if|each|per|a\s+year|annual\w*|net|gross|up\s+to|over|under|maximum|rounded)\b",
    re.IGNORECASE,
)
_NEAR: Final = Decimal("0.05")
_FEWEST_ROWS: Final = 4


class _Total(NamedTuple):
    """A table's total of money: the words by which the table is known, and how many pounds."""

    words: frozenset[str]
    pounds: Decimal


class _Said(NamedTuple):
    start: int
    end: int
    pounds: Decimal
    step: Decimal
    of: frozenset[str]


def against_money_totals(reading: Reading) -> Iterator[Finding]:
    """Totals told of what one table of the report has, which are not the table's."""
    told = [(passage, each) for passage, there in reading.where(_said, _TOTALLED) for each in there]
    if not told:
        return
    totals = [each for _, there in reading.parts(_totals) for each in there]
    for passage, each in told:
        about = [total for total in totals if each.of & total.words]
        agrees = any(abs(total.pounds - each.pounds) <= each.step / 2 for total in totals)
        if len(about) != 1 or agrees or abs(about[0].pounds - each.pounds) > about[0].pounds * _NEAR:
            continue
        others = (sum_ for one in reading.passages if "£" in one.text for sum_ in sums(one.text))
        if sum(1 for sum_ in others if sum_.pounds == each.pounds) == 1:
            words = passage.text[each.start : each.end]
            message = (
                f"The text says {words}, but the table has a total of £{about[0].pounds:,.0f}. "
                "Put the one that is wrong right."
            )
            yield found(passage, each.start, each.end, message)


def _said(passage: Passage, guide: Guide) -> tuple[_Said, ...]:
    if passage.kind not in ("paragraph", "item"):
        return ()
    done = []
    for start, end in passage.known(sentences_of, guide):
        sentence = passage.text[start:end]
        match = _TOLD.search(sentence)
        given = sums(sentence) if match and not _OPEN.search(sentence) else ()
        if match and len(given) == 1 and given[0].start == match.end() and (known := figure(given[0].words)):
            at = start + given[0].start, start + given[0].end
            done.append(_Said(*at, given[0].pounds, known.step, frozenset(label_words(match["of"]))))
    return tuple(done)


def _totals(piece: Piece, _: Guide) -> tuple[_Total, ...]:
    if not piece.stands:
        return ()
    return tuple(each for table in piece.of_kind("table") if isinstance(table, Table) for each in _of_table(table))


def _of_table(table: Table) -> Iterator[_Total]:
    """The one total of pounds in the last row of a table that is not told in thousands."""
    rows = texts(table)
    last = rows[-1] if len(rows) >= _FEWEST_ROWS else []
    label = next((text for text in last if text.strip()), "")
    heads = f"{' '.join(rows[0]) if rows else ''} {table.caption}"
    if not SUBTOTAL.match(label.strip(" *:")) or re.search(r"000|£\s?[km]\b|million|thousand", heads, re.IGNORECASE):
        return
    pounds = [
        each.value
        for at, text in enumerate(last)
        if (each := figure(text)) and each.value > 0 and (each.unit == "£" or "£" in rows[0][min(at, len(rows[0]) - 1)])
    ]
    if len(pounds) == 1:
        yield _Total(frozenset(label_words(f"{table.caption} {rows[0][0]}")), pounds[0])
