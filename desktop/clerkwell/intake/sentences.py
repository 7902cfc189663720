"""A header in one sentence: "Report of the Head of Parks to the Green Spaces Panel, meeting in Room 2 on 4 March"."""

import re
from typing import Final, NamedTuple

from clerkwell.intake.committees import DAY, day_and_place

_BODY: Final = (
    r"(?:Sub-?Committee|Committee|Board|Cabinet|Panel|Council|Commission|Executive|Forum|Authority|Assembly"
    r"|SUB-?COMMITTEE|COMMITTEE|BOARD|CABINET|PANEL|COUNCIL|COMMISSION|EXECUTIVE|FORUM|AUTHORITY|ASSEMBLY)"
)
# Words with capitals, and small ones among them: no name holds "to", which parts who reports from who meets.
_NO_NAME: Final = r"(?!(?i:the|to|of|for|by|at|on|report|paper|agenda|meeting|item|minutes?|resolutions?|decisions?)\b)"
_NAME: Final = (
    rf"\b{_NO_NAME}(?:(?!TO\b)[A-Z(][\w'’()&-]*,?\s+(?:(?:and|of|for|&|the|with)\s+){{0,2}}){{0,10}}{_BODY}(?!-)"
)
_LEAD: Final = re.compile(
    r"(?:(?:this is )?(?:an? |the )?(?:(?:joint|covering|public|officer) )?(?:report|paper)"
    r"(?: (?:of|by|from) (?P<who>.{3,150}?))?,? (?:to|for|before)|(?P<whose>.{3,150}?),? (?:to|for)"
    r"|(?:report )?for (?:the )?(?:consideration|decision|discussion|approval|information)(?: (?:by|at|of))?"
    r"|(?:this (?:report|paper|item) (?:is|will be) |report )?to be (?:considered|taken|decided|discussed) (?:by|at)"
    r"|(?:agenda )?(?:for|to|at|of)|(?:agenda|report|paper) (?:for|to))?\s*"
    r"(?:(?:an? |the |next )?(?:(?:special|extraordinary|ordinary|annual|joint) )?meeting of )?(?:the |a )?",
    re.IGNORECASE,
)
_LINK: Final = re.compile(
    r"(?:,? (?:by|from) (?P<by>.{3,100}?)(?=,| on | – ))?[\s,–—:-]*"
    r"(?:(?P<meets>(?:for|at) (?:its|their|the|a) (?:[\w-]+ )?meeting|which (?:meets|will meet|sits)|will meet"
    r"|meets|meeting|sitting|to meet|for (?:its )?(?:consideration|decision|information))\s*)?(?:(?:to be )?held\s*)?"
    r"(?P<place>,?\s*(?:in|at) (?:the )?(?-i:[A-Z])[^.;:]{2,80}?,?\s+(?=on\b))?"
    r"(?P<time>(?:at )?\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|noon),?\s*)?[\s,]*(?:(?:on|of)(?: the)?\s+)?",
    re.IGNORECASE,
)
_NAMES: Final = re.compile(_NAME)
# More words than these tell more than who reports, to whom, and when.
_LONGEST: Final = 400


class Told(NamedTuple):
    """What a sentence tells: who reports ("" where it does not say), who meets, the day with its time, and the place;
    and the words that join these."""

    who: str
    name: str
    day: str
    place: str
    joining: str


def header_told(text: str, *, reporting: bool = False) -> Told | None:
    """The header that a text is in one sentence, all of it; None where it is no such sentence.

    `reporting`: the words "Report of" stood before it.
    """
    days = list(DAY.finditer(text)) if len(text) <= _LONGEST else []
    if len(days) != 1:
        return None
    before = text[: days[0].start()]
    day, beyond = day_and_place(text[days[0].start() :].strip().rstrip("."))
    if not day or re.search(r"[.:;]\s|\bfor decision\b", beyond):
        return None
    for found in _NAMES.finditer(before):
        lead = _LEAD.fullmatch(before[: found.start()])
        link = _LINK.fullmatch(before[found.end() :])
        if lead is None or link is None or (lead["whose"] and not reporting):
            continue
        if not lead[0].strip() and not link["meets"]:
            continue  # a name and a day, and no sentence
        if " " not in found[0] and lead[0].casefold().startswith("meeting"):
            continue  # "Meeting of the Council": all of it is the name
        who = (lead["who"] or lead["whose"] or link["by"] or "").strip(" ,")
        place = " ".join(each for each in (beyond, (link["place"] or "").strip(" ,")) if each)
        around = " ".join((lead[0], link[0])).replace(who, "", 1).replace(link["place"] or "", " ", 1)
        return Told(who, found[0], day, place, " ".join(around.split()).strip(" ,–—"))
    return None
