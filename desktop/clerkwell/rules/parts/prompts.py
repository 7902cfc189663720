"""The rule about leftovers: the template's own prompts are not part of a report."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from clerkwell.proofing.prompts import HINTS, prompt_finder
from clerkwell.proofing.text.tokens import is_quoted
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule
from clerkwell.rules.signs import Sign
from clerkwell.rules.words import texts_beside

# In other people's words these say that some were left out.
_OMITTED: Final = ("[...]", "[…]")
_ITEM: Final = re.compile(r"\s*\(?[a-z]{1,3}\)")
_Prompt = tuple[int, int, str]
_find = lru_cache(maxsize=16)(prompt_finder)


@lru_cache(maxsize=16)
def _sign(own: tuple[str, ...]) -> Sign:
    """What every prompt has a part of, a council's own among them."""
    return Sign(folded=(*HINTS, *(prompt.casefold() for prompt in own)))


def _prompts(passage: Passage, guide: Guide) -> tuple[_Prompt, ...]:
    """The prompts in a passage: from where to where, and their words. What stands beside the text is read apart."""
    if passage.kind in ("footnote", "alt"):
        return ()
    found = _all(passage.text, guide)
    return tuple(each for each in found if each[2] not in _OMITTED) if passage.kind == "quotation" else found


def _all(text: str, guide: Guide) -> tuple[_Prompt, ...]:
    found = (match for match in _find(guide.pack.manifest.rules.prompts)(text))
    return tuple(
        (*match.span(), match.group())
        for match in found
        if not (match.group() in _OMITTED and _stands_for_words(text, *match.span()))
    )


def _stands_for_words(text: str, at: int, end: int) -> bool:
    """Whether dots in brackets say that words were left out: between quotation marks, or before an item of a law."""
    before = text[:at]
    if before.rstrip()[-1:] in (":", ";") and _ITEM.match(text, end):
        return True
    return is_quoted(text, at) or (before.count("‘") > before.count("’ ") and "’" in text[at:])


def _left(reading: Reading) -> Iterator[Finding]:
    # Parts too that the document does not have: whoever takes one in again takes its prompts in.
    sign = _sign(reading.pack.manifest.rules.prompts)
    for piece in reading.pieces:
        for passage, prompts in piece.where(_prompts, reading.guide, sign):
            place = passage.place
            for start, end, quote in prompts:
                told = place.field or place.block
                yield Finding(
                    _message(quote), place.model_copy(update={"start": start, "end": end}) if told else place, quote
                )
    for place, text in texts_beside(reading.report):
        for _, _, quote in _all(text, reading.guide):
            yield Finding(_message(quote), place, quote)


def _message(quote: str) -> str:
    return f"The template’s own words “{quote}” are still here. Write what they ask for, or take them out."


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "prompt-left", "error", "A prompt of the template is still in the report",
            "What the template says to its author is not for readers.", Across(_left, by_part=True),
            locked=True, acceptable=False,
            source="The council’s template; Brighton & Hove’s guidance: notes to authors are deleted before submission",
        ),
    )  # fmt: skip
