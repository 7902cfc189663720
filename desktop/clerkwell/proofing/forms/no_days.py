"""Dates that are no day: 31 April, 07/02//2022, the 22th of March."""

import re
from calendar import isleap
from collections.abc import Iterator
from typing import Final

from rapidfuzz.distance import OSA

from clerkwell.model.days import MONTHS
from clerkwell.proofing.spelling.speller import speller
from clerkwell.proofing.text.faults import Fault
from clerkwell.proofing.text.months import MONTH, month_number, names_month

_LENGTHS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_YEAR: Final = r"(?:19|20)\d\d"
_DAY_FIRST: Final = re.compile(
    rf"(?<![\w£$€/.,:%-])(?P<day>\d{{1,2}})(?P<nth>st|nd|rd|th)?\s(?:of\s)?(?P<month>{MONTH})"
    rf"(?:,?\s(?P<year>(?:{_YEAR}|2[2-8]\d\d)\d?)(?![\d,/]))?"
)
_MONTH_FIRST: Final = re.compile(
    rf"\b(?P<month>{MONTH})\s(?P<day>\d{{1,2}})(?P<nth>st|nd|rd|th)?,?\s(?P<year>{_YEAR})(?![\d,/-])"
)
_FIGURES: Final = re.compile(
    rf"(?<![\w/.:£-])(?P<day>\d{{1,2}})(?P<by>[/.])(?P<month>\d{{1,2}})(?P=by)(?P<year>{_YEAR})(?![\w/])"
)
# "16/112024", "1/12/20224": a mark left out, a figure too many.
_RUN_ON: Final = re.compile(
    r"(?<![\w/.:£-])(?:\d{1,2}/(?:0?[1-9]|1[0-2])20\d\d|\d{1,2}/\d{1,2}/20\d{3}|(?:[0-2]?\d"
    r"|3[01])20\d\d/\d{2})(?![\w/])"
)
_FIVE: Final = re.compile(
    rf"(?<![\w£$€/.,:%-])(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?{MONTH}\s20\d{{3}}(?![\d,/]|\s(?!and|to|or|in"
    r"|on|at|by|with|for|as|is|was)[a-z])"
)
_DOUBLED: Final = re.compile(r"(?<![\w/.:-])\d{1,2}(?:/{2,3}\d{1,2}/{1,3}|/\d{1,2}/{2,3})(?:(?:19|20)?\d\d)(?![\w/])")
# A word where a month stands, before its year: after a day, or after "in", "by", "until".
_WORD_FOR_MONTH: Final = re.compile(
    rf"(?<![\w£$€/.,:%-])(?:\d{{1,2}}(?P<nth>st|nd|rd|th)?|(?P<led>[Ii]n|[Bb]y|[Ff]rom|[Uu]ntil"
    r"|[Ss]ince|[Oo]f|[Tt]o))\s"
    rf"(?:of\s)?(?P<word>[A-Z][a-z]{{3,10}}),?\s{_YEAR}(?![\d/]|,\d)"
)
# Looked for first: most years stand after a month that is spelled right.
_NAMED_YEAR: Final = re.compile(rf"([A-Z][a-z]{{3,10}}),?\s{_YEAR}")
# Shorter words that lead no day are too easily a name: "in Marsh 2024".
_SHORTEST_LED: Final = 6
# Nothing that a report dates is so far off: figures changed about, unless they count something ("2206 homes").
_TOO_LATE: Final = 2200
_COUNTED_AFTER: Final = re.compile(
    r"\s(?!(?:and|to|or|in|on|at|by|for|from|until|with|but|as|is|was|will|has|the|a|when|if|so)\b)[a-z]"
)
_WRONG_NTH: Final = re.compile(r"(?<![\w£.,/-])(?P<figures>\d{1,4})(?P<nth>st|nd|rd|th)\b")
# Words after which a number and the name of a month are a date; others may count things: "the 31 April returns".
_DATE_AFTER: Final = re.compile(
    r"(?:\b(?:on|by|from|until|till|to|before|after|since|dated|ended|ending|ends|between|due|week commencing|closed)"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?|[–—])\s?(?:the\s)?\Z",
    re.IGNORECASE,
)
# "31 January and 31 April": after another day, where it counts nothing.
_LISTED_AFTER: Final = re.compile(rf"\b\d{{1,2}}\s{MONTH}(?:,|,?\s(?:and|or))\s\Z")
# "Section 31 April 2022 payment": a number that names something.
_NAMED_AFTER: Final = re.compile(
    r"\b(?:sections?|s\.?|ss\.?|paragraphs?|paras?\.?|pages?|items?|no\.?|nos\.?|numbers?|minutes?"
    r"|tables?|figures?|appendix|annex"
    r"|weeks?|wards?|lots?|plots?|phases?|regulations?|articles?|rules?|class|rooms?|units?|flats?"
    r"|years?|period|part|step|stage"
    r"|option|schedule|clause|line|row|column|chapter|route|bus|site|block|version)\s\Z",
    re.IGNORECASE,
)


# A year that begins in one and ends in the next: "the 2025/26 academic year".
_SPAN: Final = re.compile(
    r"(?<![\w/.–-])(?P<first>20\d\d)[/–-](?P<last>20\d\d|\d\d)"
    r"(?=\s(?:academic|financial|municipal|school|fiscal|council|civic)\syear\b)"
)


_SPANNED: Final = re.compile(r"20\d\d[/–-]")
_LONGEST_SLIP: Final = 3
_SEVERAL_YEARS: Final = re.compile(
    r"\b(?:two|three|four|2|3|4|several|multi)[-\s]+years?\b|\bmedium[-\s]term\b|\bMTF[PS]\b|\byears\b"
    r"|\bperiod\b|\beach\b|\bstrategy\b",
    re.IGNORECASE,
)
# "In 2025/25": the same year again, or the one before, is no end of one. What has no word before it may be a reference.
_NO_SPAN: Final = re.compile(
    r"\b(?:in|for|during|since|throughout|into|until|(?:budget|programme|plan|outturn|accounts"
    r"|forecast|estimates)\s+(?:for|of))\s+"
    r"(?:the\s+)?(?P<year>20(?P<first>\d\d)/(?P<last>\d\d))(?![\w/]|[.–-]\d)"
)

# "The budget for 2025-62", "the 2025/62 programme": the two digits of the next year changed about.
_TURNED_SPAN: Final = re.compile(
    r"(?:\b(?:in|for|during|since|throughout|into|until|[Tt]he|this|our|its|year|\w*[Bb]udget"
    r"|[Cc]harges|[Ff]ees|[Tt]ax|[Pp]rogramme|[Pp]lan|[Oo]utturn)"
    r"\s|\A\s*)(?P<year>20(?P<first>\d\d)[/–-](?:20)?(?P<last>\d\d))(?![\w/]|[.–-]\d)"
)
# "The revenue budget for 2025/27": what is set for a year, told with an end two or three years on.
_YEARLY_SPAN: Final = re.compile(
    r"\b(?:council\s+tax|fees\s+and\s+charges|(?:revenue|base|net)\s+budget|housing\s+rents|precept"
    r"|local\s+government\s+finance\s+settlement"
    r"|outturn|internal\s+audit\s+plan|municipal\s+year|financial\s+year|academic\s+year)\s+(?:(?:for"
    r"|in|of)\s+)?(?:the\s+year\s+)?"
    r"(?P<year>20(?P<first>\d\d)[/–-](?:20)?(?P<last>\d\d))(?![\w/]|[.–-]\d)",
    re.IGNORECASE,
)


def no_years(text: str) -> Iterator[Fault]:
    """Years of twelve months that do not end in the next one: "the 2025/27 academic year", "in 2025/24"."""
    for match in _NO_SPAN.finditer(text) if "/" in text else ():
        if 0 <= int(match["first"]) - int(match["last"]) <= 1:
            yield Fault(*match.span("year"))
    for match in _TURNED_SPAN.finditer(text) if _SPANNED.search(text) else ():
        right = f"{(int(match['first']) + 1) % 100:02}"
        if match["last"] == right[::-1] != right:
            yield Fault(*match.span("year"))
    for match in _YEARLY_SPAN.finditer(text) if _SPANNED.search(text) else ():
        on = int(match["last"]) - int(match["first"])
        # Of other years the digits are told above, or before a year of twelve months.
        if 2 <= on <= _LONGEST_SLIP and not _SEVERAL_YEARS.search(text, max(0, match.start() - 60), match.end() + 40):
            yield Fault(*match.span("year"))
    for match in _SPAN.finditer(text) if "year" in text else ():
        if (int(match["first"]) + 1) % 100 != int(match["last"]) % 100:
            yield Fault(*match.span())


def no_days(text: str) -> Iterator[Fault]:
    """Dates of a text that are no day, and numbers with an ending they cannot have ("22th")."""
    if not _FIGURE.search(text):
        return
    yield from _in_figures(text)
    told = list(_in_words(text))
    yield from told
    for match in _FIVE.finditer(text) if names_month(text) else ():
        if not any(each.start < match.end() and match.start() < each.end for each in told):
            yield Fault(*match.span())
    for match in _WRONG_NTH.finditer(text) if _NTH_HINT.search(text) else ():
        right = nth(int(match["figures"]))
        if right != match["nth"]:
            yield Fault(*match.span(), match.span("nth"), right)


def _in_figures(text: str) -> Iterator[Fault]:
    """Dates in figures that are no day: "31/04/2031", "07/02//2022", "16/112024"."""
    if "//" in text:
        for match in _DOUBLED.finditer(text):
            better = re.sub("/{2,}", "/", match[0])
            day, month, year = (int(part) for part in better.split("/"))
            yield Fault(*match.span(), match.span(), better if _is_day(day, month, year) else None)
    if "/20" in text or "/19" in text or ".20" in text or ".19" in text:
        for match in _FIGURES.finditer(text):
            day, month = int(match["day"]), int(match["month"])
            likely = match["by"] == "/" or (day <= 31 and month <= 31)
            if likely and not _is_day(day, month, int(match["year"])):
                yield Fault(*match.span())
    if "20" in text and "/" in text:
        for match in _RUN_ON.finditer(text):
            yield Fault(*match.span())


def _in_words(text: str) -> Iterator[Fault]:
    """Dates with the name of a month, or with what was meant for one."""
    if names_month(text):
        for match in (*_DAY_FIRST.finditer(text), *_MONTH_FIRST.finditer(text)):
            if _is_wrong(text, match):
                yield Fault(*match.span())
    if any(named[1] not in MONTHS for named in _NAMED_YEAR.finditer(text)):
        yield from _months_misspelt(text)


def _months_misspelt(text: str) -> Iterator[Fault]:
    """ "1 Janaury 2026": no word, and but a letter or two from a month."""
    for match in _WORD_FOR_MONTH.finditer(text):
        word = match["word"]
        right = _nearest(word)
        if right and not (match["led"] and len(word) < _SHORTEST_LED):
            start = match.start("word") if match["led"] else match.start()
            yield Fault(start, match.end(), match.span("word"), right)


def _nearest(word: str) -> str:
    """The month that a word is a slip for; "" for a month itself, a word, a name, and what is like none."""
    if re.fullmatch(MONTH, word) or speller().knows(word) or speller().knows(word.casefold()):
        return ""
    for month in MONTHS:
        allowed = 2 if len(month) > 7 else 1
        if len(month) > 3 and OSA.distance(word, month, score_cutoff=allowed) <= allowed:
            return month
    return ""


_FIGURE: Final = re.compile("[0-9]")
_NTH_HINT: Final = re.compile("[0-9](?:st|nd|rd|th)")


def nth(number: int) -> str:
    """The ending of an ordinal: 1st, 2nd, 3rd, 11th."""
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _is_wrong(text: str, match: re.Match[str]) -> bool:
    day, month = int(match["day"]), month_number(match["month"])
    year = match["year"]
    if year and len(year) == 4 and int(year) >= _TOO_LATE:
        return not _COUNTED_AFTER.match(text, match.end())
    if year and len(year) > 4:
        # A figure too many in the year, unless it is a number of something: "8 March 20222".
        return not text[match.end() : match.end() + 2].strip()[:1].isalpha() and 0 < day <= _LENGTHS[month - 1]
    if _is_day(day, month, int(year) if year else 2024):
        return False
    before = text[max(0, match.start() - 24) : match.start()]
    if _NAMED_AFTER.search(before):
        return False
    listed = _LISTED_AFTER.search(before) is not None and not _COUNTED_AFTER.match(text, match.end())
    after = listed or _DATE_AFTER.search(before) is not None
    if day > 31 or day == 0:
        return after
    return bool(after or year or match["nth"])


def _is_day(day: int, month: int, year: int) -> bool:
    if not 1 <= month <= 12 or not 1 <= day <= _LENGTHS[month - 1]:
        return False
    return month != 2 or day < 29 or isleap(year if year > 99 else 2000 + year)
