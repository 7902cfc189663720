"""Figures that are none: a comma in the wrong place, a share of people above the whole, an hour that no clock has."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple


class NoFigure(NamedTuple):
    """A figure that is none: where it stands, and what is wrong with it, in words."""

    start: int
    end: int
    why: str


_COMMAS: Final = "has its comma in the wrong place, or a digit too many or too few"
_SHARES: Final = "is more than all of them"
_CLOCK: Final = "is no time of day"
# £300,00 · £1,2500 · £1,250.000 · £12,34,567; in a list of figures a comma has a space after it, or parts years.
_MONEY: Final = re.compile(
    r"£ ?(?P<wrong>\d{1,3}(?:,\d{3})*(?:,\d{1,2}|,\d{4,})(?![\d,])|\d{4,},\d+|\d{1,3}(?:,\d{3})+\.\d{3,}(?!\d)"
    r"|\d+\.\d+\.\d+|,\d+)(?!\w|,\d)(?!\s?(?:m|bn|k|million|billion|thousand)\b)"
)
# 1,2500 homes; not a list of numbers, a reference or a date.
_COUNT: Final = re.compile(r"(?<![\w£.,/–-])\d{1,3},\d{4}(?![\d,./–-])(?= [a-z]{4,})")
_SHARE: Final = re.compile(
    r"(?<![\w.,–-])(?:10[1-9]|1[1-9]\d|[2-9]\d\d)(?:\.\d+)?(?:%| per cent) of "
    r"(?:those\b|respondents|residents|people|tenants|pupils|households|staff|invoices|calls|applications\b"
    r"|(?:the|all) (?:respondents|residents|people|tenants|pupils|households|replies|responses))"
)
_TIME: Final = re.compile(
    r"(?<![\w.:£/-])(?:(?:1[3-9]|2\d)(?:[.:]\d\d)? ?[ap]\.?m\b(?<!\d am)(?<!\d pm)|\d{1,2}[.:][6-9]\d ?[ap]\.?m\b"
    r"|(?:2[5-9]|[3-9]\d):[0-5]\d(?= (?:on|and|hours|each|every|to)\b))"
)
HINTS: Final = ("£", "%", " per cent", "am", "pm", "a.m", "p.m", ":")


def no_figures(text: str) -> Iterator[NoFigure]:
    """The figures of a text that cannot be right as they stand."""
    if "£" in text:
        yield from (NoFigure(*match.span(), _COMMAS) for match in _MONEY.finditer(text))
    if "," in text:
        yield from (NoFigure(*match.span(), _COMMAS) for match in _COUNT.finditer(text))
    if "%" in text or "per cent" in text:
        yield from (NoFigure(*match.span(), _SHARES) for match in _SHARE.finditer(text))
    yield from (NoFigure(*match.span(), _CLOCK) for match in _TIME.finditer(text))
