"""Older formats brought up to this one, a step at a time.

To change the format: raise `layout.FORMAT`, add the step from the old number here, and keep a file of the old format
in `tests/unit/storage/golden/` with what it has to become.
"""

from collections.abc import Callable, Mapping
from typing import Any

Step = Callable[[dict[str, Any]], dict[str, Any]]


def _unmarked(report: dict[str, Any]) -> dict[str, Any]:
    """Format 2 marks blocks as not for publication; what has no mark is for publication, as everything was before.

    The number went up all the same: a program that does not know the mark would drop it when it saves.
    """
    return report


def _unreturned(report: dict[str, Any]) -> dict[str, Any]:
    """Format 3 keeps replies under notes, returned documents and stale words; where it has none, nothing is lost.

    The number went up all the same, as a program that does not know them would drop them when it saves.
    """
    return report


def _unsealed(report: dict[str, Any]) -> dict[str, Any]:
    """Format 4 keeps clearances with their seals, how columns stand, the width of pictures, whether the answers of
    the header are done, what an earlier report had answered and, for each appendix, why the public interest lies in
    withholding it; where it has none, nothing is lost.

    The number went up all the same, as a program that does not know them would drop them when it saves.
    """
    return report


# From the format of this number to the next one: takes and gives the `report` object of `report.json`.
STEPS: Mapping[int, Step] = {1: _unmarked, 2: _unreturned, 3: _unsealed}


def migrate(report: dict[str, Any], from_format: int, to_format: int, steps: Mapping[int, Step]) -> dict[str, Any]:
    """The report object as `to_format` has it. A format without a step to the next one is a fault of the program."""
    for number in range(from_format, to_format):
        report = steps[number](report)
    return report
