"""Things that are counted and named beside it: "the five towns, which are Ewerdale, Pinfold and Sallow Green"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from clerkwell.proofing.sense.counted import Count, Mention, mentions_in
from clerkwell.proofing.text.sentences import Stretch

# None is named so without a list of names.
NAMES_HINT: Final = re.compile(r"[A-Za-z0-9’'], [A-Z][^,.;:()]{0,40}(?:, | and )[A-Z]")
_WORD: Final = r"[A-Z][\w’'&.-]*"
_NAME: Final = rf"{_WORD}(?:\s+(?:(?:of|the|upon|on|in|le|de|by|under|&)\s+){{0,2}}(?:{_WORD}|\d{{1,3}}[A-Z]?))*"
_NAMES: Final = re.compile(rf"(?P<names>(?:{_NAME}(?:,\s+and\s+|,\s+|\s+and\s+)){{2,}}{_NAME})")
# Between the things and their names.
_NAMED: Final = re.compile(
    r"(?:\s+(?:in|at|of|within|across|for|from|on|under)\s+(?:the\s+)?(?:[\w’'-]+\s*){1,6}?)?"
    r"(?:\s*(?P<bracket>\()|\s+(?P<dash>[–—-])\s+|,?\s+(?:which|who)\s+(?:are|were)\s+|,?\s+namely,?\s+|,\s+(?:these\s+)?being\s+"
    r"|[,;]\s+these\s+(?:are|were)\s+|,\s+i\.e\.,?\s+|,\s+(?:from|those\s+of|those\s+at)\s+)(?:from\s+|at\s+|in\s+)?"
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
        for each in told:
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
    least, most = _how_many(names["names"])
    if least < _FEWEST or least <= said.number <= most or said.number < _FEWEST:
        return None
    off = said.number - most if said.number > most else least - said.number
    return (most if said.number > most else least) if off == 1 or (off <= _FURTHEST and least >= _SURE) else None


def _how_many(names: str) -> tuple[int, int]:
    """How many names a list has at least and at most: "and" may be part of one."""
    by_comma = re.split(r",\s+", names)
    oxford = by_comma[-1].startswith("and ")
    ends_with_and = not oxford and " and " in by_comma[-1]
    return len(by_comma) + ends_with_and, len(_JOINT.split(names))
