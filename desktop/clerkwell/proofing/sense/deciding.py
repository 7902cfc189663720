"""What a recommendation asks for: the verbs that decide, and those that only take note."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_DECIDE: Final = (
    r"approv(?:e[sd]?|al)|agree[sd]?|delegat(?:e[sd]?|ion)|authoris(?:e[sd]?|ation)|authoriz(?:e[sd]?)|adopt(?:s|ed)?"
    r"|resolve[sd]?|ratif(?:y|ies|ied)|allocate[sd]?|award(?:s|ed)?|appoint(?:s|ed)?|grant(?:s|ed)?"
)
_LEAN: Final = r"endorse[sd]?|support(?:s|ed)?|confirm(?:s|ed)?"
_BODY: Final = (
    r"(?:(?:the\s+)?(?:members?|committee|sub-committee|cabinet|executive|council|board|panel|mayor|commission|governors)"
    r"|(?:the\s+)?(?!(?:note|receive|consider|agree|approve|endorse|delegate|authorise|comment|adopt|that|to)\b)(?:(?-i:[A-Z])[\w&’'-]*\s+(?:(?:and|of|for|&)\s+)?){1,6}(?:committee|sub-committee|cabinet|board|council|panel))"
)
# What stands before the verb: "That the Committee", "Members are asked to", "It is recommended that Cabinet".
_LEAD: Final = re.compile(
    rf"\s*(?:\(?(?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})[.)]\s*)?"
    rf"(?:(?:it\s+is\s+)?(?:therefore\s+)?recommended\s*(?:that|to)?\s*:?\s*)?(?:that\s+)?(?:{_BODY}\s+)?"
    rf"(?:(?:is|are|be)\s+(?:asked|recommended|invited|requested)\s+(?:to|that(?:\s+{_BODY})?)\s*:?\s*)?"
    rf"(?:to\s+|should\s+|formally\s+|hereby\s+)*",
    re.IGNORECASE,
)
_VERB: Final = re.compile(rf"(?P<decide>{_DECIDE})\b|(?P<lean>{_LEAN})\b|(?P<other>[a-z]+)\b", re.IGNORECASE)
_NOUNS: Final = frozenset(("approval", "delegation", "authorisation", "grant", "grants", "award", "awards", "support"))
# "agree to note", "agree that the report be noted", "agree the report for information".
_NOTE_AFTER: Final = re.compile(
    r"\s+(?:to|that)\s+(?:[\w’'-]+\s+){0,6}?(?:note[ds]?|receive[ds]?|consider(?:ed|s)?|be\s+noted|welcome[ds]?|hear)\b",
    re.IGNORECASE,
)
# "agree any comments", "agree with the findings": perhaps no decision of the council's.
_LOOSE: Final = re.compile(r"\s+(?:with|whether|any|how|what|which|if|upon|on|next\s+steps)\b", re.IGNORECASE)
# A second verb beside the first: "note the report and approve the plan".
_AND: Final = re.compile(
    rf"(?:[,;]\s*(?:and\s+)?|\band\s+)(?:to\s+)?(?P<verb>(?:{_DECIDE}))\b(?!\s+by\b)", re.IGNORECASE
)
# After these the words tell what others do.
_CLAUSE: Final = re.compile(
    r"\b(?:that|which|who|how|will|would|plans?\s+to|intends?\s+to|whether|what)\b", re.IGNORECASE
)
# "That the budget be approved", "that authority be delegated".
_PASSIVE: Final = re.compile(
    r"\bbe\s+(?:hereby\s+|formally\s+)?(?P<verb>approved|agreed|delegated|authorised|authorized|adopted|ratified|allocated"
    r"|awarded|appointed|granted)\b",
    re.IGNORECASE,
)
_TAKES_NOTE: Final = re.compile(
    r"note[sd]?|receive[sd]?|consider(?:s|ed)?|comment|scrutinise|review|acknowledge[sd]?|welcome[sd]?|discuss",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(r"[“\"][^“”\"]{0,300}[”\"]|‘[^‘’]{0,200}’")


@dataclass(frozen=True)
class Asked:
    """What a recommendation asks: the verb and where it stands; `sure`, or only leaning to a decision."""

    start: int
    end: int
    verb: str
    sure: bool


def decisions(text: str) -> Iterator[Asked]:
    """The decisions that a recommendation asks for. "Note the report" asks for none, nor does "agree to note"."""
    shown = _QUOTED.sub(lambda found: "\x00" * len(found[0]), text)
    lead = _LEAD.match(shown)
    at = lead.end() if lead else 0
    first = _VERB.match(shown, at)
    if first is None:
        return
    if (
        (first["decide"] or first["lean"])
        and first[0].casefold() not in _NOUNS
        and not _NOTE_AFTER.match(shown, first.end())
    ):
        sure = first["decide"] is not None and not _LOOSE.match(shown, first.end())
        yield Asked(first.start(), first.end(), text[first.start() : first.end()], sure)
        return
    takes_note = _TAKES_NOTE.fullmatch(first[0]) is not None
    for second in _AND.finditer(shown, first.end()):
        if second["verb"].casefold() in _NOUNS or not takes_note:
            continue
        if not _CLAUSE.search(shown, first.end(), second.start()) and not _NOTE_AFTER.match(shown, second.end()):
            sure = not _LOOSE.match(shown, second.end())
            yield Asked(second.start("verb"), second.end("verb"), second["verb"], sure)
            return
    if not takes_note:
        passive = _PASSIVE.search(shown)
        if passive and not _CLAUSE.search(shown, at, passive.start()):
            yield Asked(passive.start("verb"), passive.end("verb"), passive["verb"], sure=True)
