"""Names of bodies and posts in a text, and when two of them are one name written two ways."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final, Literal, NamedTuple

from clerkwell.system import resources_folder

Sort = Literal["body", "post", "other"]

_WORD = r"[A-Z][\w’'-]*"
# Words with capitals, sixteen at most, "of", "for" and "and" between them; a part in brackets: "Sub (Care) Committee".
RUN: Final = re.compile(
    # What may not stand before it is looked at after its first letter, which is quick to find.
    rf"[A-Z](?<![\w’'-].)[\w’'-]*(?:[ \u00a0](?:(?:of|for|and|&)[ \u00a0])?"
    rf"(?:{_WORD}|\({_WORD}(?:[ \u00a0](?:and[ \u00a0]|&[ \u00a0])?{_WORD}){{0,6}}\))){{1,15}}"
)
_SPACES = re.compile("[ \u00a0]+")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "\u00a0": " ", "‑": "-"})
# "Department for Education (DfE)": the letters introduced beside a name are no part of it.
_LETTERS = re.compile(r"[ \u00a0]\([A-Z][a-z]{0,2}(?:[A-Z][a-z]{0,2}){1,5}\)\Z")
_OWNED = re.compile(r"(?:['’]s|(?<=s)['’])\Z")
_LINKS: Final = frozenset({"of", "for", "and", "&"})


class Run(NamedTuple):
    """Words with capitals beside each other."""

    start: int
    text: str


class Name(NamedTuple):
    """A name in a text, without the possessive that may end it."""

    start: int
    end: int
    text: str
    sort: Sort


@dataclass(frozen=True)
class Words:
    """The words that names are told by; see `resources/language/names.toml`."""

    bodies: frozenset[str]
    bodies_of: frozenset[str]
    posts: frozenset[str]
    before: frozenset[str]
    roles: frozenset[str]
    generic: frozenset[str]
    describing: frozenset[str]
    titles: frozenset[str]
    places: frozenset[str]
    people: frozenset[str]


@cache
def name_lists() -> Mapping[str, Any]:
    """The lists of words in names that ship with the program, of people too, as they stand in their file."""
    return tomllib.loads((resources_folder() / "language" / "names.toml").read_text(encoding="utf-8"))


@cache
def naming_words() -> Words:
    """The words that ship with the program."""
    given = name_lists()
    return Words(**{name: frozenset(given[name].split()) for name in Words.__dataclass_fields__})


def runs(text: str) -> tuple[Run, ...]:
    """The runs of words with capitals in a text, "of", "for" and "and" between them: what names are found in."""
    return tuple(Run(match.start(), match.group()) for match in RUN.finditer(text))


def names(found: tuple[Run, ...]) -> tuple[Name, ...]:
    """The names of two words and more in the runs of a text, in order."""
    return tuple(
        Name(run.start + name.start, run.start + name.end, name.text, name.sort)
        for run in found
        for name in _names_of(run.text)
    )


@lru_cache(maxsize=8192)
def _names_of(run: str) -> tuple[Name, ...]:
    """The names of a run, which comes again and again."""
    done: list[Name] = []
    for start, end in _parted(run):
        whole = _LETTERS.sub("", run[start:end])
        owned = _OWNED.search(whole)
        if owned:
            whole = whole[: owned.start()]
        whole = whole.rstrip("'’-")
        if _SPACES.search(whole) and not whole.isupper():
            done.append(Name(start, start + len(whole), whole, sort_of(whole)))
    return tuple(done)


@lru_cache(maxsize=4096)
def sort_of(name: str) -> Sort:
    """What it is the name of."""
    known = naming_words()
    parts = _SPACES.split(name)
    if any(part in known.posts for part in parts[:-1]) or (parts[-1] in known.posts and parts[-1] != "Executive"):
        if parts[-1] == "Authority" and "Lead" in parts:
            return "body"  # "Lead Local Flood Authority"
        return "post" if parts[-1] not in ("Committee", "Board", "Panel", "Partnership") else "body"
    if parts[-1] in known.bodies or (len(parts) > 2 and parts[0] in known.bodies_of and parts[1] in ("of", "for")):
        return "body"
    return "other"


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """What is left of a name when it does not count how it is written: hyphens, apostrophes, "&", "of" or "for"."""
    plain = name.translate(_PLAIN).casefold().replace("&", " and ").replace("'", "")
    return "".join(part for part in re.split(r"[\s()-]+", plain) if part not in ("of", "for", "the"))


@lru_cache(maxsize=4096)
def written(name: str) -> str:
    """A name as it is written, but for "the" before it, capitals and the kind of apostrophe and space."""
    return name.translate(_PLAIN).casefold().removeprefix("the ")


@lru_cache(maxsize=4096)
def tails(name: str) -> tuple[tuple[int, str], ...]:
    """A name and what is left of it without its first words, with where each begins; each still tells one body."""
    done: list[tuple[int, str]] = []
    generic = naming_words().generic
    for match in re.finditer(r"(?:^|(?<=[ \u00a0]))\(?[A-Z]", name):
        rest = name[match.start() :]
        if rest.startswith("(") or rest.count(")") != rest.count("("):
            continue  # what stands in brackets is a name by itself, or no whole one
        parts = re.split(r"[\s()-]+", rest.casefold())
        telling = [part for part in parts if part and part not in generic and part not in _LINKS]
        if telling and len(_SPACES.split(rest)) > 1:
            done.append((match.start(), rest))
    return tuple(done)


def _parted(run: str) -> list[tuple[int, int]]:
    """The names of a run: parted at "and" or "of" after a body, without the words before that are no part of it."""
    known = naming_words()
    done: list[tuple[int, int]] = []
    parts = [(match.group(), match.start(), match.end()) for match in re.finditer(r"[^ \u00a0]+", run)]
    first = 0
    for index, (part, _, _) in enumerate(parts):
        if part not in _LINKS or index <= first:
            continue
        left = parts[index - 1][0]
        body = left in known.bodies and (part in ("and", "&") or left not in known.bodies_of or left == "Committee")
        if body or left in ("Members", "Officers"):
            done += _trimmed(parts[first:index])
            first = index + 1
    return done + _trimmed(parts[first:])


def _trimmed(parts: list[tuple[str, int, int]]) -> list[tuple[int, int]]:
    known = naming_words()
    while len(parts) > 1:
        first, second = parts[0][0], parts[1][0]
        if not (first in known.before or first in _LINKS or (first in known.roles and second in _LINKS)):
            break
        parts = parts[1:]
    return [(parts[0][1], parts[-1][2])] if len(parts) > 1 else []
