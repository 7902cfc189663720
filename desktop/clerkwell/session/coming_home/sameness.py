"""Whether two reports are two states of one, or two reports: told by the runs of words that both have."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.model import Report, all_blocks, words

# Five words on end are seldom the same by chance.
_RUN: Final = 5
# Two reports in one template share standard wordings; two states of one report share far more, however much was cut.
_LEAST: Final = 0.15
# Of less than this nothing can be said.
_ENOUGH: Final = 15
_WORD: Final = re.compile(r"\w+")


def is_another(report: Report, other: Report) -> bool:
    """Whether hardly anything of one report is in the other; never of reports that say too little to tell."""
    ours, theirs = set(_runs(report)), set(_runs(other))
    fewest = min(len(ours), len(theirs))
    if fewest < _ENOUGH:
        return False
    return len(ours & theirs) < _LEAST * fewest


def _runs(report: Report) -> Iterator[tuple[str, ...]]:
    # What could be placed nowhere tells as much of where a document comes from.
    texts = [*(words(block) for _, block in all_blocks(report)), *(each.text for each in report.tray)]
    for text in texts:
        said = _WORD.findall(text.casefold())
        for at in range(len(said) - _RUN + 1):
            yield tuple(said[at : at + _RUN])
