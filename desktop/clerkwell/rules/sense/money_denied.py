"""What speaks of money, less plainly than a sum approved, where the financial implications say that there is none."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.proofing.sense.amounts import Amount, is_settled, sums
from clerkwell.proofing.sense.own_costs import GAINED, OwnMoney, own_money
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.sense.bearings import prose_of
from clerkwell.rules.signs import Sign

_POUND: Final = Sign("£")
_RECOMMENDED: Final = frozenset(("recommendations",))
# What was weighed, what went before and what others say is not what the report proposes.
_APART: Final = frozenset(("options", "appendices", "background-papers", "policy"))
_ASIDE: Final = re.compile(
    r"\b(?:reject|other\s+(?:ways|courses|options)|alternative|option|elsewhere|compar|history)", re.IGNORECASE
)
_BEFORE: Final = frozenset(("background", "consultation"))
# "That £45,000 be put in the capital programme", "Set aside £20,000 for repairs".
_PUT: Final = re.compile(
    r"£[\d.,]+(?:\s?(?:k|m|million))?\s+(?:(?:from|of|for)\s+[^.;£]{3,60}\s+)?(?:is\s+to\s+|should\s+|to\s+)?be\s+(?:put|included|added|set\s+aside|made\s+available|spent|provided|released|committed|earmarked"
    r"|transferred|drawn|used|found|paid|invested|contributed|offered|given|allotted|moved|taken|established|set\s+up)\b"
    r"|(?:\A|\b(?:to|and|that)\s+(?:(?:the\s+)?(?:Council|Cabinet|Committee|Board|Authority|Executive)\s+)?|\d\s+|\)\s+)(?:sets?\s+aside|puts?|includes?|commits?|spends?|provides?|releases?|earmarks?|transfers?|contributes?|invests?|pays?|makes?|funds?|draws?\s+down)"
    r"\s+(?:[\w’'-]+\s+){0,6}?(?:of\s+|up\s+to\s+)?£",
    re.IGNORECASE,
)


def put_by(reading: Reading) -> Amount | None:
    """A sum that a recommendation puts somewhere or takes from somewhere, without "approve" or "agree"."""
    for passage in prose_of(reading, _RECOMMENDED):
        found = _PUT.search(passage.text) if "£" in passage.text else None
        if found and not is_settled(passage.text):
            return min(sums(passage.text), key=lambda each: abs(each.start - found.start()), default=None)
    return None


def spoken_of(reading: Reading) -> OwnMoney | None:
    """A cost or an income that any part of the report tells of as its own and still to come; first what no source pays
    for."""
    told = [
        each
        for passage, there in reading.where(_own_money, _POUND)
        if passage.place.section and not _ASIDE.search(_heading(reading, passage))
        for each in there
        if each.what != GAINED or passage.place.section not in _BEFORE
    ]
    return min(told, key=lambda each: each.paid, default=None)


def _heading(reading: Reading, passage: Passage) -> str:
    section = passage.place.section
    known = (each.heading for each in reading.report.sections if each.id == section)
    return next((each for each in known if each), "") or ""


def _own_money(passage: Passage, _: Guide) -> tuple[OwnMoney, ...]:
    if passage.kind not in ("paragraph", "item") or passage.place.appendix or passage.place.section in _APART:
        return ()
    return own_money(passage.text)


def hedged(passages: Iterator[Passage] | list[Passage]) -> tuple[Passage, int, int] | None:
    """Where the financial implications say that there are no direct ones."""
    for passage in passages:
        found = _NO_DIRECT.search(passage.text)
        if found and not _EXCEPT.search(passage.text, found.end()):
            return passage, found.start(), found.end()
    return None


_NO_DIRECT: Final = re.compile(
    r"\bno\s+(?:direct|immediate|specific)\s+(?:[\w-]+\s+){0,2}?(?:financial|budget(?:ary)?|cost|revenue|capital)\s+(?:implications?|consequences?|impacts?|effects?)",
    re.IGNORECASE,
)
_EXCEPT: Final = re.compile(
    r"£|\b(?:beyond|other\s+than|apart\s+from|except|but|however|although|if|indirect\w*|at\s+this\s+stage|subject\s+to)\b",
    re.IGNORECASE,
)
