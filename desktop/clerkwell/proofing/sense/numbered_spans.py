"""Things that are counted, and named by the first and last of their numbers: "4 x terraced houses (Plots 3 to 6)"."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.proofing.sense.sums import NUMBER, WrongSum, value_of

# None is named so without one of these.
SPANS_WITH: Final = ("(Plots ", "(plots ", "(Units ", "(units ", "(Flats ", "(flats ", "(Houses ", "(Lots ")
_SPAN: Final = re.compile(
    rf"(?P<number>{NUMBER})(?:\s+[x×]\s+|\s+)(?:[\w’'-]+\s+){{1,6}}?\((?:Plots|Units|Flats|Houses|Lots)\s+(?P<first>\d{{1,3}})\s*"
    r"(?P<join>to|and|[–—-])\s*(?P<last>\d{1,3})\)",
    re.IGNORECASE,
)


def wrong_spans(text: str) -> Iterator[WrongSum]:
    """The counts of a text that are not as many as the numbers beside them name."""
    if not any(sign in text for sign in SPANS_WITH):
        return
    for found in _SPAN.finditer(text):
        first, last = int(found["first"]), int(found["last"])
        has = 2 if found["join"].casefold() == "and" else last - first + 1
        if last > first and value_of(found["number"]) != has:
            yield WrongSum(found.start("number"), found.end("number"), found["number"], f"{has}")
