"""Names of persons and their posts: spelled in one way, and the author the same above and below."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from clerkwell.proofing.naming.bodies import naming_words, runs, written
from clerkwell.proofing.naming.people import (
    Person,
    has_other_vowel,
    is_short_for,
    listed_people,
    people,
    people_like,
    same_initial,
    same_person,
    sounds_alike,
    spelled_alike,
)
from clerkwell.rules.naming.named import CAPITALS, Named, all_names, runs_in
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.signs import Sign

_AUTHOR_FIELDS: Final = ("report-author", "author")
_SIGN_OFF: Final = "authors.name"
# Fields in which a name is certainly an officer's, or a Member's.
_HEADER: Final = ("report-of", *_AUTHOR_FIELDS, _SIGN_OFF, "authors.post", "presenting", "cabinet-member")
_OTHERS: Final = ("quotation", "title", "alt")
_LONG_POST: Final = 12
_POST: Final = r"(?:[A-Z][a-z]+[ \u00a0](?:of[ \u00a0]|and[ \u00a0])?)+[A-Z][a-z]+"
_POST_AFTER: Final = re.compile(rf",?[ \u00a0]\(?(?:the[ \u00a0])?(?P<post>{_POST})")
_POST_BEFORE: Final = re.compile(rf"(?P<post>Mr|Mrs|Ms|Miss|Dr|Councillor|Cllr|{_POST}),?[ \u00a0]\Z")
_POST_REACH: Final = 60


def rules() -> tuple[Rule, ...]:
    """The rules about the names of persons."""
    return (
        Rule(
            "officer-two-ways",
            "warning",
            "A person’s name or post is spelled in two ways",
            "A name is spelled as its owner spells it. One of the two is a slip.",
            Across(_two_spellings),
            source="The report’s own header and sign-off",
            fix="Spell it as elsewhere in the report",
        ),
        Rule(
            "author-differs",
            "warning",
            "The author in the header is not the one who signs the report off",
            "Members and the public have to know whom to ask.",
            Across(_author_differs),
            source="The template’s header and sign-off",
        ),
    )


_Places = dict[tuple[str, str], list[tuple[Passage, Person]]]


def _people(passage: Passage, guide: Guide) -> tuple[Person, ...]:
    if passage.place.field in _HEADER:
        return listed_people(passage.text)
    if passage.kind == "title":
        # A contact that stands below the list of papers: "Ann Brown, Head of Parks".
        contact = people(runs(passage.text))[:1]
        return contact if contact and contact[0].start == 0 and _beside(passage, contact[0]) else ()
    return people(passage.known(runs_in, guide))


def _two_spellings(reading: Reading) -> Iterator[Finding]:
    named: _Places = {}
    # In the answers of the header a name is one however it is written.
    answers, *parts = reading.pieces
    named_in = (each for piece in parts if piece.stands for each in piece.where(_people, reading.guide, CAPITALS))
    for passage, there in (*answers.where(_people, reading.guide), *named_in):
        for person in there:
            named.setdefault((person.first, person.last), []).append((passage, person))
    yield from _pairs(named)
    yield from _other_first_names(named)
    yield from _slips_of_officers(named, reading)
    yield from _posts(reading)


def _pairs(named: _Places) -> Iterator[Finding]:
    """Two spellings of one name, wherever they stand."""
    for one, other in combinations(named, 2):
        if _by_title(one, named[one]) and _by_title(other, named[other]):
            continue
        same = (
            one[0] == other[0]
            or one[1] == other[1]
            or (
                one[1][:1] == other[1][:1]
                and is_short_for(one[0], other[0])
                # Two officers of one header are two: "Daniel Prior" and "Danielle Pryor".
                and not all(any(p.place.field in _HEADER for p, _ in named[each]) for each in (one, other))
            )
        )
        if same and (
            spelled_alike(one, other)
            or (_in_one_post(named[one], named[other]) and sounds_alike(one, other))
            or (has_other_vowel(one, other) and not _together(named[one], named[other]))
        ):
            right, wrong = _by_weight(named[one], named[other])
            for passage, person in wrong:
                yield _misspelt(passage, person, right[0][1].name)


def _in_one_post(one: list[tuple[Passage, Person]], other: list[tuple[Passage, Person]]) -> bool:
    """Whether the persons of two names are said to hold one post, never in one passage."""
    if _together(one, other):
        return False
    mine, theirs = ({post for place in each for post in _beside(*place)} for each in (one, other))
    return bool((mine & theirs) - naming_words().titles)


def _together(one: list[tuple[Passage, Person]], other: list[tuple[Passage, Person]]) -> bool:
    return bool({id(passage) for passage, _ in one} & {id(passage) for passage, _ in other})


def _by_title(name: tuple[str, str], places: list[tuple[Passage, Person]]) -> bool:
    """Whether a person goes by a title and initials, so that the rule about surnames tells of a slip in it."""
    return len(name[0].rstrip(".")) == 1 and all(person.titled for _, person in places)


def _other_first_names(named: _Places) -> Iterator[Finding]:
    """Two first names of one surname that begin alike, with one post: "Gareth Hollis, Auditor", "Graham Hollis"."""
    surnames: dict[str, list[tuple[str, str]]] = {}
    for name in named:
        surnames.setdefault(name[1], []).append(name)
    for names in surnames.values():
        for one, other in combinations(names, 2) if len(names) > 1 else ():
            right, wrong = _by_weight(named[one], named[other])
            if len(wrong) != 1 or _together(right, wrong) or not same_initial(one[0], other[0]):
                continue
            (passage, person) = wrong[0]
            if _beside(*wrong[0]) & {each for place in right for each in _beside(*place)}:
                message = f"“{person.name}” is “{right[0][1].name}” elsewhere in this report. Check which is right."
                yield found(passage, person.start, person.end, message, severity="info")


def _beside(passage: Passage, person: Person) -> set[str]:
    """What tells who a person is: the title before the name, the post after it or before."""
    after = _POST_AFTER.match(passage.text, person.end)
    before = _POST_BEFORE.search(passage.text[max(0, person.start - _POST_REACH) : person.start])
    return {each["post"] for each in (after, before) if each}


def _slips_of_officers(named: _Places, reading: Reading) -> Iterator[Finding]:
    """Names of the header that the text spells otherwise; what is no given name is known there to be one."""
    officers = [each for each, places in named.items() if any(p.place.field in _HEADER for p, _ in places)]
    for officer in officers:
        for passage, slips in reading.where(_like(*officer), _with_name(*officer)):
            for person in slips:
                pair = (person.first, person.last)
                if pair not in officers and not (pair in named and spelled_alike(pair, officer)):
                    yield _misspelt(passage, person, " ".join(officer))


@cache
def _like(first: str, last: str) -> Callable[[Passage, Guide], tuple[Person, ...]]:
    """A look at names like an officer's in a passage; the same function for each officer, as what it finds is kept."""

    def look(passage: Passage, _guide: Guide) -> tuple[Person, ...]:
        return () if passage.kind in _OTHERS else tuple(people_like(first, last, passage.text))

    return look


@cache
def _with_name(first: str, last: str) -> Sign:
    """What passages have that may name an officer."""
    return Sign(first, last)


def _misspelt(passage: Passage, person: Person, name: str) -> Finding:
    message = f"“{person.name}” is spelled “{name}” elsewhere in this report. Spell it as its owner does."
    better = name if passage.text[person.start : person.end] == person.name else None
    return found(passage, person.start, person.end, message, better)


def _by_weight(
    one: list[tuple[Passage, Person]], other: list[tuple[Passage, Person]]
) -> tuple[list[tuple[Passage, Person]], list[tuple[Passage, Person]]]:
    """The likelier spelling first: the one that stands in the sign-off, then in the header, then more often."""

    def weight(places: list[tuple[Passage, Person]]) -> tuple[bool, bool, int]:
        fields = {passage.place.field for passage, _ in places}
        return (_SIGN_OFF in fields, bool(fields & set(_HEADER)), len(places))

    return (one, other) if weight(one) >= weight(other) else (other, one)


def _posts(reading: Reading) -> Iterator[Finding]:
    """A post of the header that the text spells with a slip, or with its words in another order: "Head of Leasure"."""
    named = [name for name in reading.known(all_names) if name.sort == "post"]
    above = [name for name in named if name.passage.place.field in _HEADER]
    for name in named:
        if name.passage.place.field in _HEADER or name.elsewhere:
            continue
        right = next((each for each in above if _one_slip(name, each) or _in_another_order(name, each)), None)
        if right is not None:
            message = f"“{name.text}” is spelled “{right.text}” in the header. Check which is right."
            yield found(name.passage, name.start, name.end, message, right.text)


def _one_slip(name: Named, other: Named) -> bool:
    first, second = written(name.text), written(other.text)
    if min(len(first), len(second)) < _LONG_POST or first == second:
        return False
    if DamerauLevenshtein.distance(first, second, score_cutoff=1) != 1:
        return False
    words = [(a, b) for a, b in zip(first.split(), second.split(), strict=False) if a != b]
    return (
        len(first.split()) == len(second.split())
        and len(words) == 1
        and min(map(len, words[0])) > 4
        and words[0][0].rstrip("'s") != words[0][1].rstrip("'s")
    )


def _in_another_order(name: Named, other: Named) -> bool:
    """Whether a post has the same words in another order: "Director of Corporate Resources"."""
    first, second = written(name.text).split(), written(other.text).split()
    return len(first) > 3 and first != second and sorted(first) == sorted(second)


def _author_differs(reading: Reading) -> Iterator[Finding]:
    header = next((each for each in reading.answers if each.place.field in _AUTHOR_FIELDS), None)
    rows = [each for each in reading.answers if each.place.field == _SIGN_OFF]
    if header is None or not rows:
        return
    above = [(person.first, person.last) for person in listed_people(header.text)]
    below = [(row, (person.first, person.last)) for row in rows for person in listed_people(row.text)]
    if not above or not below:
        return
    if any(_agrees(one, other) for one in above for _, other in below):
        return
    row, (first, last) = below[0]
    names = " and ".join(f"{a} {b}" for a, b in above)
    message = (
        f"The header names {names} as the author, and the report is signed off by {first} {last}."
        " Name the same person in both, or add the other."
    )
    yield found(row, 0, len(row.text), message)


def _agrees(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether they are one person, be it with a slip that another rule tells."""
    return same_person(one, other) or spelled_alike(one, other) or one == (other[1], other[0])
