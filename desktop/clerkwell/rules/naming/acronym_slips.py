"""Acronyms two letters of which stand in the wrong order: "MFTS", where the report has the MTFS."""

import re
from typing import Final

from clerkwell.proofing.naming.acronyms import lists
from clerkwell.rules.naming.acronym_ledger import Entry, Known, ledger
from clerkwell.rules.passages import Reading
from clerkwell.rules.rule import Finding, found

_SHORTEST: Final = 3
_INITIAL: Final = re.compile(r"\b[A-Z]")


def turned_round(entry: Entry, reading: Reading) -> Finding | None:
    """What is to be said of an acronym that is not spelled out, and is another one with two letters turned round."""
    use = entry.uses[0]
    core = use.acronym.core
    if len(core) < _SHORTEST or not core.isupper():
        return None
    for other in reading.known(ledger).values():
        spelt = next((known for known in other.introduced if known.introduction.words), None)
        if spelt is None or not _are_turned(core, spelt.introduction.core):
            continue
        if _initials(spelt) == core:
            # It is the introduction that has the slip.
            start, end = spelt.introduction.start, spelt.introduction.end
            return found(spelt.passage, start, end, _message(spelt.introduction.core, core), core)
        if len(entry.uses) == 1 and core not in lists().familiar:
            right = spelt.introduction.core
            return found(use.passage, use.acronym.start, use.acronym.end, _message(core, right), right)
    return None


def is_turned(core: str, reading: Reading) -> bool:
    """Whether another acronym of the report has the letters of this one, two of them turned round."""
    return len(core) >= _SHORTEST and any(_are_turned(core, other) for other in reading.known(ledger))


def _message(wrong: str, right: str) -> str:
    return (
        f"“{wrong}” has the letters of “{right}”, which this report writes elsewhere, in another order. Put them right."
    )


def _initials(known: Known) -> str:
    return "".join(_INITIAL.findall(known.expansion))


def _are_turned(one: str, other: str) -> bool:
    """Whether two letters beside each other have changed places."""
    apart = [at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    if len(one) != len(other) or len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    first, second = apart
    return one[first] == other[second] and one[second] == other[first]
