"""A list of contents that was typed, or whose style does not say that it is one."""

import re
from collections.abc import Sequence

from clerkwell.intake.folding import folded
from clerkwell.intake.lines import Line

_HEADING = re.compile(r"(?:(?:table|list) of )?contents(?: page)?\W*", re.IGNORECASE)
# "2. Recommendations ........ 3"
_ENTRY = re.compile(r".*[^\W\d_].*?[\s.…·_]+\d{1,3}", re.DOTALL)
_LONGEST = 200
_FEWEST = 2


def contents(lines: Sequence[Line]) -> range:
    """Where a list of contents stands among the lines, its heading too; an empty range where there is none.

    Its entries end in the number of a page, or say what a line further down says again.
    """
    heads = [at for at, line in enumerate(lines) if _is_heading(line)]
    if not heads:
        return range(0)
    later = {folded(each.text): index for index, each in enumerate(lines) if len(each.text) < _LONGEST}
    done = 0
    for at in heads:
        if at < done:
            continue
        end = at + 1
        while end < len(lines) and _is_entry(lines[end], end, later):
            end += 1
        if end - at > _FEWEST:
            return range(at, end)
        done = end
    return range(0)


def _is_heading(line: Line) -> bool:
    return line.is_single and len(line.text) < _LONGEST and _HEADING.fullmatch(line.text) is not None


def _is_entry(line: Line, at: int, later: dict[str, int]) -> bool:
    if line.block is not None or len(line.text) > _LONGEST:
        return False
    return _ENTRY.fullmatch(line.text) is not None or later.get(folded(line.text), at) > at
