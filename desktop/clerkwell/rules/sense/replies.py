"""The rule about replies to a consultation: as many are weighed as were received."""

import re
from collections.abc import Iterator
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
# "The 12 objections have been considered"; not "the 12 responses from businesses".
_WEIGHED: Final = re.compile(
    rf"\b(?:[Tt]he|[Aa]ll|[Tt]hese)\s+(?P<number>{_NUMBER})\s+(?P<noun>{_NOUN})"
    r"(?=[.,;]|\s+(?:have|has|had|were|was|are|raise|raised|and|received\s+(?:were|have|are)|do|did|to\s+the\s+consultation\b))"
)
# What makes it another number: some of them, or more.
_OTHERS: Final = re.compile(
    r"\b(?:further|additional|more|late[r]?|new|second|first|re-?consult\w*|withdrawn|duplicate\w*|valid|unique|remaining|other|amended"
    r"|individual|online|postal|written|earlier|previous\w*|petitions?|updated?)\b",
    re.IGNORECASE,
)
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


def _two_ways(reading: Reading) -> Iterator[Finding]:
    told = [(passage, each) for passage, there in reading.where(_told, _SIGN) for each in there]
    for passage, (noun, number, start, end, received) in told:
        had = {each[1] for _, each in told if each[0] == noun and each[4]}
        if received or len(had) != 1 or number in had:
            continue
        words = passage.text[start:end]
        message = f"“{words}” is not the {next(iter(had)):,} that the report says there were. Put the number right."
        yield found(passage, start, end, message)
