"""Names of places, firms, premises, posts and plans, by which two that differ in one word are told to be one."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, Literal, NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from clerkwell.proofing.naming.bodies import naming_words
from clerkwell.proofing.naming.slips import is_slip

Sort = Literal["firm", "place", "post", "plan"]

_CAPITAL: Final = r"[A-Z][\w’'-]+"
_FIRM: Final = re.compile(
    rf"(?P<own>{_CAPITAL}(?:[ \u00a0](?:(?:&|and)[ \u00a0])?{_CAPITAL}){{0,4}})[ \u00a0]"
    r"(?P<kind>Ltd|Limited|LLP|plc|PLC|CIC)\b"
)
# Words for one and the same place, each with the word before it: "Leisure Centre", "Sports Centre".
_SAME: Final = (
    ("Recreation Ground", "Recreation Park", "Recreation Field", "Recreation Fields", "Recreation Area"),
    ("Playing Field", "Playing Fields", "Playing Ground"),
    ("General Hospital", "District Hospital", "County Hospital", "Royal Hospital"),
    ("Leisure Centre", "Sports Centre", "Leisure Complex", "Sports Complex", "Leisure Hub"),
    ("Community Centre", "Community Hall", "Community Hub"),
    ("Industrial Estate", "Trading Estate", "Industrial Park"),
    ("Nursing Home", "Care Home", "Residential Home"),
    ("Retail Park", "Shopping Park", "Shopping Centre"),
    ("Business Centre", "Enterprise Centre", "Innovation Centre"),
    ("Country Park", "Nature Park", "Nature Reserve"),
)
_KINDS: Final = "|".join(kind.replace(" ", "[ \u00a0]") for same in _SAME for kind in same)
_PLACE: Final = re.compile(rf"(?P<own>{_CAPITAL}(?:[ \u00a0]{_CAPITAL}){{0,3}})[ \u00a0](?P<kind>{_KINDS})\b")
_POST: Final = re.compile(
    r"(?P<kind>(?:Cabinet|Executive|Lead)[ \u00a0]Member|Portfolio[ \u00a0]Holder|Cabinet[ \u00a0]Lead)"
    rf"[ \u00a0]for[ \u00a0](?:the[ \u00a0])?(?P<own>{_CAPITAL}(?:,?[ \u00a0](?:(?:and|&)[ \u00a0])?{_CAPITAL}){{0,5}})"
)
_PLAN: Final = re.compile(
    rf"(?P<own>(?:{_CAPITAL}[ \u00a0](?:(?:and|of|for|&)[ \u00a0])?){{1,5}}(?:Strategy|Plan|Policy|Framework|Charter))"
    r",?[ \u00a0]\(?(?P<first>20\d\d)\s?(?:-|–|/|to)\s?(?P<last>(?:20)?\d\d)(?!\d)"
)
# These are made anew each year, so that those of two years lie over each other.
_ROLLING: Final = re.compile(
    r"\b(?:Medium|Term|Financial?|Capital|Treasury|Business|Delivery|Budget|Asset|Audit|Local)\b"
)
# What is said of one that came before, or comes after.
_OTHER_ONE: Final = re.compile(
    r"\b(?:previous|former|replac\w+|supersed\w+|earlier|last|old|outgoing|expir\w+|successor|next|emerging|draft|new|refresh\w*"
    r"|then|first|other|another|future|merge\w*)\b",
    re.IGNORECASE,
)
_FORMER: Final = re.compile(r"\b(?:former\w*|replac\w+|renamed|known as|merge\w*|trading as|t/a)\b", re.IGNORECASE)
_FAR: Final = 60
_LEAST_YEARS: Final = 3
_LONG: Final = 5
_TELLING: Final = re.compile(r"[A-Z][\w’'-]+")


class Name(NamedTuple):
    """A name where it stands, the words it has to itself, and what it is the name of."""

    start: int
    end: int
    sort: Sort
    own: tuple[str, ...]
    kind: str
    other_one: bool = False


def names_of(text: str) -> tuple[Name, ...]:
    """The names of a text."""
    return tuple(_names_of(text))


def _names_of(text: str) -> Iterator[Name]:
    before = naming_words().before
    for pattern, sort in _PATTERNS:
        for match in pattern.finditer(text):
            start, words = match.start(), tuple(re.split("[ \u00a0]+", match["own"]))
            while sort != "post" and len(words) > 1 and words[0] in before:
                start, words = start + len(words[0]) + 1, words[1:]
            kind = f"{match['first']} {match['last'][-2:]}" if sort == "plan" else match["kind"].replace("\u00a0", " ")
            said = _OTHER_ONE if sort in ("post", "plan") else _FORMER
            other_one = said.search(text, max(0, start - _FAR), match.end() + _FAR) is not None
            yield Name(start, match.end() + text[match.end() :].startswith(")"), sort, words, kind, other_one)


_PATTERNS: Final[tuple[tuple[re.Pattern[str], Sort], ...]] = (
    (_FIRM, "firm"),
    (_PLACE, "place"),
    (_POST, "post"),
    (_PLAN, "plan"),
)


@cache
def _same_kinds() -> dict[str, int]:
    return {kind: at for at, same in enumerate(_SAME) for kind in same}


def are_one(one: Name, other: Name) -> bool:
    """Whether two names that are not the same may well be names of one thing."""
    if one.sort != other.sort or one.other_one or other.other_one:
        return False
    match one.sort:
        case "firm":
            return _one_firm(one.own, other.own)
        case "place":
            kinds = _same_kinds()
            return one.own == other.own and one.kind != other.kind and kinds[one.kind] == kinds[other.kind]
        case "post":
            return one.kind == other.kind and _one_longer(one.own, other.own)
        case "plan":
            return one.own == other.own and not _ROLLING.search(" ".join(one.own)) and _year_out(one.kind, other.kind)


def _one_firm(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    apart = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    if len(one) != len(other) or len(one) < 2 or len(apart) != 1:
        return False
    first, second = apart[0]
    if apart[0] == (one[-1], other[-1]) and is_slip(first, second, "Ltd"):
        return False  # the rule about names written two ways tells of it
    short = min(len(first), len(second)) < _LONG
    return not short and first[0] == second[0] and DamerauLevenshtein.distance(first, second, score_cutoff=1) == 1


def _one_longer(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one has all the words of the other, and something after them."""
    short, long = sorted((_telling(one), _telling(other)), key=len)
    known = naming_words()
    others = set(long[len(short) :])
    return bool(others) and long[: len(short)] == short and not others & (known.posts | known.bodies | known.titles)


def _telling(words: tuple[str, ...]) -> list[str]:
    return [found[0] for word in words if (found := _TELLING.match(word))]


def _year_out(one: str, other: str) -> bool:
    """Whether the years of one plan are those of the other with a slip: one later, or with another end or start."""
    (first, last), (begins, ends) = ([int(year) % 100 for year in each.split()] for each in (one, other))
    if min(last - first, ends - begins) < _LEAST_YEARS:
        return False
    return first == begins or (abs(first - begins), abs(last - ends)) in ((1, 1), (1, 0))
