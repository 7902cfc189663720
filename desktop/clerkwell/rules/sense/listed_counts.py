"""What the items of a list count, against the number that leads to it: "Of the 90 cases: no fault found (52)"."""

from collections.abc import Iterator, Sequence
from typing import Final

from clerkwell.proofing.sense.sums import value_of_item, wrong_sum_of
from clerkwell.proofing.text.sentences import sentences
from clerkwell.rules.passages import Passage
from clerkwell.rules.rule import Finding, found
from clerkwell.rules.sense.summing import LOOSE_WORDS

_FEWEST: Final = 3


def against_counts(passage: Passage, items: Sequence[str], after: str) -> Iterator[Finding]:
    """The number of things before a list that the numbers of its items do not come to. `after`: what follows it."""
    counted = [value for item in items if (value := value_of_item(item)) is not None]
    if len(counted) < max(_FEWEST, len(items)) or len({where for where, _ in counted}) > 1:
        return
    if LOOSE_WORDS.search(after):
        return
    stretches = sentences(passage.text)
    start, end = stretches[-1] if stretches else (0, len(passage.text))
    wrong = wrong_sum_of(passage.text[start:end].rstrip().rstrip(":–—-"), [value for _, value in counted])
    if wrong is not None:
        message = (
            f"The text says {wrong.says}, but the numbers in the list that follows come to {wrong.comes_to}. "
            "Put the number or the list right."
        )
        yield found(passage, start + wrong.start, start + wrong.end, message)
