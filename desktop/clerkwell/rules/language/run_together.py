"""The rule about two sentences with no full stop between them: "31 roadside sensors The forecasts are received"."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.proofing.text.tokens import is_quoted, listed
from clerkwell.rules.passages import Guide, Passage
from clerkwell.rules.rule import Each, Finding, Rule, found
from clerkwell.rules.signs import Sign

_READ: Final = frozenset({"paragraph", "item", "footnote"})
# What is said of the body whose name begins with a capital: "The Council put", "The Board has".
_SAYS: Final = (
    r"(?:is|are|was|were|has|have|had|will|would|should|can|could|may|must|does|did|also|now|then|put|took|made|held|gave|met"
    r"|began|set|[a-z]{2,}ed|[a-z]{2,}s)"
)
_BODY: Final = (
    r"(?:Council|Cabinet|Committee|Board|Panel|Service|Authority|Director|Government|Team|Department|Group|Corporation"
    r"|Executive|Leader|Clerk|Chair|Chairman|Mayor|Partnership|Plan|Strategy|Policy|Scheme|Fund|Programme)"
)
_JOINED: Final = re.compile(
    r"(?<![\w’'@./-])(?P<before>[a-z][a-z-]{2,}|\d+(?:\.\d+)?(?:%|,\d{3})?)(?P<gap>[ \u00a0])"
    rf"(?P<after>(?:The|This|These|Those)[ \u00a0](?:{_BODY}[ \u00a0]{_SAYS}\b|[a-z]+)"
    r"|(?:It|There|They|We)[ \u00a0](?:is|are|was|were|has|have|had|will|would|should|can|could|may|must|does|did)\b"
    r"|In[ \u00a0](?:addition|total|particular|order|response|line|the|this|these|our|all|most)\b"
    r"|However\b,?[ \u00a0][a-z]+|(?:Although|Because|When|If)[ \u00a0](?:the|this|these|it|there|they|a|an)\b)"
)
# After these no sentence ends, or what follows is called so.
_GOES_ON: Final = listed(
    "the and but nor for from with without into onto upon over under about between among than that which who "
    "whose whom called named titled entitled headed says said saying reads read asks asked see via per like "
    "such including include includes are was were has had have will would should can could may must also "
    "because since while when where though although believe believes agree agreed agrees state states stated "
    "note notes noted recommend recommends confirm confirms word words film book play song paper newspaper "
    "novel magazine poem series exhibition show festival hymn pub house"
)
_STOPS: Final = re.compile(r"[.!?:;]\s|\n|\A")
_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|should|may|might|can|could|must|do|does|did|[a-z]{3,}ed"
    r"|began|put|took|made|held|gave|met|rose|fell|came|went|cost|costs|rely|relies|needs?|remains?|shows?|began)\b"
)
_FEWEST_WORDS: Final = 4
_SHORTEST: Final = 2
_SIGN: Final = Sign(
    " The ", " This ", " These ", " Those ", " It ", " There ", " They ", " We ", " In ", " However", " Although ",
    " Because ", " When ", " If ", "\u00a0",
)  # fmt: skip


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "sentences-run-together", "warning", "Two sentences have no full stop between them",
            "A reader comes to the second one unawares, and has to begin again.", Each(_run_together, _SIGN),
            source="New Hart’s Rules, chapter 4, “Punctuation”: the full stop", fix="Put the full stop in",
        ),
    )  # fmt: skip


def _run_together(passage: Passage, _: Guide) -> Iterator[Finding]:
    if passage.kind not in _READ:
        return
    text = passage.text
    for match in _JOINED.finditer(text):
        before, at = match["before"], match.end("before")
        if before in _GOES_ON or len(before) < _SHORTEST or is_quoted(text, at) or not _is_sentence(text[:at]):
            continue
        first = match["after"].split()[0]
        message = f"A full stop seems to be missing between “{before}” and “{first}”. Put it in."
        better = f"{text[match.start('before') : at]}.{match['gap']}{match['after']}"
        yield found(passage, *match.span(), message, better)


def _is_sentence(before: str) -> bool:
    """Whether what stands before is a sentence by itself, and no heading that ran into its text."""
    start = max((match.end() for match in _STOPS.finditer(before)), default=0)
    words = before[start:].split()
    return len(words) >= _FEWEST_WORDS and _VERB.search(before, start) is not None
