"""Sums that running text tells twice with two digits changed about: a grant of £1.26 million and the grant of £1.62
million."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from clerkwell.proofing.sense.amounts import amounts
from clerkwell.proofing.sense.row_names import is_turned
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Finding, found
from clerkwell.rules.signs import Sign

_MONEY: Final = Sign("£")
# What a sum is of, where there is one such thing: two with the same digits are one with a slip.
_OF: Final = re.compile(
    r"\b(?:contract|grant|loan|lease|purchase|sale|borrowing|deficit|surplus|award|settlement|bequest|donation|bid|debt|overspen|underspen|legacy|premium|dowry|valuation"
    r"|total\s+cost|whole\s+cost|total\s+budget|capital\s+cost|project\s+budget)",
    re.IGNORECASE,
)
# What is another year's, another one's, or set beside another sum.
_OTHERS: Final = re.compile(
    r"\b(?:last\s+year|previous\w*|earlier|compared|against|than|from|revised|instead|original\w*|rose|fell|risen|fallen|increas\w+|decreas\w+|reduc\w+"
    r"|forecast|tenders?|quotations?|VAT|inflation|rather|variance|difference|respectively|each|per|further|additional|extra|other|another|second|phase|stage|option|of\s+which|if"
    r"|remaining|balance)\b",
    re.IGNORECASE,
)
_FEWEST: Final = 3
_UNREAD: Final = frozenset(("answer", "alt", "title", "heading", "cell", "caption"))


class _Sum(NamedTuple):
    start: int
    end: int
    digits: str
    of: frozenset[str]
    alone: bool


def swapped_sums(reading: Reading) -> Iterator[Finding]:
    """Sums of the same thing that are told in two places with two neighbouring digits changed about."""
    groups: dict[str, dict[str, list[tuple[Passage, _Sum]]]] = defaultdict(lambda: defaultdict(list))
    for passage, there in reading.where(_sums, _MONEY):
        for each in there:
            groups["".join(sorted(each.digits))][each.digits].append((passage, each))
    for both in groups.values():
        told = list(both.values())
        if len(told) == 2:
            yield from _of_two(told[0], told[1], reading)


_Told = list[tuple[Passage, _Sum]]


def _of_two(one: _Told, other: _Told, reading: Reading) -> Iterator[Finding]:
    # The one that is told less often, or later, is the slip.
    first, later = (one, other) if len(one) >= len(other) else (other, one)
    passage, told = later[0]
    earlier, first_told = first[0]
    if len(later) > 1 or not is_turned(told.digits, first_told.digits) or told.digits[0] != first_told.digits[0]:
        return
    alike = [each for each in first if each[1].of & told.of and each[1].alone]
    if not told.alone or not alike or any(each[0] is passage for each in first) or _in_cells(told, passage, reading):
        return
    earlier, first_told = alike[0]
    words, as_before = passage.text[told.start : told.end], earlier.text[first_told.start : first_told.end]
    message = f"This says {words}, and the report says {as_before} elsewhere. Put the one that is wrong right."
    yield found(passage, told.start, told.end, message)


def _sums(passage: Passage, guide: Guide) -> tuple[_Sum, ...]:
    if passage.kind in _UNREAD or passage.place.appendix:
        return ()
    given = [(each, _digits(str(each.pounds))) for each in amounts(passage.text)]
    given = [(each, digits) for each, digits in given if len(digits.rstrip("0")) >= _FEWEST]
    if not given:
        return ()
    whole = frozenset(match[0].casefold() for match in _OF.finditer(passage.text))
    done = []
    for start, end in passage.known(sentences_of, guide):
        here = [each for each in given if start <= each[0].start < end]
        if not here or not whole:
            continue
        alone = len(here) == 1 and _OTHERS.search(passage.text, start, end) is None
        done += [_Sum(each.start, each.end, digits, whole, alone) for each, digits in here]
    return tuple(done)


def _digits(pounds: str) -> str:
    """The digits of a sum in pence, so that £1.2 million and £1,200,000 are alike."""
    pounds, _, pence = pounds.partition(".")
    return re.sub(r"\D", "", pounds) + f"{pence}00"[:2]


def _in_cells(told: _Sum, passage: Passage, reading: Reading) -> bool:
    """Whether a table has the sum too."""
    digits = re.sub(r"\D", "", passage.text[told.start : told.end]).rstrip("0")
    return any(each.kind == "cell" and re.sub(r"\D", "", each.text).rstrip("0") == digits for each in reading.passages)
