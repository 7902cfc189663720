"""Surnames that are nearly another's: a councillor's with a letter wrong, or heard, or without its hyphen."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from clerkwell.proofing.naming.bodies import naming_words
from clerkwell.proofing.naming.people import Person, listed_people, people
from clerkwell.rules.naming.named import CAPITALS, runs_in
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.signs import Sign

_UNREAD: Final = frozenset({"quotation", "title", "alt"})
_TITLES: Final = Sign(
    "Councillor", "Cllr", "Mr ", "Mrs ", "Ms ", "Miss ", "Dr ", "Professor ", "Alderman ", "Commissioner ", "Mayor "
)
_PART: Final = r"(?:O[’'])?[A-Z][a-zà-öø-ÿ]+(?:[’'-][A-Z][a-zà-öø-ÿ]+)?"
_TITLED: Final = re.compile(
    r"\b(?P<title>Councillors?|Cllrs?\.?|Mr|Mrs|Ms|Miss|Dr|Professor|Alderman|Commissioner|Mayor)[ \u00a0]"
    # "Councillor Mrs J Pettifor"
    r"(?:(?:Mrs?|Ms|Miss|Mx|Dr|Sir|Dame)\.?[ \u00a0])?"
    rf"(?:(?P<first>{_PART}|[A-Z]\.?(?:[ \u00a0]?[A-Z]\.?)?)[ \u00a0])?(?P<last>{_PART})(?![\w-])"
)
_MEMBERS: Final = frozenset({"Councillor", "Cllr", "Alderman"})
# Who holds one of these offices is also told by another title.
_OFFICES: Final = frozenset({"Commissioner", "Mayor"})
# So few people of a report go by these that two whose names begin alike are likely one.
_RARE: Final = frozenset({"Dr", "Professor"})
_RARELY: Final = 6
_NAMED_IN: Final = ("cabinet-member", "report-of", "report-author", "authors.name", "presenting")
_SHORTEST: Final = 5
# So long a surname may have so many letters wrong, after the first.
_LONG: Final = 8
_LETTERS: Final = 2
_STEM: Final = 3
_BLANK: Final = "[ \u00a0]"


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "surname-two-ways", "warning", "A surname is spelled in two ways",
            "A name is spelled as its owner spells it, and minutes have to say who it was.", Across(_surnames),
            source="The report’s own header and text", fix="Spell it as elsewhere in the report",
        ),
    )  # fmt: skip


_Who = tuple[str, str, str, int, int]


def _titled(passage: Passage, _: Guide) -> tuple[_Who, ...]:
    """The persons with a title: title, first name, surname, and where the surname stands."""
    if passage.kind in _UNREAD:
        return ()
    known = naming_words()
    common = known.posts | known.bodies | known.describing | known.places | known.titles
    done: list[_Who] = []
    for match in _TITLED.finditer(passage.text):
        title = match["title"].rstrip("s.") if match["title"] not in ("Mrs", "Ms", "Miss") else match["title"]
        first, name = match["first"] or "", "last"
        if match["last"] in common:
            first, name = "", "first"
        last = match[name] or ""
        if len(last) >= _SHORTEST and last not in common:
            done.append((title, first, last, *match.span(name)))
    return tuple(done)


def _surnames(reading: Reading) -> Iterator[Finding]:
    places: dict[str, list[tuple[Passage, _Who]]] = {}
    for passage, there in reading.where(_titled, _TITLES):
        for who in there:
            places.setdefault(who[2], []).append((passage, who))
    if not places:
        return
    yield from _of_header(places, reading)
    yield from _of_full_names(places, reading)
    yield from _without_hyphen(places, reading)
    for one, other in combinations(places, 2):
        if _is_slip(one, other) and _may_be_one(places[one], places[other]):
            yield from _misspelt(one, other, places, reading)
        elif _is_heard(one, other, places) and _may_be_one(places[one], places[other]):
            yield from _misheard(places[one], places[other])


def _is_heard(one: str, other: str, places: Mapping[str, Sequence[tuple[Passage, _Who]]]) -> bool:
    """Whether a surname with no first name may be that of one who has one, by its ending or by a rare title."""
    if len(places[one]) > 1 < len(places[other]) or all(who[1] for _, who in (*places[one], *places[other])):
        return False
    if not any(who[1] for _, who in (*places[one], *places[other])):
        return False
    if _is_other_ending(one, other):
        return True
    doctors = [name for name, there in places.items() if any(who[0] in _RARE for _, who in there)]
    return (
        sorted(doctors) == sorted((one, other)) and one[:_STEM] == other[:_STEM] and min(len(one), len(other)) > _RARELY
    )


def _misheard(one: Sequence[tuple[Passage, _Who]], other: Sequence[tuple[Passage, _Who]]) -> Iterator[Finding]:
    wrong, right = sorted((one, other), key=lambda each: any(who[1] for _, who in each))
    if len(wrong) == 1:
        passage, (_, _, last, start, end) = wrong[0]
        message = (
            f"“{last}” is “{right[0][1][2]}” elsewhere in this report. If it is the same person, spell it as there."
        )
        yield found(passage, start, end, message, severity="info")


def _of_header(places: Mapping[str, Sequence[tuple[Passage, _Who]]], reading: Reading) -> Iterator[Finding]:
    """Persons of the header whom the text calls by a title and a surname with a letter wrong: "Mrs Hallum"."""
    header = list(reading.answers)
    named = {person.last for p in header if p.place.field in _NAMED_IN for person in listed_people(p.text)}
    named |= {person.last for p in header for person in people(p.known(runs_in, reading.guide))}
    for name, there in places.items():
        long = (each for each in named if len(each) >= _SHORTEST)
        right = [each for each in long if _is_slip(name, each) or _sounds_alike(name, each)]
        # One who is named with the right letters too is somebody else, or the rule about two spellings tells of him.
        if name in named or len(right) != 1 or right[0] in places or len(there) > 1:
            continue
        passage, (title, first, last, start, end) = there[0]
        if not first and title not in _MEMBERS:
            message = f"“{last}” is spelled “{right[0]}” in the header. Spell it as its owner does."
            yield found(passage, start, end, message, right[0])


def _of_full_names(places: Mapping[str, Sequence[tuple[Passage, _Who]]], reading: Reading) -> Iterator[Finding]:
    """One who is told by a title and a surname only, and by the full name with a letter other: "Mr Whitcomb"."""
    alone = {name: there for name, there in places.items() if len(there) == 1 and not there[0][1][1]}
    if not alone:
        return
    full: dict[str, list[Passage]] = {}
    for passage, persons in reading.where(_in_full, CAPITALS):
        for person in persons:
            full.setdefault(person.last, []).append(passage)
    for passage in reading.answers:
        for person in listed_people(passage.text) if passage.place.field in _NAMED_IN else ():
            full.setdefault(person.last, []).append(passage)
    for name, there in alone.items():
        right = [each for each in full if _is_slip(name, each) or _is_other_ending(name, each)]
        # Who has a title in both is looked at by another rule, but for an ending.
        if name in full or len(right) != 1 or (right[0] in places and _is_slip(name, right[0])):
            continue
        passage, (title, _, last, start, end) = there[0]
        same = {who[0] for _, who in places.get(right[0], ())} | {title}
        if len(same) == 1 and all(each is not passage for each in full[right[0]]):
            message = f"“{last}” is spelled “{right[0]}” elsewhere in this report. Spell it as its owner does."
            yield found(passage, start, end, message, right[0])


def _in_full(passage: Passage, guide: Guide) -> tuple[Person, ...]:
    return () if passage.kind in _UNREAD else people(passage.known(runs_in, guide))


def _is_other_ending(one: str, other: str) -> bool:
    """Whether two surnames differ in a last letter that is not heard: "Whitcomb" and "Whitcombe", "Marchbanks"."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST and long in (f"{short}e", f"{short}s")


def _misspelt(
    one: str, other: str, places: Mapping[str, Sequence[tuple[Passage, _Who]]], reading: Reading
) -> Iterator[Finding]:
    header = {person.last for p in reading.passages if p.place.field in _NAMED_IN for person in listed_people(p.text)}

    def weight(name: str) -> tuple[bool, int, bool]:
        return name in header, len(places[name]), any(who[1] for _, who in places[name])

    right, wrong = sorted((one, other), key=weight, reverse=True)
    for passage, (_, first, last, start, end) in places[wrong]:
        # With a first name in both, the rule about names spelled in two ways tells of it.
        if len(first.rstrip(".")) <= 1 or not any(len(who[1].rstrip(".")) > 1 for _, who in places[right]):
            message = f"“{last}” is spelled “{right}” elsewhere in this report. Spell it as its owner does."
            yield found(passage, start, end, message, right)


def _is_slip(one: str, other: str) -> bool:
    first, second = one.casefold(), other.casefold()
    if first == second or first[0] != second[0] or first.rstrip("es") == second.rstrip("es"):
        return False
    return DamerauLevenshtein.distance(first, second, score_cutoff=1) == 1


def _sounds_alike(one: str, other: str) -> bool:
    """Whether two long surnames of other letters are near enough to be one that was heard: "Hathersedge"."""
    first, second = one.casefold(), other.casefold()
    if min(len(first), len(second)) < _LONG or first[:_STEM] != second[:_STEM] or first[-1] != second[-1]:
        return False
    return 0 < DamerauLevenshtein.distance(first, second, score_cutoff=_LETTERS) <= _LETTERS


def _without_hyphen(named: Collection[str], reading: Reading) -> Iterator[Finding]:
    """A surname of two names without the hyphen that it has elsewhere: "Councillor Adeyemi Cole"."""
    for name in sorted(each for each in named if "-" in each):
        apart = re.compile(rf"(?<![\w-]){_BLANK.join(name.split('-'))}(?![\w-])")
        for passage, _ in reading.where(_titled, _TITLES):
            for match in apart.finditer(passage.text):
                message = f"“{match[0]}” is spelled “{name}” elsewhere in this report. Spell it as its owner does."
                yield found(passage, *match.span(), message, name)


def _may_be_one(one: Sequence[tuple[Passage, _Who]], other: Sequence[tuple[Passage, _Who]]) -> bool:
    """Whether the persons of two names may be one: nothing tells them apart."""
    firsts, others = ({who[1][:1] for _, who in each if who[1]} for each in (one, other))
    titles, other_titles = ({who[0] for _, who in each} for each in (one, other))
    members = titles <= _MEMBERS and other_titles <= _MEMBERS
    office = titles <= _OFFICES or other_titles <= _OFFICES
    if (firsts and others and not firsts & others) or not (members or office or titles == other_titles):
        return False
    if len(one) > 1 < len(other):
        return False
    return not any(_are_apart(mine, theirs) for mine in one for theirs in other)


def _are_apart(one: tuple[Passage, _Who], other: tuple[Passage, _Who]) -> bool:
    """Whether two names stand in one passage, but for one that is called in full and, a sentence on, by the surname."""
    (passage, first), (there, second) = sorted((one, other), key=lambda each: each[1][3])
    if passage is not there:
        return False
    return not first[1] or bool(second[1]) or ". " not in passage.text[first[4] : second[3]]
