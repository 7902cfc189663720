"""One name, one way of writing it: bodies and posts, hyphens and capitals."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from rapidfuzz.distance import Levenshtein

from clerkwell.model import Severity
from clerkwell.proofing.naming.bodies import naming_words, written
from clerkwell.proofing.naming.variants import difference, is_plural_apart
from clerkwell.proofing.spelling.speller import speller
from clerkwell.rules.naming.capitals import small_letters
from clerkwell.rules.naming.hyphens import hyphens
from clerkwell.rules.naming.joined import joined, sub_committees
from clerkwell.rules.naming.named import CAPITALS, Named, forms_in, listed_committees
from clerkwell.rules.naming.near import near_names
from clerkwell.rules.naming.second_names import second_names
from clerkwell.rules.naming.statutory_posts import statutory_posts
from clerkwell.rules.passages import Reading
from clerkwell.rules.rule import Across, Finding, Rule, found

_CONSISTENT: Final = "The council’s list of committees, where its template has one; else the report’s own usage"
# Names shorter than this are too easily alike by accident.
_LONG: Final = 14
_LONG_WORD: Final = 5
# In a name of so many words a shorter one that differs is a slip as well: "Upper Deane Area Committee".
_MANY_WORDS: Final = 4
_FEWEST_TURNED: Final = 3
_LINKS: Final = frozenset({"of", "for", "and", "the", "&"})


def rules() -> tuple[Rule, ...]:
    """The rules about names and terms written two ways."""
    return (
        Rule(
            "term-two-ways",
            "warning",
            "A body or a post is written in two ways",
            "A reader wonders whether they are two, and a search for one does not find the other.",
            Across(_two_ways),
            source=_CONSISTENT,
            fix="Write it as elsewhere in the report",
        ),
        Rule(
            "term-hyphens",
            "info",
            "A word is written with and without a hyphen",
            "A report is easier to read and to search when each word is written in one way.",
            Across(hyphens),
            source="GOV.UK style guide, “Hyphenation”; New Hart’s Rules, on consistent hyphens",
            fix="Write it as elsewhere in the report",
        ),
        Rule(
            "term-capitals",
            "info",
            "A body or a post is written with and without capitals",
            "A name has its capitals everywhere, so that a reader knows that the same body is meant.",
            Across(small_letters),
            source="GOV.UK style guide, “Capitalisation”",
            fix="Write it as elsewhere in the report",
        ),
    )


@dataclass
class _Forms:
    """One name as a report writes it: each form with the places where it stands."""

    forms: dict[str, list[Named]] = field(default_factory=dict)


def _two_ways(reading: Reading) -> Iterator[Finding]:
    listed = listed_committees(reading.pack)
    official = {written(name) for name in listed.names} if listed else set()
    groups: dict[str, _Forms] = {}
    for _, there in reading.where(forms_in, CAPITALS):
        for key, form, name in there:
            groups.setdefault(key, _Forms()).forms.setdefault(form, []).append(name)
    told: set[tuple[int, int]] = set()
    several = [key for key, group in groups.items() if len(group.forms) > 1]
    for key in sorted(several, key=len, reverse=True):
        yield from _of_one_name(groups[key], official, told)
    yield from _slips(groups, official, told)
    yield from _turned_round(groups, official, told)
    yield from joined(reading, told)
    yield from sub_committees(reading, told)
    yield from near_names(reading, told)
    yield from second_names(reading, told)
    yield from statutory_posts(reading)


def _of_one_name(group: _Forms, official: set[str], told: set[tuple[int, int]]) -> Iterator[Finding]:
    right = _preferred(group, official)
    for form, places in group.forms.items():
        differs = difference(right.text, places[0].text)
        if form == written(right.text) or form in official or not differs:
            continue
        if official and places[0].sort != "post" and is_plural_apart(form, written(right.text)):
            continue  # the rule about names that the council's list does not have tells of it
        for name in places:
            mark = (id(name.passage), name.end)
            if mark in told or (name.sort == "other" and "&" in form + written(right.text)):
                continue  # two names beside each other, as likely as one
            told.add(mark)
            severity: Severity | None = None if differs == "certain" and name.sort != "other" else "info"
            yield _told(name, right, severity)


def _told(name: Named, right: Named, severity: Severity | None) -> Finding:
    message = f"“{name.text}” is also written “{right.text}” in this report. Write it one way: “{right.text}”."
    return found(name.passage, name.start, name.end, message, right.text, severity)


def _preferred(group: _Forms, official: set[str]) -> Named:
    """The form of the council's own list, else the most frequent, else the first."""
    forms = list(group.forms.items())
    own = [places for form, places in forms if form in official]
    return (own[0] if own else max(forms, key=lambda each: len(each[1]))[1])[0]


def _slips(groups: dict[str, _Forms], official: set[str], told: set[tuple[int, int]]) -> Iterator[Finding]:
    """A letter too few, too many or wrong in one of two names of bodies: "Heath and Wellbeing Board"."""
    bodies = [
        (key, group)
        for key, group in groups.items()
        if len(key) >= _LONG and any(place.sort != "other" for places in group.forms.values() for place in places)
    ]
    bodies.sort(key=lambda each: len(each[0]))
    for index, (key, group) in enumerate(bodies):
        for other_key, other in bodies[index + 1 :]:
            if len(other_key) > len(key) + 1:
                break
            if Levenshtein.distance(key, other_key, score_cutoff=1) != 1:
                continue
            wrong, right = _slipped(group, other, official)
            if wrong is None or right is None:
                continue
            for name in wrong:
                mark = (id(name.passage), name.end)
                if mark not in told and name.sort != "other":
                    told.add(mark)
                    yield _told(name, right, None)


def _slipped(one: _Forms, other: _Forms, official: set[str]) -> tuple[list[Named] | None, Named | None]:
    """Which of two names a slip is in, with the right one; none where both may be meant."""
    first, second = _preferred(one, official), _preferred(other, official)
    if not _one_letter(first.text, second.text):
        return None, None
    # The council's own list comes first, then what is in the dictionary, then what stands more often.
    ours, others = (
        (written(name.text) in official, _is_spelt(name), sum(map(len, group.forms.values())))
        for name, group in ((first, one), (second, other))
    )
    if ours >= others:
        return [place for places in other.forms.values() for place in places], first
    return [place for places in one.forms.values() for place in places], second


def _is_spelt(name: Named) -> bool:
    return all(speller().knows(word) for word in name.text.split() if word.isalpha())


def _turned_round(groups: dict[str, _Forms], official: set[str], told: set[tuple[int, int]]) -> Iterator[Finding]:
    """Names of bodies that have the same words in another order: "Waste and Roads Panel", "Roads and Waste Panel"."""
    alike: dict[tuple[str, ...], list[_Forms]] = {}
    for group in groups.values():
        words = tuple(sorted(word for word in next(iter(group.forms)).split() if word not in _LINKS))
        if len(words) >= _FEWEST_TURNED:
            alike.setdefault(words, []).append(group)
    for several in alike.values():
        every = [place for group in several for places in group.forms.values() for place in places]
        if len(several) < 2 or not any(place.sort == "body" for place in every):
            continue
        first, *others = sorted(several, key=lambda group: _weight(group, official), reverse=True)
        for place in (place for group in others for places in group.forms.values() for place in places):
            mark = (id(place.passage), place.end)
            if mark not in told:
                told.add(mark)
                yield _told(place, _preferred(first, official), None)


def _weight(group: _Forms, official: set[str]) -> tuple[bool, int, bool]:
    """How likely a name is the right one of several: the council's own list before what stands more often, and the
    order of the Local Government Act 2000 (section 9F) last."""
    by_law = any("overview and scrutiny" in form for form in group.forms)
    return any(form in official for form in group.forms), sum(map(len, group.forms.values())), by_law


def _one_letter(one: str, other: str) -> bool:
    """Whether they differ in one long word only, and not in the s of a plural."""
    first, second = written(one).split(), written(other).split()
    if len(first) != len(second):
        return False
    pairs = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    return (
        len(pairs) == 1
        and min(map(len, pairs[0])) >= _LONG_WORD - (len(first) >= _MANY_WORDS)
        and pairs[0][0][0] == pairs[0][1][0]
        and pairs[0][0].rstrip("'s") != pairs[0][1].rstrip("'s")
        and not any(word.title() in naming_words().generic for word in pairs[0])
    )
