"""Percentages beside the figures they are made of: "42 of 60 (65%)", "from 40 to 52, an increase of 25%"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from clerkwell.proofing.text.sentences import sentences

_UNITS: Final = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS: Final = {
    **{word: value for value, word in enumerate(_UNITS, 1)},
    **{word: value * 10 for value, word in enumerate(_TENS, 2)},
}
# No such share is told without one of these.
TOLD_WITH: Final = ("%", "per cent", "percent")
# A number as such shares have it, and a share, called "percent".
NUMBER: Final = (
    rf"(?:(?:£\s?)?(?<![\w.,/–-])(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?(?:\s?(?:k|m|bn|million|billion))?(?![\w/–-]|[.,]\d|\s?(?:%|per\s?cent))"
    rf"|(?<![\w-])(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_UNITS[:9])}))?|{'|'.join(reversed(_UNITS))})\b(?!-))"
)
PERCENT: Final = r"(?P<percent>(?<![\d.,–-])\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent\b)"
_THE: Final = r"(?:(?:the|these|those|our|its|their|all|a\s+total\s+of|planned)\s+){0,2}"
_NOUN: Final = r"(?:\s+[A-Za-z][\w’'-]*){0,5}?"
# What is said of a part before its share: "594 were upheld in full or in part (40%)".
_SAID: Final = r"(?:\s+(?!of\b)[a-z][\w’'-]*){0,9}?"
# When a figure was so: "from 80 in 2023/24 to 64 in 2024/25".
_IN_YEAR: Final = r"(?:\s+(?:in|at|on|for|by)\s+(?:(?:\d{1,2}\s+)?[A-Z][a-z]+\s+)?(?:19|20)\d\d(?:[/–-]\d\d)?)?"
# What may come after a share that is one of the two figures, and of nothing else.
_CLOSED: Final = r"(?=\s*(?:[).;:]|\Z|,\s))"
_IS: Final = r"(?:(?:or|which\s+(?:is|was)|that\s+is|i\.e\.,?|equivalent\s+to|equal\s+to|representing|making)\s+)?"
_SHARES: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<part>{NUMBER})\s+(?:out\s+)?of\s+{_THE}(?P<whole>{NUMBER}){_NOUN}\s*(?:\(|,\s|\s[–—]\s){_IS}{PERCENT}{_CLOSED}",
        rf"{PERCENT}:\s+(?P<part>{NUMBER})\s+(?:out\s+)?of\s+{_THE}(?P<whole>{NUMBER})(?=\s+[a-z]|\W*\Z)",
        rf"{PERCENT}\s+\((?P<part>{NUMBER})\s+(?:out\s+)?of\s+{_THE}(?P<whole>{NUMBER}){_NOUN}\)",
        rf"\bOf\s+{_THE}(?:[a-z-]+\s+)?(?P<whole>{NUMBER}){_NOUN},\s+(?P<part>{NUMBER}){_SAID}\s+\({PERCENT}\)",
        rf"(?P<whole>{NUMBER}){_NOUN},\s+of\s+(?:which|whom)\s+(?P<part>{NUMBER}){_SAID}\s+\({PERCENT}\)",
        rf"(?P<part>{NUMBER}),?\s+or\s+{PERCENT},?\s+(?:on|of|above|over)\s+(?:(?:the|this\s+year’s|last\s+year’s)\s+)?"
        rf"(?:(?:present|current|existing|previous|original)\s+)?(?:[a-z]+\s+of\s+)?(?=£)(?P<whole>{NUMBER})(?=\W*(?:\Z|\s))",
        rf"\b(?:sent|issued|posted|delivered|given)\s+to\s+{_THE}(?P<whole>{NUMBER}){_NOUN}(?:,|;|\s+and|,\s+and|,\s+of\s+which)\s+(?P<part>{NUMBER})"
        rf"(?:\s+(?!of\b)[a-z][\w’'-]*){{1,3}},\s+(?:giving\s+|which\s+is\s+)?an?\s+(?:response|return)\s+rate\s+of\s+{PERCENT}{_CLOSED}",
        rf"(?P<part>{NUMBER})\s+\({PERCENT}\)\s+(?:out\s+)?of\s+{_THE}(?P<whole>{NUMBER})(?=\s+[a-z]|\W*\Z)",
        rf"(?P<part>{NUMBER})(?:\s+[a-z][\w’'-]*){{1,2}}?\s+\({PERCENT}\)\s+out\s+of\s+{_THE}(?P<whole>{NUMBER})(?=\s+[a-z]|\W*\Z)",
    )
)
# "In all 412 people replied, and 247 of them (60%) …": of the only number that goes before.
_OF_THEM: Final = re.compile(
    rf"(?P<whole>{NUMBER}){_NOUN}(?:,|;|\s+and|,\s+and)\s+(?P<part>{NUMBER})\s+of\s+(?:them|these|those|whom)(?:\s+[a-z][\w’'-]*){{0,2}}?"
    rf"\s+\({PERCENT}\)",
    re.IGNORECASE,
)
_COUNTS: Final = re.compile(NUMBER, re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
# "There were 412 responses. Of these, 247 (60%) …": told in two sentences, the first of which has no other number.
_OF_THESE: Final = re.compile(
    rf"(?:\d[\d.]*\s+)?[^\d£%]*(?P<whole>{NUMBER})[^\d£%;:]{{3,80}}(?P<beside>,\s+(?:an?\s+)?(?:increase\s+of\s+|decrease\s+of\s+)?\d{{1,3}}(?:\.\d+)?%"
    rf"[^\d£%;:.]{{3,60}})?\.\s+Of\s+(?:these|those|them)(?:\s+[a-z]+)?,?\s+(?P<part>{NUMBER}){_SAID}\s+\({PERCENT}\)",
    re.IGNORECASE,
)
# The next of the same: "and 1,054 (28%) by crews".
_ANOTHER: Final = re.compile(
    rf"(?:\s+(?!(?:of|which|whom|these|those|them)\b)[a-z][\w’'-]*){{0,7}}?(?:,|;|,?\s+and)\s+(?P<part>{NUMBER}){_SAID}\s+\({PERCENT}\)",
    re.IGNORECASE,
)
_OF_THESE_HINT: Final = re.compile(r"Of\s+the(?:se|m)|Of\s+those")
_UP: Final = r"increases?|rise|rises|growth|gain|increased|rose|grew|gone\s+up|went\s+up|up"
_DOWN: Final = (
    r"decreases?|reductions?|fall|falls|drop|drops|cut|decline|decreased|fell|dropped|declined|reduced"
    r"|gone\s+down|went\s+down|down"
)
_CHANGES: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bfrom\s+(?P<one>{NUMBER}){_NOUN}{_IN_YEAR}\s+to\s+(?P<two>{NUMBER}){_NOUN}{_IN_YEAR}\s*(?:\(|,\s|\s[–—]\s)(?:(?:or|which\s+is|that\s+is|an?)\s+){{0,2}}"
        rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s+(?:of\s+|by\s+)?{PERCENT}{_CLOSED}",
        rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:\s+(?:the|this|our|its)(?:\s+[a-z][\w’'-]*){{1,4}}?)?\s+(?:of|by)\s+{PERCENT},?\s+from\s+(?P<one>{NUMBER}){_NOUN}{_IN_YEAR}\s+to\s+(?P<two>{NUMBER})(?!\s+to\b)",
        rf"(?P<two>{NUMBER}){_NOUN},\s+an?\s+(?:(?P<up>increase|rise|growth)|(?P<down>decrease|reduction|fall|drop))\s+of\s+{PERCENT}\s+"
        rf"(?:on|from|over|compared\s+(?:with|to))\s+(?:the\s+)?(?P<one>{NUMBER})(?=\W*\Z|[.,;)]|\s+(?!(?:January|February|March|April|May|June|July"
        r"|August|September|October|November|December|to|and|or)\b)[A-Za-z])",
        rf"(?P<two>{NUMBER}){_NOUN}(?:,|\s+\(|\s[–—])\s+(?:(?:which|that)\s+(?:is|was)\s+)?{PERCENT}\s+(?:(?P<up>more|higher)|(?P<down>fewer|less|lower))"
        rf"\s+than\s+(?:the\s+)?(?P<one>{NUMBER})(?=\W*\Z|[.,;)]|\s+(?:in|who|that|which|of|for|at|last|the|[a-z]+s)\b)",
    )
)
# Shares that are not meant exactly, are of something else, or compare with another.
LOOSE_SHARE: Final = re.compile(
    r"\b(?:about|around|approximately|approx|some|nearly|almost|roughly|over|under|more\s+than|less\s+than|fewer\s+than|at\s+least|up\s+to"
    r"|between|just|circa|exclud\w+|weighted|adjusted|compound|average|real\s+terms|a\s+year|per\s+year|per\s+annum|annually|each\s+year"
    r"|points?|targets?|margin|interest)\b|~|\bc\.?\s?\d|[<>≈]",
    re.IGNORECASE,
)
_YEARLY: Final = re.compile(
    r"\W*(?:a\s+year|per\b|annually|each\s+year|(?:percentage\s+)?points?|in\s+real\s+terms|on\s+average|compound|exclud\w+|adjusted|weighted)",
    re.IGNORECASE,
)
_THAN: Final = re.compile(r"(?<=%)\s+(?:more|less|fewer)\s+than\b", re.IGNORECASE)
# "Paragraph 4 of 12", and "one fifth of 60".
_NAMED: Final = re.compile(
    r"\b(?:paragraphs?|pages?|sections?|items?|phases?|stages?|parts?|steps?|years?|options?|lots?|class"
    r"|grade|table|quarters?|no\.?|and)\s+\Z",
    re.IGNORECASE,
)
_FRACTION: Final = re.compile(
    r"\b(?:half|third|(?<!the\s)quarter|fifth|sixth|seventh|eighth|ninth|tenth|thirds|quarters|fifths|tenths)\b",
    re.IGNORECASE,
)
_SCALES: Final = {"k": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}
_HUNDRED: Final = Decimal(100)


@dataclass(frozen=True)
class WrongShare:
    """A percentage that is not what its figures make: where it stands (code points), its words, the figures as they are
    written, and what they make."""

    start: int
    end: int
    says: str
    of: str
    makes: str


def wrong_shares(text: str) -> Iterator[WrongShare]:
    """The percentages of a text that are not those of the two figures that stand with them in one sentence."""
    if not any(sign in text for sign in TOLD_WITH):
        return
    before = 0
    for start, end in sentences(text):
        last, before = before, start
        if not any(sign in text[start:end] for sign in TOLD_WITH):
            continue
        if start and _OF_THESE_HINT.match(text, start):
            yield from _of_these(text, last, end)
        seen: set[int] = set()
        for told in (*_shares(text, start, end), *_changes(text, start, end)):
            if told.start not in seen:
                seen.add(told.start)
                yield told


def _shares(text: str, start: int, end: int) -> Iterator[WrongShare]:
    for pattern in (*_SHARES, _OF_THEM):
        for found in pattern.finditer(text, start, end):
            if _is_loose(text, found, start) or _YEAR.fullmatch(found["whole"]):
                continue
            if pattern is _OF_THEM and _counts_before(text, start, found.start()):
                continue
            part, whole = parted_value(found["part"]), parted_value(found["whole"])
            if not 0 < part[0] <= whole[0] or ("£" in found["part"]) != ("£" in found["whole"]):
                continue
            least, most = share_of(part, whole)
            if told := _wrong(found, least, most, f"{found['part']} of {found['whole']}"):
                yield told


def _counts_before(text: str, start: int, end: int) -> bool:
    """Whether anything is counted there: "quarter 4" is not."""
    return any(not _NAMED.search(text, start, each.start()) for each in _COUNTS.finditer(text, start, end))


def _of_these(text: str, start: int, end: int) -> Iterator[WrongShare]:
    first = _OF_THESE.match(text, start, end)
    if first is None or _is_loose(text, first, start):
        return
    whole = parted_value(first["whole"])
    found: re.Match[str] | None = first
    while found is not None:
        part = parted_value(found["part"])
        if not 0 < part[0] <= whole[0] or LOOSE_SHARE.search(text, found.start("part"), found.end()):
            return
        if told := _wrong(found, *share_of(part, whole), f"{found['part']} of {first['whole']}"):
            yield told
        found = _ANOTHER.match(text, found.end(), end)


def _changes(text: str, start: int, end: int) -> Iterator[WrongShare]:
    for pattern in _CHANGES:
        for found in pattern.finditer(text, start, end):
            one, two = parted_value(found["one"]), parted_value(found["two"])
            goes_up = found["up"] is not None
            if _is_loose(text, found, start) or not one[0] or (two[0] > one[0]) != goes_up:
                continue
            if ("£" in found["one"]) != ("£" in found["two"]) or one[2] != two[2] or _YEAR.fullmatch(found["one"]):
                continue
            least, most = (each - _HUNDRED for each in share_of(two, one))
            if not goes_up:
                least, most = -most, -least
            if told := _wrong(found, least, most, f"from {found['one']} to {found['two']}"):
                yield told


def _is_loose(text: str, found: re.Match[str], start: int) -> bool:
    before = text[max(start, found.start() - 20) : found.start()].replace("target", "")
    after = text[found.end() : found.end() + 30]
    if _NAMED.search(before) or _FRACTION.search(found[0]):
        return True
    # What the whole is compared with, and "4% more than", are said of no share.
    said = _THAN.sub("", found[0].replace(found.groupdict().get("beside") or "\0", ""))
    return any(LOOSE_SHARE.search(each) for each in (before, said)) or _YEARLY.match(after) is not None


def share_of(one: tuple[Decimal, Decimal, str], two: tuple[Decimal, Decimal, str]) -> tuple[Decimal, Decimal]:
    """What one figure is of another in per cent, at least and at most, as far as their writing can show."""
    (part, part_half, _), (whole, whole_half, _) = one, two
    least = (part - part_half) / (whole + whole_half) * _HUNDRED
    return least, (part + part_half) / max(whole - whole_half, Decimal(1)) * _HUNDRED


def _wrong(found: re.Match[str], least: Decimal, most: Decimal, of: str) -> WrongShare | None:
    says = Decimal(found["percent"])
    places = len(found["percent"].partition(".")[2])
    # A share may have been rounded or cut off, and its figures too.
    slack = Decimal(1).scaleb(-places) if not places else Decimal("1.5").scaleb(-places)
    if least - slack <= says <= most + slack:
        return None
    makes = ((least + most) / 2).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return WrongShare(*found.span("percent"), found["percent"], " ".join(of.split()), f"{makes}%")


def share_beside(part: str, whole: str, told: re.Match[str]) -> str:
    """What a part is of a whole, where the share that is `told` ("percent") is another; "" where it may be that."""
    one, two = parted_value(part), parted_value(whole)
    if not 0 < one[0] <= two[0]:
        return ""
    wrong = _wrong(told, *share_of(one, two), "")
    return wrong.makes if wrong else ""


def number_of(words: str) -> int:
    """The number that words or digits are: "nineteen", "27"."""
    return int(parted_value(words)[0])


def parted_value(words: str) -> tuple[Decimal, Decimal, str]:
    """A number's value, half of the smallest difference that its writing shows (nothing for what is counted one by
    one), and its unit."""
    lowered = words.casefold().replace("£", "").strip()
    if lowered[0].isalpha():
        return Decimal(sum(_WORDS[each] for each in re.split(r"[-\s]", lowered))), Decimal(), ""
    found = re.fullmatch(r"([\d,.]+)\s?([a-z]*)", lowered)
    assert found
    digits = found[1].replace(",", "")
    scale = _SCALES.get(found[2], 0)
    places = len(digits.partition(".")[2])
    half = Decimal(1).scaleb(scale - places) / 2 if scale or places else Decimal()
    value = Decimal(digits).scaleb(scale)
    if not half and value >= 1000 and value % 1000 == 0:
        half = Decimal(500)
    return value, half, found[2]
