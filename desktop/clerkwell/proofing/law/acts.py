"""Acts of Parliament that a text cites by name and year, and which there are; see `resources/language/acts.toml`."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import takewhile
from typing import Final, NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from clerkwell.proofing.text.tokens import listed
from clerkwell.system import resources_folder


class Cited(NamedTuple):
    """An Act that a text cites: where its name and its year begin and end, the name without "Act", and the year."""

    start: int
    end: int
    year_at: int
    year_end: int
    name: str
    year: int


class NoAct(NamedTuple):
    """An Act cited with a wrong name or year: where that stands, and what is right ("" where that is not certain)."""

    start: int
    end: int
    better: str


_ACT: Final = re.compile(r"[ \u00a0]Act[ \u00a0](?P<year>[12]\d{3})\b")
_WORD: Final = re.compile(r"[^\s]+")
_FARTHEST: Final = 120
_LINKS: Final = listed("and & of for at to in from by on etc. etc")
# What stands before a name in capitals, and is no part of it.
_OPENS: Final = listed(
    "The Under See In By Of Both If Section Sections This That As An A UK And Part Schedule For With Since Where When"
)
# Of these there is one in many a year.
_YEARLY: Final = listed("London Finance (General Appropriation Elections Powers) Corporation County Ireland")
_EDGES: Final = "(),"
_LETTERS: Final = re.compile(r"[^a-z]")
_STEM: Final = 5
_FEW: Final = 4
_SLIP: Final = 2
_SHORTEST: Final = 8


@cache
def known_acts() -> Mapping[str, tuple[str, tuple[int, ...]]]:
    """The Acts that are known, by the letters of their names: the name, and each year in which there was one."""
    path = resources_folder() / "language" / "acts.toml"
    given = tomllib.loads(path.read_text(encoding="utf-8"))["acts"]
    return {_plain(name): (name, tuple(years)) for name, years in given.items()}


def cited_acts(text: str) -> Iterator[Cited]:
    """The Acts that a text cites with their years."""
    for match in _ACT.finditer(text):
        start = _begins(text, match.start())
        if start < match.start():
            name = text[start : match.start()]
            yield Cited(start, match.start(), *match.span("year"), name, int(match["year"]))


def wrong_acts(text: str) -> Iterator[NoAct]:
    """The Acts that a text cites with a year in which there was none of their name, or by nearly their name."""
    for act in cited_acts(text):
        known = known_acts().get(_plain(act.name))
        if known is None:
            better = _meant(act.name, act.year)
            if better:
                yield NoAct(act.start, act.end, better)
        elif act.year not in known[1]:
            yield NoAct(act.year_at, act.year_end, str(known[1][0]) if len(known[1]) == 1 else "")


def is_listed(name: str) -> bool:
    """Whether it is known in which years there was an Act of this name."""
    return _plain(name) in known_acts()


def is_one_act(one: Cited, other: Cited) -> bool:
    """Whether two that are not in the list have one name, and years of which one is likely a slip."""
    words = [word for word in one.name.split() if word not in _LINKS]
    if _plain(one.name) != _plain(other.name) or len(words) <= 2 or not _YEARLY.isdisjoint(words):
        return False
    return abs(one.year - other.year) == 1 or sorted(str(one.year)) == sorted(str(other.year))


def _begins(text: str, end: int) -> int:
    """Where the name that ends here begins: words with capitals, and small ones and brackets between them."""
    start, first = end, max(0, end - _FARTHEST)
    brackets = 0
    for word in reversed(list(_WORD.finditer(text, first, end))):
        said = word[0].rstrip(_EDGES) if brackets else word[0].strip(_EDGES)
        if word[0].endswith((".", ";", ":")) and said != "etc.":
            break
        brackets += word[0].count(")") - word[0].count("(")
        if said.lstrip("(")[:1].isupper() and said not in _OPENS:
            start = word.start()
        elif said not in _LINKS:
            break
    return end - len(text[start:end].lstrip("("))


@lru_cache(maxsize=512)
def _plain(name: str) -> str:
    return _LETTERS.sub("", name.casefold().replace("&", "and")).removesuffix("etc")


@lru_cache(maxsize=512)
def _meant(name: str, year: int) -> str:
    """The Act of that year that a name nearly is: each word the same or with a slip or another ending."""
    words = [_plain(word) for word in name.split()]
    for known, years in known_acts().values():
        if year not in years:
            continue
        theirs = [_plain(word) for word in known.split() if _plain(word)]
        if len(theirs) == len(words) and sum(map(len, words)) >= _SHORTEST:
            apart = [(one, other) for one, other in zip(words, theirs, strict=True) if one != other]
            if len(apart) == 1 and _is_form(*apart[0]):
                return known
    return ""


def _is_form(one: str, other: str) -> bool:
    """Whether two words are one with a slip or with another ending: "Equalities", "Equality"; "County", "Country"."""
    if min(len(one), len(other)) < _STEM:
        return False
    letters = DamerauLevenshtein.distance(one, other)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return letters < _SLIP or (letters <= _FEW and same >= _STEM)
