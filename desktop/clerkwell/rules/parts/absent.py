"""Rules about sections that are not there: those that the template asks for, and the list of background papers."""

import re
from collections.abc import Iterator
from itertools import chain

from clerkwell.model import ListItem, Paragraph, Place, Report, Severity, SubHeading, words
from clerkwell.packs import Pack, Part, outline
from clerkwell.packs.repeating import OTHER_DETAILS
from clerkwell.rules.rule import Finding, Rule

# Who is asked, where a paragraph or a heading ends with it: what is asked for comes below; or what is asked for.
_ASKS = re.compile(
    r"\b(?:(?:is|are)\s+(?:therefore\s+|now\s+)?(?:asked|invited|recommended|requested)(?:\s+(?:to|that)(?:\s+\w+)?)?"
    r"|recommendations?(?:\s+(?:is|are))?)\s*:?\s*\Z"
    r"|\A(?:\(?[\w.]{1,4}[).]?\s+)?That\s+(?:the|this|authority|members|cabinet|council)\b.{10}",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:committee|sub-committee|board|panel|cabinet|council|members|forum|executive|commission|authority)\s+(?:is|are)\s+"
    r"(?:therefore\s+|now\s+)?(?:asked|invited|recommended|requested)\s+to\b|\bit\s+is\s+(?:therefore\s+)?recommended\s+that\b",
    re.IGNORECASE,
)
# A report that says itself that it asks for nothing.
_ASKS_NOTHING = re.compile(
    r"\bfor\s+(?:information|noting)\s+only\b|\b(?:report|paper|item|update)\s+is\s+(?:\w+\s+){0,2}for\s+(?:information|noting)\b"
    r"|\bno\s+(?:decisions?|recommendations?|actions?)\s+(?:is|are)\s+(?:required|sought|made|needed)\b",
    re.IGNORECASE,
)
# A sentence that says which they are, under whatever heading.
_PAPERS = re.compile(
    r"\bbackground\s+(?:papers|documents)\b(?:\s+[\w’'-]+){0,8}?\s+(?:is|are|were)\b"
    r"|\bno\s+(?:unpublished\s+)?background\s+(?:papers|documents)\b",
    re.IGNORECASE,
)


def _name(part: Part) -> str:
    return f"“{part.heading.rstrip(': ')}”"


def _missing(report: Report, pack: Pack) -> Iterator[Finding]:
    for part in outline(report, pack):
        if part.wanted and not part.stands and part.spec.kind != "background-papers":
            severity: Severity | None = None
            if part.id == "recommendations" and pack.manifest.pack.order == "report":
                if _somewhere(report, _ASKS) or _somewhere(report, _ASKS_NOTHING):
                    continue
                # Asked in a sentence, among others, members have at least been asked.
                severity = "warning" if _somewhere(report, _ASKED) else None
            message = f"{_name(part)} is missing. Add this section and write it."
            yield Finding(message, Place(section=part.id), severity=severity)


def _somewhere(report: Report, asks: re.Pattern[str]) -> bool:
    """Whether a report that keeps its own headings asks its readers for something under another one."""
    blocks = (block for section in report.sections for block in section.blocks)
    said = (words(block) for block in blocks if isinstance(block, Paragraph | ListItem | SubHeading))
    # What a header has no label for stands among its other details.
    above = (value.text for row in report.repeats.get(OTHER_DETAILS, ()) for value in row.values())
    return any(asks.search(text) for text in chain((section.heading for section in report.sections), said, above))


def _papers_missing(report: Report, pack: Pack) -> Iterator[Finding]:
    for part in outline(report, pack):
        if part.wanted and not part.stands and part.spec.kind == "background-papers":
            if pack.manifest.pack.order == "report" and _somewhere(report, _PAPERS):
                continue
            message = f"The list {_name(part)} is missing. List the unpublished documents relied on, or say “None”."
            yield Finding(message, Place(section=part.id))


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "section-missing", "error", "A section that the template asks for is missing",
            "The council’s template has this section in every report of this kind.", _missing,
            source="The council’s template",
        ),
        Rule(
            "background-papers-missing", "warning", "The list of background papers is missing",
            "Every public copy of a report lists its background papers, so that anyone can ask for them; “None” is an "
            "answer, a list left out is not.", _papers_missing,
            source="Local Government Act 1972, section 100D(1); for an executive, regulation 15 of the 2012 Executive "
            "Arrangements Regulations; the council’s template",
        ),
    )  # fmt: skip
