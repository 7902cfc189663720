"""The rule about periods: one that stands with its first and last day is as long as they are apart."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.proofing.sense.ages import wrong_ages
from clerkwell.proofing.sense.periods import wrong_periods
from clerkwell.proofing.sense.planned_days import planned_too_soon
from clerkwell.proofing.sense.recurring import wrongly_recurring
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage
from clerkwell.rules.rule import Each, Finding, Rule, found
from clerkwell.rules.signs import MONTH, Sign

_KINDS: Final = frozenset(("paragraph", "item", "cell", "footnote"))
# Days of one month may stand without their year.
_DATED: Final = Sign(in_word=re.compile(r"20\d\d"), others=(MONTH,))


def _look(passage: Passage, guide: Guide) -> Iterator[Finding]:
    if passage.kind not in _KINDS:
        return
    for each in wrong_periods(passage.text, passage.known(sentences_of, guide)):
        words = passage.text[each.start : each.end]
        if each.kind == "order":
            message = "The last day comes before the first. Put the one that is wrong right."
        else:
            message = f"The text says “{words}”, but the dates come to {each.comes_to}. Put the length or a date right."
        yield found(passage, each.start, each.end, message)
    for age in wrong_ages(passage.text, passage.known(sentences_of, guide)):
        words = passage.text[age.start : age.end]
        message = f"The text says “{words}”, but the years come to {age.comes_to}. Put the age or a year right."
        yield found(passage, age.start, age.end, message)
    for again in wrongly_recurring(passage.text):
        words = passage.text[again.start : again.end]
        message = f"The text says “{words}”, but this comes to {again.comes_to}. Put the length or a date right."
        yield found(passage, again.start, again.end, message)
    for soon in planned_too_soon(passage.text, passage.known(sentences_of, guide)):
        message = f"This comes before {soon.before}, when the contract was made. Put the year that is wrong right."
        yield found(passage, soon.start, soon.end, message)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "period-wrong", "warning", "A period is not as long as its dates are apart",
            "A contract, a term or a consultation ends on one day, and the reader cannot tell which.",
            Each(_look, _DATED), source="The calendar",
        ),
    )  # fmt: skip
