"""The rule about percentages: one that stands with its two figures is what they make."""

from collections.abc import Iterator
from typing import Final

from clerkwell.proofing.sense.parted import wrong_hundreds
from clerkwell.proofing.sense.shares import TOLD_WITH, wrong_shares
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage
from clerkwell.rules.rule import Each, Finding, Rule, found
from clerkwell.rules.signs import Sign

_KINDS: Final = frozenset(("paragraph", "item", "cell", "footnote"))
_PERCENT: Final = Sign(*TOLD_WITH)


def _look(passage: Passage, guide: Guide) -> Iterator[Finding]:
    if passage.kind not in _KINDS:
        return
    for each in wrong_shares(passage.text):
        message = f"The text says {each.says}%, but {each.of} makes {each.makes}. Put the percentage or a figure right."
        yield found(passage, each.start, each.end, message)
    for hundred in wrong_hundreds(passage.text, passage.known(sentences_of, guide)):
        message = f"These come to {hundred.comes_to}, and should be all there are. Put the one that is wrong right."
        yield found(passage, hundred.start, hundred.end, message)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "percentage-wrong", "warning", "A percentage is not what its two figures make",
            "Members check a sum that they can do in their heads, and one that is wrong puts the others in doubt.",
            Each(_look, _PERCENT), source="Careful drafting: figures in a report agree with each other",
        ),
    )  # fmt: skip
