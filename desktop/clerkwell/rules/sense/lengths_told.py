"""The rule about how long an agreement lasts: told in two ways, one of them is wrong."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from clerkwell.proofing.sense.shares import number_of
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.signs import Sign

_NUMBER: Final = r"(?P<number>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|twenty-five)"
_WHAT: Final = r"(?P<what>contract|lease|licence|tenancy|loan|framework|concession)"
# "A three-year contract", "a contract for three years", "the lease would be for a term of ten years".
_WAYS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\ban?\s+(?:new\s+)?{_NUMBER}[-\s]years?\s+(?P<kind>(?:[\w’'-]+\s+){{0,2}}?){_WHAT}\b",
        rf"\b(?:an?|the)\s+(?:new\s+|proposed\s+)?(?P<kind>(?:[\w’'-]+\s+)?){_WHAT}\s+(?:(?:will|would)\s+be\s+(?:let\s+|awarded\s+|granted\s+)?|is\s+)?for\s+(?:a\s+(?:term|period)\s+of\s+)?{_NUMBER}\s+years\b",
        rf"\b(?:an?|the)\s+(?:new\s+|proposed\s+)?{_WHAT}\s+(?:would|will|should)\s+be\s+(?:awarded|let|granted)\s+to\s+[A-Z][^.;,]{{2,40}}?\s+for\s+(?:a\s+(?:term|period)\s+of\s+)?{_NUMBER}\s+years\b",
        rf"\b(?:an?|the)\s+(?:new\s+)?{_WHAT}\s+(?:to|with)\s+[A-Z][^.;,]{{2,40}}?\s+for\s+(?:a\s+(?:term|period)\s+of\s+)?{_NUMBER}\s+years\b",
    )
)
_AGREED: Final = Sign("contract", "lease", "licence", "tenancy", "loan", "framework", "concession")
# Whatever makes a second length of one agreement, or tells of another one.
_MORE: Final = re.compile(
    r"\b(?:extend\w*|extension\w*|renew\w*|option\w*|break|further|additional|initial\w*|plus|up\s+to|minimum|maximum|at\s+least|remaining|left"
    r"|current\w*|existing|present|previous\w*|last|original\w*|expired?|other|another|second|first|each|lots?|alternative\w*|instead|rather"
    r"|shorter|longer|interim|temporary|or|per)\b|\+",
    re.IGNORECASE,
)
# Told of what is proposed, and not of what others hold, what was weighed or what is feared.
_PROPOSES: Final = re.compile(
    r"\b(?:propos\w+|award\w*|grant(?:s|ed|ing)?|approv\w+|agree\w*|let|given|offered|asks?|take|would\s+have|enter\w*|(?:will|would|should|to)\s+be)\b",
    re.IGNORECASE,
)
_NOT_SO: Final = re.compile(
    r"\b(?:not|no|risks?|carry|if|whether|than|hold|holds|held|ends?|ended|told|compar\w+|market|considered|has|had|was|were|already|like)\b",
    re.IGNORECASE,
)
_APART: Final = frozenset(("options", "background", "appendices", "background-papers", "policy", "consultation"))


class _Length(NamedTuple):
    start: int
    end: int
    years: int
    what: str
    kind: str


def _lengths(passage: Passage, guide: Guide) -> tuple[_Length, ...]:
    if passage.kind not in ("paragraph", "item") or passage.place.section in _APART or passage.place.appendix:
        return ()
    if "year" not in passage.text or not passage.place.section:
        return ()
    done: dict[int, _Length] = {}
    for start, end in passage.known(sentences_of, guide):
        if not _PROPOSES.search(passage.text, start, end) or _NOT_SO.search(passage.text, start, end):
            continue
        for each in (match for way in _WAYS for match in way.finditer(passage.text, start, end)):
            at = each.start("number")
            done[at] = _Length(
                each.start(), each.end(), number_of(each["number"]), each["what"].casefold(), _kind(each)
            )
    return tuple(done.values())


def _kind(found: re.Match[str]) -> str:
    """What an agreement is for, where it is called by that: "cleaning"."""
    return (found.groupdict().get("kind") or "").casefold().strip().removeprefix("new ").removeprefix("proposed ")


def _more(passage: Passage, _: Guide) -> bool:
    """Whether a passage speaks of agreements in a way that leaves room for a second length."""
    return passage.kind in ("paragraph", "item") and _MORE.search(passage.text) is not None


def _two_ways(reading: Reading) -> Iterator[Finding]:
    groups: dict[str, list[tuple[Passage, _Length]]] = defaultdict(list)
    for passage, there in reading.where(_lengths, _AGREED):
        for each in there:
            groups[each.what].append((passage, each))
    for what, members in groups.items():
        if len({each.years for _, each in members}) != 2:
            continue
        said = (each for each, there in reading.where(_more, _AGREED) if there and what in each.text)
        (first, one), (passage, other) = members[0], next(m for m in members if m[1].years != members[0][1].years)
        kinds = {each.kind for _, each in members if each.kind not in ("", "new", "proposed")}
        sections = [
            {p.place.section for p, each in members if each.years == years} for years in (one.years, other.years)
        ]
        # Told in one section, they are of two agreements.
        if any(said) or len(kinds) > 1 or sections[0] & sections[1]:
            continue
        message = (
            f"Elsewhere the report says “{first.text[one.start : one.end]}”, and here "
            f"“{passage.text[other.start : other.end]}”. Put the one that is wrong right."
        )
        yield found(passage, other.start, other.end, message)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "length-two-ways", "warning", "An agreement is told to last for two lengths of time",
            "Members agree to a number of years, and the minutes record it.",
            Across(_two_ways), source="Careful drafting: terms in a report agree with each other",
        ),
    )  # fmt: skip
