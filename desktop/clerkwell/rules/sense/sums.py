"""The rule about sums in a sentence: what it counts one by one comes to what it says of all."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from clerkwell.proofing.sense.left_over import LEFT_WITH, wrongly_left
from clerkwell.proofing.sense.less_than import APART_WITH, wrongly_apart
from clerkwell.proofing.sense.money_parts import DIVIDED_BY, wrongly_divided
from clerkwell.proofing.sense.multiplied import TIMES_WITH, wrongly_multiplied
from clerkwell.proofing.sense.numbered_spans import SPANS_WITH, wrong_spans
from clerkwell.proofing.sense.parted import PARTED_WITH, wrongly_parted
from clerkwell.proofing.sense.priced import PRICED_WITH, wrongly_priced
from clerkwell.proofing.sense.remainders import LEFT_OVER_WITH, wrongly_remaining
from clerkwell.proofing.sense.replied import REPLIED_WITH, wrongly_replied
from clerkwell.proofing.sense.sums import CHANGED_WITH, COLON_HINT, SAID_WITH, wrong_sums
from clerkwell.proofing.sense.taken_off import TAKEN_WITH, wrongly_taken_off
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage
from clerkwell.rules.rule import Each, Finding, Rule, found
from clerkwell.rules.sense.bearings import number_typed
from clerkwell.rules.signs import FIGURE, Sign

_KINDS: Final = frozenset(("paragraph", "item", "cell", "footnote"))
# Most passages have words of these; beside them stand a number, or sums.
_LEFT: Final = Sign(pattern=re.compile("|".join(map(re.escape, LEFT_OVER_WITH))), within=FIGURE)
_LEFT_IN_WORDS: Final = Sign("he remaining ")
# A comma and "a" stand in many passages; a change is from something to something.
_CHANGED: Final = Sign(pattern=re.compile(re.escape(CHANGED_WITH)), within=Sign("from"))
_COLON: Final = Sign(pattern=re.compile(rf"{COLON_HINT.pattern}|:.*£", re.IGNORECASE | re.DOTALL), within=Sign(":"))
_APART: Final = Sign(pattern=re.compile("|".join(map(re.escape, APART_WITH))), within=Sign("£"))
_PRICED: Final = Sign(pattern=re.compile("|".join(map(re.escape, PRICED_WITH))), within=Sign("£"))
_TAKEN: Final = Sign(*TAKEN_WITH)
_SIGN: Final = Sign(
    *SAID_WITH, *DIVIDED_BY, *LEFT_WITH, *PARTED_WITH, *TIMES_WITH, *REPLIED_WITH, *SPANS_WITH,
    others=(_LEFT, _LEFT_IN_WORDS, _APART, _CHANGED, _COLON, _PRICED, _TAKEN),
)  # fmt: skip


def _look(passage: Passage, guide: Guide) -> Iterator[Finding]:
    if passage.kind not in _KINDS:
        return
    skip = number_typed(passage.text)
    told = [replace(each, start=each.start + skip, end=each.end + skip) for each in wrong_sums(passage.text[skip:])]
    if passage.text.count("£") > 1:
        told += wrongly_divided(passage.text, passage.known(sentences_of, guide))
        told += wrongly_multiplied(passage.text, passage.known(sentences_of, guide))
        told += wrongly_apart(passage.text, passage.known(sentences_of, guide))
        told += wrongly_left(passage.text, passage.known(sentences_of, guide))
    known = {each.start for each in told}
    told += (
        each for each in wrongly_parted(passage.text, passage.known(sentences_of, guide)) if each.start not in known
    )
    known = {each.start for each in told}
    stretches = passage.known(sentences_of, guide)
    told += (each for each in wrongly_replied(passage.text, stretches) if each.start not in known)
    told += wrong_spans(passage.text)
    known = {each.start for each in told}
    told += (each for each in wrongly_remaining(passage.text, stretches) if each.start not in known)
    known = {each.start for each in told}
    further = (*wrongly_taken_off(passage.text, stretches), *wrongly_priced(passage.text, stretches))
    told += (each for each in further if each.start not in known)
    for each in told:
        message = f"The text says {each.says}, but the parts come to {each.comes_to}. Put the number or a part right."
        yield found(passage, each.start, each.end, message)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "sum-in-words", "warning", "A sentence counts parts that do not come to what it says",
            "Members check a sum that they can do in their heads, and one that is wrong puts the others in doubt.",
            Each(_look, _SIGN), source="Careful drafting: figures in a report agree with each other",
        ),
    )  # fmt: skip
