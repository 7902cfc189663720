"""Lists as programs put them on a clipboard: their markers, and the numbers that their items had."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from clerkwell.model import Block, Blocks, ListItem, SubHeading

_LEVEL: Final = re.compile(r"level(\d)")
_ORDERED: Final = re.compile(
    r"\(?(?:(?P<number>\d{1,4})|(?P<letter>[a-zA-Z]{1,2}|[ivxlcIVXLC]+)|\d{1,3}(?:\.\d{1,3})+)[.)]?"
)
DEEPEST: Final = 2


def word_level(style: Mapping[str, str]) -> int | None:
    """The level of a paragraph of a list by Word's own style ("mso-list: l0 level2 lfo1"), from 0."""
    found = _LEVEL.search(style.get("mso-list", ""))
    return min(max(int(found[1]) - 1, 0), DEEPEST) if found else None


def is_ordered(marker: str) -> bool:
    """Whether a typed marker counts ("1.", "(a)", "iv)") rather than being a bullet; "o" is Word's round one."""
    return marker != "o" and _ORDERED.fullmatch(marker) is not None


def number_of(marker: str) -> int | None:
    """The number that a marker says; a first letter begins a list again. None where only its place in it would say."""
    found = _ORDERED.fullmatch(marker)
    if found is None:
        return None
    if found["number"]:
        return int(found["number"])
    return 1 if found["letter"] in ("a", "A", "i", "I") else None


def numbered(blocks: Sequence[Block], meant: Mapping[int, int]) -> Blocks:
    """The blocks with lists begun again where an item would else have another number than it had.

    `meant` are the numbers of items by index. How items count on is told in `clerkwell.model.lists`.
    """
    done: list[Block] = []
    counters: dict[int, int] = {}
    for index, block in enumerate(blocks):
        if isinstance(block, SubHeading):
            counters.clear()
        if isinstance(block, ListItem):
            for level in [level for level in counters if level > block.level]:
                del counters[level]
            if block.ordered:
                counted = counters.get(block.level, 0) + 1
                wanted = meant.get(index, counted)
                if wanted != counted:
                    block = block.model_copy(update={"start": wanted})
                counters[block.level] = wanted
        done.append(block)
    return tuple(done)
