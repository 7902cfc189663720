"""The rule about replies to a consultation: as many are weighed as were received."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from clerkwell.proofing.sense.counted import first_number
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.signs import Sign

_NUMBER: Final = r"\d{1,3}(?:,\d{3})*|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_NOUN: Final = r"objections|objectors|representations|responses|replies|submissions|comments|letters"
_SIGN: Final = Sign(
    "objecti", "objector", "representations", "responses", "replies", "submissions", "comments", "letters"
)
# "14 objecting", "a total of 41 responses were received", "14 letters of objection".
_RECEIVED: Final = re.compile(
    rf"(?<![\w.,£/-])(?P<number>{_NUMBER})\s+"
    r"(?:(?P<against>objecting|against|in objection|of objection|letters of objection)\b"
    rf"|(?P<noun>{_NOUN})\s+(?:was|were|have been|had been)\s+(?:received|made|submitted|returned)\b"
    r"(?!\s+(?:from|by|on|about|against)))",
    re.IGNORECASE,
)
# "We received 326 responses", "the survey drew 326 replies": all that there were, where nothing tells of which.
_ALL: Final = re.compile(
    rf"\b(?:received|drew|attracted|generated|a\s+total\s+of|[Ii]n\s+(?:all|total),?|[Tt]here\s+were)\s+(?<![\w.,£/-])(?P<number>\d{{1,3}}(?:,\d{{3}})*|\d+)\s+"
    rf"(?P<noun>{_NOUN})(?=[.,;]|\s+(?:was|were|have\s+been|had\s+been|to\s+the|in\s+(?:all|total))\b|\Z)"
)
# "The 12 objections have been considered"; not "the 12 responses from businesses".
_WEIGHED: Final = re.compile(
    rf"\b(?:[Tt]he|[Aa]ll|[Tt]hese)\s+(?P<number>{_NUMBER})\s+(?P<noun>{_NOUN})"
    r"(?=[.,;]|\s+(?:have|has|had|were|was|are|is|raise|raised|and|received\s+(?:were|have|are)|do|did|to\s+the\s+consultation\b))"
)
# What makes it another number: some of them, or more.
_OTHERS: Final = re.compile(
    r"\b(?:further|additional|more|late[r]?|new|second|first|re-?consult\w*|withdrawn|duplicate\w*|valid|unique|remaining|other|amended"
    r"|individual|online|postal|written|earlier|previous\w*|petitions?|updated?)\b",
    re.IGNORECASE,
)
_OF_ONE: Final = re.compile(
    r"\b20\d\d\b|\b(?:each|per|ward|street|order|application|stage|round|phase|event|workshop)\b", re.IGNORECASE
)
_SUMMED_UP: Final = frozenset(
    ("summary", "recommendations", "conclusion", "purpose-of-report", "reasons", "introduction")
)
_FEWEST: Final = 10
_KIN: Final = {"objectors": "objections", "replies": "responses"}


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "replies-two-ways", "warning", "More or fewer replies are weighed than were received",
            "Whoever wrote one will ask whether theirs was read, and the decision can be challenged for it.",
            Across(_two_ways), source="Careful drafting: figures in a report agree with each other",
        ),
    )  # fmt: skip


_Told = tuple[str, int, int, int, bool]


def _told(passage: Passage, _: Guide) -> tuple[_Told, ...]:
    """What a passage says of replies: of what kind, how many, where, and whether of those that were received."""
    if passage.kind not in ("paragraph", "item") or _OTHERS.search(passage.text):
        return ()
    done: list[_Told] = []
    for pattern in (_RECEIVED, _WEIGHED):
        for match in pattern.finditer(passage.text):
            groups = match.groupdict()
            noun = "objections" if groups.get("against") else groups["noun"].casefold()
            number = first_number(match["number"])
            if number is not None:
                done.append((_KIN.get(noun, noun), number, match.start(), match.end(), pattern is _RECEIVED))
    return tuple(done)


def _all(passage: Passage, _: Guide) -> tuple[_Told, ...]:
    """What a passage says that was received in all: of what kind, how many, and where."""
    if passage.kind not in ("paragraph", "item") or passage.place.appendix or _OTHERS.search(passage.text):
        return ()
    matches = (*_ALL.finditer(passage.text), *_RECEIVED.finditer(passage.text))
    done: dict[int, _Told] = {}
    for match in matches:
        noun, number = match.groupdict()["noun"], first_number(match["number"])
        # A year, or "in Mill Lane", makes them those of one of several.
        if noun and number is not None and number >= _FEWEST and not _OF_ONE.search(passage.text):
            noun = noun.casefold()
            told = (_KIN.get(noun, noun), number, match.start("number"), match.end("noun"), True)
            done.setdefault(match.start("number"), told)
    return tuple(done.values())


def _received_twice(reading: Reading) -> Iterator[Finding]:
    """Two numbers of all that were received, near each other, the first of them where the report sums up."""
    told: dict[str, list[tuple[Passage, _Told]]] = {}
    for passage, there in reading.where(_all, _SIGN):
        for each in there:
            told.setdefault(each[0], []).append((passage, each))
    for members in told.values():
        numbers = {each[1] for _, each in members}
        if len(members) != len(numbers) or len(numbers) != 2:
            continue
        (first, one), (passage, other) = members
        apart = abs(one[1] - other[1])
        near = 10 * apart <= max(numbers) or sorted(str(one[1])) == sorted(str(other[1]))
        explained = any(re.search(rf"(?<![\w,.]){apart}(?!\w|[.,]\d|%)", each.text) for each in (first, passage))
        if (
            first.place.section not in _SUMMED_UP
            or first.place.section == passage.place.section
            or not near
            or explained
        ):
            continue
        words = passage.text[other[2] : other[3]]
        message = f"“{words}” is not the {one[1]:,} that the report says there were. Put the number right."
        yield found(passage, other[2], other[3], message)


def _two_ways(reading: Reading) -> Iterator[Finding]:
    yield from _received_twice(reading)
    told = [(passage, each) for passage, there in reading.where(_told, _SIGN) for each in there]
    in_all = [each for _, there in reading.where(_all, _SIGN) for each in there]
    for passage, (noun, number, start, end, received) in told:
        had = {each[1] for each in chain((each for _, each in told), in_all) if each[0] == noun and each[4]}
        if received or len(had) != 1 or number in had:
            continue
        words = passage.text[start:end]
        message = f"“{words}” is not the {next(iter(had)):,} that the report says there were. Put the number right."
        yield found(passage, start, end, message)
