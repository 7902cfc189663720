"""What a text says of exemption: which paragraphs of Schedule 12A it cites, whether it weighs the public interest.

Local Government Act 1972, Schedule 12A as it applies to England: paragraphs 1 to 7 of Part 1 describe exempt
information, 8 to 10 in Part 2 qualify them. Confidential information is another thing: section 100A(3).
"""

import re
from typing import Final

REASONS: Final = frozenset(range(1, 8))
_WORDS: Final = {name: number for number, name in enumerate(("one", "two", "three", "four", "five", "six", "seven"), 1)}
_NUMBER: Final = rf"(?:\d{{1,2}}(?![\d%]|\.\d)(?:\s?\([a-z]\))?|{'|'.join(_WORDS)})"
_LIST: Final = rf"{_NUMBER}(?:\s*(?:,|;|/|&|\band\b|\bor\b|,\s*and\b|\bto\b|-|–)\s*{_NUMBER}){{0,9}}"
_PARAGRAPHS: Final = re.compile(
    rf"\b(?:para(?:graph)?s?\b\.?|categor(?:y|ies)\b|reasons?\b)\s*(?:nos?\.?\s*)?({_LIST})", re.I
)
# Numbers that name something else.
_OTHER: Final = re.compile(
    r"\bschedule\s+\d+\w?|\bpart\s+(?:\d|[IVX]+)\b|\bsections?\s+\d+\w*(?:\(\w+\))*|\bs\.?\s?\d+\w*(?:\(\w+\))*"
    r"|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"|\b\d+\s+(?:appendi|annex|page|attachment|part|year|month|day)|\b(?:19|20)\d\d\b|\bappendi(?:x|ces)\s+\w+|\bannex(?:e)?\s+\w+|[£$€]\s?[\d,.]+\w*|\d+(?:\.\d+)?\s?%|\d+(?:\.\d+)+",
    re.I,
)
_LOOSE: Final = re.compile(rf"(?<![\w.,]){_LIST}(?![\w%])", re.I)
_NEAR: Final = re.compile(r"12A\b|\bexempt|\bnot for publication\b", re.I)
_REACH: Final = 160
_INTEREST: Final = re.compile(r"\bpublic[\s-]+interest\b", re.I)
_CONFIDENTIAL_BY_SCHEDULE: Final = re.compile(
    r"\bconfidential(?:ity)?\b(?:\s+information)?(?:\s*\(\s*exempt|,?)\s+(?:\w+\s+){0,2}?"
    r"(?:by\s+virtue\s+of|under|in\s+accordance\s+with|within\s+the\s+meaning\s+of|as\s+defined\s+(?:in|by)|pursuant\s+to"
    r"|because\s+of)\s+(?:the\s+)?(?:para(?:graph)?s?\b\.?\s*\d|(?:part\s+(?:1|I)\s+of\s+)?schedule\s+12A)",
    re.I,
)
_EXEMPT_BY_SECTION: Final = re.compile(
    r"\bexempt\b(?:\s+information)?,?\s+(?:\w+\s+){0,2}?"
    r"(?:by\s+virtue\s+of|under|in\s+accordance\s+with|within\s+the\s+meaning\s+of|as\s+defined\s+(?:in|by)|pursuant\s+to"
    r"|because\s+of)\s+(?:section|s\.?)\s*100A\s*\(\s*[23]\s*\)",
    re.I,
)

# "is exempt under paragraph 9 of Schedule 12A": told as so today, and as the reason. Before 2006 there were others.
_AS_REASON: Final = re.compile(
    r"\b(?:is|are|be|contains?|includes?|remains?)\s+(?:(?!not\b|never\b)[\w’'-]+\s+){0,3}?(?:exempt\b(?:\s+information)?"
    r"|not\s+for\s+publication)[\s,]+(?:(?!if\b|when\b|unless\b|not\b|where\b)[\w’'-]+\s+){0,8}?"
    r"(?:by\s+virtue\s+of|under|in\s+accordance\s+with|within\s+the\s+meaning\s+of|as\s+defined\s+(?:in|by)|pursuant\s+to"
    rf"|because\s+of)\s+(?P<named>para(?:graph)?s?\b\.?\s*{_LIST})\s*,?\s*(?:of|to|in)\s+"
    r"(?:part\s+(?:1|I|one)\s+of\s+)?(?:the\s+)?schedule\s+12A",
    re.I,
)

# "Annex 2 is not for publication", "Appendix C contains exempt information"; not "No part of the report is exempt".
_WITHHELD: Final = re.compile(
    r"\b(?:appendix|appendices|annexe?|schedule|enclosure|report|part[ \u00a0](?:[12AB]|II|two))\b"
    r"(?:(?!\b(?:not|no|none|never|if|unless|may|might|should|would|where|when)\b)[^.;\n]){0,60}?"
    r"\b(?P<said>(?:contains?|includes?)[ \u00a0]exempt[ \u00a0]information\b"
    r"|(?:is|are)[ \u00a0](?:therefore[ \u00a0]|also[ \u00a0])?(?:not[ \u00a0]for[ \u00a0]publication\b|exempt\b"
    r"(?=[ \u00a0]*(?:[.,;)]|\Z|and\b|because\b|information\b|from[ \u00a0](?:publication|disclosure)\b))))",
    re.I,
)
_NO: Final = re.compile(r"\b(?:no|none|neither|nothing|if|whether|confidential)\b[^.;\n]*\Z", re.I)

# An answer of so many words says little else than its paragraphs.
_SHORT: Final = 3


def paragraphs_cited(answer: str) -> frozenset[int]:
    """The paragraphs that an answer about exemption names: "3", "Paragraphs 1 and 2 of Schedule 12A", "3 & 5"."""
    named = _PARAGRAPHS.findall(answer)
    if not named:
        # "Public report with one exempt appendix" counts appendices: a word alone is a paragraph in "Three" only.
        short = len(answer.split()) <= _SHORT
        named = [each for each in _LOOSE.findall(_OTHER.sub(" ", answer)) if short or any(map(str.isdigit, each))]
    return frozenset(number for each in named for number in _numbers(each))


def paragraphs_named(text: str) -> frozenset[int]:
    """The paragraphs that running text names as reasons: near to "exempt", "not for publication" or the Schedule."""
    if not _NEAR.search(text):
        return frozenset()
    found = (
        match
        for match in _PARAGRAPHS.finditer(text)
        if _NEAR.search(text, max(0, match.start() - _REACH), match.end() + _REACH)
    )
    return frozenset(number for match in found for number in _numbers(match[1]))


def no_reasons(text: str) -> tuple[int, int] | None:
    """Where a text gives as the reason for exemption paragraphs that are none: "is exempt under paragraph 9 of …"."""
    if "12A" not in text and "12a" not in text:
        return None
    for match in _AS_REASON.finditer(text):
        if not paragraphs_cited(match["named"]) & REASONS:
            return match.span("named")
    return None


def says_withheld(text: str) -> tuple[int, int] | None:
    """Where a text says that a part of the report is exempt, or not for publication."""
    for match in _WITHHELD.finditer(text):
        if not _NO.search(text[max(0, match.start() - 80) : match.start()]) and "onfidential" not in match[0]:
            return match.span("said")
    return None


def weighs_public_interest(text: str) -> bool:
    """Whether the text speaks of the public interest at all; whether it weighs it well is for its readers."""
    return "nterest" in text and _INTEREST.search(text) is not None


def mixed_up(text: str) -> re.Match[str] | None:
    """Where a text calls confidential what the Schedule makes exempt, or exempt what section 100A(3) keeps secret."""
    if "onfidential" not in text and "100A" not in text:
        return None
    return _CONFIDENTIAL_BY_SCHEDULE.search(text) or _EXEMPT_BY_SECTION.search(text)


def _numbers(listed: str) -> frozenset[int]:
    done: list[int] = []
    last, through = 0, False
    for word in re.findall(rf"\d+|\bto\b|[-–]|{'|'.join(_WORDS)}", listed.casefold()):
        if word in ("to", "-", "–"):
            through = bool(done)
            continue
        number = int(word) if word.isdigit() else _WORDS[word]
        done += range(last + 1, min(number, 20)) if through else ()
        done.append(number)
        last, through = number, False
    return frozenset(done)
