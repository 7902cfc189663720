"""Officers who are called by the section that asks for them, in one way or another: "Section 151 Officer", "S151"."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.rules.passages import PROSE, Guide, Passage, Reading
from clerkwell.rules.rule import Finding, found
from clerkwell.rules.signs import Sign

_CALLED: Final = re.compile(
    r"(?<![\w(])(?P<way>(?P<section>[Ss]ection|[Ss]\.?)[ \u00a0]?(?P<number>151|114|73))[ \u00a0](?P<post>[Oo]fficer)\b"
)
# "Section 151 Officer (S151 Officer)" says what the short form stands for.
_SHORT_SAID: Final = re.compile(r"\([Ss]\.?[ \u00a0]?\d{2,3}(?:[ \u00a0][Oo]fficer)?\)")
_SIGN: Final = Sign("151", "114", "73")


def statutory_posts(reading: Reading) -> Iterator[Finding]:
    """Each such officer who is called otherwise than in most places."""
    every = [(passage, *each) for passage, there in reading.where(_called, _SIGN) for each in there]
    if any(_SHORT_SAID.search(passage.text) for passage, *_ in every):
        return
    for number in sorted({each[4] for each in every}):
        mine = [each for each in every if each[4] == number]
        ways: dict[str, int] = {}
        for each in mine:
            ways[_way(each[3])] = ways.get(_way(each[3]), 0) + 1
        if len(ways) < 2:
            continue
        # Where both stand as often, the one that is written out is right.
        right = max(ways, key=lambda way: (ways[way], len(way)))
        better = next(each[3] for each in mine if _way(each[3]) == right)
        for passage, start, end, said, _ in mine:
            if _way(said) != right:
                message = f"“{said} Officer” is also “{better} Officer” in this report. Call the post by one name."
                yield found(passage, start, end, message, better)


def _way(said: str) -> str:
    """A way of writing it, whatever its capitals and blanks."""
    return "section" if said[:2].casefold() == "se" else "s"


def _called(passage: Passage, _: Guide) -> tuple[tuple[int, int, str, str], ...]:
    if passage.kind not in (*PROSE, "answer") or passage.kind == "quotation":
        return ()
    return tuple((*each.span("way"), each["way"], each["number"]) for each in _CALLED.finditer(passage.text))
