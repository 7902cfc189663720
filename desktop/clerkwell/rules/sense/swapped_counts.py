"""Counts that are told again with two digits changed about: "the 421 responses", where all else has 412."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from clerkwell.model import Table, plain
from clerkwell.proofing.sense.row_names import is_turned
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Finding, found
from clerkwell.rules.sense.summing import SUBTOTAL
from clerkwell.rules.signs import FIGURE, Sign

_COUNTED: Final = Sign(pattern=re.compile(r"\b[1-9]\d\d [a-z]"), within=FIGURE)
_COUNT: Final = re.compile(
    r"(?P<the>\b(?:[Tt]he|[Aa]ll|[Tt]hese|[Tt]hose|total of)\s+)?(?<![\w£.,/–-])(?P<number>[1-9]\d\d)\s+"
    r"(?P<noun>(?:[a-z-]+\s+)?(?:[a-z]{3,}s|people|children|staff|men|women))\b"
)
# What is another time's, another place's, or set beside the other figure.
_OTHERS: Final = re.compile(
    r"\b(?:last\s+year|previous\w*|earlier|another|other|original\w*|compared|against|rather|than|instead|if|rose|fell"
    r"|increas\w+|decreas\w+|target|year\s+before|from|only|remaining)\b|\b20\d\d\b",
    re.IGNORECASE,
)
_BESIDE: Final = 50
_AFTER: Final = 12
_TIMES: Final = re.compile(r"(?:year|month|week|day|hour|minute|metre|mile|pound|tonne)s\Z")


class _Count(NamedTuple):
    start: int
    end: int
    number: str
    noun: str
    definite: bool


def swapped_counts(reading: Reading) -> Iterator[Finding]:
    """Counts told once as known that stand everywhere else with two of their digits changed about."""
    told = [(passage, each) for passage, there in reading.where(_counts, _COUNTED) for each in there]
    numbers: dict[str, int] = {}
    for _, each in told:
        numbers[each.number] = numbers.get(each.number, 0) + 1
    for passage, each in told:
        if not each.definite or numbers[each.number] > 1 or passage.kind == "cell":
            continue
        others = {
            other.number
            for _, other in told
            if other.noun.split()[-1] == each.noun.split()[-1] and is_turned(other.number, each.number)
        }
        if len(others) != 1 or _OTHERS.search(passage.text[max(0, each.start - _BESIDE) : each.end + _AFTER]):
            continue
        (other,) = others
        if other in _sentence(passage.text, each):
            continue
        times = sum(1 for _, one in told if one.number == other) + _in_totals(other, reading)
        if times > 1 and not _in_cells(each.number, reading):
            message = (
                f"This says {passage.text[each.start : each.end]}, and the report says {other} elsewhere. "
                "Put the one that is wrong right."
            )
            yield found(passage, each.start, each.end, message)


def _counts(passage: Passage, _: Guide) -> tuple[_Count, ...]:
    if passage.kind not in ("paragraph", "item"):
        return ()
    return tuple(
        _Count(each.start("number"), each.end("noun"), each["number"], each["noun"], each["the"] is not None)
        for each in _COUNT.finditer(passage.text)
        if not _TIMES.search(each["noun"])
    )


def _sentence(text: str, each: _Count) -> str:
    """What stands round a count, from one stop to the next."""
    end = text.find(". ", each.end)
    return text[text.rfind(". ", 0, each.start) + 1 : end if end >= 0 else len(text)]


def _in_cells(number: str, reading: Reading) -> bool:
    return any(each.kind == "cell" and each.text.strip() == number for each in reading.passages)


def _in_totals(number: str, reading: Reading) -> int:
    """How many rows of totals have a number."""
    times = 0
    for each in reading.passages:
        if each.kind == "cell" and each.text.strip() == number and isinstance(each.block, Table):
            row = each.block.rows[each.place.path[0]]
            times += SUBTOTAL.search(" ".join(plain(runs) for runs in row[0].paragraphs)) is not None
    return times
