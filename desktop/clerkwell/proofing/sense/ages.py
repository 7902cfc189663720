"""Ages beside the year of birth, or of building: "put up in 1965 … by 2025, at 50 years old"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from clerkwell.proofing.sense.periods import WrongPeriod
from clerkwell.proofing.sense.sums import NUMBER, value_of
from clerkwell.proofing.text.sentences import Stretch

# Nobody's age is told without one of these.
AGED_WITH: Final = ("years old", "the age of ", " aged ", "birthday", "anniversary", "years later")
_YEAR: Final = re.compile(r"(?<![\d/£.,–-])(?:18|19|20)\d\d(?![\d/%]|[–-]\d|,\d)")
_BEGUN: Final = re.compile(
    r"\b(?:born|built|opened|put\s+up|founded|erected|established|set\s+up|dates?\s+(?:from|back\s+to)|laid\s+out|planted|launched|installed|formed)\b"
    r"[^.;\d]{0,30}?(?:\b\d{1,2}\s+)?(?:[A-Z][a-z]+\s+)?(?P<year>(?:18|19|20)\d\d)(?![\d/]|[–-]\d)"
)
_NTH: Final = re.compile(r"(?<![\w.,])(?P<number>\d{1,3})(?:st|nd|rd|th)\s+(?:birthday|anniversary)\b(?!\s+of\b)")
_AGE: Final = re.compile(
    rf"(?P<number>{NUMBER})\s+years\s+(?:old\b|later,?\s+in\b)|\b(?:at\s+the\s+age\s+of|aged)\s+(?P<aged>{NUMBER})\b(?!\s*(?:to|and|or|[–-])\s*\d|\s+(?:or|and)\s+(?:over|under|above))",
    re.IGNORECASE,
)
_LOOSE: Final = re.compile(
    r"\b(?:about|around|nearly|almost|over|under|more\s+than|less\s+than|some|approximately|between|at\s+least|up\s+to|before|until|only|than|just)\s+\Z",
    re.IGNORECASE,
)
# The birthday may be still to come in that year; a slip is no further out than so many years.
_NEAR: Final = 1
_FURTHEST: Final = 15


def wrong_ages(text: str, stretches: Sequence[Stretch]) -> Iterator[WrongPeriod]:
    """The ages of a text that are not what two years come to: that of the beginning, and the only other one told."""
    if not any(sign in text for sign in AGED_WITH):
        return
    for index, (start, end) in enumerate(stretches):
        told = [each for pattern in (_AGE, _NTH) for each in pattern.finditer(text, start, end)]
        if len(told) != 1 or _LOOSE.search(text[max(start, told[0].start() - 20) : told[0].start()]):
            continue
        # The beginning stands in the same sentence, or in the one before.
        first = stretches[index - 1][0] if index and not _BEGUN.search(text, start, end) else start
        begun = list(_BEGUN.finditer(text, first, end))
        years = {int(each[0]) for each in _YEAR.finditer(text, first, end)}
        if len(begun) != 1 or len(years) != len("ab") or int(begun[0]["year"]) != min(years):
            continue
        group = "aged" if told[0].groupdict().get("aged") else "number"
        # Somebody aged 12 is not the hall that was opened in 1990.
        if group == "aged" and not begun[0][0].startswith("born"):
            continue
        has, number = max(years) - min(years), value_of(told[0][group])
        if not has - _NEAR <= number <= has and abs(number - has) <= _FURTHEST:
            yield WrongPeriod(*told[0].span(), "length", f"{has} years")
