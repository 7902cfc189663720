"""The rule about changes that their own figures deny."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from clerkwell.proofing.sense.changes import wrong_changes
from clerkwell.proofing.sense.two_levels import LEVELS_WITH, wrong_levels
from clerkwell.proofing.sense.variance import VARIES_WITH, wrong_variances
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage
from clerkwell.rules.rule import Each, Finding, Rule, found
from clerkwell.rules.sense.bearings import number_typed
from clerkwell.rules.signs import Sign

_SIGN: Final = Sign(*(f" from {each}" for each in "£123456789"), *VARIES_WITH, *LEVELS_WITH)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "change-wrong", "warning", "A change is not what its own figures say",
            "A reader cannot tell whether the word or a figure is wrong.", Each(_changes, _SIGN),
            source="Careful drafting: figures in a report agree with each other",
        ),
    )  # fmt: skip


def _changes(passage: Passage, guide: Guide) -> Iterator[Finding]:
    if passage.kind not in ("paragraph", "item", "cell", "footnote"):
        return
    stretches = passage.known(sentences_of, guide)
    # The number of a paragraph is none of its figures.
    typed = number_typed(passage.text)
    text = " " * typed + passage.text[typed:]
    told = (wrong_changes(text), wrong_variances(text, stretches), wrong_levels(text, stretches))
    for each in chain(*told):
        words = passage.text[each.start : each.end]
        yield found(passage, each.start, each.end, f"“{words}”: {each.why}. Put the word or a figure right.")
