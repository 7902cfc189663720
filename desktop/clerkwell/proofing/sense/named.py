"""Things that are counted and named beside it: "the five towns, which are Ewerdale, Pinfold and Sallow Green"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from clerkwell.proofing.sense.counted import Count, Mention, mentions_in
from clerkwell.proofing.sense.sums import value_of
from clerkwell.proofing.text.months import MONTH
from clerkwell.proofing.text.sentences import Stretch

# None is named so without a list of names.
NAMES_HINT: Final = re.compile(r"[A-Za-z0-9’'], [A-Z][^,.;:()]{0,40}(?:, | and )[A-Z]")
_WORD: Final = r"[A-Z][\w’'&.-]*"
_NAME: Final = rf"{_WORD}(?:\s+(?:(?:of|the|upon|on|in|le|de|by|under|&)\s+){{0,2}}(?:{_WORD}|\d{{1,3}}[A-Z]?))*"
_NAMES: Final = re.compile(rf"(?P<names>(?:(?:the\s+)?{_NAME}(?:,\s+and\s+|,\s+|\s+and\s+)){{2,}}(?:the\s+)?{_NAME})")
# Between the things and their names.
_NAMED: Final = re.compile(
    r"(?:\s+(?:in|at|of|within|across|for|from|on|under)\s+(?:the\s+)?(?:[\w’'-]+\s*){1,6}?)?"
    r"(?:\s*(?P<bracket>\()|\s+(?P<dash>[–—-])\s+|,?\s+(?:which|who)\s+(?:are|were)\s+|,?\s+namely,?\s+|,\s+(?:these\s+)?being\s+"
    r"|[,;]\s+these\s+(?:are|were)\s+|,\s+i\.e\.,?\s+|,\s+(?:from|those\s+of|those\s+at)\s+|:\s+|(?P<comma>,\s+))(?P<where>from\s+|at\s+|in\s+)?"
)
# "Both depots, at Ash, Birch and Corve, are full": as much as "the two".
_BOTH: Final = re.compile(
    r"\b[Bb]oth\s+(?:of\s+)?(?:(?:the|our|its|these|those)\s+)?(?:[a-z-]+\s+){0,2}?(?P<noun>[a-z]{3,}s)(?=,\s)"
)
# Who meets in two months has met twice, or more often; months themselves are no names of things.
_MET: Final = re.compile(
    r"\bmet\b[^.;:()\d]{0,30}?\s(?P<number>two|three|four|five|six|seven|eight|nine|ten|twice)(?:\s+(?P<noun>times|occasions))?\b"
    rf"(?:\s+(?:last|this|in\s+the)\s+(?:[a-z]+\s+)?year|\s+during\s+the\s+year)?,?\s+\(?(?:in\s+)(?P<months>{MONTH}(?:(?:,\s+and|,|\s+and)\s+{MONTH})+)\b(?!\s+\d)"
)
_AFTER: Final = re.compile(r"\s*(?:[.;]\s*|\Z|,\s+(?=[a-z]))")
# The sentence after: "At those stations – …", "They are …", "The bidders were …".
_AGAIN: Final = re.compile(
    r"(?:\d[\d.]*\s+)?(?:(?:(?:At|In|Of|For|From|All)\s+)?(?:[Tt]hose|[Tt]hese|[Tt]he)\s+(?:(?:[a-z-]+)\s+)?(?P<noun>[a-z]+)"
    r"(?:\s*(?P<bracket>\()|\s+(?P<dash>[–—-])\s+|,\s+|\s+(?:are|were|came\s+from|is)\s+)|(?:They|These|Those)\s+(?:are|were|came\s+from|come\s+from)\s+)(?:from\s+|at\s+|in\s+)?"
)
# Kinds of things, of each of which there may be several.
_KINDS: Final = re.compile(
    r"\b(?:Labour|Conservatives?|Liberals?|Reform|Independents?|Democrats?|Band|Grades?|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Head|Director|Manager|Officer|Clerk|Treasurer|Chair\w*|Act|Regulations?|Order)\b"
)
# "Ash and Sons" are one.
_FIRM: Final = re.compile(r"\s+(?:and|&)\s+(?=(?:Sons?|Co|Company|Partners|Associates|Brothers|Daughters?|Son)\b)")
_JOINT: Final = re.compile(r",\s+and\s+|,\s+|\s+and\s+")
_FEWEST: Final = 3
_SURE: Final = 4
_FURTHEST: Final = 2


def counts_against_names(text: str, stretches: Sequence[Stretch]) -> Iterator[tuple[Count, int]]:
    """The numbers of things that a text says and then names, in the same sentence or in the next, with how many names
    there are, where these are more or fewer."""
    before: tuple[Mention, ...] = ()
    for start, end in stretches:
        told = mentions_in(text, start, end)
        yield from _met(text, start, end)
        for each in (*told, *_both(text, start, end)):
            found = _NAMED.match(text, each.end, end)
            has = _judged(text, found, each, end) if found else None
            if has:
                yield Count(each.start, each.end, each.number), has
        again = _AGAIN.match(text, start, end) if len(before) == 1 and not told else None
        if again and again["noun"] in (None, before[0].noun):
            has = _judged(text, again, before[0], end)
            if has:
                yield Count(before[0].start, before[0].end, before[0].number), has
        before = told


def _both(text: str, start: int, end: int) -> Iterator[Mention]:
    """What a sentence tells of both of them, with names after it."""
    for found in _BOTH.finditer(text, start, end):
        yield Mention(found.start(), found.end(), 2, found["noun"], end)


def _met(text: str, start: int, end: int) -> Iterator[tuple[Count, int]]:
    """How often a body is said to have met, where more months are named in which it did."""
    for found in _MET.finditer(text, start, end):
        number = 2 if found["number"] == "twice" else value_of(found["number"])
        has = len(_JOINT.split(found["months"]))
        if has > number:
            yield Count(found.start("number"), found.end("noun" if found["noun"] else "number"), number), has


def _judged(text: str, lead: re.Match[str], said: Mention, end: int) -> int | None:
    """How many names come after a lead, where they are certainly not as many as was said."""
    names = _NAMES.match(text, lead.end(), end)
    if names is None or _KINDS.search(names["names"]):
        return None
    groups = lead.groupdict()
    closes = ")" if groups["bracket"] else (" – ", " — ", " - ") if groups["dash"] else None
    if closes is not None:
        closed = text.startswith(closes, names.end()) or (groups["dash"] and _AFTER.match(text, names.end(), end))
    else:
        closed = _AFTER.match(text, names.end(), end)
    if not closed:
        return None
    least, most = _how_many(_FIRM.sub(" & ", names["names"]))
    if least < _FEWEST or least <= said.number <= most:
        return None
    # "Four fires, in Ash, Birch and Corve": two may have been in one of them.
    if groups.get("where") and groups.get("comma") and said.number > most:
        return None
    # "Two schools, Ash Primary, Thorn, and Birch Infants": a comma may stand within one of them.
    if said.number < _FEWEST and (", and " in names["names"] or least - said.number > 1):
        return None
    off = said.number - most if said.number > most else least - said.number
    return (most if said.number > most else least) if off == 1 or (off <= _FURTHEST and least >= _SURE) else None


def _how_many(names: str) -> tuple[int, int]:
    """How many names a list has at least and at most: "and" may be part of one."""
    by_comma = re.split(r",\s+", names)
    oxford = by_comma[-1].startswith("and ")
    ends_with_and = not oxford and " and " in by_comma[-1]
    return len(by_comma) + ends_with_and, len(_JOINT.split(names))
