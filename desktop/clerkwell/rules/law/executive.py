"""Rules about decisions of a council's executive: what is key, its notice, and the alternatives.

The Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from clerkwell.model import FieldValue, Place, Report, is_empty, is_nil, words
from clerkwell.model.days import in_words
from clerkwell.packs import Pack, meetings, outline
from clerkwell.proofing.dated import days_named
from clerkwell.rules.passages import PROSE, Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule

_KEY: Final = "key-decision"
_KEY_REASON: Final = "key-decision-reason"
_OPTIONS: Final = "options"
_RECOMMENDATIONS: Final = "recommendations"
_REGULATIONS: Final = (
    "Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012"
)
# Words that say that there is a reason, and not what it is.
_NO_REASON: Final = re.compile(
    r"(?:yes|y|no|key|key decision|it is (?:a )?key(?: decision)?|(?:please )?see (?:the )?(?:report|below|above|text)"
    r"|as (?:above|below|per (?:the )?(?:report|forward plan))|(?:on|in|per|see)? ?(?:the )?forward plan|tb[ca]"
    r"|as stated|(?:set out|explained|contained) in (?:the )?report)[\s.;:–-]*",
    re.IGNORECASE,
)
_ANSWER: Final = re.compile(r"\s*(?:yes|y)\b[\s.,;:()–—-]*", re.IGNORECASE)
# What notice of the decision is called, and what stands in for it in a hurry (regulations 10 and 11).
_NOTICE: Final = re.compile(
    r"\b28\s+(?:(?:clear|working)\s+){0,2}days|\bnotices?\s+of\s+(?:(?:the|this|that|a|an|any|its|our|intended|forthcoming|key|proposed)\s+)*"
    r"(?:decisions?|intention)|\bforward\s+plan|\bkey\s+decisions?\s+(?:notice|register|schedule|plan)"
    r"|\bregulation\s+(?:9|10|11)\b|\bnotice\s+(?:was|has\s+been|had\s+been)\s+(?:given|published|issued)",
    re.IGNORECASE,
)
_URGENT: Final = re.compile(
    r"\bgeneral\s+exception|\bspecial\s+urgency|\bregulations?\s+1[01]\b|\burgen", re.IGNORECASE
)
_PUBLISHED: Final = re.compile(
    r"\bnotice\b[^.]{0,80}\b(?:published|given|issued|placed)\b[^.]{0,60}?\bon\s+(?P<day>[^.;]{6,40})", re.IGNORECASE
)
# A recommendation that decides, and one that has somebody else decide.
_DECIDES: Final = re.compile(
    r"\b(?:approv|agree|delegat|adopt|authoris|authoriz|award|appoint|allocat|commission|acquir|dispos|procur|enter(?:s|ed|ing)?"
    r"\s+into|grant(?:s|ed|ing)?\b(?!\s+fund)|implement|accept)\w*",
    re.IGNORECASE,
)
_ONLY_NOTES: Final = re.compile(
    r"\b(?:agree|asked|requested|invited|recommended)s?\s+to\s+(?:note|receive|consider|comment|endorse)", re.IGNORECASE
)
_FOR_OTHERS: Final = re.compile(
    r"\brecommend(?:s|ed|ing)?\b[^.]{0,40}\b(?:to|that)\s+(?:the\s+)?(?:full\s+)?(?:county\s+|city\s+|borough\s+|district\s+)?council\b",
    re.IGNORECASE,
)
_ALTERNATIVES: Final = re.compile(
    r"\balternatives?\b|\boptions?\b|\bdo(?:ing)?[\s-]+nothing|\bnot\s+(?:to\s+)?(?:proceed|do)|\bother\s+(?:ways|courses|means)",
    re.IGNORECASE,
)
_EXECUTIVE: Final = re.compile(r"\b(?:cabinet|executive|leader of the council|elected mayor)\b", re.IGNORECASE)
_NOT_EXECUTIVE: Final = re.compile(
    r"\b(?:scrutiny|advisory|overview|panel|working|liaison|consultative|shadow|chief executive)\b", re.IGNORECASE
)


def _unreasoned(report: Report, pack: Pack) -> Iterator[Finding]:
    if not _is_key(report, pack):
        return
    spec = pack.field(_KEY_REASON)
    answer = report.field(_KEY).text
    given = report.field(_KEY_REASON).text.strip()
    inside = _ANSWER.sub("", answer, count=1).strip()
    if any(said and not is_nil(said) and not _NO_REASON.fullmatch(said) for said in (given, inside)):
        return
    place = Place(field=_KEY_REASON if spec else _KEY)
    says = f"its reason says only “{given}”" if given else "no reason is given"
    yield Finding(
        f"This is a key decision, but {says}. Name the test that it meets: a significant sum, or a significant effect "
        "on two or more wards.",
        place.model_copy(update={"start": 0, "end": len(report.field(place.field).text)}) if given and spec else place,
        given,
        # Where the council's layout is not known, it may give the reason elsewhere.
        severity=None if pack.manifest.pack.executive else "info",
    )


def _unannounced(reading: Reading) -> Iterator[Finding]:
    report, pack = reading.report, reading.pack
    days = pack.manifest.deadlines.notice_days
    if not days or not _is_key(report, pack):
        return
    meeting = min((each.day for each in meetings(report, pack)), default=None)
    try:
        last_day = meeting - timedelta(days=days + 1) if meeting else None
    except OverflowError:
        return
    said = [(passage, notice) for passage, notice in reading.where(_notice) if notice is not None]
    if any(notice.urgent for _, notice in said):
        return
    for passage, notice in said:
        if last_day and meeting and notice.day and last_day < notice.day <= meeting:
            start, end = notice.stretch
            yield Finding(
                f"Notice was published on {in_words(notice.day)}; for {days} clear days the last day was "
                f"{in_words(last_day)}. Take the decision to a later meeting, or ask the clerk whether general "
                "exception or special urgency applies.",
                passage.at(start, end),
                passage.text[start:end],
                severity="warning",
            )
            return
    if not any(notice.names for _, notice in said) and not report.field("reference").text.strip():
        by = f" by {in_words(last_day)}" if last_day else ""
        yield Finding(
            f"This is a key decision: {days} clear days’ notice of it has to be published{by}. The report does not "
            "mention the notice. Say when it was published, or under which exception the decision is taken.",
            Place(field=_KEY),
            report.field(_KEY).text,
        )


class _Notice:
    """What a passage says of the notice of the decision."""

    def __init__(self, text: str) -> None:
        self.names = _NOTICE.search(text) is not None
        self.urgent = _URGENT.search(text) is not None
        self.day: date | None = None
        self.stretch = (0, 0)
        if found := _PUBLISHED.search(text):
            self.day = next(days_named(found["day"]), None)
            self.stretch = found.span()


def _notice(passage: Passage, _: Guide) -> "_Notice | None":
    folded = passage.text.casefold()
    if any(word in folded for word in ("notice", "28", "forward plan", "urgen", "exception", "regulation", "key dec")):
        return _Notice(passage.text)
    return None


def _without_options(reading: Reading) -> Iterator[Finding]:
    report, pack = reading.report, reading.pack
    if not _is_executive(report, pack) or not _decides(report):
        return
    part = next((part for part in outline(report, pack) if part.spec.id == _OPTIONS), None)
    blocks = part.section.blocks if part and part.section else ()
    written = [block for block in blocks if not is_empty((block,))]
    if written and not all(is_nil(words(block)) for block in written):
        return
    # Where the layout does not give them a section, they may be weighed anywhere.
    if (
        not written
        and pack.manifest.pack.order == "report"
        and any(passage.place.section != _RECOMMENDATIONS and weighed for passage, weighed in reading.where(_weighs))
    ):
        return
    yield Finding(
        "The executive is asked to decide, and the report gives no alternatives. Say which were considered, doing "
        "nothing among them, and why each was rejected: the record of the decision has to give them.",
        Place(section=part.id) if part else Place(section=_RECOMMENDATIONS),
        severity=None if pack.manifest.pack.executive else "info",
    )


def _weighs(passage: Passage, _: Guide) -> bool:
    return passage.kind in PROSE | {"subheading", "heading"} and _ALTERNATIVES.search(passage.text) is not None


def _is_key(report: Report, pack: Pack) -> bool:
    spec = pack.field(_KEY)
    # Only a council with an executive takes key decisions; a report of unknown layout that says so has one.
    known = pack.manifest.pack.executive or pack.manifest.pack.order == "report"
    return spec is not None and known and report.field(_KEY).value == "Yes"


def _is_executive(report: Report, pack: Pack) -> bool:
    if pack.manifest.pack.executive:
        return True
    if pack.manifest.pack.order != "report":
        return False
    names = [value.text for value in _bodies(report)]
    return any(_EXECUTIVE.search(name) and not _NOT_EXECUTIVE.search(name) for name in names)


def _bodies(report: Report) -> Iterator[FieldValue]:
    yield report.field("committee")
    yield from (row["name"] for row in report.repeats.get("committees", ()) if "name" in row)


def _decides(report: Report) -> bool:
    texts = [words(block) for block in report.blocks(_RECOMMENDATIONS)]
    return any(_DECIDES.search(_ONLY_NOTES.sub(" ", text)) and not _FOR_OTHERS.search(text) for text in texts)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "key-decision-unreasoned", "warning", "A key decision does not say why it is one",
            "Members and the public may challenge whether a decision is key; the reason shows which test it meets.",
            _unreasoned,
            source=f"{_REGULATIONS}, regulation 8",
            england=True,
        ),
        Rule(
            "key-decision-notice", "info", "A key decision does not mention its notice",
            "A key decision may be taken only after 28 clear days’ notice, unless general exception (regulation 10) or "
            "special urgency (regulation 11) applies.",
            Across(_unannounced),
            source=f"{_REGULATIONS}, regulations 9 to 11",
            england=True,
        ),
        Rule(
            "options-missing", "warning", "A decision of the executive without alternatives",
            "The record of every executive decision, key or not, gives the alternatives that were considered and "
            "rejected; it is taken from the report.",
            Across(_without_options),
            source=f"{_REGULATIONS}, regulations 12 and 13",
            england=True,
        ),
    )  # fmt: skip
