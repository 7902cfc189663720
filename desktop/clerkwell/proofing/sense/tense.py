"""Dates that a text speaks of as past, or as still to come."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from clerkwell.proofing.text.months import MONTH, month_number

_WEEKDAY: Final = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
_DATE: Final = (
    rf"(?:{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{MONTH}),?\s+(?P<year>(?:19|20)\d\d)"
    rf"|{_WEEKDAY}(?P<month2>{MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>(?:19|20)\d\d)"
    rf"|(?P<month3>{MONTH})\s+(?P<year3>(?:19|20)\d\d)"
    r"|(?P<day4>\d{1,2})/(?P<month4>\d{1,2})/(?P<year4>(?:19|20)\d\d)"
    r"|(?P<year5>(?:19|20)\d\d))(?![\d/]|[-–]\d)"
)
# Things that are over once they are told as done. "was agreed for" or "was extended to" is not among them: what comes
# after says what they are done for.
_DONE: Final = (
    r"approved|adopted|agreed|considered|published|held|completed|signed|opened|closed|launched|received|submitted|issued"
    r"|presented|reported|discussed|rejected|refused|granted|awarded|carried\s+out|undertaken|conducted|inspected|visited"
    r"|introduced|established|finished|implemented|delivered|noted|confirmed|announced|appointed|elected|sealed|sent"
    r"|circulated|consulted|reviewed|ratified|endorsed|demolished|sold|bought|purchased|built|installed|withdrawn|made|switched\s+(?:on|off)"
    r"|handed\s+over|paid|moved|removed|replaced|repaired|cleared|planted|painted|tested|transferred|returned|recruited|written|shared"
    r"|exchanged|handed\s+back|(?:handed|shown)(?=\s+to\s)|(?:told|informed|briefed)(?=\s+(?:on|in|during)\s)"
)
_PAST_BY_ITSELF: Final = (
    r"took\s+(?:place|effect)|ran(?=\s+(?:on|in|during)\s)|met|began|ended|closed|opened|started|finished|came\s+into\s+(?:force|effect)|went\s+live|resigned"
    r"|retired|died|expired|happened|occurred|came\s+(?:home|back)|returned|arrived|left|departed|ceased|stopped|joined|voted|wrote"
    r"|replied|(?:was|were)(?=\s+on\s)"
)
_AGENT: Final = (
    r"(?:\s+(?:by|to|at|with|for|in)\s+(?:(?:the|a|an|its|their|our|this|that|full)\s+)?"
    r"[\w’'&-]+(?:\s+[\w’'&-]+){0,6}?)??"
)
_ON: Final = r"\s+(?:back\s+)?(?P<on>on|in|during)\s+"
_PAST: Final = re.compile(
    rf"\b(?:(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:(?!to\b|not\b|due\b)[\w-]+ly\s+|also\s+|first\s+|then\s+)?(?:{_DONE})"
    rf"|(?:{_PAST_BY_ITSELF})){_AGENT}{_ON}(?P<date>{_DATE})",
    re.IGNORECASE,
)
# "On 12 March 2031 the Committee approved": the date before its verb.
_PAST_LED: Final = re.compile(
    rf"(?:^|(?<=[.;]\s))\s*(?:On|In|During)\s+(?P<date>{_DATE}),?\s+(?:(?:the|a|an|its|their|our|we|officers|members|councillors|it)\b"
    rf"\s*|(?=[A-Z]))(?:[\w’'&-]+\s+){{0,7}}?(?P<verb>(?:was|were)\s+(?:{_DONE})|{_PAST_BY_ITSELF}|approved|adopted|agreed|considered"
    r"|published|held|completed|signed|launched|received|submitted|issued|resolved|decided|wrote|announced|appointed|visited)\b",
)
# "The Committee considered the report on 12 March 2031": what was considered has no day of its own.
_PAST_ACTIVE: Final = re.compile(
    r"(?<!\bwill have )(?<!\bto have )\b(?:(?:considered|received|published|adopted|visited|inspected|discussed"
    r"|reviewed|completed|signed|issued)\s+(?:the|this|its|their|our|an?|his|her)\s+(?:[\w’'-]+\s+){1,4}?"
    r"|(?:approved|agreed|endorsed|ratified)\s+(?:(?:the|this|its|their|our|an?)\s+(?:[\w’'-]+\s+){0,3}?)?"
    r"(?:plan|strategy|policy|budget|report|scheme|proposals?|recommendations?|it|this|changes|share|terms|contribution)\s+)"
    rf"on\s+(?P<date>{_DATE})",
    re.IGNORECASE,
)
# "The findings were given to the Board in June 2031". Leave, notice and money are given for a day that is to come.
_PAST_GIVEN: Final = re.compile(
    r"\b(?:findings|results|figures|reports?|presentations?|briefings?|updates?|answers?|evidence|keys|drafts?|details)\s+"
    r"(?:was|were|(?:has|have|had)\s+been)\s+(?:given|put)\s+to\s+"
    rf"(?:(?!to\b|for\b|and\b|that\b)[\w’'&-]+\s+){{1,6}}?(?:on|in|during)\s+(?P<date>{_DATE})",
    re.IGNORECASE,
)
# "By the end of August 2017 the hall will be handed back": nothing but what it is about between date and verb.
_FUTURE_LED: Final = re.compile(
    rf"(?:^|(?<=[.;]\s))\s*(?:By|In|On|During)\s+(?:(?:the\s+)?(?:end|start|beginning)\s+of\s+)?(?P<date>{_DATE}),?\s+"
    r"(?:(?!\w+ed\b|(?:was|were|is|are|had|has|have|did|said|told|knew|it|who|which|that|what|there|when|where|if|would|could|may)\b)"
    r"[\w’'&-]+\s+){1,8}?(?:will|shall)\s+(?!have\b|continue\b|remain\b|not\b|still\b)(?:be\s+)?[\w-]+",
)
_FUTURE: Final = re.compile(
    r"\b(?:will|shall)\s+(?!have\b|continue\b|remain\b|not\b)(?:(?:then|also|next|now|formally|therefore|first)\s+)?(?:be\s+)?(?:[\w-]+)"
    rf"(?P<agent>{_AGENT})(?:\s+again)?\s+(?P<on>on|in|by|until|from|during)\s+(?:(?:the\s+)?(?:end|start|beginning)\s+of\s+)?(?P<date>{_DATE})"
    r"|\b(?:is|are)\s+(?:now\s+)?(?:due|scheduled|planned|expected|set|timetabled|programmed|anticipated)\s+"
    rf"(?:(?:to\s+[\w-]+(?:\s+(?!on\b|in\b|by\b|for\b)[\w’'&-]+){{0,6}}?|for\s+[\w-]+)\s+)?(?P<on2>on|in|by|for|from)\s+"
    rf"(?:(?:the\s+)?(?:end|start|beginning)\s+of\s+)?(?P<dateB>{_DATE.replace('(?P<', '(?P<b_')})",
    re.IGNORECASE,
)
# Words between verb and date that may bind the date to themselves, or make it no statement of a day gone or to come.
_BINDS: Final = re.compile(
    r"\b(?:agreed|approved|made|held|signed|dated|since|of|following|after|before|until|published|begun|started|set|reported"
    r"|that|which|who|as|than|under|adopted|due|issued|between|ending|starting|beginning|taken|given|introduced|report|minutes|those|seen|force|levels?|prices|rates|compared)\b",
    re.IGNORECASE,
)
# "to homes built in June": the day is theirs.
_MADE: Final = re.compile(
    r"\b(?:built|opened|completed|finished|launched|closed|ended|formed|bought|sold|planned|created|left)\b",
    re.IGNORECASE,
)
# "If the sale is agreed, contracts were exchanged in June": the condition ends with its comma.
_CONDITION: Final = re.compile(
    r"\s*(?:If\b[^,]{3,80}\b(?:is|are)\s[^,]{3,60}|Subject\s+to\b[^,]{3,80}),\s+"
    r"(?:(?!(?:that|which|who|whose|and|or|all|any)\b)[\w’'&-]+\s+){1,6}"
)
# "If", "when", "whether": not told as a fact. What others say, said or wrote is theirs.
_NO_FACT: Final = re.compile(
    r"\b(?:if|unless|when|whether|once|until|assum\w+|said|says|stated?s?|wrote|quot\w+|promised|suppos\w+|would|could|might|(?-i:may)"
    r"|had\s+hoped|scenario|example|proposed|forecast|projected|modelled|minutes?)\b",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# A sentence is looked through this far from the year in it.
_FAR: Final = 400
_QUOTED: Final = re.compile(r"[“\"][^“”\"]{0,400}[”\"]|‘[^‘’]{0,300}’(?!\w)")
_STOP: Final = re.compile(r"[.;!?]\s|\n")
_BY_THE_END: Final = re.compile(
    rf"\bby\s+(?:the\s+)?(?P<edge>end|middle|start|beginning)\s+of\s+(?P<month>{MONTH})(?!\s*,?\s*(?:19|20)\d\d|\w)"
)
_PRESENT: Final = re.compile(
    r"\b(?:will|shall|is|are|working|aims?|plans?|intends?|expects?|due|target|deadline|to\s+be)\b", re.IGNORECASE
)
_PAST_WORDS: Final = re.compile(r"\b(?:was|were|had|been|did|each|every)\b", re.IGNORECASE)

Tense = Literal["past", "future"]

_DIGIT: Final = re.compile(r"\d")


@dataclass(frozen=True)
class Told:
    """A date with the tense it is told in: where its words stand (code points), and its first and last day.

    `sure`: the date can belong to nothing but the verb.
    """

    start: int
    end: int
    tense: Tense
    first: date
    last: date
    sure: bool


@dataclass(frozen=True)
class Edge:
    """ "by the end of May", without a year, of something that is still to be done."""

    start: int
    end: int
    month: int


def told(text: str) -> tuple[Told, ...]:
    """The dates of a text that it tells as gone or as still to come."""
    if ("20" not in text and "19" not in text) or not _YEAR.search(text):
        return ()
    shown = _shown(text)
    return tuple(each for start, end in _round_years(shown) for each in _told(shown, start, end))


def edges_told(text: str) -> tuple[Edge, ...]:
    """The ends of months by which a text says that something is to be done, where it names no year."""
    if " of " not in text or "by " not in text:
        return ()
    shown = _shown(text)
    done = []
    for found in _BY_THE_END.finditer(shown):
        clause = _before(shown, found.start())[-120:] + shown[found.start() : found.end()]
        if _PRESENT.search(clause) and not _PAST_WORDS.search(clause):
            done.append(Edge(found.start(), found.end(), month_number(found["month"])))
    return tuple(done)


def _shown(text: str) -> str:
    """The text without what stands in quotation marks, each character in its place."""
    if not any(mark in text for mark in '“‘"'):
        return text
    return _QUOTED.sub(lambda found: "\x00" * len(found[0]), text)


def _round_years(text: str) -> Iterator[tuple[int, int]]:
    """The sentences with a year in them, roughly: nothing else is looked through."""
    last = 0
    for found in _YEAR.finditer(text):
        if found.start() < last:
            continue
        far = max(last, found.start() - _FAR)
        begun = text.rfind(". ", far, found.start())
        start = begun + 2 if begun >= 0 else far
        stop = text.find(". ", found.end(), found.end() + _FAR)
        last = stop + 1 if stop >= 0 else min(len(text), found.end() + _FAR)
        yield start, last


def _told(text: str, start: int, end: int) -> Iterator[Told]:
    seen: set[int] = set()
    for pattern in (_PAST, _PAST_LED, _PAST_ACTIVE, _PAST_GIVEN):
        for found in pattern.finditer(text, start, end):
            span = _span(found.groupdict())
            at = found.start("date")
            if span is None or at in seen:
                continue
            before = _before(text, found.start())
            if _NO_FACT.search(found[0]) or (_NO_FACT.search(before) and not _CONDITION.fullmatch(before)):
                continue
            between = text[found.start() : at].split()
            if pattern in (_PAST, _PAST_ACTIVE) and _BINDS.search(" ".join(between[3:])):
                continue
            seen.add(at)
            yield Told(found.start(), found.end(), "past", *span, sure=not re.fullmatch(r"\d{4}", found["date"]))
    yield from _led(text, start, end)
    for found in _FUTURE.finditer(text, start, end):
        parts = found.groupdict()
        second = parts.get("dateB")
        span = _span(
            {name.removeprefix("b_"): value for name, value in parts.items() if name.startswith("b_")}
            if second
            else parts
        )
        at = found.start("dateB" if second else "date")
        if span is None or at in seen:
            continue
        words = text[found.start() : at].split()
        if (
            _MADE.search(parts["agent"] or "")
            or _BINDS.search(" ".join(words[3:-1]))
            or _NO_FACT.search(_before(text, found.start()))
        ):
            continue
        seen.add(at)
        # "will be paid from 1 April" may be paid back; "will … in 2016" leaves room for much between the two.
        loose = words[-1].casefold() == "from" or (len(words) > 4 and text[at : found.end()].isdigit())
        yield Told(found.start(), found.end(), "future", *span, sure=not loose)


def _led(text: str, start: int, end: int) -> Iterator[Told]:
    """What is told as still to come on the day that leads its sentence."""
    for found in _FUTURE_LED.finditer(text, start, end):
        span = _span(found.groupdict())
        if span is not None and not _NO_FACT.search(_STOP.split(text[found.start() : end])[0]):
            at = found.end() - len(found[0].lstrip())
            yield Told(at, found.end(), "future", *span, sure=not re.fullmatch(r"\d{4}", found["date"]))


def _before(text: str, at: int) -> str:
    """What stands before a place in its sentence."""
    start = max(0, at - 300)
    return _STOP.split(text[start:at])[-1]


def _span(parts: dict[str, str | None]) -> tuple[date, date] | None:
    year = next(int(value) for name, value in parts.items() if name.startswith("year") and value)
    month = next((value for name, value in parts.items() if name.startswith("month") and value), None)
    day = next((int(value) for name, value in parts.items() if name.startswith("day") and value), None)
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    number = int(month) if month.isdigit() else month_number(month)
    if not 1 <= number <= 12:
        return None
    last = monthrange(year, number)[1]
    if day is None:
        return date(year, number, 1), date(year, number, last)
    return (date(year, number, day), date(year, number, day)) if 1 <= day <= last else None
