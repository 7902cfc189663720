"""Who wrote a letter, when, and about what."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from clerkwell.intake.letters.headings import CLOSING, SALUTATION
from clerkwell.intake.letters.reading import Letter, letter_lines
from clerkwell.intake.letters.values import LetterLine, LetterSource
from clerkwell.packs import parse_date
from clerkwell.proofing.dated import days_named

_YOURS: Final = re.compile(
    r"(?:yours\s+(?:sincerely|faithfully|truly|ever)|(?:kind|best|warm)\s+regards)\W*", re.IGNORECASE
)
_DATED: Final = re.compile(r"(?:date(?:d)?\s*:?\s*)?(?P<day>.{6,40})", re.IGNORECASE)
_ABOUT: Final = re.compile(r"(?:re|subject)\s*:\s*", re.IGNORECASE)
_DOMAIN: Final = re.compile(
    r"(?:@|www\.|https?://(?:www\.)?)(?:[\w-]{1,40}\.){0,3}?(?P<name>[\w-]{2,40})\.(?:gov|org|co|nhs|ac|police|com)\b",
    re.IGNORECASE,
)
# Inspectorates and auditors whom councils hear from, in the words they call themselves by.
_KNOWN: Final = (
    "Ofsted", "Care Quality Commission", "HMICFRS", "HM Inspectorate of Probation", "Regulator of Social Housing",
    "Local Government and Social Care Ombudsman", "Housing Ombudsman", "Information Commissioner’s Office",
    "Information Commissioner's Office", "Health and Safety Executive", "Food Standards Agency",
    "Planning Inspectorate", "Local Government Association", "Department for Education", "Youth Justice Board", "Estyn",
)  # fmt: skip
_BODY: Final = re.compile(
    r"\b(?:Inspectorate|Commission|Ombudsman|Office|Agency|Authority|Regulator|LLP|Ltd|Limited|Board|Partnership|Council)\b"
)
_HEAD: Final = 30
_FOOT: Final = 6
_LONG: Final = 200


def source_of(letter: Letter) -> LetterSource:
    """Who wrote a letter, its date as it is written there, its subject, and who signed it."""
    lines = letter_lines(letter)
    dear = next((index for index, line in enumerate(lines) if SALUTATION.fullmatch(line.text)), None)
    yours = next((index for index, line in enumerate(lines) if _YOURS.fullmatch(line.text)), None)
    below = [line.text for line in lines[yours + 1 : yours + 1 + _FOOT]] if yours is not None else []
    # Whom a copy goes to stands under the signature, and did not write it.
    signature = list(takewhile(lambda text: not CLOSING.fullmatch(text), below))
    head = lines[: dear if dear is not None else _HEAD]
    signed = next((text for text in signature if len(text) < _LONG), "")
    return LetterSource(
        sender=_sender([line.text for line in head], signature, lines),
        date=_date(head) or _date(lines[:_HEAD]),
        title=_title(lines, dear),
        signed=signed,
    )


def _date(lines: Sequence[LetterLine]) -> str:
    for line in lines:
        found = _DATED.fullmatch(line.text)
        if found is not None and parse_date(found["day"]) is not None:
            return found["day"].strip().rstrip(".")
    for line in lines:
        # "Our ref 12/3   24 August 2011": the date is among other things.
        if len(line.text) < _LONG and next(days_named(line.text), None) is not None:
            found = re.search(r"\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z][a-z]+,?\s+\d{4}", line.text)
            if found is not None:
                return found[0]
    return ""


def _title(lines: Sequence[LetterLine], dear: int | None) -> str:
    """The subject: the line under the salutation; in a letter without one, the first heading."""
    if dear is None:
        return next((line.text for line in lines if line.strong and not line.item), "")
    for line in lines[dear + 1 : dear + 4]:
        words = _ABOUT.sub("", line.text)
        if len(words) <= _LONG and words[-1] not in ".:;," and not line.item:
            return words
        break
    return ""


def _sender(head: Sequence[str], signature: Sequence[str], lines: Sequence[LetterLine]) -> str:
    """The body that a letter comes from: known by its address, its letterhead, or its signature."""
    top, foot = "\n".join(head), "\n".join(signature)
    whole = "\n".join(line.text for line in lines)
    for text in (top, foot):
        if known := next((name for name in _KNOWN if re.search(rf"\b{re.escape(name)}\b", text)), ""):
            return known
        for found in _DOMAIN.finditer(text):
            if name := _spelled(found["name"], whole):
                return name
    for text in signature:
        if _BODY.search(text):
            return text
    first = head[0] if head else ""
    return first if _BODY.search(first) and len(first) < 80 and not re.search(r"\d", first) else ""


def _spelled(name: str, text: str) -> str:
    """A name out of an address as the letter writes it: "ofsted" is "Ofsted", "cqc" the words that it stands for."""
    for known in _KNOWN:
        initials = "".join(word[0] for word in known.split() if word[0].isupper()).casefold()
        if name.casefold() in (known.casefold(), initials):
            return known
    spaced = name.replace("-", " ")
    # The address itself says nothing of how the name is written.
    for found in re.finditer(rf"(?<![\w@./-]){re.escape(spaced)}(?![\w@./-])", text, re.IGNORECASE):
        if found[0][0].isupper():
            return found[0]
    return ""
