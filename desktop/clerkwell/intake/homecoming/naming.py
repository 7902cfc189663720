"""Ids for the blocks of a draft that came home: those of a reading are its own, and none of a report's."""

import re
from typing import Final

from clerkwell.comparing.renaming import Renaming, renamed
from clerkwell.model import Report, all_blocks

# What `bodies.Maker` calls blocks, and the stretches it makes.
_READ: Final = re.compile(r"r\d+w?")
_APPENDIX: Final = re.compile(r"ra\d+")


def with_ids(report: Report, known: frozenset[str] = frozenset()) -> Report:
    """The report with the next free ids on blocks and appendices that still have those of a reading.

    Those that are `known` are left alone.

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
    appendices: dict[str, str] = {}
    held = {each.id for each in report.appendices}
    for appendix in report.appendices:
        if _APPENDIX.fullmatch(appendix.id) is not None:
            number = 1
            while f"a{number}" in held:
                number += 1
            appendices[appendix.id] = f"a{number}"
            held.add(f"a{number}")
    return renamed(report, Renaming(blocks=names, appendices=appendices)).model_copy(update={"next_id": fresh})
