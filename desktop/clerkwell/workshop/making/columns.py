"""What the columns of a table of sections are for: the text, ticks, who signed it off."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

# What stands in a cell to tick: a box, a cross, yes or no, nothing.
_TICK: Final = re.compile(r"[\W_]*(?:(?:yes|y)\W*(?:or\W*)?(?:no|n)|yes|no|y|n|x|n/?a|tick)?[\W_]*", re.IGNORECASE)
_ASKED: Final = re.compile(r"\b(?:tick|relevant|applies|applicable|yes|no|y/n|n/a|impact)\b|[✓✔☐☑]", re.IGNORECASE)
_SIGNED: Final = re.compile(
    r"\b(?:sign\w*|officer|name|author|completed by|cleared|approved by|lead|date)\b", re.IGNORECASE
)
_FEW: Final = 5
# What one of several columns has, and the others: a cell with nothing in it says nothing aloud.
TICKS: Final = ("✓", "–")


@dataclass(frozen=True)
class TickColumn:
    """A column to tick: which one, from 0, and what it is called. `alone`: no other is, so it says yes or no."""

    at: int
    title: str
    alone: bool


@dataclass(frozen=True)
class SectionColumns:
    """Which column, from 0, has the text, which ones are ticked, and which says who signed it off (-1 for none)."""

    text: int = 1
    ticks: tuple[TickColumn, ...] = ()
    signed: int = -1


def columns_of(names: Sequence[str], rows: Sequence[Sequence[str]]) -> SectionColumns:
    """What the columns are for, by their names ("" for those without) and by what stands in them."""
    width = min(map(len, rows), default=0)
    ticked = [
        at for at in range(1, width) if _is_ticked(names[at] if at < len(names) else "", [row[at] for row in rows])
    ]
    if len(ticked) == width - 1:
        # Somewhere the text has to be.
        ticked = ticked[:-1]
    rest = [at for at in range(1, width) if at not in ticked]
    signing = [at for at in rest[1:] if at < len(names) and _SIGNED.search(names[at])]
    signed = signing[0] if signing else rest[1] if len(rest) == 2 and not ticked else -1
    titles = _apart([_title(names, at) for at in ticked])
    ticks = tuple(TickColumn(at, each, len(ticked) == 1) for at, each in zip(ticked, titles, strict=True))
    return SectionColumns(next((at for at in rest if at != signed), 1), ticks, signed)


def _title(names: Sequence[str], at: int) -> str:
    said = re.sub(r"\s*[(\[][^()\[\]]*[)\]]\s*", " ", names[at]) if at < len(names) else ""
    return " ".join(said.split()).strip(" :?") or "Tick"


def _apart(titles: Sequence[str]) -> list[str]:
    """The titles of columns, those that are the same with a number: each column is a question of its own."""
    return [
        f"{each} {titles[: at + 1].count(each)}" if titles.count(each) > 1 else each for at, each in enumerate(titles)
    ]


def _is_ticked(name: str, cells: Sequence[str]) -> bool:
    if not all(_TICK.fullmatch(each) for each in cells):
        return False
    # Empty cells are ticked only where their column says so.
    return (bool(_ASKED.search(name)) and len(name.split()) <= _FEW) or all(each.strip() for each in cells)
