"""People who have been given notice in one place of a report, and will be given it in another."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.proofing.text.months import MONTH
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Finding, found
from clerkwell.rules.signs import Sign

_READ: Final = frozenset(("paragraph", "item", "cell"))
_WHO: Final = r"(?P<who>[a-z][\w’'-]*(?:\s+[a-z][\w’'-]*)?s)"
# "Berth holders have been given three months’ notice", "have been sent notice of the change".
_GIVEN: Final = re.compile(
    rf"\b{_WHO}\s+(?:have|has)\s+(?:already\s+|all\s+|now\s+)?been\s+(?:given|sent|served\s+with|served)\s+(?:(?:[\w’'-]+\s+){{0,3}}?(?:months|weeks|days|month|week)[’']?\s+|the\s+required\s+|formal\s+|written\s+)?notice\b"
    rf"|\bnotice\s+has\s+(?:already\s+)?been\s+(?:given|sent|served)\s+(?:to|on)\s+(?:all\s+|the\s+)?(?P<whom>[a-z][\w’'-]*(?:\s+[a-z][\w’'-]*)?s)\b",
    re.IGNORECASE,
)
# "Officers will write to all berth holders … on 1 March 2022, three months before it takes effect".
_DAY: Final = (
    rf"(?:\b(?:on|in|by|from)\s+(?:\d{{1,2}}\s+)?{MONTH}\s+20\d\d"
    r"|\b(?:months|weeks|days)\s+(?:before|in\s+advance)|\bafter\s+(?:the|this)\s+(?:meeting|decision))"
)
_TO_COME: Final = re.compile(
    rf"\b(?:will|is\s+to|are\s+to|would)\s+(?:then\s+|also\s+)?(?:write|be\s+written|send|be\s+sent|give|be\s+given|serve|be\s+served|notify|be\s+notified)\b[^.;]{{0,200}}?{_DAY}",
    re.IGNORECASE,
)
_GIVEN_SIGN: Final = Sign("notice")
_WILL: Final = Sign(
    "will write",
    "will be written",
    "will send",
    "will be sent",
    "will give",
    "will be given",
    "will serve",
    "will be served",
    "will notify",
    "will be notified",
    "are to be sent",
    "are to be given",
    "is to be sent",
    "is to be given",
)


def _given(passage: Passage, _: Guide) -> tuple[tuple[int, int, str], ...]:
    if passage.kind not in _READ or passage.place.appendix:
        return ()
    return tuple((*each.span(), (each["who"] or each["whom"]).casefold()) for each in _GIVEN.finditer(passage.text))


def _to_come(passage: Passage, _: Guide) -> tuple[str, ...]:
    if passage.kind not in _READ or passage.place.appendix:
        return ()
    done = []
    for each in _TO_COME.finditer(passage.text):
        begun = passage.text.rfind(". ", 0, each.start()) + 1
        done.append(passage.text[begun : each.end()].casefold())
    return tuple(done)


def noticed(reading: Reading) -> Iterator[Finding]:
    """The notices that a report says were given, and elsewhere that they will be: to the same people."""
    given = list(reading.where(_given, _GIVEN_SIGN))
    if not given:
        return
    told = [(passage, text) for passage, there in reading.where(_to_come, _WILL) for text in there]
    for passage, there in given:
        for start, end, who in there:
            people = who.split()[-1] if len(who.split()) == 1 else who
            other = next((text for each, text in told if each is not passage and people in text), None)
            if other is not None:
                words = " ".join(other.split()[-12:])
                message = (
                    f"This says that notice has been given, and elsewhere the report says that it will be: “… {words}”."
                    " Put the one that is wrong right."
                )
                yield found(passage, start, end, message, severity="info")
