"""The rule about the year that is decided on: what the subject names, the recommendations ask for."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.rules.passages import Reading
from clerkwell.rules.rule import Across, Finding, Rule, found

_YEAR: Final = r"20\d\d[/–-](?:20)?\d\d(?![\w/]|[.–-]\d)"
_YEARS: Final = re.compile(rf"(?<![\w/.–-]){_YEAR}")
# "Fees and charges 2026/27", "Council tax base for 2026/27", "2026/27 revenue budget".
_NAME: Final = r"[A-Za-z][\w’' &-]{3,60}?"
_OF: Final = re.compile(
    r"(?:[^:–—]{1,80}[:–—]\s+)?(?:(?:the|draft|proposed|annual|review\s+of(?:\s+the)?|setting(?:\s+the)?)\s+){0,3}"
    rf"(?:(?P<what>{_NAME})\s*,?\s+(?:(?:for|in)\s+)?(?P<year>{_YEAR})|(?P<first>{_YEAR})\s+(?P<named>{_NAME}))\W*",
    re.IGNORECASE,
)
# A subject is a line; what is longer is none.
_LONGEST: Final = 200
# Words with which another year is told on purpose.
_OTHER: Final = re.compile(
    r"\b(?:outturn|last|previous\w*|prior|compared|carr(?:y|ied)|roll\w*|instead|than|from|since|current|revised|original\w*|year-end|extend\w*"
    r"|delegat\w+|report\s+back|review\w*|unchanged|same\s+as|baseline|replac\w+|supersed\w+)\b",
    re.IGNORECASE,
)


def _other_year(reading: Reading) -> Iterator[Finding]:
    subject = reading.report.field("subject").text.strip()
    named = _OF.fullmatch(subject) if len(subject) < _LONGEST else None
    if named is None or len(_YEARS.findall(subject)) != 1 or _OTHER.search(subject):
        return
    what, year = (named["what"] or named["named"]).strip(), _plain(named["year"] or named["first"])
    asked = list(reading.prose_of(frozenset(("recommendations",))))
    if any(_plain(each[0]) == year for passage in asked for each in _YEARS.finditer(passage.text)):
        return
    words = re.escape(what).replace(r"\ ", r"\s+")
    told = re.compile(
        rf"\b{words}\s*,?\s+(?:(?:for|in)\s+)?(?:the\s+(?:financial\s+)?year\s+)?(?P<year>{_YEAR})|\b(?P<first>{_YEAR})\s+{words}\b",
        re.IGNORECASE,
    )
    for passage in asked:
        match = told.search(passage.text)
        if match is None or _OTHER.search(passage.text):
            continue
        group = "year" if match["year"] else "first"
        subjects = named["year"] or named["first"]
        message = f"The subject is of {subjects}, and no recommendation is. Put the year right here or there."
        yield found(passage, match.start(group), match.end(group), message)
        return


def _plain(year: str) -> str:
    """A year of twelve months by its first and the last two digits of its second: "2026/27"."""
    return f"{year[:4]}/{year[-2:]}"


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "year-two-ways", "warning", "The recommendations are of another year than the subject",
            "The decision holds for the year that is minuted.",
            Across(_other_year), source="Careful drafting: years in a report agree with each other",
        ),
    )  # fmt: skip
