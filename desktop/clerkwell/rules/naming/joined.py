"""Bodies whose name is two words, joined by a hyphen in one place: "the Steering-Group", "a steering group"."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.rules.naming.hyphens import HYPHENED
from clerkwell.rules.passages import PROSE, Guide, Passage, Reading
from clerkwell.rules.rule import Finding, found
from clerkwell.rules.signs import Sign

# "Sub-Committee" and "Co-operative" are written so by many; "Steering-Group Chair" joins what goes before a noun.
_JOINED: Final = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Oo]ur|[Ii]ts|[Tt]heir|[Tt]his|[Tt]hat)[ \u00a0](?P<name>(?P<first>[A-Z][a-z]{3,})[-‑]"
    r"(?P<second>Group|Board|Panel|Committee|Party|Forum|Partnership|Team|Commission|Trust|Council))(?:['’]s)?"
    r"(?![\w’'‑-])(?![ \u00a0][A-Z])"
)
# "Sub Committee" where the report has its "Sub-Committee", and the other way about.
_SUB: Final = re.compile(r"\b(?P<first>[Ss]ub)(?P<between>[-‑ \u00a0])(?P<second>[Cc]ommittees?)\b")
_SUB_SIGN: Final = Sign("Sub", "sub")
# What is written with a hyphen by rule.
_PREFIXES: Final = frozenset(("Inter", "Multi", "Cross", "Self", "Anti", "Semi", "Vice", "Mini", "Over", "Under"))


def sub_committees(reading: Reading, told: set[tuple[int, int]]) -> Iterator[Finding]:
    """Each "Sub Committee" of a report that mostly writes "Sub-Committee", or the reverse; not those `told` of."""
    every = [(passage, *each) for passage, there in reading.where(_subs, _SUB_SIGN) for each in there]
    hyphens = sum(1 for _, _, _, hyphen in every if hyphen)
    fewer = hyphens < len(every) - hyphens
    if not hyphens or hyphens == len(every) or 2 * hyphens == len(every):
        return
    if any((id(passage), end) in told for passage, _, end, _ in every):
        return  # with the whole of its name
    for passage, start, end, hyphen in every:
        if hyphen is fewer:
            words = passage.text[start:end]
            other = f"{words[:3]}{' ' if hyphen else '-'}{words[4:]}"
            message = f"“{words}” is mostly written “{other}” in this report. Write it one way: “{other}”."
            yield found(passage, start, end, message, other)


def _subs(passage: Passage, _: Guide) -> tuple[tuple[int, int, bool], ...]:
    if passage.kind not in PROSE or passage.kind == "quotation":
        return ()
    return tuple((*each.span(), each["between"] in "-‑") for each in _SUB.finditer(passage.text))


def joined(reading: Reading, told: set[tuple[int, int]]) -> Iterator[Finding]:
    """Each such name with a hyphen, where the report has its two words apart as well; not those `told` of already."""
    for passage, there in reading.where(_joined, HYPHENED):
        for start, end, first, second in there:
            apart = "" if (id(passage), end) in told else _apart(first, second, reading)
            if apart:
                better = f"{first} {second}"
                message = (
                    f"“{passage.text[start:end]}” is also written “{apart}” in this report. "
                    f"Write it one way: “{better}”."
                )
                yield found(passage, start, end, message, better)


def _joined(passage: Passage, _: Guide) -> tuple[tuple[int, int, str, str], ...]:
    if passage.kind not in PROSE or passage.kind == "quotation":
        return ()
    return tuple(
        (match.start("name"), match.end("name"), match["first"], match["second"])
        for match in _JOINED.finditer(passage.text)
        if match["first"] not in _PREFIXES
    )


def _apart(first: str, second: str, reading: Reading) -> str:
    """How the report first writes the name in two words, "" where it never does."""
    pattern = re.compile(rf"(?<![\w’'-]){first}[ \u00a0]{second}(?![\w-])", re.IGNORECASE)
    for passage in reading.passages:
        if passage.kind in PROSE and passage.kind != "quotation":
            there = pattern.search(passage.text)
            if there and not there[0].isupper():
                return there[0]
    return ""
