"""Lists in a sentence against the number that leads to them: "five faults: ropes, doors and a cracked buffer"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from clerkwell.proofing.sense.counted import Count, counts_before_list, mentions_in
from clerkwell.proofing.text.sentences import sentences

_COLON: Final = re.compile(r":\s+(?=\S)|,\s+namely,?\s+(?=\S)")
# "Three stages (design, tender and handover)": straight after what is counted.
_BRACKET: Final = re.compile(r"\s\((?=[a-z])([^()]{8,160})\)")
# What a sentence gives of a number in the one before: "These are to cut noise, to cut costs and to plant trees."
_THESE: Final = re.compile(r"\s*(?:These|They|Those)\s+(?:are|were)\s+(?=to\s+[a-z])")
_TO: Final = re.compile(r"(?:\A|,\s*(?:(?:and|or)\s+)?|\s(?:and|or)\s)to\s+[a-z]")
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
_TO_DO: Final = re.compile(r"(?:(?:and|or)\s+)?to\s+[a-z]")
_OPEN: Final = re.compile(r"\b(?:which|who|whose|including|such\s+as|for\s+example|etc)\b|[()“”\"]")
_AND: Final = re.compile(r"\s(?:and|or|&|plus)\s", re.IGNORECASE)
_LEADS: Final = re.compile(r"\A(?:and|or)\s+", re.IGNORECASE)
_SMALL: Final = re.compile(r"\b(?:and|of|the|on|in|upon|under|le|de|by|at|for)\b|&")
# An item with more words may hold a comma of its own.
_SHORT: Final = 4
# No list is run into a sentence without one of these.
RUN_IN_WITH: Final = (": ", "namely", " (", "These are to ", "They are to ", "These were to ", "They were to ")
_FEWEST: Final = 3


def counts_against_run_in(text: str) -> tuple[tuple[Count, int], ...]:
    """The numbers of things that a sentence says before a colon, where the list after it has another number of items.

    Each with the number of items there are. Where commas or "and" leave it open how many they are, it says nothing.
    """
    if not any(sign in text for sign in RUN_IN_WITH):
        return ()
    done = list[tuple[Count, int]]()
    stretches = sentences(text)
    for at, (start, end) in enumerate(stretches):
        done += _in_brackets(text, start, end)
        if at and (these := _THESE.match(text, start)):
            done += _of_these(text, *stretches[at - 1], text[these.end() : end])
        colon = _COLON.search(text, start, end)
        if colon is None or _COLON.search(text, colon.end(), end):
            continue
        least, most = _items(text[colon.end() : end].strip().rstrip("."))
        if not least:
            continue
        names = all(word[:1].isupper() for word in _SMALL.sub("", text[colon.end() : end]).split())
        said = [
            each
            for each in counts_before_list(f"{text[start : colon.start()]}:")
            if each.sure or (each.named and names)
        ]
        if said and not any(least <= each.number <= most for each in said):
            last = said[-1]
            has = most if last.number > most else least
            done.append((replace(last, start=last.start + start, end=last.end + start), has))
    return tuple(done)


def _in_brackets(text: str, start: int, end: int) -> Iterator[tuple[Count, int]]:
    for bracket in _BRACKET.finditer(text, start, end):
        least, most = _items(bracket[1])
        said = counts_before_list(f"{text[start : bracket.start()]}:") if least else ()
        if said and said[-1].sure and start + said[-1].end == bracket.start() and not least <= said[-1].number <= most:
            last = said[-1]
            yield replace(last, start=last.start + start, end=last.end + start), most if last.number > most else least


def _of_these(text: str, start: int, end: int, tail: str) -> Iterator[tuple[Count, int]]:
    told = mentions_in(text, start, end)
    least, most = _items(tail.strip().rstrip("."))
    if len(told) == 1 and least == most > 1 and told[0].number != most:
        yield Count(told[0].start, told[0].end, told[0].number), most


def _items(tail: str) -> tuple[int, int]:
    """How many items a run-in list has at least and at most; (0, 0) where it may be no list."""
    if _COUNTS.search(tail):
        return 0, 0
    if ";" in tail:
        items = [each.strip() for each in tail.split(";")]
        is_list = len(items) >= _FEWEST and all(items)
        return (len(items), len(items)) if is_list else (0, 0)
    items = [each.strip() for each in tail.split(",")]
    if len(items) > 1 and all(_TO_DO.match(each) for each in items) and not _OPEN.search(tail):
        aims = len(_TO.findall(tail))
        return (aims, aims) if re.search(r"\b(?:and|or)\s+to\b", items[-1]) else (0, 0)
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
