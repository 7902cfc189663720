"""Dates that a text speaks of as past, or as still to come."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from clerkwell.proofing.sense.tense_words import (
    EFFECT,
    FUTURE,
    FUTURE_ENDS,
    FUTURE_HEARS,
    FUTURE_LED,
    FUTURE_MEANT,
    FUTURE_NEXT,
    PAST,
    PAST_ACTIVE,
    PAST_AS,
    PAST_BODY,
    PAST_DID,
    PAST_GIVEN,
    PAST_LED,
    PAST_MEETING,
    PAST_RUN,
    PAST_SINCE,
    PAST_STUDY,
)
from clerkwell.proofing.text.months import MONTH, month_number

_PASTS: Final = (
    PAST, PAST_LED, PAST_ACTIVE, PAST_GIVEN, PAST_BODY, PAST_MEETING, PAST_AS, PAST_RUN, PAST_STUDY, PAST_DID,
    PAST_SINCE,
)  # fmt: skip

# Words between verb and date that may bind the date to themselves, or make it no statement of a day gone or to come.
_BINDS: Final = re.compile(
    r"\b(?:agreed|approved|made|held|signed|dated|since|of|following|after|before|until|published|begun|started|set|reported"
    r"|that|which|who|as|than|under|adopted|due|issued|between|ending|starting|beginning|taken|given|introduced|report|minutes|those|seen|force|levels?|prices|rates|compared)\b",
    re.IGNORECASE,
)
# "was finished in September and work is expected to start in June 2031": the day is of what comes after "and".
_NEW_CLAUSE: Final = re.compile(
    r"\b(?:and|but|while|although)\s+(?:[\w’'&-]+\s+){0,5}?(?:is|are|will|shall|should)\b", re.IGNORECASE
)
# "to homes built in June": the day is theirs.
_MADE: Final = re.compile(
    r"\b(?:built|opened|completed|finished|launched|closed|ended|formed|bought|sold|planned|created|left)\b",
    re.IGNORECASE,
)
# "If the sale is agreed, contracts were exchanged in June": the condition ends with its comma.
_CONDITION: Final = re.compile(
    r"\s*(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+)?(?:If\b[^,]{3,80}\b(?:is|are)\s[^,]{3,60}|Subject\s+to\b[^,]{3,80}),\s+"
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

# What is agreed afterwards for a time that is gone.
_AFTERWARDS: Final = re.compile(
    r"\b(?:back-?dat\w+|retrospective\w*|arrears|pay\s+awards?|since|already|was|were|has\s+been|have\s+been|had|took|came|applied"
    r"|began|started|continu\w+|ratif\w+|not(?:e|es|ed)\b)",
    re.IGNORECASE,
)
_TWELVE_MONTHS: Final = re.compile(r"(?<![\w/.–-])(20\d\d)[/–-]\d\d(?![\w/])")
_LEAD: Final = re.compile(r"\s*(?:\d[\d.]*\s+)?")
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


@dataclass(frozen=True)
class Effect:
    """ "to take effect on 1 April 2025": where it stands (code points), the day, and the years of twelve months that
    are named in its sentence, by the year in which they begin."""

    start: int
    end: int
    day: date
    years: tuple[int, ...]


def told(text: str) -> tuple[Told, ...]:
    """The dates of a text that it tells as gone or as still to come."""
    if ("20" not in text and "19" not in text) or not _YEAR.search(text):
        return ()
    shown = _shown(text)
    return tuple(each for start, end in _round_years(shown) for each in _told(shown, start, end))


def effects_told(text: str) -> tuple[Effect, ...]:
    """The first days on which what a text asks for is to hold, each with the years of twelve months that its sentence
    names; none of what is said to be done afterwards for a time that is gone."""
    if "20" not in text or not EFFECT.search(text):
        return ()
    shown, done = _shown(text), []
    for start, end in _round_years(shown):
        for found in EFFECT.finditer(shown, start, end):
            span = _span(found.groupdict())
            if span is None or _AFTERWARDS.search(shown, start, end):
                continue
            years = tuple(int(each[1]) for each in _TWELVE_MONTHS.finditer(shown, start, end))
            done.append(Effect(found.start(), found.end(), span[0], years))
    return tuple(done)


def years_told(text: str) -> frozenset[int]:
    """The years of twelve months that a text names, by the year in which they begin: "2025/26"."""
    return frozenset(int(each[1]) for each in _TWELVE_MONTHS.finditer(text))


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
    for pattern in _PASTS:
        for found in pattern.finditer(text, start, end):
            span = _span(found.groupdict())
            at = found.start("date")
            if span is None or at in seen:
                continue
            before = _before(text, found.start())
            if _NO_FACT.search(found[0]) or (_NO_FACT.search(before) and not _CONDITION.fullmatch(before)):
                continue
            between = text[found.start() : at].split()
            beyond = " ".join(between[3:])
            if pattern in (PAST, PAST_ACTIVE) and (_BINDS.search(beyond) or _NEW_CLAUSE.search(beyond)):
                continue
            seen.add(at)
            yield Told(_begins(found), found.end(), "past", *span, sure=not re.fullmatch(r"\d{4}", found["date"]))
    yield from _led(text, start, end)
    for found in FUTURE.finditer(text, start, end):
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
    """What is told as still to come without "will" before its day."""
    for pattern in (FUTURE_LED, FUTURE_ENDS, FUTURE_MEANT, FUTURE_HEARS, FUTURE_NEXT):
        for found in pattern.finditer(text, start, end):
            span = _span(found.groupdict())
            at = _begins(found)
            # What leads its sentence is followed by what may take it back; else it is what goes before.
            beside = _STOP.split(text[at:end])[0] if pattern is FUTURE_LED else _before(text, at)
            between = " ".join(text[at : found.start("date")].split()[3:])
            if span is None or _NO_FACT.search(beside):
                continue
            if pattern is FUTURE_MEANT and (_BINDS.search(between) or _MADE.search(between)):
                continue
            yield Told(at, found.end(), "future", *span, sure=not re.fullmatch(r"\d{4}", found["date"]))


def _begins(found: re.Match[str]) -> int:
    """Where the words of a match begin, after white space and the number typed before a paragraph."""
    lead = _LEAD.match(found[0])
    return found.start() + (lead.end() if lead else 0)


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
