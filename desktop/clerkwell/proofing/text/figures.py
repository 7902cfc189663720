"""Numbers that a space breaks, or parts from their sign: "£1, 200", "£ 400", "4 %"."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.proofing.text.faults import Fault

# Looked for first: most texts have a pound sign or a figure, and none of these.
BROKEN: Final = re.compile(r"£[ \u00a0]\d|\d, \d{3}|£\d{1,3} \d{3}|\d %")
# A word of each of them.
BROKEN_AT: Final = re.compile(r"£$|\d,$|£\d{1,3}$|^%", re.MULTILINE)
_PATTERN: Final = re.compile(
    r"£(?P<sign>[ \u00a0])(?=\d)"
    # "£40, 120 people having asked" and "£300 400 times" are two numbers.
    r"|£\d{1,3}(?:,\d{3})*,(?P<comma> )(?=\d{3}(?:[.,;)]|\Z| (?:a|per|for|each|at|was|is|and)\b))"
    r"|£\d{1,3}(?P<gap> )(?=\d{3}(?:[.,;)]|\Z| (?:a|per|for|each|at|was|is|and|in)\b))"
    # "2023/24 %" and "2024 %" head columns.
    r"|(?<!\d/\d\d)(?<!\d[-–]\d\d)(?<!\b(?:19|20)\d\d)(?<=\d)(?P<cent> )(?=%)"
)
_WORD_END: Final = re.compile(r"[^\s]*")


def broken_figures(text: str) -> Iterator[Fault]:
    """The spaces that stand inside a number, or between it and its sign."""
    for match in _PATTERN.finditer(text):
        kind = match.lastgroup or ""
        start, end = match.span(kind)
        first = max(text.rfind(" ", 0, start), text.rfind("\u00a0", 0, start)) + 1
        last = _WORD_END.match(text, end)
        stop = last.end() if last else end
        yield Fault(first, len(text[:stop].rstrip(".,;:)")), (start, end), "," if kind == "gap" else "")
