"""The headings under which letters say what they found: of inspectorates past and present, auditors, peer reviews."""

import re
from typing import Final

from clerkwell.intake.letters.values import LetterKind

_LONG: Final = 160
_WORDS: Final = 25
_NUMBER: Final = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|\(?[a-z]\))\s+|^(?:[-–•*#]\s*)+", re.IGNORECASE)
_AREA: Final = r"(?:areas?|points?|aspects?|issues?|features?)"
_KINDS: Final[tuple[tuple[LetterKind, str], ...]] = (
    (
        "priority",
        rf"(?:priority\s+(?:actions?|areas?)|{_AREA}\s+(?:for|of)\s+(?:immediate|urgent|priority)"
        r"\s+(?:action|improvement|attention)|(?:immediate|urgent)\s+(?:actions?|improvements?)(?:\s+required)?)",
    ),
    (
        "recommendation",
        r"(?:recommendations?|(?:what\s+)?(?:the\s+)?[\w’' -]{2,60}\s(?:should|must)"
        r"(?:\s+(?:now\s+)?(?:do|take|address))?:?$|actions?\s+(?:that\s+)?[\w’' -]{2,40}\s(?:should|must)\s+take)",
    ),
    (
        "development",
        rf"(?:{_AREA}\s+(?:of\s+[\w-]+\s+)?(?:for|of|requiring|in\s+need\s+of|that\s+(?:need|require)s?"
        r"|where\s+[\w\s’']{0,60}?(?:need|require)s?)\s+(?:(?:further|significant|continued|future|some)\s+)?"
        r"(?:development|improvement|improving|consideration|attention|focus)"
        r"|what\s+(?:needs?|has|could|should|must)\s+(?:to\s+)?(?:be\s+)?"
        r"(?:improved?|better|done\s+better|work\s+better|develop(?:ed)?)"
        r"|(?:key\s+)?(?:weaknesses|areas\s+of\s+weakness|improvements?\s+(?:needed|required)|required\s+improvements"
        r"|even\s+better\s+if))",
    ),
    (
        "met",
        r"(?:meets?|met|meeting|satisf(?:y|ies|ied)|complies|comply)\s+(?:with\s+)?(?:the\s+)?(?:\w+\s+)?"
        r"(?:requirements?|standards?)",
    ),
    (
        "strength",
        r"(?:strengths?|what\s+(?:is|was|are|works?|worked|went|they|you\s+do)\s*(?:working|going|doing)?\s*(?:well|good)"
        r"|(?:good|effective|best|strong|outstanding)\s+(?:practice|features?)"
        r"|positive\s+(?:features?|findings?|practice|aspects?))",
    ),
)
_PATTERNS: Final = tuple((kind, re.compile(rf"\b{pattern}", re.IGNORECASE)) for kind, pattern in _KINDS)
# A heading that a letter's end begins with, and what ends what was found.
CLOSING: Final = re.compile(
    r"(?:yours\s+(?:sincerely|faithfully|truly|ever)|(?:kind|best|warm)\s+regards|(?:copy|copies|cc|enc(?:losures?|s)?)\b)"
    r".{0,200}",
    re.IGNORECASE,
)
_OTHERS: Final = re.compile(
    r"(?:next\s+steps|conclusions?|main\s+findings|headline\s+findings|overview|summary|background|context|introduction"
    r"|methodology|scope|about\s+.{1,40}|evidence.{0,40}|information\s+about.{0,60}|notes?|appendi.{1,40}|findings)"
    r"\s*[:.?]?",
    re.IGNORECASE,
)


# A line that ends so was broken there.
_UNFINISHED: Final = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "our", "the", "their", "to", "with"}
)
SALUTATION: Final = re.compile(r"dear\s+\S.{0,80}", re.IGNORECASE)


def stands_alone(text: str) -> bool:
    """Whether a line of a letter is one by itself: a heading, the salutation, the closing words."""
    return (
        kind_of_heading(text) is not None
        or is_other_heading(text)
        or SALUTATION.fullmatch(text) is not None
        or CLOSING.fullmatch(text) is not None
    )


def kind_of_heading(text: str) -> LetterKind | None:
    """What is listed under a line, if the line is a heading that says so; none for a heading over two kinds."""
    words = _NUMBER.sub("", text.strip()).strip()
    if not words or len(words) > _LONG or len(words.split()) > _WORDS or not words[0].isupper():
        return None
    stem = words.endswith(":")
    if words.rsplit(None, 1)[-1].casefold() in _UNFINISHED:
        return None
    if words[-1] in ".;,!" or (not stem and len(words.split()) > 15):
        return None
    found = {kind for kind, pattern in _PATTERNS if pattern.search(words)}
    if "met" in found:
        return "met"
    if "priority" in found:
        return "priority"
    if found == {"development", "recommendation"}:
        return "recommendation"
    if len(found) != 1:
        return None
    (kind,) = found
    # In a longer line the words have to be what it is about: "Our strengths lie elsewhere" is no heading.
    short = len(words.split()) <= 8
    return kind if stem or short or kind in ("met", "development") else None


def names_both(text: str) -> bool:
    """Whether a short line is a heading over strengths and areas for development together."""
    words = text.strip()
    if not words or len(words) > _LONG or words[-1] in ".;,!":
        return False
    found = {kind for kind, pattern in _PATTERNS if pattern.search(words)}
    return {"strength", "development"} <= found


def is_other_heading(text: str) -> bool:
    """Whether a line is a heading that letters have over something else."""
    return _OTHERS.fullmatch(_NUMBER.sub("", text.strip()).strip()) is not None
