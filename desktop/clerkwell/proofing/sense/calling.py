"""Where a text calls a part of its report by number: "recommendation (f)", "condition 14", "Option 5", "section L"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["recommendation", "condition", "option", "figure", "section", "part"]

_DIGITS: Final = r"\d{1,2}(?:\.\d{1,2})?(?![\d%/:]|,\d{3}|\.\d)(?:\s?\([a-z]{1,4}\)|[a-z]\b)?"
_LETTERS: Final = (
    r"\(\s?[a-zA-Z]\s?\)|\([ivxIVX]{2,5}\)"
    r"|[A-HJ-Z](?![\w’'])|I(?=[\s]*[.,;:)]|\s*\Z)|[IVX]{2,5}(?![\w’'])|[b-hj-z](?=\))"
)
_ONE: Final = rf"(?:{_DIGITS}|{_LETTERS})"
_CALL: Final = re.compile(
    r"\b(?P<kind>[Rr]ecommendation|[Cc]ondition|[Oo]ption|[Ff]igure|[Ss]ection|SECTION|Part(?=[ \u00a0][A-Z]\b))s?"
    r"[ \u00a0]+"
    r"(?:(?:[Nn]os?\.?|[Nn]umbers?)[ \u00a0]?)?"
    rf"(?P<list>{_ONE}(?:\s*(?:,\s*(?:and|or)|,|and|or|&|to|–|-)\s*{_ONE}(?!\w)){{0,8}})"
)
# Every call has one of these: other texts need not be looked at twice.
HINTS: Final = ("ecommendation", "ondition", "ption", "igure", "ection", "ECTION", "Part ")
_OWN_AFTER: Final = re.compile(
    r"\s*,?\s*(?:above|below|of\s+this\s+report|in\s+this\s+report|(?:earlier|later)\s+in\s+this)", re.I
)
# "recommendation 4 of the review", "condition 3 on the licence", "recommendation 7 from Ofsted".
_ELSEWHERE_AFTER: Final = re.compile(
    r"\s*,?\s*(?:of|in|on|to|from|under|by|attached|imposed|within|made)\s+(?!this\s+report\b)(?:the|that|its|their|an?|each|any"
    r"|planning|\d|\(?[A-Z])|\s*\((?:of|in|from|the)\b"
    # "the option 10 days before the sale"
    r"|\s+(?:days?|weeks?|months?|years?|hours?|minutes?|times|per\s+cent|people|homes|miles|metres|km|m)\b",
    re.I,
)
# "the auditor’s recommendation 4", "audit recommendation 4", "standard condition 14", "discharge of condition 3".
_ELSEWHERE_BEFORE: Final = re.compile(
    r"(?:['’]s?|\b(?:audit|auditors?|inspection|review|panel|commission|ofsted|ombudsman|peer|previous|earlier|existing|extant|original"
    r"|standard|mandatory|model|current|old|new|licen[cs]e|lease|permit|planning|external|internal|national|its|their|his|her"
    r"|that|those|an?|no|any|each|vary(?:ing)?|variation\s+of|remov(?:e|al\s+of|ing)|discharg(?:e|ed|ing)(?:\s+of)?|breach(?:es)?\s+of"
    r"|compl(?:y|iance)\s+with|local|act|london|default|pension|pay(?:ment)?|share|call|put))\s*\Z",
    re.I,
)
# "a bridge in condition 3": a grade.
_GRADED: Final = re.compile(r"\b(?:in|is|are|into|at)\s*\Z")
# In such a sentence the number may be another document's.
_DOCUMENT: Final = re.compile(
    r"\b(?i:review(?:s|ed|ers?)?|audit(?:s|ed|ors?)?|inspect\w*|inquiry|enquiry|peer|task|working\s+group|scrutin\w*|ombudsman|previous"
    r"|last\s+year|minutes?|regulators?|consultants?|commission\w*|coroner\w*|inspectorate|guidance|strategy|policy|legislation|statut\w+"
    r"|lease|contract|agreement|licen[cs]es?|permits?|constitution|appendi\w+|annexe?s?|schedule|handbook|code|business\s+case"
    r"|parent\s+permission|earlier\s+permission|appeal|inspector’?s?|court|tribunal|survey|questionnaire|form|template|plan\s+itself)\b"
    r"|\b(?:Acts?|Regulations?|Order|NPPF|Framework|Ofsted|CQC|LGA|HSE|CIPFA|Building)\b"
)
# What is in force has no options of its own.
_OFFERING: Final = re.compile(
    r"\b(?i:review(?:s|ed|ers?)?|audit(?:s|ed|ors?)?|inquiry|enquiry|peer|task|scrutin\w*|previous|earlier|last\s+year|minutes?|consult\w+"
    r"|commission\w*|inspector\w*|lease|contract|agreement|appendi\w+|annexe?s?|business\s+case|study|appraisal|appeal|court|tribunal"
    r"|survey|questionnaire|form|scheme|booklet|issues\s+and\s+options|local\s+plan)\b|\b(?:LGA|CIPFA)\b"
)
# A lease or a contract recommends nothing, so that a recommendation beside one is this report's.
_RECOMMENDING: Final = re.compile(
    r"\b(?i:review(?:s|ed|ers?)?|audit(?:s|ed|ors?)?|inspect\w*|inquiry|enquiry|peer|task|working\s+group|scrutin\w*|ombudsman"
    r"|previous\w*|earlier|last|minutes?|regulators?|consultants?|commission\w*|coroner\w*|guidance|business\s+case|appeal|court"
    r"|tribunal|survey|study|strategy|panel|national|progress|implement\w*|complete\w*|evaluation)\b"
    r"|\b(?:Ofsted|CQC|LGA|HSE|CIPFA|Building|Panel|Board)\b"
)
# What has lettered sections of its own; who reviews or audits something has none.
_LETTERED: Final = re.compile(
    r"\b(?i:minutes?|guidance|strategy|policy|legislation|statut\w+|lease|contract|agreement|licen[cs]es?|permits?|constitution"
    r"|appendi\w+|annexe?s?|schedule|handbook|manual|code|business\s+case|questionnaire|form|template|toolkit|(?:inspector|auditor"
    r"|consultant)\w*[’']s?|(?:review|audit|inspection|peer)\s+report)\b|\b(?:Acts?|Regulations?|Order|NPPF|Framework|Plan|Use|Class)\b"
)
# "recommendation (f)" is this report's, unless the sentence speaks of one that was made before.
_BEFORE: Final = re.compile(
    r"\b(?:review|audit\w*|inspect\w*|previous(?:ly)?|earlier|last|minutes?|inquiry|ombudsman|panel’s)\b", re.I
)
_KINDS: Final[Mapping[str, Kind]] = {
    "recommendation": "recommendation",
    "condition": "condition",
    "option": "option",
    "figure": "figure",
    "section": "section",
    "part": "part",
}
_DOUBTS: Final = {"option": _OFFERING, "recommendation": _RECOMMENDING, "section": _LETTERED}
_FAR: Final = 300
_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True)
class Call:
    """A call: where it stands (code points), what it is of, one of its numbers as written.

    `sure`: the words say that it is a part of this report; `doubted`: the sentence speaks of another document too.
    `bracketed`: it stands in brackets by itself after what it may be the name of.
    """

    start: int
    end: int
    kind: Kind
    number: str
    sure: bool
    doubted: bool
    bracketed: bool


def calls(text: str) -> tuple[Call, ...]:
    """The calls in a text that are not said to be another document's."""
    return tuple(_calls(text)) if any(map(text.__contains__, HINTS)) else ()


def ordinals_of(number: str) -> frozenset[int]:
    """What a number may count: 4 for "4" and "(d)", 1 or 9 for "(i)"; its first part, in "4(a)"; none for "2.3"."""
    plain = number.strip("() ").casefold()
    if found := re.match(r"\d+", plain):
        return frozenset({int(found[0])}) if "." not in plain else frozenset()
    done = {ord(plain) - ord("a") + 1} if len(plain) == 1 else set[int]()
    if plain and set(plain) <= _ROMAN.keys():
        values = [_ROMAN[letter] for letter in plain]
        done.add(sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True)))
    return frozenset(done)


def _calls(text: str) -> Iterator[Call]:
    for found in _CALL.finditer(text):
        before = text[max(0, found.start() - 60) : found.start()]
        sure = _OWN_AFTER.match(text, found.end()) is not None
        if not sure and (_ELSEWHERE_AFTER.match(text, found.end()) or _ELSEWHERE_BEFORE.search(before)):
            continue
        if found["kind"].casefold() == "condition" and _GRADED.search(before):
            continue
        sentence = _sentence(text, found)
        bracketed = (
            found["kind"] in ("Option", "option")
            and before.endswith("(")
            and text[found.end() : found.end() + 1] in (")", ",", ";")
        )
        kind: Kind = _KINDS[found["kind"].casefold()]
        for number in re.findall(_ONE, found["list"]):
            doubts = _BEFORE if kind == "recommendation" and number[0] == "(" else _DOUBTS.get(kind, _DOCUMENT)
            doubted = not sure and doubts.search(sentence) is not None
            yield Call(found.start(), found.end(), kind, number, sure, doubted, bracketed)


def _sentence(text: str, found: re.Match[str]) -> str:
    far = max(0, found.start() - _FAR)
    start = max(text.rfind(". ", far, found.start()), text.rfind("\n", far, found.start()), far)
    end = text.find(". ", found.end(), found.end() + _FAR)
    return f"{text[start : found.start()]} {text[found.end() : found.end() + _FAR if end < 0 else end]}"
