"""The rule about who is asked: a report to a board asks that board, and not the cabinet."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.model import Severity
from clerkwell.rules.naming.named import COMMITTEE_FIELDS
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.signs import Sign

_BODY: Final = r"Cabinet|Executive|Committee|Sub-Committee|Board|Panel|Commission"
_VERB: Final = (
    r"(?:agree|approve|endorse|note|consider|adopt|authorise|delegate|resolve|receive|support|confirm|appoint|accept"
    r"|welcome)s?"
)
# "That the Cabinet endorses", "(b) the Board approves"; not "the Executive Director agrees".
_ASKED: Final = re.compile(
    r"\s*(?:\(?(?:\d{1,2}(?:\.\d{1,2})?|[a-z]|[ivx]{1,4})[.)]?\s+)?"
    r"(?:It is (?:therefore )?recommended )?(?:[Tt]hat )?(?:[Tt]he )?"
    rf"(?P<body>{_BODY})\s+(?:(?:is|are)\s+(?:asked|recommended|invited|requested)\b|{_VERB}\b)"
)
# What goes on to another body is worded for that one.
_ONWARD: Final = re.compile(
    r"(?<!is )(?<!therefore )\b(?:recommend(?:s|ed|ation|ations)?\s+(?:to|that)\s+(?:the\s+)?"
    r"(?:Cabinet|Executive|Council|Committee|Board|Panel)|(?:refer|commend)(?:s|red|ed)?\b|comments?\b"
    r"|(?:proposed|draft)\s+recommendations?)",
    re.IGNORECASE,
)
_BODIES: Final = Sign(*_BODY.split("|"))
_SAME: Final = {"executive": "cabinet", "sub-committee": "committee"}


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "other-body-asked", "warning", "The recommendations ask another body than the one that takes the report",
            "What a meeting resolves in another’s name binds nobody, and the minutes cannot record it.",
            Across(_others), source="Committee practice: recommendations are addressed to the meeting on the agenda",
        ),
    )  # fmt: skip


def _asked(passage: Passage, _: Guide) -> tuple[tuple[int, int], ...]:
    place = passage.place
    stem = place.field == "recommendation-stem"
    if not stem and (place.section != "recommendations" or passage.kind not in ("paragraph", "item")):
        return ()
    match = _ASKED.match(passage.text)
    return (match.span("body"),) if match else ()


def _others(reading: Reading) -> Iterator[Finding]:
    header = [each.text for each in reading.answers if each.place.field in COMMITTEE_FIELDS]
    mine = {_SAME.get(word, word) for name in header for word in re.findall(_BODY.casefold(), name.casefold())}
    if len(header) != 1 or len(mine) != 1:
        return
    asked = list(reading.where(_asked, _BODIES))
    if not asked:
        return
    stem = [each for each in reading.answers if each.place.field == "recommendation-stem"]
    asking = reading.section("recommendations")
    words = " ".join(each.text for each in (*stem, *(asking.passages if asking and asking.stands else ())))
    if _ONWARD.search(words):
        return
    for passage, ((start, end),) in asked:
        said = passage.text[start:end]
        body = _SAME.get(said.casefold(), said.casefold())
        if body in mine:
            continue
        # A committee may be called a panel by those who sit on it; the cabinet is nobody else.
        severity: Severity | None = None if "cabinet" in {body, *mine} else "info"
        message = f"This asks the {said}, but the report goes to “{header[0].strip()}”. Ask the one that takes it."
        yield found(passage, start, end, message, severity=severity)
