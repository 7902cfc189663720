"""Names of persons in a text, and when two of them are one person's, spelled two ways."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from clerkwell.proofing.naming.bodies import Run, name_lists, naming_words
from clerkwell.proofing.spelling.speller import speller

_PART = r"[A-Z][a-zà-öø-ÿ]+(?:[’'-][A-Za-zà-öø-ÿ]+)?|Mc[A-Z][a-z]+|Mac[A-Z][a-z]+|O[’'][A-Z][a-z]+"
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])\Z")
# What comes between the persons, posts and telephone numbers of an answer.
_BETWEEN = re.compile(r"[,;/\n\t(:]|\s[–—-]\s|\s(?:and|&)\s")
_PIECE = re.compile(r"[^ \u00a0]+")
_LONGEST_ANSWER: Final = 400
_DOUBLED = re.compile(r"(.)\1")
_SHORTEST: Final = 5
_SHORTEST_SHORT: Final = 3
# How many letters two surnames begin with, and in how many they may differ after those, to be taken for one.
_ALIKE: Final = 5
_ENDING: Final = 3
# Letters that are written for each other.
_SAME_SOUND: Final = (frozenset("iy"), frozenset("sz"), frozenset("ck"))
_VOWELS: Final = frozenset("aeiouy")


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
    return {name.casefold(): number for number, line in enumerate(name_lists()["given"]) for name in line.split()}


@cache
def _short() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(line.casefold().split()) for line in name_lists()["short"])


def people(found: tuple[Run, ...]) -> tuple[Person, ...]:
    """The persons in the runs of a text: those with a title, and those with a first name that people are given."""
    return tuple(
        person._replace(start=run.start + person.start, end=run.start + person.end)
        for run in found
        for person in _people_of(run.text)
    )


@lru_cache(maxsize=8192)
def _people_of(run: str) -> tuple[Person, ...]:
    done: list[Person] = []
    parts = list(_PIECE.finditer(run))
    at = 0
    while at < len(parts) - 1:
        person = _person(parts, at)
        if person is not None:
            done.append(person)
            at += 1
        at += 1
    return tuple(done)


def _person(parts: list[re.Match[str]], at: int) -> Person | None:
    """The person whose first name is this word of a run."""
    known, given = naming_words(), _given()
    first = parts[at].group()
    titled = at > 0 and parts[at - 1].group() in known.titles
    if first in known.titles or not (first.casefold() in given or titled):
        return None
    last = at + 1
    while last < len(parts) - 1 and (len(parts[last].group()) == 1 or parts[last].group().casefold() in given):
        last += 1
    surname = _POSSESSIVE.sub("", parts[last].group())
    after = parts[last + 1].group() if last + 1 < len(parts) else ""
    if not _is_part_of_name(surname) or {surname, after} & known.places or len(surname) < 2:
        return None
    return Person(parts[at].start(), parts[last].start() + len(surname), first, surname, titled)


def listed_people(text: str) -> tuple[Person, ...]:
    """The persons that an answer names: words of it that are names' and no post's, whatever the names are."""
    done: list[Person] = []
    known = naming_words()
    start = 0
    whole = min(len(text), _LONGEST_ANSWER)
    for match in (*_BETWEEN.finditer(text, 0, whole), None):
        end = match.start() if match else whole
        parts = [each for each in _PIECE.finditer(text, start, end)]
        titles = len(parts)
        while parts and parts[0].group().rstrip(".") in known.titles:
            parts = parts[1:]
        if 2 <= len(parts) <= 4 and all(_is_part_of_name(part.group()) for part in parts):
            titled = len(parts) < titles
            done.append(Person(parts[0].start(), parts[-1].end(), parts[0].group(), parts[-1].group(), titled))
        start = match.end() if match else end
    return tuple(done)


def _is_part_of_name(word: str) -> bool:
    known = naming_words()
    plain = word.rstrip(".")
    letters = plain.replace("-", "").replace("'", "").replace("’", "")
    common = plain in known.posts | known.bodies | known.bodies_of | known.describing
    return plain[:1].isupper() and letters.isalpha() and not common and not (plain.isupper() and len(plain) > 2)


def people_like(first: str, last: str, text: str) -> Iterator[Person]:
    """The names in a text that are this person's with a slip: the first name or the surname is the same."""
    for match in _like(first, last).finditer(text):
        one, two = match["first"] or first, (match["last"] or last)
        owned = _POSSESSIVE.search(two)
        two = two[: owned.start()] if owned else two
        alike = spelled_alike((first, last), (one, two)) or (one == first and _nearly(last, two))
        if alike:
            yield Person(match.start(), match.end() - (len(owned.group()) if owned else 0), one, two, False)


@lru_cache(maxsize=64)
def _like(first: str, last: str) -> re.Pattern[str]:
    mine, surname = re.escape(first), re.escape(last)
    return re.compile(
        rf"(?<![\w’'-])(?:{mine}[ \u00a0](?P<last>{_PART})|(?P<first>{_PART})[ \u00a0]{surname})(?![\w-])"
    )


def _nearly(one: str, other: str) -> bool:
    """Whether a surname begins as an officer's of the same first name does and ends but a little otherwise."""
    if one == other or one[:_ALIKE].casefold() != other[:_ALIKE].casefold() or f"{one}s" == other or f"{other}s" == one:
        return False
    return DamerauLevenshtein.distance(one, other, score_cutoff=_ENDING) <= _ENDING


def sounds_alike(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two names (first, last) with one post may be one person's as heard: "Ainscough", "Ainscow"."""
    (first, last), (first_too, last_too) = one, other
    if first != first_too or last == last_too or last[0] != last_too[0]:
        return False
    if _nearly(last, last_too) or last in (f"{last_too}s", f"{last_too}es") or last_too in (f"{last}s", f"{last}es"):
        return True
    return min(len(last), len(last_too)) >= _SHORTEST and _sound(last) == _sound(last_too)


_SILENT: Final = re.compile(r"[aeiouyhw]+")
_SAID: Final = (("mac", "mc"), ("ough", ""), ("ck", "k"), ("ph", "f"), ("z", "s"))


def _sound(name: str) -> str:
    plain = name.casefold()
    for written, said in _SAID:
        plain = plain.replace(written, said)
    return _DOUBLED.sub(r"\1", _SILENT.sub("", plain))


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
        if first.rstrip("aey") == first_too.rstrip("aey") and (first in given or first_too in given):
            return False  # Helen and Helena, Paul and Paula are two names
        return _one_slip(first, first_too)
    # "Bal Sandhu" and "Baljit Sandu": two slips of one name, as nobody has so like a name.
    return (first == first_too or is_short_for(first, first_too)) and _one_slip(last, last_too)


def has_other_vowel(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two names (first, last) have surnames of five letters and more that differ in one vowel within them and
    are not both words: "Raman", "Ramen", but not "Wells", "Walls"."""
    (first, last), (first_too, last_too) = one, other
    if first != first_too or len(last) != len(last_too) or len(last) < _SHORTEST or last[0] != last_too[0]:
        return False
    apart = [{a, b} for a, b in zip(last, last_too, strict=True) if a != b]
    within = last[-1] == last_too[-1] and len(apart) == 1 and apart[0] <= _VOWELS
    return within and not all(speller().knows(each.casefold()) for each in (last, last_too))


def is_short_for(one: str, other: str) -> bool:
    """Whether one given name is another in short: Bal and Baljit, Chris and Christopher."""
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    if short == long or len(short) < _SHORTEST_SHORT:
        return False
    return long.startswith(short) or any(short in forms and long in forms for forms in _short())


def same_initial(one: str, other: str) -> bool:
    """Whether two given names that are none of one person's begin alike, so that one may be put for the other."""
    given = _given()
    first, second = one.casefold(), other.casefold()
    if first == second or first[0] != second[0] or min(len(first), len(second)) < _SHORTEST_SHORT:
        return False
    return given.get(first, first) != given.get(second, second) and not is_short_for(first, second)


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
    """One letter more, less or other, in a word that is long enough for it to be no other name."""
    if _DOUBLED.sub(r"\1", one) == _DOUBLED.sub(r"\1", other):
        return True
    if min(len(one), len(other)) < _SHORTEST or one + "s" == other or other + "s" == one:
        return False
    if len(one) == len(other) == _SHORTEST and sorted(one) != sorted(other):
        differing = [{a, b} for a, b in zip(one, other, strict=True) if a != b]
        return len(differing) == 1 and differing[0] in _SAME_SOUND
    return DamerauLevenshtein.distance(one, other, score_cutoff=1) == 1
