"""The rule about things that go by two names, one word of which differs: a place, a firm, premises, a post, a plan."""

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from clerkwell.model import Place, Severity
from clerkwell.proofing.naming.bodies import naming_words
from clerkwell.proofing.naming.one_word_apart import Name, are_one, names_of
from clerkwell.proofing.spelling.speller import speller
from clerkwell.rules.naming.heard import heard
from clerkwell.rules.naming.near_places import groups_apart, limited_two_ways, schemes_apart, streets_apart
from clerkwell.rules.naming.odd_words import odd_words
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.signs import Sign

_UNREAD: Final = frozenset({"quotation", "alt"})
_NAMED: Final = Sign(
    "Ltd", "Limited", "LLP", "plc", "PLC", "CIC", "Member", "Portfolio", "Cabinet", "20", "Recreation", "Playing",
    "Hospital", "Centre", "Complex", "Hub", "Hall", "Estate", "Park", "Home", "Nature",
)  # fmt: skip
# "a new premises licence – The Copper Still": a house by the name on its sign.
_PREMISES: Final = re.compile(
    r"\b(?:licen[cs]\w*|premises|public house|hotel|restaurant|caf[eé]|bar|inn)\b", re.IGNORECASE
)
_SIGNED: Final = re.compile(
    r"(?:\A|[-–—:,“‘\"(]\s?|\b(?:at|of|for"
    r"|as)\s)The\s(?P<first>[A-Z][a-z]+)\s(?P<last>[A-Z][a-z]+)(?=\s*(?:\Z|[,.;()”’–—-]))"
)
_WORD: Final = re.compile(r"(?<![\w@.’'-])[A-Z][a-z]{5,}(?![\w@-])")
_OFTEN: Final = 2
_LONG: Final = 5
_VERY_LONG: Final = 7
_NOWHERE: Final = {"start": None, "end": None}

_Place = tuple[Passage, Name]


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "one-word-apart", "warning", "One thing goes by two names, of which one word differs",
            "A reader wonders whether there are two, and a decision names the wrong one.", Across(_apart),
            source="The report’s own usage", fix="Write it as elsewhere in the report",
        ),
    )  # fmt: skip


def _apart(reading: Reading) -> Iterator[Finding]:
    before = tuple(_by_kind(reading))
    yield from before
    # A name of which something was told above is told of once.
    for each in odd_words(reading):
        if not any(_lie_over(each.place, one.place) for one in before):
            yield each


def _lie_over(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None or one.model_copy(update=_NOWHERE) != other.model_copy(update=_NOWHERE):
        return False
    return (one.start or 0) < (other.end or 0) and (other.start or 0) < (one.end or 0)


def _by_kind(reading: Reading) -> Iterator[Finding]:
    places: dict[tuple[str, ...], list[_Place]] = {}
    for passage, there in reading.where(_names, _NAMED):
        for name in there:
            places.setdefault((name.sort, name.kind if name.kind != "Ltd" else "Limited", *name.own), []).append(
                (passage, name)
            )
    for one, other in combinations(places.values(), 2):
        if are_one(one[0][1], other[0][1]) and not _together(one, other) and not _any_other(one, other):
            yield from _told(one, other)
    yield from _firms_alone([each for group in places.values() for each in group if each[1].sort == "firm"], reading)
    yield from _premises(reading)
    yield from streets_apart(reading)
    yield from schemes_apart(reading)
    yield from limited_two_ways(reading)
    yield from groups_apart(reading)
    yield from heard(reading)


def _names(passage: Passage, _: Guide) -> tuple[Name, ...]:
    return () if passage.kind in _UNREAD else names_of(passage.text)


def _together(one: list[_Place], other: list[_Place]) -> bool:
    return bool({id(passage) for passage, _ in one} & {id(passage) for passage, _ in other})


def _any_other(one: list[_Place], other: list[_Place]) -> bool:
    return any(name.other_one for _, name in (*one, *other))


def _told(one: list[_Place], other: list[_Place]) -> Iterator[Finding]:
    right, wrong = sorted((one, other), key=lambda each: (_above(each), len(each)), reverse=True)
    if len(wrong) > 1:
        return  # used again and again, it may be another one
    (passage, name), (there, first) = wrong[0], right[0]
    certain = len(right) >= _OFTEN or _above(right) or name.sort == "firm" or passage.kind == "title"
    # Who writes the shorter name of a post means the same one.
    shorter = name.sort == "post" and len(name.own) < len(first.own)
    severity: Severity | None = None if certain and not shorter else "info"
    said, better = passage.text[name.start : name.end], there.text[first.start : first.end]
    message = f"“{said}” is “{better}” elsewhere in this report. If it is the same, write its name as there."
    yield found(passage, name.start, name.end, message, better if name.sort == "firm" else None, severity)


def _above(there: list[_Place]) -> bool:
    return any(passage.place.field for passage, _ in there)


def _capitals(passage: Passage, _: Guide) -> tuple[tuple[str, int], ...]:
    if passage.kind in _UNREAD:
        return ()
    return tuple((match[0], match.start()) for match in _WORD.finditer(passage.text))


def _firms_alone(firms: list[_Place], reading: Reading) -> Iterator[Finding]:
    """A firm by the first word of its name, with a letter wrong: "Meridan"."""
    names = {name.own[0] for _, name in firms if len(name.own[0]) > _LONG}
    told = {(id(passage), name.start) for passage, name in firms}
    known = speller()
    for right in sorted(name for name in names if name.isalpha()):
        said = [
            (passage, word, at)
            for passage, there in reading.where(_capitals)
            for word, at in there
            if word[:1] == right[:1] and abs(len(word) - len(right)) <= 1
        ]
        often = sum(1 for _, word, _ in said if word == right)
        slips = [each for each in said if _is_near(each[1], right)]
        enough = 1 if len(right) > _VERY_LONG else _OFTEN
        if often < enough or len(slips) != 1 or known.knows(slips[0][1].casefold()):
            continue
        passage, word, at = slips[0]
        if (id(passage), at) not in told:
            message = f"“{word}” is “{right}” elsewhere in this report. Write its name as there."
            yield found(passage, at, at + len(word), message, right)


def _is_near(word: str, right: str) -> bool:
    if word == right or word.rstrip("s") == right.rstrip("s"):
        return False
    return DamerauLevenshtein.distance(word, right, score_cutoff=1) == 1


def _signed(passage: Passage, _: Guide) -> tuple[tuple[str, str, int, int], ...]:
    if passage.kind in _UNREAD:
        return ()
    return tuple(
        (match["first"], match["last"], match.start("first"), match.end()) for match in _SIGNED.finditer(passage.text)
    )


def _premises(reading: Reading) -> Iterator[Finding]:
    """Licensed premises whose sign says another word than in the subject: "The Copper Kettle"."""
    subject = next((each for each in reading.answers if each.place.field == "subject"), None)
    if subject is None or not _PREMISES.search(subject.text):
        return
    own = subject.known(_signed, reading.guide)
    known = naming_words()
    if len(own) != 1 or own[0][0] in known.describing or own[0][1] in known.bodies | known.posts:
        return
    first, last, start, end = own[0]
    others = [
        (passage, each)
        for passage, there in reading.where(_signed)
        for each in there
        if each[0] == first and each[1] != last
    ]
    if len(others) == 1:
        passage, (_, other, at, to) = others[0]
        if passage is not subject and other not in known.bodies | known.posts:
            names = f"“The {first} {other}” is “The {first} {last}” in the subject."
            message = f"{names} If it is the same, write its name as there."
            yield found(passage, at, to, message, subject.text[start:end])
