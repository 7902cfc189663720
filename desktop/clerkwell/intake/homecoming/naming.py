"""Ids for the blocks of a draft that came home: those of a reading are its own, and none of a report's."""

import re
from typing import Final

from clerkwell.comparing.renaming import Renaming, renamed
from clerkwell.model import Report, all_blocks

# What `bodies.Maker` calls blocks, and the stretches it makes.
_READ: Final = re.compile(r"r\d+w?")


def with_ids(report: Report, known: frozenset[str] = frozenset()) -> Report:
    """The report with the next free ids on the blocks that still have those of a reading, `known` ones left alone.

    What points at them follows.
    """
    named = [block.id for _, block in all_blocks(report)]
    fresh, taken = report.next_id, {*named, *known}
    names: dict[str, str] = {}
    for each in named:
        if _READ.fullmatch(each) is None or each in known:
            continue
        while f"b{fresh}" in taken:
            fresh += 1
        names[each] = f"b{fresh}"
        fresh += 1
    return renamed(report, Renaming(blocks=names)).model_copy(update={"next_id": fresh})
