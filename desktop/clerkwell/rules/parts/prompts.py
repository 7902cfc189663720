"""The rule about leftovers: the template's own prompts are not part of a report."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from clerkwell.model import is_nil
from clerkwell.proofing.prompts import HINTS, is_still_to_come, prompt_finder
from clerkwell.proofing.text.tokens import is_quoted
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Each, Finding, Rule, found
from clerkwell.rules.signs import Sign
from clerkwell.rules.words import texts_beside

# In other people's words these say that some were left out.
_OMITTED: Final = ("[...]", "[…]")
_CHOICE: Final = re.compile(r"[(\[*]\s*\*?(?:please )?delete\b", re.IGNORECASE)
_COMING: Final = Sign(
    folded=("follow", "await", "tb", "t.b", "to be ", "pending", "outstanding"),
)
_IS_TBC: Final = re.compile(r"\b(?:is|are|remains?) (?:still |currently |yet )?TB[CAD]\b")
# "Monitoring Officer – TBC", "Cleared by Legal Services: awaited": somebody who has to clear the report has not yet.
_UNCLEARED: Final = re.compile(
    r"(?:[\w’'&/()-]+ ){0,5}(?:officer|solicitor|treasurer|director|manager|lead|finance|legal|legal services|hr"
    r"|procurement|(?:director|head|assistant director) of [\w’'& -]{2,40})(?:[’']s? (?:comments?|clearance))?"
    r"\s*(?::|\s[–—-])\s*(?:t\.?b\.?[acd]\.?|(?:still )?(?:to be confirmed|awaited|pending"
    r"|awaiting (?:clearance|sign-off|comments)))\.?",
    re.IGNORECASE,
)
# What comes later is often an appendix or somebody’s reply, and an assessment that follows is an answer.
_LATER: Final = frozenset({"appendices", "equalities", "consultation"})
# "12.1 To be completed."
_TYPED: Final = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s+")
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
        # “Yes/No (delete as appropriate)” on a form that is told of.
        and not (_CHOICE.match(match.group()) and is_quoted(text, match.start()))
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


def _still_to_come(passage: Passage, guide: Guide) -> Iterator[Finding]:
    place = passage.place
    if passage.kind in ("paragraph", "item") and (coming := _IS_TBC.search(passage.text)):
        message = f"“{coming[0]}” is no answer yet. Say what it is, or when it will be known."
        yield found(passage, *coming.span(), message)
    said = _TYPED.sub("", passage.text.strip(), count=1)
    if passage.kind in ("cell", "paragraph", "item") and _UNCLEARED.fullmatch(said):
        yield found(passage, 0, len(passage.text), f"“{said}” is no clearance yet. Say who cleared it, and when.")
        return
    if passage.kind not in ("answer", "paragraph", "title") or not is_still_to_come(said):
        return
    papers = place.section == "background-papers"
    if place.section and not papers and (place.section in _LATER or is_nil(passage.text)):
        return  # a bare nil answer of a section has a rule of its own
    spec = guide.pack.field(place.field)
    if (
        place.appendix
        or place.field in ("committees.date", "key-decision-reason")
        or (spec and spec.required != "never" and is_nil(passage.text))
    ):
        return  # so has one of a field that has to be answered
    yield found(
        passage, 0, len(passage.text), f"“{said}” is no answer yet. Write what belongs here before it goes out."
    )


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "prompt-left", "error", "A prompt of the template is still in the report",
            "What the template says to its author is not for readers.", Across(_left, by_part=True),
            locked=True, acceptable=False,
            source="The council’s template; Brighton & Hove’s guidance: notes to authors are deleted before submission",
        ),
        Rule(
            "still-to-come", "warning", "An answer or a paragraph only says that its words are to come",
            "Members cannot weigh what they have not been given, and a report is published as it stands.",
            Each(_still_to_come, _COMING),
            source="Gloucester’s guidance: every section is completed; the practice of committee clerks",
        ),
    )  # fmt: skip
