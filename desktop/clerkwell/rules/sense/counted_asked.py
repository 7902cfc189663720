"""How many recommendations a report says that it has, against those at its head: "the four recommendations"."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.model import ListItem
from clerkwell.proofing.sense.shares import number_of
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Finding, found
from clerkwell.rules.signs import Sign

_NUMBER: Final = (
    r"(?P<number>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?<![\w.,/–-])(?:[2-9]|1\d)(?![\d.,/]))"
)
# Those of the report itself: put to this meeting, or at its head. A panel or an auditor makes others.
_TOLD: Final = re.compile(
    rf"\b{_NUMBER}\s+(?:formal\s+|draft\s+)?recommendations\s+"
    r"(?:(?:are|is|stand|come)\s+)?(?:now\s+|set\s+out\s+|given\s+|listed\s+|made\s+|put\s+(?:forward\s+)?)?"
    r"(?:at\s+the\s+(?:head|top|start|beginning|front|outset)\s+of\s+(?:this|the)\s+(?:report|paper)"
    r"|(?:in|of)\s+this\s+(?:report|paper)|on\s+the\s+(?:first|front)\s+page"
    r"|(?:before|(?<=\bput\s)to)\s+(?:the\s+)?(?:members|committee|cabinet|council|board|panel|executive|meeting|sub-committee)"
    r"(?:\s+(?:today|tonight|now|this\s+(?:evening|afternoon|morning)))?(?=[\s.,;:]))"
    r"|\b(?:this|the\s+present)\s+(?:report|paper)\s+(?:makes|has|contains|puts\s+forward|sets\s+out)\s+"
    rf"{_NUMBER.replace('number', 'made')}\s+recommendations\b(?!\s+(?:of|from|by)\b)",
    re.IGNORECASE,
)
# Some of them, those of others, or of another time.
_OTHERS: Final = re.compile(
    r"\b(?:of\s+the|of\s+these|last|first|other|further|remaining|previous\w*|earlier|only|auditors?[’']?s?|inspectors?[’']?s?|group[’']s|panel[’']s|review[’']s)\s+\Z",
    re.IGNORECASE,
)
_SIGN: Final = Sign("recommendations")
_NUMBERED: Final = re.compile(r"\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)]\s")
_SECTION: Final = "recommendations"


def _told(passage: Passage, _: Guide) -> tuple[tuple[int, int, int], ...]:
    """What a passage says of the recommendations of its report: from where to where, and how many."""
    if passage.kind not in ("paragraph", "item") or passage.place.appendix:
        return ()
    done = []
    for each in _TOLD.finditer(passage.text):
        group = "number" if each["number"] else "made"
        if not _OTHERS.search(passage.text[max(0, each.start() - 20) : each.start()]):
            end = passage.text.index("ecommendations", each.start(group)) + len("ecommendations")
            done.append((each.start(group), end, number_of(each[group].casefold())))
    return tuple(done)


def against_asked(reading: Reading) -> Iterator[Finding]:
    """The numbers of recommendations that a report tells otherwise than it has them."""
    told = list(reading.where(_told, _SIGN))
    asked = reading.section(_SECTION) if told else None
    if asked is None or not asked.stands:
        return
    items = [each.block for each in asked.passages if each.kind == "item" and each.text.strip()]
    levels = [each.level for each in items if isinstance(each, ListItem)]
    typed = sum(1 for each in asked.passages if each.kind == "paragraph" and _NUMBERED.match(each.text))
    # Parts of a recommendation may be counted, or not; a paragraph among them may be one.
    could = {levels.count(min(levels)), len(levels)} if levels else {typed}
    loose = sum(1 for each in asked.passages if each.kind == "paragraph" and each.text.strip()) if levels else 0
    could |= {each + loose for each in could}
    if max(could) < len("ab"):
        return
    for passage, there in told:
        for start, end, number in there:
            if number not in could:
                has = min(could)
                message = (
                    f"The text says “{passage.text[start:end]}”, but the report has {has}. "
                    "Put the number right, or the recommendations."
                )
                yield found(passage, start, end, message)
