"""What is left of a number after its parts, and what a half or a third of it is: "the remaining six actions"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from clerkwell.proofing.sense.sums import NUMBER, WrongSum, value_of
from clerkwell.proofing.text.sentences import Stretch, sentences

_NO_TIME: Final = (
    r"(?!\s+(?:days?|weeks?|months?|years?|hours?|minutes?|per|am|pm|metres?|miles?|tonnes?|pence"
    r"|pounds?|points?|January|February"
    r"|March|April|May|June|July|August|September|October|November|December|times)\b)"
)
# "148 actions fell due, of which", "the 24 members".
_ALL: Final = re.compile(
    rf"(?P<all>{NUMBER}){_NO_TIME}\s+(?:[a-z-]+\s+){{0,2}}?(?P<noun>[a-z]{{3,}}s|people|children|staff)\b",
    re.IGNORECASE,
)
_REST: Final = re.compile(
    rf"\b(?:the|its)\s+(?:remaining|other|rest,)\s+(?P<rest>{NUMBER}){_NO_TIME}(?!\s+(?:per\s+cent|%|of\s+the\b))",
    re.IGNORECASE,
)
_OF_THESE: Final = re.compile(r"\bof\s+(?:which|whom|these|those|them|the\s+\d+)\b", re.IGNORECASE)
_SOME_OF: Final = re.compile(
    rf"(?P<part>{NUMBER})\s+(?:out\s+)?of\s+(?:(?:the|its|our|these|those|their|all)\s+)?(?P<all>{NUMBER}){_NO_TIME}"
    r"\s+(?:[a-z-]+\s+){0,2}?(?P<noun>[a-z]{3,}s|people|children|staff|men|women)\b",
    re.IGNORECASE,
)
_PART: Final = re.compile(rf"(?P<part>{NUMBER}){_NO_TIME}", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
# What stands before a number that is no part: a place in the report, a number not meant exactly.
_NO_PART: Final = re.compile(
    r"\b(?:paragraphs?|pages?|sections?|items?|tables?|figures?|phases?|stages?|options?|appendix"
    r"|annex|regulations?|least|over|under|about|around|some|nearly|almost"
    r"|approximately|than|to|between|further|first|last|next|past|by|aged|no\.?|number|target|January"
    r"|February|March|April|May|June|July|August|September|October|November|December)\s+\Z",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(
    r"\b(?:including|includes?|also|both|another|others|each|every|several|many|compared|previous\w*"
    r"|at\s+least|more\s+than|about|around|approximately|some|respectively|too|either|aged)\b|%|£"
    r"|per\s+cent|\bor\b",
    re.IGNORECASE,
)
# What is left is counted by the noun of the whole, or by none: "the remaining six actions", "the remaining six were".
_NEXT: Final = re.compile(r"\s+(?!is\b|was\b|has\b)(?P<noun>[a-z]+s|people|children|staff|men|women)\b")
# "The remaining five special schools … so that all ten will have been covered."
_THINGS: Final = re.compile(r"\s+(?:[a-z-]+\s+){0,2}?[a-z]+s\b")
_ALL_OF_THEM: Final = re.compile(
    rf"\b(?:so\s+that|when|by\s+which\s+time|after\s+which|bringing|and\s+then|at\s+which\s+point|meaning\s+that|and)\s+all\s+"
    rf"(?P<all>{NUMBER})(?=\s+(?:will|would|are|have|had|were|can|should|must)\b)",
    re.IGNORECASE,
)
_INEXACT: Final = re.compile(
    r"\b(?:least|over|under|about|around|some|nearly|almost|approximately|than|further|first|last|up\s+to|between)\s+\Z",
    re.IGNORECASE,
)
_OUT: Final = 3
_MOST_PARTS: Final = 4
_BACK: Final = 2
# No such number is told without one of these.
LEFT_OVER_WITH: Final = (
    "the remaining ",
    "the other ",
    "The remaining ",
    "The other ",
    "alf of",
    "third of",
    "quarter of",
    "thirds of",
    "quarters of",
    "% of",
    "per cent of",
)

_SUM: Final = (
    r"£\s?(?P<{name}>(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?)(?P<{name}_scale>\s?(?:k|m|million|thousand)\b)?"
)
_SHARES: Final = {
    "half": (1, 2),
    "third": (1, 3),
    "two-thirds": (2, 3),
    "two thirds": (2, 3),
    "quarter": (1, 4),
    "three-quarters": (3, 4),
    "three quarters": (3, 4),
}
_SHARE: Final = re.compile(
    r"\b(?P<share>(?:a\s+|one\s+)?(?:half|third|quarter)|two[-\s]thirds|three[-\s]quarters"
    r"|\d{1,3}(?:\.\d+)?\s?(?:%|per\s+cent))\s+of\s+(?:the\s+|its\s+"
    r"|that\s+)?(?:[a-z]+\s+){0,3}?(?:of\s+)?"
    + _SUM.format(name="whole")
    + (
        r"(?:\s+[a-z]+){0,3}?\s*(?:,\s+(?:or|that\s+is|which\s+is)?\s*|\s+\((?:or\s+)?|\s+(?:is|would\s+be"
        r"|comes\s+to|or)\s+)"
    )
    + _SUM.format(name="part")
    + r"(?=\s*[,.;)]|\s+(?:is|will|would|in|from|each|for|and)\b|\Z)",
    re.IGNORECASE,
)
_CLOSE: Final = Decimal("0.02")
_HUNDRED: Final = Decimal(100)
_SCALES: Final = {"k": 1000, "thousand": 1000, "m": 1_000_000, "million": 1_000_000}


def wrongly_remaining(text: str, stretches: Sequence[Stretch] | None = None) -> Iterator[WrongSum]:
    """The numbers of a text that are said to be left, or a share, and are not. `stretches` are its sentences."""
    if not any(sign in text for sign in LEFT_OVER_WITH):
        return
    spans = sentences(text) if stretches is None else stretches
    yield from _remaining(text, spans)
    for start, end in spans:
        yield from _shares(text, start, end)


def _remaining(text: str, spans: Sequence[Stretch]) -> Iterator[WrongSum]:
    for at, (_, end) in enumerate(spans):
        rest = next(iter(_REST.finditer(text, spans[at][0], end)), None)
        if rest is None:
            continue
        if wrong := _all_done(text, spans[max(0, at - _BACK)][0], rest, end):
            yield wrong
            continue
        # What it is left of stands in the same sentence or in one of the two before.
        begin = spans[max(0, at - _BACK)][0]
        whole, parts = _whole(text, begin, rest)
        if whole is None:
            whole, parts = _some_of(text, begin, rest)
        if whole is None or sum(parts) + value_of(rest["rest"]) == value_of(whole["all"]):
            continue
        yield WrongSum(*rest.span("rest"), rest["rest"], str(value_of(whole["all"]) - sum(parts)))


def _whole(text: str, begin: int, rest: re.Match[str]) -> tuple[re.Match[str] | None, list[int]]:
    """The number that something is left of, and its parts between; None where it is not certain."""
    found: list[tuple[re.Match[str], list[int]]] = []
    left = value_of(rest["rest"])
    counted = _NEXT.match(text, rest.end())
    for whole in _ALL.finditer(text, begin, rest.start()):
        if _OPEN.search(text, whole.end(), rest.start()) or _NO_PART.search(text[: whole.start()][-20:]):
            continue
        parts = [
            value_of(part["part"])
            for part in _PART.finditer(text, whole.end(), rest.start())
            if not _YEAR.fullmatch(part["part"]) and not _NO_PART.search(text[: part.start()][-20:])
        ]
        number = value_of(whole["all"])
        if not 0 < len(parts) <= _MOST_PARTS or sum(parts) >= number:
            continue
        if sum(parts) + left == number:
            return None, []
        same = counted is not None and counted["noun"] == whole["noun"]
        told = _OF_THESE.search(text, whole.end(), rest.start()) is not None
        if same or (told and counted is None):
            found.append((whole, parts))
    return found[0] if found else (None, [])


def _all_done(text: str, begin: int, rest: re.Match[str], end: int) -> WrongSum | None:
    """ "Six schools are done. The remaining five schools will follow, so that all ten are done": all that there are."""
    things, whole = _THINGS.match(text, rest.end()), _ALL_OF_THEM.search(text, rest.end(), end)
    if things is None or whole is None or _OPEN.search(text, rest.end(), end):
        return None
    done = [
        value_of(each["part"])
        for each in _PART.finditer(text, begin, rest.start())
        if text.startswith(things[0], each.end()) and not _INEXACT.search(text[: each.start()][-20:])
    ]
    if len(done) != 1:
        return None
    comes_to, says = done[0] + value_of(rest["rest"]), value_of(whole["all"])
    # The first number may be that of them all.
    if says in (comes_to, done[0]) or abs(says - comes_to) > _OUT:
        return None
    return WrongSum(*whole.span("all"), whole["all"], str(comes_to))


def _some_of(text: str, begin: int, rest: re.Match[str]) -> tuple[re.Match[str] | None, list[int]]:
    """The number in "11 of the 26 stations", where nothing else is counted before what is left of them."""
    some = list(_SOME_OF.finditer(text, begin, rest.start()))
    if len(some) != 1 or "remaining" not in rest[0].casefold() or _OPEN.search(text, some[0].end(), rest.start()):
        return None, []
    one = some[0]
    counted = _NEXT.match(text, rest.end())
    others = [
        each
        for each in _PART.finditer(text, one.end(), rest.start())
        if not _YEAR.fullmatch(each["part"]) and not _NO_PART.search(text[: each.start()][-20:])
    ]
    told = _NO_PART.search(text[: one.start()][-20:]) or (counted is not None and counted["noun"] != one["noun"])
    if others or told or value_of(one["part"]) >= value_of(one["all"]):
        return None, []
    return one, [value_of(one["part"])]


def _shares(text: str, start: int, end: int) -> Iterator[WrongSum]:
    for match in _SHARE.finditer(text, start, end):
        if _LOOSE.search(text, max(start, match.start() - 20), match.end()):
            continue
        whole, part = _sum(match, "whole"), _sum(match, "part")
        is_of = whole * _share(match["share"])
        # What is written with a scale is rounded.
        slack = max(is_of * _CLOSE, Decimal(1)) if match["part_scale"] or match["whole_scale"] else Decimal(1)
        if match["part"].find(".") > 0 and not match["part_scale"]:
            slack = Decimal("0.01")
        if abs(part - is_of) > slack:
            at = text.rfind("£", start, match.start("part"))
            is_there = f"£{is_of:,.2f}" if is_of != int(is_of) or "." in match["part"] else f"£{int(is_of):,}"
            yield WrongSum(
                at,
                match.end("part_scale") if match["part_scale"] else match.end("part"),
                text[at : match.end("part")],
                is_there,
            )


_LOOSE: Final = re.compile(
    r"\b(?:about|around|approximately|nearly|almost|over|under|more|less|up\s+to|at\s+least|plus"
    r"|maximum|minimum|remaining|first|average|just)\b",
    re.IGNORECASE,
)


def _share(words: str) -> Decimal:
    lowered = " ".join(words.casefold().split())
    if lowered[0].isdigit():
        found = re.match(r"[\d.]+", lowered)
        return Decimal(found[0] if found else 0) / _HUNDRED
    top, bottom = _SHARES[lowered.removeprefix("a ").removeprefix("one ")]
    return Decimal(top) / Decimal(bottom)


def _sum(match: re.Match[str], name: str) -> Decimal:
    scale = (match[f"{name}_scale"] or "").strip().casefold()
    return Decimal(match[name].replace(",", "")) * _SCALES.get(scale, 1)
