"""The rule about percentages: one that stands with its two figures is what they make."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.proofing.sense.parted import wrong_hundreds
from clerkwell.proofing.sense.phrases import DROPS, RISES
from clerkwell.proofing.sense.shares import TOLD_WITH, wrong_shares
from clerkwell.proofing.sense.two_figures import WORDS_WITH, wrong_of_two
from clerkwell.proofing.sense.weights import may_weigh, wrongly_weighed
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.sense.made_of import made_of
from clerkwell.rules.sense.of_those import shares_of_those
from clerkwell.rules.signs import Sign

_KINDS: Final = frozenset(("paragraph", "item", "cell", "footnote"))
_CHANGED: Final = Sign(
    *WORDS_WITH[:4],
    pattern=re.compile(rf"\b(?:{'|'.join((*RISES, *DROPS))}) of (?:an?|one|half)\b"),
)
_PERCENT: Final = Sign(*TOLD_WITH, " split", " ratio", others=(_CHANGED,))


def _shares(reading: Reading) -> Iterator[Finding]:
    for _, there in reading.where(_look, _PERCENT):
        yield from there
    yield from shares_of_those(reading)


def _look(passage: Passage, guide: Guide) -> tuple[Finding, ...]:
    return tuple(_wrong(passage, guide)) if passage.kind in _KINDS else ()


def _wrong(passage: Passage, guide: Guide) -> Iterator[Finding]:
    stretches = passage.known(sentences_of, guide)
    told = list(wrong_shares(passage.text))
    known = {each.start for each in told}
    for each in (*told, *(each for each in wrong_of_two(passage.text, stretches) if each.start not in known)):
        if each.says.isalpha():
            message = f"The text says “{each.says}”, but {each.of} is {each.makes}. Put the word or a figure right."
            yield found(passage, each.start, each.end, message)
            continue
        message = f"The text says {each.says}%, but {each.of} makes {each.makes}. Put the percentage or a figure right."
        yield found(passage, each.start, each.end, message)
    hundreds = [*wrong_hundreds(passage.text, stretches)]
    if may_weigh(passage.text):
        hundreds += wrongly_weighed(passage.text, stretches)
    for hundred in hundreds:
        message = f"These come to {hundred.comes_to}, and should be all there are. Put the one that is wrong right."
        yield found(passage, hundred.start, hundred.end, message)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "percentage-wrong", "warning", "A percentage is not what its two figures make",
            "Members check a sum that they can do in their heads, and one that is wrong puts the others in doubt.",
            Across(_shares), source="Careful drafting: figures in a report agree with each other",
        ),
        Rule(
            "sum-digits-swapped", "warning", "A sum has two digits changed about: its figures make another",
            "Members agree to a price that so many tonnes, or so many per cent, do not make.",
            Across(made_of), source="Careful drafting: figures in a report agree with each other",
        ),
    )  # fmt: skip
