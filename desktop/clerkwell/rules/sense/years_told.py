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
    r"\b(?:outturn|last|previous\w*|prior|compared|carr(?:y|ied)|roll\w*|instead|than|from|since"
    r"|current|revised|original\w*|year-end|extend\w*"
    r"|delegat\w+|report\s+back|review\w*|unchanged|same\s+as|baseline|replac\w+|supersed\w+)\b",
    re.IGNORECASE,
)

_SAYS_WHY: Final = frozenset(("purpose-of-report", "summary", "recommendations"))
# What is told of last year on purpose.
_LAST: Final = re.compile(
    r"\b(?:outturn|last|previous\w*|prior|compared|carr(?:y|ied)|roll\w*|than|from|since|current"
    r"|original\w*|year-end|end\s+of|accounts|baseline|completed"
    r"|was|were|had|achieved|ended|closing|delivered)\b",
    re.IGNORECASE,
)
_SMALL: Final = frozenset(
    ("the", "and", "for", "with", "report", "progress", "update", "from", "are", "has", "this", "that", "its")
)
_FAR: Final = 40
_BEFORE: Final = 5
_AFTER: Final = 5
_SHARED: Final = 2
_MOST_SHARED: Final = 4


def _years(reading: Reading) -> Iterator[Finding]:
    yield from _other_year(reading)
    yield from _last_years(reading)


def _last_years(reading: Reading) -> Iterator[Finding]:
    """What the report is about with the year before the subject's: "the 2023/24 internal audit plan"."""
    subject = reading.report.field("subject").text.strip()
    years = [int(each[0][:4]) for each in _YEARS.finditer(subject)]
    if not years or len(subject) > _LONGEST or _OTHER.search(subject):
        return
    about = _telling(_YEARS.sub(" ", subject))
    titles = [passage for passage in reading.passages if passage.kind == "title" and passage.place.appendix]
    for passage in (*reading.prose_of(_SAYS_WHY), *titles):
        title = passage.kind == "title"
        for each in _YEARS.finditer(passage.text):
            begun = passage.text.rfind(". ", 0, each.start()) + 1
            stop = passage.text.find(". ", each.end())
            sentence = passage.text[begun : stop if stop >= 0 else len(passage.text)]
            if (
                int(each[0][:4]) != min(years) - 1
                or len(_YEARS.findall(sentence)) > 1
                or _OTHER.search(passage.text, max(begun, each.start() - _FAR), each.end() + _FAR)
                or _LAST.search(passage.text, max(begun, each.start() - _FAR), each.end() + _FAR)
            ):
                continue
            beside = _telling(
                " ".join(
                    (
                        *passage.text[begun : each.start()].split()[-_BEFORE:],
                        *passage.text[each.end() :].split()[:_AFTER],
                    )
                )
            )
            # Last year's may be attached to this year's; it has all the words of the subject then only by chance.
            if len(beside & about) >= (_MOST_SHARED if title else _SHARED):
                message = (
                    f"The subject is of {_plain(_YEARS.findall(subject)[0])}, and this of {_plain(each[0])}. "
                    "Put the one that is wrong right."
                )
                yield found(passage, *each.span(), message, severity="info" if title else None)


def _telling(words: str) -> frozenset[str]:
    return frozenset(
        word.removesuffix("s") for word in re.findall(r"[a-z]{3,}", words.casefold()) if word not in _SMALL
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
        rf"\b{words}\s*,?\s+(?:(?:for|in)\s+)?(?:the\s+(?:financial\s+)?year\s+)?(?P<year>{_YEAR})"
        rf"|\b(?P<first>{_YEAR})\s+{words}\b",
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
            "year-two-ways", "warning", "The recommendations, or the purpose, are of another year than the subject",
            "The decision holds for the year that is minuted.",
            Across(_years), source="Careful drafting: years in a report agree with each other",
        ),
    )  # fmt: skip
