"""Where the numbered lists of a read text begin again: told by the numbers that the document prints."""

import re
from collections.abc import Sequence
from typing import Final

from clerkwell.model import Block, ListItem, SubHeading

_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def with_starts(blocks: Sequence[Block], labels: Sequence[str]) -> list[Block]:
    """The blocks, each numbered item that does not count on from the one before with the number it begins at.

    `labels` are the numbers as printed. The counting is that of `clerkwell.model.lists.ordinals`.
    """
    done: list[Block] = []
    counters: dict[int, int] = {}
    for block, label in zip(blocks, labels, strict=True):
        if isinstance(block, SubHeading):
            counters.clear()
        if isinstance(block, ListItem):
            for deeper in [level for level in counters if level > block.level]:
                del counters[deeper]
            if block.ordered:
                expected = counters.get(block.level, 0) + 1
                meant = _meanings(label, block.level)
                if meant and expected not in meant:
                    block = block.model_copy(update={"start": meant[0]})
                    expected = meant[0]
                counters[block.level] = expected
        done.append(block)
    return done


def _meanings(label: str, level: int) -> tuple[int, ...]:
    """The numbers that a label may be, the likeliest first; none for one that says no number."""
    parts = re.findall(r"[0-9]+|[A-Za-z]+", label)
    if not parts:
        return ()
    last = parts[-1].lower()
    if last.isdecimal():
        return (int(last[:6]),)
    letter = (ord(last[0]) - ord("a") + 1 + 26 * (len(last) - 1),) if last == last[0] * len(last) else ()
    roman = (_roman(last),) if all(each in _ROMAN for each in last) else ()
    return (*roman, *letter) if level == 2 else (*letter, *roman)


def _roman(letters: str) -> int:
    values = [_ROMAN[each] for each in letters]
    return sum(-one if one < after else one for one, after in zip(values, (*values[1:], 0), strict=True))
