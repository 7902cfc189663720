"""The figures in the cells of a table, and whether a total is the sum of what stands before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

_UNITS: Final = {
    "": 1, "k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000,
    "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
}  # fmt: skip
_FIGURE: Final = re.compile(
    r"(?:c\.?\s*|approx\.?\s*)?(?P<open>\()?\s*(?:(?P<minus>[-−–])|\+)?\s*(?P<pound>£)?\s*(?P<minus2>[-−–])?\s*"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)\s*(?P<unit>k|mn?|bn|thousand|million|billion)?\s*"
    r"(?P<cent>%|per\s+cent)?\s*(?P<close>\))?(?:\s*\(\d{1,3}(?:\.\d+)?\s?%\))?[*†‡\ufffc]*",
    re.IGNORECASE,
)
_BLANK: Final = re.compile(r"[-–—−.]*|nil|none|n/?a|£?0", re.IGNORECASE)


@dataclass(frozen=True)
class Figure:
    """A number in a cell: `unit` is what it counts in, `step` the smallest difference its writing can show."""

    value: Decimal
    step: Decimal
    unit: Literal["", "£", "%"]


Sum = Literal["agrees", "differs", "unknown"]


def figure(text: str) -> Figure | None:
    """The number that a cell holds and nothing else: "£62,000", "(1,250)", "12.5%", "£1.2m", "40 (12%)"."""
    found = _FIGURE.fullmatch(text.strip())
    if found is None or bool(found["open"]) != bool(found["close"]):
        return None
    digits = found["digits"].replace(",", "")
    times = _UNITS[(found["unit"] or "").casefold()]
    value = Decimal(digits) * times
    if found["open"] or found["minus"] or found["minus2"]:
        value = -value
    step = Decimal(1).scaleb(-len(digits.partition(".")[2])) * times
    return Figure(value, step, "%" if found["cent"] else "£" if found["pound"] else "")


def blank(text: str) -> bool:
    """Whether a cell stands for nothing: empty, a dash, "nil"."""
    return _BLANK.fullmatch(text.strip()) is not None


def adds_up(parts: Sequence[Figure], total: Figure, *, rounded: bool) -> bool:
    """Whether the parts come to the total, as far as their writing can show.

    Decimals, units of thousands and `rounded` figures may be out by half of the last place each.
    """
    return abs(sum((part.value for part in parts), Decimal()) - total.value) <= _slack(parts, total, rounded)


def _slack(parts: Sequence[Figure], total: Figure, rounded: bool) -> Decimal:
    every = [*parts, total]
    step = max(each.step for each in every)
    # Pence are exact; so is what is counted one by one.
    if not rounded and total.unit != "%" and (step == 1 or (step == Decimal("0.01") and total.unit == "£")):
        large = [each for each in every if abs(each.value) >= 1_000]
        # Whole pounds and large counts may have been rounded one by one before they were added.
        loose = len(parts) > 2 and len(large) == len(every) and any(each.value % 10 for each in every)
        return Decimal(len(parts) // 2) if loose else Decimal()
    return step * (len(parts) + 1) / 2
