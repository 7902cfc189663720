"""How large sums, percentages and large numbers are written in a text, and how each would be in another form."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.proofing.forms.written import Written

MONEY: Final = ("£1.5 million", "£1.5m")
_SUM: Final = re.compile(
    r"(?P<sum>£\s?\d[\d,]*(?:\.\d+)?)(?P<gap>[\s\u00a0-]?)(?P<unit>million|billion|mn|bn|m|M)(?!\w)"
)
_LARGE: Final = {"million": "m", "billion": "bn", "mn": "m", "bn": "bn", "m": "m", "M": "m"}
_LONG: Final = {"m": "million", "bn": "billion"}


def money(text: str) -> Iterator[Written]:
    """The sums of millions and billions of a text."""
    if "£" not in text:
        return
    for match in _SUM.finditer(text):
        unit = match["unit"]
        plain = match["gap"] == (" " if unit in ("million", "billion") else "") or match["gap"] == "\u00a0"
        form = "other" if not plain or unit in ("mn", "M") else MONEY[0] if len(unit) > 2 else MONEY[1]
        if match["gap"] == "-":
            # "a £2-million scheme" is one word.
            continue
        yield Written(*match.span(), form, (match["sum"], _LARGE[unit]))


def money_in(written: Written, form: str) -> str:
    """A sum in another form."""
    figures, unit = written.parts
    return f"{figures} {_LONG[unit]}" if form == MONEY[0] else f"{figures}{unit}"


PER_CENT: Final = ("5%", "5 per cent", "5 percent")
_SHARE: Final = re.compile(
    r"(?<![\w.,])(?P<figures>\d[\d,]*(?:\.\d+)?)(?P<gap>\s?)(?P<word>%|per\scent\b|percent\b)(?!age)"
    r"|\b(?P<tens>ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?P<ones>one|two|three|four|five|six|seven"
    r"|eight|nine))?\s(?P<said>per\scent|percent)\b"
)
_ONES: Final = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TENS: Final = ("", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def per_cents(text: str) -> Iterator[Written]:
    """The percentages of a text; those in words from ten on too, where they begin no sentence."""
    if "%" not in text and "cent" not in text:
        return
    for match in _SHARE.finditer(text):
        if match["tens"]:
            figures = str(10 * _TENS.index(match["tens"]) + _ONES.index(match["ones"] or ""))
            yield Written(*match.span(), PER_CENT[2] if match["said"] == "percent" else PER_CENT[1], (figures,))
            continue
        word = match["word"]
        form = "other" if (word == "%") == bool(match["gap"]) else PER_CENT[0] if word == "%" else PER_CENT[1]
        yield Written(
            *match.span(), PER_CENT[2] if word == "percent" and form != "other" else form, (match["figures"],)
        )


def per_cent_in(written: Written, form: str) -> str:
    """A percentage in another form."""
    return written.parts[0] + form.removeprefix("5")


NUMBERS: Final = ("12,000", "12000")
_FIGURES: Final = re.compile(
    r"(?<![\w.,/:–+-])(?P<pound>£?)(?:(?P<grouped>\d{1,3}(?:,\d{3})+)|(?P<plain>\d{4,12}))(?P<rest>\.\d{1,2})?"
    r"(?![\w/:–-]|[.,]\d|\u00a0?%)"
)
# A number that is a name of something, not how many.
_NAME: Final = re.compile(
    r"(?:\b(?:no|nos|number|numbers|ref|reference|minute|application|case|account|code|charity|company|uprn|id|policy|order"
    r"|invoice|postcode|grid|isbn|tel|telephone|ext|extension|incident|job|contract|form|box)\b\.?:?(?:\s(?:is|was|of))?"
    r"|#)\s?\Z",
    re.IGNORECASE,
)
_LARGE_HINT: Final = re.compile("[0-9],[0-9]{3}|[0-9]{5}|£[0-9]{4}")
_FEWEST: Final = 5


def numbers(text: str) -> Iterator[Written]:
    """The numbers of a text from a thousand on, sums apart; four figures without a comma may be a year."""
    return (each for each in _large(text) if not each.parts[0])


def sums(text: str) -> Iterator[Written]:
    """The sums of a thousand pounds and more that are written out in figures."""
    return (each for each in _large(text) if each.parts[0]) if "£" in text else iter(())


def _large(text: str) -> Iterator[Written]:
    if not _LARGE_HINT.search(text):
        return
    for match in _FIGURES.finditer(text):
        plain = match["plain"]
        if plain and ((len(plain) < _FEWEST and not match["pound"]) or plain.startswith("0")):
            continue
        if plain and _NAME.search(text, max(0, match.start() - 20), match.start()):
            continue
        digits = plain or match["grouped"].replace(",", "")
        form = NUMBERS[1] if plain else NUMBERS[0]
        yield Written(*match.span(), form, (match["pound"], digits, match["rest"] or ""))


def number_in(written: Written, form: str) -> str:
    """A number or a sum in another form."""
    pound, digits, rest = written.parts
    return f"{pound}{int(digits):,}{rest}" if form == NUMBERS[0] else f"{pound}{digits}{rest}"
