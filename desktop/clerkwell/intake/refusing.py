"""Texts that are no report: letters, minutes, agendas, records of decisions, and what is no text at all."""

import re
from collections.abc import Sequence
from itertools import pairwise

from clerkwell.intake.asking import asks_members
from clerkwell.intake.lines import Line
from clerkwell.intake.results import NotAReportError

_HEAD = 15
_OPENING = 60
_ENOUGH = 2
_ADVICE = "If it belongs with a report, attach it there as an appendix."
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x7f\ufffd]")

_DEAR = re.compile(r"dear\s+\S.{0,80}", re.IGNORECASE)
_YOURS = re.compile(
    r"(?:yours\s+(?:sincerely|faithfully|truly|ever)|(?:kind|best|warm)\s+regards)\b.{0,40}", re.IGNORECASE
)

_MINUTES_TITLE = re.compile(
    r"(?:(?:draft|public|confidential|approved)\s+)*minutes(?:\s+(?:of|from)\b.{0,150})?\W*", re.IGNORECASE
)
_MINUTES_SIGNS = tuple(
    re.compile(sign, re.IGNORECASE)
    for sign in (
        r"(?:members\s+|councillors\s+|also\s+|officers\s+)?(?:present|in attendance|officers)\s*:?.{0,400}",
        r"(?:\d{1,3}\.?\s+)?apologies(?: for absence)?\b.{0,200}",
        r"(?:it was\s+)?resolved\b.{0,400}",
        r"(?:the\s+)?meeting (?:began|opened|started|commenced|closed|ended|concluded|finished)\b.{0,100}",
        r"(?:\d{1,3}\.?\s+)?declarations? of (?:\w+ ){0,3}interests?\b.{0,200}",
    )
)

_AGENDA_TITLE = re.compile(
    r"(?:(?:public|supplementary)\s+)*agenda(?:\s+(?:pack|reports pack|frontsheet|for|of)\b.{0,150})?\W*", re.IGNORECASE
)
_AGENDA_SIGNS = tuple(
    re.compile(rf"(?:\d{{1,3}}[.)]?\s+)?(?:{sign})\b.{{0,200}}", re.IGNORECASE)
    for sign in (
        r"apologies(?: for absence)?",
        r"(?:members'?\s+)?declarations? of (?:\w+ ){0,3}interests?",
        r"minutes(?: of the)?",
        r"(?:exclusion of (?:the )?(?:press|public)|public questions?|questions on matters)",
        r"(?:any other (?:urgent )?(?:business|items)|urgent (?:business|items))",
        r"(?:membership|contact|date of next meeting|public participation|to receive)",
    )
)

_DECISION_TITLE = re.compile(
    r"(?:.{0,80}\b)?(?:record of (?:\w+[\s/]+){0,4}decisions?|(?:\w+[\s/]+){0,4}decision (?:notice|record|sheet|list)"
    r"|notice of (?:\w+[\s/]+){0,4}decisions?|council decision|decision of\b)(?:\b.{0,100})?",
    re.IGNORECASE,
)
# The form that asks for a decision is a report, and no record: "Record of a decision to be taken by a Cabinet Member".
_TO_COME = re.compile(r"\breports?\b|\bto be (?:taken|made)\b|\bproposed\b|\brequest for\b", re.IGNORECASE)
# What is asked for, in a paper that is called a record before there is one to keep: "Decision requested".
_REQUESTED = re.compile(
    r"\W*(?:(?:\d{1,2}(?:\.\d{1,2})*|[A-Z])[.):]?\s+)?(?:(?:officers?['’]?s?['’]?|draft)\s+)?"
    r"(?:recommend(?:ations?(?:\(s\))?|ed decisions?)"
    r"|(?:the )?decisions? (?:requested|sought|required|recommended|proposed|to be (?:made|taken)))\W*(?::.*)?",
    re.IGNORECASE,
)
# An officer who decides gives in one paper what a report gives, and the decision: parts that no mere record has.
_OFFICERS = re.compile(r"\b(?:officers?|delegated|chief executive|director)\b", re.IGNORECASE)
_SUBSTANCE = tuple(
    re.compile(rf"\W*(?:(?:\d{{1,2}}(?:\.\d{{1,2}})*|[A-Z])[.):]?\s+)?(?:{sign})\W*", re.IGNORECASE)
    for sign in (
        r"(?:introduction|context|background)(?: (?:and|&) .{1,40}|(?: information)?)",
        r"(?:the )?(?:proposals?|details?|issues?|main issues|considerations?)(?: .{1,40})?",
        r"(?:\w+,? ){0,3}(?:implications|impact)(?: .{1,40})?",
        r"consultations?(?: .{1,40})?|(?:legal|financial|equalit(?:y|ies)|risks?)(?: (?:and|&) .{1,30}| .{1,20})?",
    )
)
_DECISION_SIGNS = tuple(
    re.compile(sign, re.IGNORECASE)
    for sign in (
        r"(?:\d{1,2}\.?\s+)?(?:the )?decisions?(?: taken| made)?(?:\s*:.{0,2000}|\t.{0,2000})?",
        r"decision (?:maker|taker|taken by|no|number|ref|date)\b.{0,200}",
        r"(?:signed|signature|signatories|signed by)\b.{0,200}",
        r"(?:date of|date) (?:the )?decision\b.{0,100}",
        r"with advice from\b.{0,200}",
        r"(?:.{0,60}\b)?call[- ]in\b.{0,200}",
    )
)

_SINCERELY = re.compile(r"yours\s+(?:sincerely|faithfully|truly)\W*", re.IGNORECASE)
_MAIL_SIGNS = tuple(
    re.compile(rf"(?:{sign})\s*:.{{0,300}}", re.IGNORECASE) for sign in ("from", "sent|attachments", "to", "subject")
)
_POLICY_TITLE = re.compile(
    r"(?:.{0,80}\s)?(?:policy|procedure|strategy|protocol|code of conduct|terms of reference|standing orders"
    r"|job description|person specification)(?:\s+(?:statement|and procedure|document))?(?:\s+\d{4}.{0,12})?",
    re.IGNORECASE,
)
_POLICY_SIGNS = tuple(
    re.compile(sign, re.IGNORECASE)
    for sign in (
        r"(?:document\s+)?version\b.{0,60}",
        r"(?:.{0,60}\b)?this (?:policy|procedure|strategy|protocol|code|document)\b.{0,400}",
        r"(?:policy|document) (?:owner|control|number)\b.{0,80}",
        r"(?:next )?(?:date of )?review(?: date| due)?\s*:.{0,60}",
        r"(?:\d{1,2}(?:\.0)?\.?\s+)?(?:scope|definitions|responsibilities|key responsibilities)\W*",
        r"(?:grade|salary|hours|responsible to)\s*:.{0,80}",
    )
)
_MARKED_UP = re.compile(r"\s*(?:<\?xml\b[^>]{0,200}>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)

_PRESS = re.compile(r"(?:press|news|media) release\b.{0,100}|for immediate release\b.{0,60}", re.IGNORECASE)


def refuse_if_no_text(text: str) -> None:
    """Raise `NotAReportError` for an empty text and for what is no text."""
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise NotAReportError("There is no text in this file; choose the file that holds the report.")
    sample = text[:100_000]
    if (
        "\x00" in sample
        or len(_CONTROL.findall(sample)) > len(sample) // 50
        or sample.startswith(("PK\x03\x04", "%PDF-"))
    ):
        raise NotAReportError("This file does not hold text, so it cannot be read as a report. " + _ADVICE)
    for what, is_it in (("a web page", _MARKED_UP.match(sample)), ("rich text (RTF)", sample.startswith("{\\rtf"))):
        if is_it:
            raise NotAReportError(
                f"This file is {what}, not plain text. Open it in Word, save it as a Word document, and import that."
            )


def refuse_if_other(lines: Sequence[Line], *, sure: bool = False) -> None:
    """Raise `NotAReportError` for a letter, minutes, an agenda, the record of a decision, a press release, a policy.

    Not for the last two where the user is `sure` that it is a report: what makes them out is less certain.
    """
    if not lines:
        raise NotAReportError("There are no words in this file; choose the file that holds the report.")
    certain = (_seems_letter, _seems_mail, _seems_minutes, _seems_agenda, _seems_decision)
    for seems in certain if sure else (*certain, _seems_press, _seems_policy):
        if what := seems(lines):
            raise NotAReportError(f"This seems to be {what}, not a committee report. {_ADVICE}")


def refuse_if_nothing_fits(evidence: int, asked: bool) -> None:
    """Raise `NotAReportError` for a text without a label or heading that any pack knows.

    One is enough where the user has `asked` for a pack.
    """
    if evidence < (1 if asked else 2):
        raise NotAReportError(
            "This does not look like a committee report: it has none of the labels and headings that reports have. "
            + _ADVICE
        )


def _seems_letter(lines: Sequence[Line]) -> str:
    if any(_SINCERELY.fullmatch(line.text) for line in lines) and not _recommends(lines):
        return "a letter"
    dear = next((index for index, line in enumerate(lines) if _DEAR.fullmatch(line.text)), None)
    if dear is None or dear > max(30, len(lines) // 3):
        return ""
    return "a letter" if any(_YOURS.fullmatch(line.text) for line in lines[dear:]) else ""


def _seems_minutes(lines: Sequence[Line]) -> str:
    titled = any(_MINUTES_TITLE.fullmatch(line.text) for line in lines[:_HEAD])
    signs = _signs(lines, _MINUTES_SIGNS)
    return "the minutes of a meeting" if signs >= (1 if titled else 3) else ""


def _seems_agenda(lines: Sequence[Line]) -> str:
    titled = any(_AGENDA_TITLE.fullmatch(line.text) for line in lines[:_HEAD])
    return "an agenda" if titled and _signs(lines, _AGENDA_SIGNS) >= 2 else ""


def _seems_decision(lines: Sequence[Line]) -> str:
    titled = any(
        _DECISION_TITLE.fullmatch(line.text) and not _TO_COME.search(line.text) and len(line.text) < 150
        for line in lines[:_HEAD]
    )
    # Whoever is asked has not decided yet: "The Cabinet Member is recommended to:".
    asked = any(asks_members(line, after) for line, after in pairwise(lines[:_OPENING]))
    asked = asked or any(_REQUESTED.fullmatch(line.text) for line in lines)
    asked = asked or (titled and _is_officers(lines) and _signs(lines, _SUBSTANCE) >= _ENOUGH)
    return "the record of a decision" if titled and not asked and _signs(lines, _DECISION_SIGNS) >= 1 else ""


def _is_officers(lines: Sequence[Line]) -> bool:
    """Whether the title says that an officer decided: "Record of officer decision", "Delegated decision notice"."""
    return any(_DECISION_TITLE.fullmatch(line.text) and _OFFICERS.search(line.text) for line in lines[:_HEAD])


def _seems_mail(lines: Sequence[Line]) -> str:
    return "an email" if _signs(lines[:8], _MAIL_SIGNS) == len(_MAIL_SIGNS) else ""


def _seems_policy(lines: Sequence[Line]) -> str:
    """A policy or a job description says so at its head, does not say "report" there, and asks for nothing."""
    head = [line.text for line in lines[:_HEAD]]
    if _recommends(lines) or any(re.search(r"\breport\s+(?:to|of|by|title|author|for)\b", text, re.I) for text in head):
        return ""
    titled = any(_POLICY_TITLE.fullmatch(text) for text in head[:6])
    return "a policy or another standing document" if titled and _signs(lines, _POLICY_SIGNS) >= 2 else ""


def _recommends(lines: Sequence[Line]) -> bool:
    """Whether a short line names recommendations, as a report's heading does."""
    return any(len(line.text) < 60 and re.search(r"\brecommend", line.text, re.IGNORECASE) for line in lines)


def _seems_press(lines: Sequence[Line]) -> str:
    return "a press release" if any(_PRESS.fullmatch(line.text) for line in lines[:5]) else ""


def _signs(lines: Sequence[Line], signs: Sequence[re.Pattern[str]]) -> int:
    """How many of these signs some line shows."""
    texts = [line.text[:500] for line in lines]
    return sum(any(sign.fullmatch(text) for text in texts) for sign in signs)
