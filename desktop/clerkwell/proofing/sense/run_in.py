"""Lists in a sentence against the number that leads to them: "five faults: ropes, doors and a cracked buffer"."""

import re
from dataclasses import replace
from typing import Final

from clerkwell.proofing.sense.counted import Count, counts_before_list
from clerkwell.proofing.text.sentences import sentences

_COLON: Final = re.compile(r":\s+(?=\S)")
# What makes a tail more than a list of things, or leaves open how many it has.
_CLAUSE: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|said|says|did|does|do|may|must|should"
    r"|they|it|he|she|we|there"
    r"|which|who|whose|that|because|including|such\s+as|for\s+example|e\.g|etc|others?|several|both|all|each|various"
    r"|respectively|namely|rest|many|some|more)\b|[()“”\"]",
    re.IGNORECASE,
)
_COUNTS: Final = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|pair|first|second|third)\b",
    re.IGNORECASE,
)
_AND: Final = re.compile(r"\s(?:and|or|&|plus)\s", re.IGNORECASE)
_LEADS: Final = re.compile(r"\A(?:and|or)\s+", re.IGNORECASE)
_SMALL: Final = re.compile(r"\b(?:and|of|the|on|in|upon|under|le|de|by|at|for)\b|&")
# An item with more words may hold a comma of its own.
_SHORT: Final = 4
_FEWEST: Final = 3


def counts_against_run_in(text: str) -> tuple[tuple[Count, int], ...]:
    """The numbers of things that a sentence says before a colon, where the list after it has another number of items.

    Each with the number of items there are. Where commas or "and" leave it open how many they are, it says nothing.
    """
    if ": " not in text:
        return ()
    done = []
    for start, end in sentences(text):
        colon = _COLON.search(text, start, end)
        if colon is None or _COLON.search(text, colon.end(), end):
            continue
        least, most = _items(text[colon.end() : end].strip().rstrip("."))
        if not least:
            continue
        names = all(word[:1].isupper() for word in _SMALL.sub("", text[colon.end() : end]).split())
        said = [
            each for each in counts_before_list(text[start : colon.start() + 1]) if each.sure or (each.named and names)
        ]
        if said and not any(least <= each.number <= most for each in said):
            last = said[-1]
            has = most if last.number > most else least
            done.append((replace(last, start=last.start + start, end=last.end + start), has))
    return tuple(done)


def _items(tail: str) -> tuple[int, int]:
    """How many items a run-in list has at least and at most; (0, 0) where it may be no list."""
    if _COUNTS.search(tail):
        return 0, 0
    if ";" in tail:
        items = [each.strip() for each in tail.split(";")]
        is_list = len(items) >= _FEWEST and all(items)
        return (len(items), len(items)) if is_list else (0, 0)
    items = [each.strip() for each in tail.split(",")]
    if len(items) < 2 or not all(items) or _CLAUSE.search(tail):
        return 0, 0
    oxford = _LEADS.match(items[-1]) is not None
    if not oxford and not _AND.search(items[-1]):
        return 0, 0
    most = len(items) + sum(len(_AND.findall(_LEADS.sub("", each, count=1))) for each in items)
    # A comma may stand inside an item: "Jo Example, Head of Homes". Short things in small letters have none.
    plain = all(each[0].islower() and len(each.split()) <= _SHORT for each in items)
    least = len(items) if plain else 1
    return least, most
