"""Names of persons in a text, and when two of them are one person's, spelled two ways."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from clerkwell.proofing.naming import naming_words
from clerkwell.system import resources_folder

_TITLES: Final = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Cllr|Councillor|Alderman|Alderwoman|Rev|Revd"
    r"|Canon|Sheriff|Commander|Superintendent|Inspector|Judge|Captain|Colonel|Rt|Hon|Deputy|CC)\.?[ \u00a0]+)"
)
_PART = r"[A-Z][a-zà-öø-ÿ]+(?:[’'-][A-Za-zà-öø-ÿ]+)?|Mc[A-Z][a-z]+|Mac[A-Z][a-z]+|O[’'][A-Z][a-z]+"
_PERSON = re.compile(
    rf"(?<![\w’'@.-])(?P<title>{_TITLES}{{0,3}})(?P<first>{_PART})"
    rf"(?:[ \u00a0](?:[A-Z]\.?|(?:{_PART})(?=[ \u00a0][A-Z]))){{0,2}}[ \u00a0](?P<last>{_PART})(?![\w@])"
)
_POSSESSIVE = re.compile(r"['’]s\Z")
# What follows a name in a field: "Chris Example, Head of Service", "Chris Example – 020 7946 0123", "and Sam Sample".
_LISTED = re.compile(r"\s*(?:[,;/\n\t(]|\s[–—-]\s|\s(?:and|&)\s|:)\s*")
_SHORTEST: Final = 5


class Person(NamedTuple):
    """A person named in a text."""

    start: int
    end: int
    first: str
    last: str
    titled: bool

    @property
    def name(self) -> str:
        """First name and surname."""
        return f"{self.first} {self.last}"


@cache
def _given() -> Mapping[str, int]:
    """Given names in small letters; spellings of one name have the same number."""
    lines = tomllib.loads((resources_folder() / "language" / "names.toml").read_text(encoding="utf-8"))["given"]
    return {name.casefold(): number for number, line in enumerate(lines) for name in line.split()}


@cache
def _short() -> tuple[frozenset[str], ...]:
    lines = tomllib.loads((resources_folder() / "language" / "names.toml").read_text(encoding="utf-8"))["short"]
    return tuple(frozenset(line.casefold().split()) for line in lines)


def people(text: str) -> tuple[Person, ...]:
    """The persons of a text: those with a title, and those whose first name is one that people are given."""
    done: list[Person] = []
    given = _given()
    at = 0
    while match := _PERSON.search(text, at):
        first, last = match["first"], match["last"]
        known = first.casefold() in given
        if (known or match["title"]) and last not in naming_words().places:
            owned = _POSSESSIVE.search(last)
            end = match.end() - (2 if owned else 0)
            done.append(Person(match.start("first"), end, first, last[:-2] if owned else last, bool(match["title"])))
            at = match.end()
        else:
            at = match.end("first")
    return tuple(done)


@lru_cache(maxsize=4096)
def spelled_alike(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two names (first, last) are one person's with a slip in one of them: Clare and Claire, Pelham and Pelam.

    A short form is no slip (Chris, Christopher), nor is an initial.
    """
    (first, last), (first_too, last_too) = ((a.casefold(), b.casefold()) for a, b in (one, other))
    if (first, last) == (first_too, last_too):
        return False
    if last == last_too:
        given = _given()
        if first in given and first_too in given:
            return given[first] == given[first_too]
        return _one_slip(first, first_too)
    same_first = first == first_too
    return same_first and _one_slip(last, last_too)


@lru_cache(maxsize=4096)
def same_person(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two names may be one person's: the same, by a short form, by an initial."""
    (first, last), (first_too, last_too) = ((a.casefold(), b.casefold()) for a, b in (one, other))
    if last != last_too:
        return False
    if first == first_too or (min(len(first), len(first_too)) <= 2 and first[0] == first_too[0]):
        return True
    return any(first in forms and first_too in forms for forms in _short()) or first.startswith(first_too[:3])


def _one_slip(one: str, other: str) -> bool:
    """One letter more, less or other in a word that is long enough for it to be no other name."""
    if min(len(one), len(other)) < _SHORTEST or one + "s" == other or other + "s" == one:
        return False
    if len(one) == len(other) and len(one) == _SHORTEST and sorted(one) != sorted(other):
        return False
    return DamerauLevenshtein.distance(one, other, score_cutoff=1) == 1
