"""What is left of so many, or of a sum, when all that is told between is taken off: "41 of 64 berths are let and the
remaining 33 …", "£2.4m, of which £1.7m has been passed on, leaving £0.9m"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from clerkwell.proofing.sense.amounts import Amount, sums
from clerkwell.proofing.sense.money_parts import worded
from clerkwell.proofing.sense.sums import NUMBER, WrongSum, value_of
from clerkwell.proofing.text.months import MONTH
from clerkwell.proofing.text.sentences import Stretch, sentences

# Nothing is told to be left so without one of these.
TAKEN_WITH: Final = ("remaining ", "he other ", "eaving ", " net ", " leaves ")
_NUMBER: Final = re.compile(NUMBER, re.IGNORECASE)
_REST: Final = re.compile(
    rf"\b(?:(?:the|its|our|their)\s+(?:remaining|other)|leaving|leaves)\s+(?P<rest>{NUMBER})"
    r"(?!\s+(?:days?|weeks?|months?|years?|hours?|minutes?|per\s+cent|%|of\s+(?:the|these|those)))(?:\s+(?P<noun>[a-z]{3,}s|people|children|staff)\b)?",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_NO_COUNT: Final = re.compile(
    r"\b(?:paragraphs?|pages?|sections?|items?|tables?|figures?|phases?|stages?|options?|appendix|annex|bands?"
    rf"|regulations?|no\.?|number|grade|year|{MONTH})\s+\Z",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    rf"\s*(?:%|per\s?cent|(?:{MONTH})\b|(?:days?|weeks?|months?|years?|hours?|minutes?|metres?|miles?|am|pm)\b"
    r"|of\s+(?:them|these|those|which|whom)\b)",
    re.IGNORECASE,
)
_TIME: Final = re.compile(
    rf"\s*(?:(?:{MONTH})\b|(?:days?|weeks?|months?|years?|hours?|minutes?|metres?|miles?|am|pm|pence|times)\b)",
    re.IGNORECASE,
)
_NOUN: Final = re.compile(
    r"(?:\s+[a-z][a-z-]*){0,2}?\s+(?P<noun>(?!(?:was|is|has|does|goes|needs|its|this|as|across|plus)\b)[a-z]{3,}s|people|children|staff)\b"
)
# Others come and go, or are not meant exactly; parts that may be counted twice.
_OPEN: Final = re.compile(
    r"\b(?:about|around|approximately|some|nearly|almost|roughly|over|under|more\s+than|less\s+than|fewer\s+than|at\s+least|up\s+to"
    r"|also|both|either|each|every|another|further|additional|new|added|later|since|including|included|previous\w*|or|respectively"
    r"|average|compared|last\s+year|if|only)\b|%|per\s?cent|£",
    re.IGNORECASE,
)
_FEWEST: Final = 2
_MOST: Final = 4
_BACK: Final = 2
_NEAR: Final = 30
_FURTHEST: Final = Decimal("0.35")
# Money: straight before what is left, and what must not be beside it.
_LEFT_IS: Final = re.compile(
    r"\b(?:leaving|leaves|remaining|the\s+other|a\s+balance\s+of|the\s+balance\s+of"
    r"|(?:the|a)\s+net\s+(?:[a-z]+\s+){1,2}?(?:is|was|of|comes\s+to|will\s+be|would\s+be|are|to\s+the\s+Council\s+(?:is|of)))"
    r"(?:\s+(?:therefore|thus|then))?\s+\Z",
    re.IGNORECASE,
)
_OPEN_MONEY: Final = re.compile(
    r"\b(?:about|around|approximately|some|nearly|almost|roughly|(?:over|under)(?=\s+£)|more\s+than|less\s+than|at\s+least|up\s+to|also|either|each|every"
    r"|further|additional|extra|interest|inflation|previous\w*|compared|last\s+year|if|maximum|minimum|average|plus|whereas|instead"
    r"|brought\s+forward|carried\s+forward|or)\b|%|per\s?cent",
    re.IGNORECASE,
)
_HALF: Final = Decimal("0.5")


def wrongly_taken_off(text: str, stretches: Sequence[Stretch] | None = None) -> Iterator[WrongSum]:
    """The numbers and sums of a text that are said to be what is left, and are not what the others leave."""
    if not any(sign in text for sign in TAKEN_WITH):
        return
    spans = sentences(text) if stretches is None else stretches
    money = text.count("£") > _FEWEST
    for at, (start, end) in enumerate(spans):
        yield from _counts(text, spans, at)
        if money and "£" in text[start:end]:
            yield from _sums(text, spans, at)


def _counts(text: str, spans: Sequence[Stretch], at: int) -> Iterator[WrongSum]:
    start, end = spans[at]
    rest = _REST.search(text, start, end)
    if rest is None:
        return
    for begin in dict.fromkeys((start, spans[max(0, at - 1)][0], spans[max(0, at - _BACK)][0])):
        found = _numbers(text, begin, rest.start())
        if len(found) < _FEWEST:
            continue
        whole, parts = found[0], found[1:]
        noun = _NOUN.match(text, whole.end())
        if len(found) > _MOST or noun is None or _OPEN.search(text, whole.end(), rest.start()):
            return
        nouns = {each["noun"].casefold() for part in parts if (each := _NOUN.match(text, part.end()))}
        if rest["noun"]:
            nouns.add(rest["noun"].casefold())
        total, given = value_of(whole[0]), [value_of(each[0]) for each in parts]
        is_left, says = total - sum(given), value_of(rest["rest"])
        if nouns - {noun["noun"].casefold()} or is_left <= 0 or is_left == says:
            return
        if abs(is_left - says) <= max(Decimal(2), total * _FURTHEST) and total - max(given) != says:
            yield WrongSum(*rest.span("rest"), rest["rest"], f"{is_left:,}")
        return


def _numbers(text: str, start: int, end: int) -> list[re.Match[str]]:
    return [
        each
        for each in _NUMBER.finditer(text, start, end)
        if not _YEAR.fullmatch(each[0])
        and each[0].casefold() != "one"
        and not _NO_COUNT.search(text[: each.start()][-_NEAR:])
        and not _TIME.match(text, each.end())
    ]


def _sums(text: str, spans: Sequence[Stretch], at: int) -> Iterator[WrongSum]:
    """The sum that is left of the first of two or three before it."""
    start, end = spans[at]
    for begin in dict.fromkeys((start, spans[max(0, at - 1)][0])):
        found = [
            Amount(each.start + begin, each.end + begin, each.words, each.pounds) for each in sums(text[begin:end])
        ]
        last = next((index for index, each in enumerate(found) if _LEFT_IS.search(text[: each.start][-2 * _NEAR :])), 0)
        if last < _FEWEST:
            continue
        if last >= _MOST or found[last].start < start or _OPEN_MONEY.search(text, begin, found[last].end):
            return
        left, given = found[last], found[:last]
        is_left = given[0].pounds - sum((each.pounds for each in given[1:]), Decimal())
        step = max(map(_step, found[: last + 1]))
        off = abs(is_left - left.pounds)
        if is_left > 0 and off > (step * last / 2 if step > 1 else 0) and off <= given[0].pounds * _HALF:
            yield WrongSum(left.start, left.end, left.words, worded(is_left, left))
        return


def _step(amount: Amount) -> Decimal:
    """The smallest difference that a sum's writing shows: of "£1.2m", a hundred thousand."""
    if not amount.words[-1].isalpha():
        return Decimal(1)
    figures = "".join(each for each in amount.words if each.isdigit() or each == ".")
    return amount.pounds / Decimal(figures) / Decimal(10) ** len(figures.partition(".")[2])
