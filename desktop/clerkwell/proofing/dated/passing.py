"""Words that are true on the day they are written: "last year", "so far", "at the previous meeting"."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.proofing.dated.values import Dated

_COUNT: Final = (
    r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|few|several|couple of|number of)"
)
_KIND: Final = r"(?:(?:calendar|financial|academic|municipal|civic|school|council|reporting)\s+)?"
_BODY: Final = r"(?:(?:sub[- ]?)?committee|board|cabinet|council|executive|panel|members|meeting|report|paper)s?"
_TAKEN_UP: Final = (
    r"(?:reported|agreed|approved|considered|discussed|noted|presented|submitted|endorsed|advised|requested)"
)
_EVENT: Final = (
    r"(?:inspections?|visits?|audits?|reviews?|reports?|assessments?|surveys?|census|updates?|cycles?|judgements?|ratings?"
    r"|figures|statistics|data|rounds?|budgets?|forecasts?|results?|returns?|quarters?|letters?|[A-Z]{2,6}s?)"
)
_RELATIVE: Final = "It was said from the day of the earlier report."
_MEETING: Final = "It is about a meeting as it was seen from the earlier report."
_PROMISE: Final = "It may have happened by now."
_EARLIER: Final = "Something newer may have come since."

_TOLD: Final = (
    (
        rf"\b(?:(?:by|before|until|at|towards)\s+)?(?:the\s+)?(?:end|start|beginning|middle|close)\s+of\s+(?:the|this|next)"
        rf"\s+{_KIND}(?:year|month|week|quarter|summer|autumn|winter|spring|(?:\w+\s+)?term)\b",
        _RELATIVE,
    ),
    (
        rf"\b(?:this|last|next|(?:the\s+)?(?:coming|forthcoming|current|present|past|previous|preceding|new))\s+{_KIND}"
        r"(?:year|month|week|quarter|spring|summer|autumn|winter|(?:school|spring|summer|autumn)\s+term)(?:['’]s)?\b"
        r"(?!\s+on\s+year)",
        _RELATIVE,
    ),
    (
        rf"\b(?:the\s+)?(?:last|past|next|coming|previous|preceding)\s+{_COUNT}\s+(?:days|weeks|months|years|quarters)\b",
        _RELATIVE,
    ),
    (r"\bin\s+the\s+(?:coming|next)\s+(?:few\s+)?(?:weeks|months|years)\b", _RELATIVE),
    (rf"\b(?:an?|one|{_COUNT})\s+(?:days?|weeks?|months?|years?)\s+ago\b", _RELATIVE),
    (r"\b(?:earlier|later)\s+(?:this|in\s+the|in\s+this)\s+(?:\w+\s+)?(?:year|month|week|quarter)\b", _RELATIVE),
    (
        r"\b(?:in|by|over|during|until|since|for)\s+(?:the\s+)?(?:(?:early|late)\s+)?(?:spring|summer|autumn|winter)\b"
        r"(?!\s+(?:of\s+)?\d)",
        _RELATIVE,
    ),
    (r"\b(?:yesterday|tomorrow|as\s+(?:of|at)\s+today)\b", _RELATIVE),
    (r"\bso\s+far(?:\s+this\s+year)?\b(?!\s+as\b)", _RELATIVE),
    (r"\b(?<!\bup[ -])(?:year[ -])?to[ -]date\b", _RELATIVE),
    (r"\b(?:at|as\s+at|as\s+of|by)\s+the\s+(?:time|date)\s+of\s+(?:writing|(?:this|the)\s+report)\b", _RELATIVE),
    (r"\brecently\b", _RELATIVE),
    (r"\bshortly\b(?!\s+(?:after|before|thereafter))|\bimminent(?:ly)?\b", _PROMISE),
    (r"\bin\s+due\s+course\b", _PROMISE),
    (r"\b(?:has|have|had|is|are|was|were)\s+(?:not\s+yet|yet\s+to|still\s+to\s+be)\b", _PROMISE),
    (
        r"\ba\s+(?:further|final|full|follow[- ]up|second|progress)\s+report\s+(?:will|is\s+(?:due\s+|expected\s+)?to)"
        r"\s+(?:be\s+)?\w+",
        _PROMISE,
    ),
    (
        r"\b(?:(?:at|to|from|on|of|since|by)\s+)?(?:the|its|their|our|your|this)\s+(?:last|previous|next|earlier|most\s+recent"
        r"|preceding|forthcoming)\s+(?:[\w'’&-]+\s+){0,4}?meetings?\b",
        _MEETING,
    ),
    (r"\b(?:last|previous|next|earlier)\s+meetings?\b", _MEETING),
    (
        r"\b(?:at|in|to|from|of)\s+(?:its|their|your|our|the)\s+(?:[\w'’&-]+\s+){0,3}?meetings?\s+(?:on|in|of|held)\s+"
        r"(?:on\s+|in\s+)?(?=\w*\d|(?-i:[A-Z]))",
        _MEETING,
    ),
    (
        rf"\b(?:as|previously|already|last|first|were|was|been)\s+(?:previously\s+|last\s+)?{_TAKEN_UP}\s+(?:to|by|at|in)\s+"
        rf"(?:(?:the|this|your|its|our|a|that)\s+)?(?:[\w'’&-]+\s+){{0,5}}?{_BODY}\b",
        _MEETING,
    ),
    (rf"\b(?:as\s+)?previously\s+{_TAKEN_UP}\b|\bas\s+(?:last\s+)?reported\s+(?:in|to|on|at)\b", _MEETING),
    (r"\bmembers\s+(?:will|may)\s+(?:recall|remember|be\s+aware)\b", _MEETING),
    (r"\bminutes?\s+(?:of\s+the\s+(?:\w+\s+){0,4}meeting|(?:no\.?\s*)?\d{1,4}\b)", _MEETING),
    (
        r"\b(?:the|its|their|our|this|at)\s+(?:last|latest|most\s+recent|previous)\s+(?:[\w'’&-]+\s+){0,4}?"
        rf"(?-i:{_EVENT}(?:\s+{_EVENT})?)\b",
        _EARLIER,
    ),
    # Atomic groups: none of it is given back to get past what must not follow.
    (r"\bparagraphs?\s+(?>\d{1,3}(?:\.\d{1,2})?(?:\s*(?:,|and|to|-|–)\s*\d{1,3}(?:\.\d{1,2})?)*)\b"
     r"(?>(?:\s+(?:above|below))?)"
     r"(?!\s*(?:\(\w+\)\s*)?(?:,\s*)?(?:of|to|in)\s+(?:the|part|schedule|that|its|annex|appendix))(?!\s*\()",
     "Paragraphs may have other numbers now."),
)  # fmt: skip
_PATTERNS: Final = tuple((re.compile(pattern, re.IGNORECASE), why) for pattern, why in _TOLD)
# These are true of any day, unless a figure goes with them.
_NOW: Final = re.compile(
    r"\b(?:currently|at\s+present|at\s+the\s+(?:present|current)\s+time|at\s+the\s+moment|presently|as\s+things\s+stand)\b",
    re.IGNORECASE,
)
_FIGURE: Final = re.compile(r"\d|\b(?:half|third|quarters?|majority|per\s+cent|most|all|none|no)\b", re.IGNORECASE)
_NEAR: Final = 200
_STOP: Final = re.compile(r"[.;!?]\s")
# One of these is in every text that has any of them.
_HINT: Final = re.compile(
    r"year|month|week|quarter|spring|summer|autumn|winter|last|past|next|previous|latest|recent|ago|yesterday|tomorrow|today"
    r"|far|date|time|shortly|imminent|course|yet|still|report|meeting|minute|paragraph|recall|remember|aware|curren|present"
    r"|moment|stand|earlier|agreed|approved|considered|discussed|noted|submitted|endorsed|advised|requested",
    re.IGNORECASE,
)


def passing_words(text: str) -> Iterator[Dated]:
    """The words of a text that hold only for the day they were written on. Several may share words."""
    if not _HINT.search(text):
        return
    for pattern, why in _PATTERNS:
        for found in pattern.finditer(text):
            yield Dated(found.start(), found.start() + len(found[0].rstrip()), found[0].rstrip(), why)
    for found in _NOW.finditer(text):
        earlier, later = text[max(0, found.start() - _NEAR) : found.start()], text[found.end() : found.end() + _NEAR]
        if _FIGURE.search(f"{_STOP.split(earlier)[-1]} {_STOP.split(later)[0]}"):
            yield Dated(found.start(), found.end(), found[0], "It says how things stood, with a figure.")
