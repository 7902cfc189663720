"""Shares and changes of the only two figures that go before them, in their sentence or in the one before: "Of these,
180 (80 per cent)", "900 in 2023 and 720 in 2024, a drop of one quarter", "18 of the 50 met the standard (63%)"."""

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from clerkwell.proofing.sense.phrases import RISE_OR_DROP
from clerkwell.proofing.sense.shares import LOOSE_SHARE, NUMBER, PERCENT, WrongShare, parted_value, share_of
from clerkwell.proofing.text.months import MONTH
from clerkwell.proofing.text.sentences import Stretch, sentences

_NUMBER: Final = re.compile(NUMBER, re.IGNORECASE)
_PERCENT: Final = re.compile(PERCENT, re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
# What a number names, where it is a day or how long something takes: it counts nothing that has a share.
_NO_COUNT_BEFORE: Final = re.compile(
    rf"\b(?:paragraphs?|pages?|sections?|items?|tables?|figures?|phases?|stages?|options?|lots?|class|grade|quarters?"
    rf"|bands?|appendix|annex|no\.?|number|{MONTH}|one(?:\s+[a-z]+){{0,2}}\s+in)\s+\Z",
    re.IGNORECASE,
)
_NO_COUNT_AFTER: Final = re.compile(
    rf"\s*(?:%|per\s?cent|(?:st|nd|rd|th)\b|(?:{MONTH})\b|(?:of|or\s+more|out)\s+(?:the\s+)?(?:reasons|ways|things)\b|and\s+a\s+half|thirds|quarters|fifths|sixths|tenths)",
    re.IGNORECASE,
)
_ONE: Final = re.compile(r"one", re.IGNORECASE)
# Before a share: "an increase of 25%"; after it: "this 33 per cent reduction", "15% more".
_CHANGE_BEFORE: Final = re.compile(rf"\b(?:an?|this|that)\s+(?:\w+\s+)?{RISE_OR_DROP}\s+of\s+\Z", re.IGNORECASE)
_CHANGE_AFTER: Final = re.compile(
    rf"\s+(?:{RISE_OR_DROP}\b(?!\s+(?:in\s+the\s+(?:rate|share)|to\b))|(?:more|higher|(?P<less>fewer|less|lower))(?=\s*[.,;)]|\s*\Z))",
    re.IGNORECASE,
)
_BY_WORD: Final = re.compile(
    rf"\b(?:an?)\s+{RISE_OR_DROP}\s+of\s+(?:an?\s+|one\s+)?(?P<word>half|third|quarter|fifth|tenth)(?=\s*[.,;)]|\s*\Z)",
    re.IGNORECASE,
)
_DOUBLED: Final = re.compile(r"\b(?:has|have|had)\s+(?P<word>doubled|trebled|tripled|halved)\b", re.IGNORECASE)
_FRACTIONS: Final = {"half": 50, "third": 33, "quarter": 25, "fifth": 20, "tenth": 10}
_TIMES: Final = {"doubled": 100, "trebled": 200, "tripled": 200, "halved": -50}
# A share of the whole, straight round it.
_SHARE_BEFORE: Final = re.compile(
    r"(?P<bracket>\()\Z|,\s+or\s+\Z|\A\s*(?:That|This)\s+(?:is|was|makes)\s+(?:a\s+(?:rate|share)\s+of\s+)?\Z"
    r"|,\s+(?:which\s+is\s+)?an?\s+(?:turnout|response\s+rate|return\s+rate|take-up|pass\s+rate|rate|share)\s+of\s+\Z"
    r"|,\s+(?:giving|representing|making)\s+(?:an?\s+(?:[\w-]+\s+){1,2}of\s+)?\Z",
    re.IGNORECASE,
)
# "£60,000 (5.8%) higher": a share of what there was before.
_SHARE_AFTER: Final = re.compile(
    r"\s*(?:\)(?!\s+(?:higher|lower|more|less|fewer|above|below|up|down)\b)|[.,;]|\Z|of\s+(?:those|them|the|all)\b)",
    re.IGNORECASE,
)
# That the one number is a part of the other.
_LINK: Final = re.compile(
    r"\bof\s+(?:the|these|those|them|which|whom|all|our|its)\b|\b(?:came\s+back|returned|replied|responded|voted"
    r"|answered|completed|against\s+a)\b|\bThat\s+(?:is|was)\b",
    re.IGNORECASE,
)
# The second figure is the one that was there before: "64, down from 80".
_FORMER: Final = re.compile(r"\b(?:from|against|than|compared\s+(?:with|to))\s+(?:the\s+)?(?:£\s?)?\Z", re.IGNORECASE)
# "An increase of £68,000, or 5 per cent": of what there was before, which is neither of the two.
_CHANGE: Final = re.compile(rf"\b{RISE_OR_DROP}\s+(?:of|by)\s+(?:£\s?)?\Z", re.IGNORECASE)
# "£8.0 million more than it was": neither what there is nor what there was.
_DIFFERENCE: Final = re.compile(
    r"\d(?:\s?(?:k|m|bn|million|billion))?(?:\s+[a-z]+)?\s+(?:more|less|fewer|higher|lower)\s+than\b", re.IGNORECASE
)
# Two figures of one thing at two times.
_MOVES: Final = re.compile(
    r"\b(?:from|rose|risen|fell|fallen|went|gone|come\s+down|grew|grown|now|dropped|cut|increased|decreased|declined|in\s+20\d\d|going"
    r"|last\s+year|this\s+year|first\s+half|second\s+half)\b",
    re.IGNORECASE,
)
_NEAR: Final = 30
_WORD_SLACK: Final = Decimal("3.5")
_TIMES_SLACK: Final = Decimal(15)
_HUNDRED: Final = Decimal(100)
_LEAST: Final = 2
_THOUSAND: Final = 1000
_Value = tuple[Decimal, Decimal, str]
# Besides percentages, no such change is told without one of these.
WORDS_WITH: Final = ("doubled", "trebled", "tripled", "halved", " of one ", " of a ", " of half")


def wrong_of_two(text: str, stretches: Sequence[Stretch] | None = None) -> Iterator[WrongShare]:
    """The shares and changes of a text that the only two figures before them do not make."""
    spans = sentences(text) if stretches is None else stretches
    for at, (start, end) in enumerate(spans):
        percents = list(_PERCENT.finditer(text, start, end))
        before = spans[at - 1][0] if at else start
        if len(percents) == 1:
            told = _of_percent(text, before, start, end, percents[0])
        else:
            told = None if percents else _of_word(text, start, end)
        if told:
            yield told


def _of_percent(text: str, before: int, start: int, end: int, percent: re.Match[str]) -> WrongShare | None:
    lead, tail = text[start : percent.start()], text[percent.end() : end]
    if LOOSE_SHARE.search(lead[-_NEAR:]) or LOOSE_SHARE.search(tail[:_NEAR]):
        return None
    if _DIFFERENCE.search(text, before, end):
        return None
    change = _CHANGE_BEFORE.search(lead) or _CHANGE_AFTER.match(tail)
    if change:
        two = _two(text, start, percent.start()) or (
            _two(text, before, percent.start()) if before < start and not _counts(text, start, end) else None
        )
        if two is None or not _MOVES.search(text, before if two[0].start() < start else start, end):
            return None
        down = change["down"] or change.groupdict().get("less")
        return _changed(text, two, bool(down), percent)
    if not _SHARE_BEFORE.search(lead) or not _SHARE_AFTER.match(tail):
        return None
    here = _counts(text, start, percent.start())
    two = _two(text, start, percent.start())
    if two is None and len(here) < _LEAST and before < start:
        two = _two(text, before, percent.start())
        if here and two and not re.match(r"\s*\((?!.)|.{0,45}\Z", text[two[1].end() : percent.start()], re.DOTALL):
            return None
    if two is None or not _LINK.search(text, two[0].start() - 12 if two[0].start() > 12 else 0, percent.end() + _NEAR):
        return None
    one, other = _values(two[0][0], two[1][0])
    part, whole = (one, other) if one[0] <= other[0] else (other, one)
    if ("£" in two[0][0]) != ("£" in two[1][0]) or not part[0]:
        return None
    if any(_CHANGE.search(text[: each.start()][-_NEAR:]) for each in two):
        return None
    least, most = share_of(part, whole)
    words = sorted((two[0][0], two[1][0]), key=lambda each: parted_value(each)[0])
    return _told(percent, least, most, f"{words[0]} of {words[1]}")


def _changed(
    text: str, two: tuple[re.Match[str], re.Match[str]], down: bool, percent: re.Match[str]
) -> WrongShare | None:
    then, now = _in_order(text, two)
    one, other = _values(then[0], now[0])
    if not one[0] or one[2] != other[2] or (other[0] < one[0]) != down or ("£" in then[0]) != ("£" in now[0]):
        return None
    least, most = (each - _HUNDRED for each in share_of(other, one))
    if down:
        least, most = -most, -least
    return _told(percent, least, most, f"from {then[0]} to {now[0]}")


def _of_word(text: str, start: int, end: int) -> WrongShare | None:
    """What is said to have changed by a quarter, or to have doubled."""
    word = _BY_WORD.search(text, start, end) or _DOUBLED.search(text, start, end)
    if word is None or LOOSE_SHARE.search(text, max(start, word.start() - _NEAR), word.start()):
        return None
    doubled = word["word"].casefold() in _TIMES
    two = _two(text, start, end if doubled else word.start())
    if two is None or not _MOVES.search(text, start, end):
        return None
    then, now = _in_order(text, two)
    one, other = parted_value(then[0])[0], parted_value(now[0])[0]
    if not one or ("£" in then[0]) != ("£" in now[0]):
        return None
    is_change = (other / one - 1) * _HUNDRED
    if doubled:
        says, slack = _TIMES[word["word"].casefold()], _TIMES_SLACK
    else:
        says = _FRACTIONS[word["word"].casefold()] * (-1 if word["down"] else 1)
        slack = _WORD_SLACK
    if abs(is_change - says) <= slack or (is_change < 0) != (says < 0):
        return None
    makes = abs(is_change).quantize(Decimal(1), ROUND_HALF_UP)
    said = text[word.start("word") : word.end("word")]
    return WrongShare(word.start(), word.end(), said, f"from {then[0]} to {now[0]}", f"{makes}%")


def _in_order(text: str, two: tuple[re.Match[str], re.Match[str]]) -> tuple[re.Match[str], re.Match[str]]:
    """The figure that was there first, and the one that came of it."""
    first, second = two
    turned = _FORMER.search(text[: second.start()][-_NEAR:]) and not _FORMER.search(text[: first.start()][-_NEAR:])
    return (second, first) if turned else (first, second)


def _told(percent: re.Match[str], least: Decimal, most: Decimal, of: str) -> WrongShare | None:
    says = Decimal(percent["percent"])
    places = len(percent["percent"].partition(".")[2])
    slack = Decimal(1).scaleb(-places) if not places else Decimal("1.5").scaleb(-places)
    if least - slack <= says <= most + slack:
        return None
    makes = ((least + most) / 2).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return WrongShare(*percent.span("percent"), percent["percent"], " ".join(of.split()), f"{makes}%")


def _values(one: str, other: str) -> tuple[_Value, _Value]:
    """What two figures are; where one of them is no round thousand, neither has been rounded to one."""
    both = parted_value(one), parted_value(other)
    if all(not each[2] for each in both) and any(each[0] % _THOUSAND for each in both):
        both = (both[0][0], Decimal(), ""), (both[1][0], Decimal(), "")
    return both


def _two(text: str, start: int, end: int) -> tuple[re.Match[str], re.Match[str]] | None:
    """The only two figures of a stretch."""
    found = _counts(text, start, end)
    return (found[0], found[1]) if len(found) == _LEAST else None


def _counts(text: str, start: int, end: int) -> list[re.Match[str]]:
    return [
        each
        for each in _NUMBER.finditer(text, start, end)
        if not _YEAR.fullmatch(each[0])
        and not _ONE.fullmatch(each[0])
        and not _NO_COUNT_BEFORE.search(text[: each.start()][-_NEAR:])
        and not _NO_COUNT_AFTER.match(text, each.end())
        and not re.match(r"\d[\d.]*\s+[A-Z]", text[each.start() : each.end() + 2])
    ]
