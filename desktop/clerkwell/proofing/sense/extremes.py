"""Who a text says has the lowest price or the highest score: "firm A, whose quotation is the lowest"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

Way = Literal["lowest", "highest"]
# No such claim is made without one of these.
CLAIMED_WITH: Final = ("lowest", "cheapest", "highest")
_NAME: Final = (
    r"(?P<name>(?:[Oo]ption|[Ff]irm|[Cc]ompany|[Ss]upplier|[Cc]ontractor|[Tt]enderer|[Bb]idder|[Tt]ender)\s+(?:[A-Z]|\d{1,2})\b"
    r"|[A-Z][\w’'&.-]*(?:\s+(?:[A-Z&][\w’'&.-]*|and(?=\s[A-Z])|of(?=\s[A-Z]))){0,4})"
)
_PRICE: Final = r"(?:quotation|tender|price|bid|quote|cost|offer)"
_WAY: Final = r"(?P<way>lowest|cheapest|highest)"
_WHAT: Final = rf"(?P<what>(?:overall\s+|total\s+|combined\s+)?(?:{_PRICE}|scor(?:e|ing\s+\w+)|marks?|total))"
_CLAIMS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_NAME},?\s+whose\s+{_WHAT}\s+(?:is|was)\s+the\s+{_WAY}\b",
        rf"{_NAME}(?:,\s+which|\s+which|\s+who)?\s+(?:submitted|offered|gave|sent|made|quoted|had|has|received|achieved|scored|is|was)\s+the\s+{_WAY}(?:\s+{_WHAT})?\b",
        rf"\b[Tt]he\s+{_WAY}\s+{_WHAT}\s+(?:(?:is|was)\s+(?:from|that\s+of|submitted\s+by|received\s+from|made\s+by|of)|came\s+from|is|was)\s+{_NAME}",
    )
)
_LOOSE: Final = re.compile(
    r"\b(?:second|third|next|joint|not|if|would|one\s+of|among|quality|technical|per|unit|after|once|adjusted|weighted|whole-life|compliant"
    r"|qualifying|valid|suitable|acceptable)\b[^.;]{0,60}$|\bthan\b",
)
# "Contractor B, which is the lowest, …": of what, the table says.
_ALONE: Final = re.compile(r"\b(?:is|was)\s+the\s+lowest\Z")
_ENDS: Final = re.compile(r"[,.;)]|\s+(?:and|but)\b|\Z")


@dataclass(frozen=True)
class Claim:
    """Who is said to be the lowest or the highest: where the words stand (code points), the name, and whether it is
    said of a price."""

    start: int
    end: int
    name: str
    way: Way
    price: bool


def claims(text: str) -> Iterator[Claim]:
    """The claims of a text that somebody's price or score is the lowest or the highest of all."""
    if not any(word in text for word in CLAIMED_WITH):
        return
    for pattern in _CLAIMS:
        for found in pattern.finditer(text):
            before = re.split(r"[.;]\s", text[: found.start()])[-1]
            after = re.split(r"[.;]\s|,\s", text[found.end() :])[0]
            if (
                _LOOSE.search(before[-60:])
                or _LOOSE.search(found[0])
                or re.search(r"\b(?:of|for|in|that|which|to)\b", after)
            ):
                continue
            what = found["what"] or ""
            bare = found["way"] == "lowest" and not what and _ALONE.search(found[0]) and _ENDS.match(text, found.end())
            if found["way"] != "cheapest" and not what and not bare:
                continue
            price = bool(bare) or found["way"] == "cheapest" or re.search(_PRICE, what) is not None
            way: Way = "highest" if found["way"] == "highest" else "lowest"
            end = found.start() + len(found[0].rstrip(".,"))
            yield Claim(found.start(), end, found["name"].rstrip(".,"), way, price)
