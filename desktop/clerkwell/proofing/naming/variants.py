"""In what two ways of writing one name differ."""

import re
from functools import lru_cache
from typing import Literal

from clerkwell.proofing.naming.bodies import naming_words, sort_of, written

# "certain": it is one name, written two ways. "likely": it may be, or both ways are right. "": nothing to speak of.
Difference = Literal["certain", "likely", ""]

# Of the words for people's things and people those that are no people: one committee is not for a "Community" too.
_THINGS = frozenset({"service", "resource", "work", "need", "community"})
_SOLID = re.compile(r"[\s-]+")
_POST_OF = re.compile(r"(?:\w+ ){0,2}(?:director|head) of ")
_ANY_POST = re.compile(r"(?:head|director) of (?:service|department|school)s?")
_LINK = re.compile(r"\b(?:of|for)\b")


@lru_cache(maxsize=8192)
def difference(one: str, other: str) -> Difference:
    """How two names differ that are the same to `loosely`: hyphens and apostrophes for certain, "&" or an s perhaps.

    A plural of the last word is another form of the name, not another way of writing it.
    """
    first, second = written(one), written(other)
    if first == second:
        return ""
    if _last_singular(first) == _last_singular(second):
        return "certain" if _is_post_of(first) and _is_post_of(second) else ""
    if _SOLID.sub("", first) == _SOLID.sub("", second):
        return "certain"
    if _bare(first) == _bare(second):
        return "certain"
    if _LINK.sub("of", first) == _LINK.sub("of", second):
        return "certain"
    if (
        one.split()[-1] == other.split()[-1]
        and sort_of(one) == sort_of(other) == "body"
        and is_plural_apart(first, second)
    ):
        return "certain"
    return "likely" if _owned(first, second) else ""


def _is_post_of(name: str) -> bool:
    """Whether it is one person's post over something: of "Director of Place" no plural is made by an s at its end."""
    post = _POST_OF.match(name)
    return post is not None and not _ANY_POST.fullmatch(name) and not name.endswith("'")


def is_plural_apart(one: str, other: str) -> bool:
    """Whether a thing is one in one name and several in the other: "Amenity Committee", "Amenities Committee"."""
    pairs = [(a, b) for a, b in zip(one.split(), other.split(), strict=False) if a != b]
    same = (
        len(one.split()) == len(other.split()) and len(pairs) == 1 and "'" not in one + other and "&" not in one + other
    )
    if not same or _singular(pairs[0][0]) != _singular(pairs[0][1]):
        return False
    return _singular(pairs[0][0]) not in naming_words().people - _THINGS


def _singular(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word.rstrip("s")


def _owned(one: str, other: str) -> bool:
    """Whether only "&" differs, or an s of people: "Children Services", "Resident's Panel" and "Residents Panel"."""
    first, second = (name.replace("&", "and").replace("-", " ").split() for name in (one, other))
    if len(first) != len(second):
        return False
    return all(
        a == b or a.replace("'", "").rstrip("s") in naming_words().people for a, b in zip(first, second, strict=True)
    )


@lru_cache(maxsize=4096)
def loosely(name: str) -> str:
    """What two ways of writing one name have in common."""
    plain = written(name).replace("&", " and ").replace("'", "")
    return "".join(_singular(part) for part in re.split(r"[\s()-]+", plain) if part not in ("of", "for", "the"))


def _bare(name: str) -> str:
    return _SOLID.sub("", name.replace("'", ""))


def _last_singular(name: str) -> str:
    return re.sub(r"'?s?'?\Z", "", name)
