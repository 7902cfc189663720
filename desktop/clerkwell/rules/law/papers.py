"""The rule about background papers: what has been published is not one."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.model import Place, Report, is_nil, walk, words
from clerkwell.packs import Pack
from clerkwell.rules.rule import Finding, Rule

_LISTED: Final = "background-papers"
_ADDRESS: Final = re.compile(
    r"https?://\S|\bwww\.\S|(?<![@\w.])[\w-]+(?:\.[\w-]+)*\.(?:gov|org|co|ac|nhs|police)\.uk\b", re.I
)
_WEB: Final = re.compile(r"https?://|www\.", re.I)
_WHERE: Final = re.compile(
    r"\b(?:on|at|from|via)\s+(?:GOV\.UK|(?:the|its|our|their)\s+(?:[\w’'-]+\s+){0,3}web\s?sites?|[\w’'-]+\s+web\s?site)\b"
    r"|\bavailable\s+online\b|\bpublished\s+(?:on|at|by|in)\b",
    re.I,
)
# The whole entry is the title of a law, with or without its parts.
_LAW: Final = re.compile(
    r"(?:the\s+)?(?:[A-Z][\w’',()&-]*|and|of|the|for|to|in|etc\.?|\([^()]{1,60}\))"
    r"(?:\s+(?:[A-Z][\w’',()&-]*|and|of|the|for|to|in|etc\.?|\([^()]{1,60}\))){0,20}"
    r"\s+(?:Act|Regulations|Order|Rules)(?:\s*\([^()]{1,60}\))?\s+(?:19|20)\d\d"
    r"(?:,?\s*\(?(?:as amended|sections?|ss?\.|parts?|schedules?|regulations?|chapters?)\b[\w\s.,()–-]{0,40})?\)?[.;]?"
)
# Works that everybody can read, by their names: national policy, an inspectorate's letters and reports.
_WORKS: Final = re.compile(
    r"\b(?:National Planning Policy Framework|NPPF|Planning Practice Guidance|White Paper|Green Paper|Hansard"
    r"|statutory guidance|Ofsted(?:[’']s)?\s+(?:[\w’'()-]+\s+){0,5}(?:letter|report|framework|handbook)"
    r"|(?:letter|report)\s+(?:from|of|by)\s+(?:Ofsted|the Care Quality Commission|CQC|HMICFRS|HMIP)"
    r"|Census\s+(?:20)\d\d|Working Together to Safeguard Children)\b",
    re.I,
)
_UNPUBLISHED: Final = re.compile(
    r"\bunpublished|\bnot\s+(?:yet\s+)?(?:been\s+)?published|\bdraft|\binternal|\bresponses?\b|\bcorrespondence|\be-?mails?\b"
    r"|\bnotes?\b|\bfiles?\b|\badvice\b|\bminutes\s+of\s+(?:a|the)\s+(?:project|officer)|\bassessment|\bconfidential|\bexempt",
    re.I,
)


def _published(report: Report, _: Pack) -> Iterator[Finding]:
    for title, link, place in _entries(report):
        what = _why(title, link)
        if what:
            yield Finding(
                f"“{_short(title)}” {what}. A published work is not a background paper: leave it out, or say that what "
                "is meant has not been published.",
                place,
                title,
            )


def _entries(report: Report) -> Iterator[tuple[str, str, Place]]:
    for paper in report.background_papers:
        if paper.title.strip():
            yield paper.title.strip(), paper.link, Place(section=_LISTED)
    for block in walk(report.blocks(_LISTED)):
        if block.kind not in ("paragraph", "item"):
            continue
        text = words(block)
        if text.strip() and not is_nil(text):
            linked = next((run.link for run in block.runs if run.kind == "text" and run.link), "")
            yield text.strip(), linked, Place(section=_LISTED, block=block.id)


def _why(title: str, link: str) -> str:
    if _UNPUBLISHED.search(title):
        return ""
    if _ADDRESS.search(title) or _WEB.match(link.strip()):
        return "is on a website"
    if _WHERE.search(title):
        return "has been published, as the list itself says"
    if _LAW.fullmatch(title):
        return "is the law of the land"
    return "has been published" if _WORKS.search(title) else ""


def _short(title: str) -> str:
    return title if len(title) <= 80 else f"{title[:80].rstrip()} …"


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "background-paper-published", "info", "A published work is listed as a background paper",
            "Background papers are the unpublished documents that the report relies on, which the council keeps for "
            "four years for anyone to inspect; published works are outside of the definition.",
            _published,
            source="Local Government Act 1972, section 100D(5); for an executive, regulations 2 and 15 of the 2012 "
            "Executive Arrangements Regulations",
            england=True,
        ),
    )  # fmt: skip
