"""Rules about what a reader would look for and not find: the findings, the letter, the power to act."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.model import Appendix, BackgroundPaper, ListItem, is_nil
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.sense.bearings import prose_of
from clerkwell.rules.sense.purpose import asks

_SUMMARY: Final = frozenset(("summary",))
_ASKED: Final = frozenset(("recommendations",))
# Sections that tell neither what was found nor what is to be done.
_APART: Final = frozenset(("summary", "recommendations", "appendices", "background-papers", "policy"))
_LEADS_TO_FINDINGS: Final = re.compile(
    r"\b(?:identified|found|concluded|highlighted|recommended|(?:key|main)\s+(?:messages|findings|points|conclusions)|findings\s+(?:are|were|include\w*))\b",
    re.IGNORECASE,
)
_SAYS_SOMETHING: Final = re.compile(
    r"\b(?:found|find(?:s|ings?)?|identif\w+|conclu\w+|judg\w+|rated|ratings?|shows?|showed|shown|strengths?|improv\w+|positive\w*|good|strong\w*"
    r"|weak\w*|progress\w*|results?|resulted|recommend\w*|propos\w+|costs?|increas\w+|decreas\w+|fell|rose|risen|reduc\w+|achiev\w+"
    r"|complet\w+|outstanding|inadequate|concern\w*|because|will|would|should|must|better|worse|successful\w*|risks?\s+(?:is|are)|lack\w*)\b|£|\d\s?%|per\s+cent",
    re.IGNORECASE,
)
_FEWEST: Final = 12


def _leads(passage: Passage, _: Guide) -> bool:
    text = passage.text.rstrip()
    return passage.kind in ("paragraph", "subheading") and text.endswith(":") and bool(_LEADS_TO_FINDINGS.search(text))


def _no_findings(reading: Reading) -> Iterator[Finding]:
    summary = [each for each in prose_of(reading, _SUMMARY) if each.text.strip()]
    words = " ".join(each.text for each in summary)
    if len(words.split()) < _FEWEST or _SAYS_SOMETHING.search(words):
        return
    follows = False
    for passage, leads in reading.each(_leads):
        if follows and isinstance(passage.block, ListItem):
            message = (
                "The summary says what was looked at, but not what came of it, which the report goes on to list. "
                "Give the main finding here."
            )
            yield found(summary[0], 0, len(summary[0].text), message)
            return
        follows = leads and passage.place.section not in _APART and bool(passage.place.section)


_PROMISES: Final = re.compile(
    r"\b(?:this|the)\s+report\s+(?:also\s+)?(?:summaris\w+|sets?\s+out|describes?|lists?|details?|outlines?|presents?|gives?)\s+(?P<what>[^.;]{1,300})",
    re.IGNORECASE,
)
_WHAT: Final = re.compile(r"\b(?P<what>recommendations|options|costs)\b", re.IGNORECASE)
_SET_OUT: Final = {
    "recommendations": re.compile(
        r"\brecommend(?:s|ed|ing)?\b|\brecommendations?\s+(?:(?:was|were|are|is)\s+(?:that|to|as|set|listed|detailed|shown|given)"
        r"|includ\w+|below|above)|\brecommendations?\b[^.]{0,80}:\s*\Z|\b(?:made|following|these|number\s+of|\d+|two|three|four|five|six)\s+recommendations\b",
        re.IGNORECASE,
    ),
    "options": re.compile(r"\boptions?\b|\balternatives?\b", re.IGNORECASE),
    "costs": re.compile(r"£|\bcosts?\b|\bfunding\b", re.IGNORECASE),
}


def _kept(passage: Passage, _: Guide) -> frozenset[str]:
    if passage.kind in ("answer", "alt", "title") or is_nil(passage.text):
        return frozenset()
    return frozenset(name for name, pattern in _SET_OUT.items() if pattern.search(passage.text))


def _promise_not_kept(reading: Reading) -> Iterator[Finding]:
    report = reading.report
    if report.appendices or any(each.known(asks, reading.guide) for each in prose_of(reading, _ASKED)):
        # What is promised may be there.
        return
    for passage in prose_of(reading, _SUMMARY):
        promise = _PROMISES.search(passage.text)
        what = _WHAT.search(passage.text, promise.start("what"), promise.end()) if promise else None
        if what is None:
            continue
        name = what["what"].casefold()
        rest = (kept for each, kept in reading.where(_kept) if each.place.section not in _APART)
        if not any(name in kept for kept in rest):
            message = f"The summary promises the {name}, but the report does not set them out. Do so, or say less here."
            yield found(passage, what.start(), what.end(), message)
            return


_LETTER: Final = re.compile(
    r"\b(?:(?:contents?\s+of\s+)?the\s+(?:[\w’'-]+\s+){0,3}?)(?P<letter>letter)\b", re.IGNORECASE
)
_THERE: Final = re.compile(
    r"\b(?:append(?:ed|ix)|attach(?:ed|ment)|enclosed|annexe?d?|available\s+(?:at|on|from)|https?:|www\.)",
    re.IGNORECASE,
)


def _names_where(passage: Passage, _: Guide) -> bool:
    return bool(passage.links) or _THERE.search(passage.text) is not None


def _letter(reading: Reading) -> Iterator[Finding]:
    report = reading.report
    listed: tuple[Appendix | BackgroundPaper, ...] = (*report.appendices, *report.background_papers)
    if listed:
        return
    for passage in prose_of(reading, _ASKED):
        said = _LETTER.search(passage.text)
        if said is None:
            continue
        if any(names for each, names in reading.where(_names_where) if each.place.section != "background-papers"):
            return
        message = (
            "Members are asked about a letter that is neither attached nor linked to. "
            "Attach it as an appendix, or say where it is published and when it was written."
        )
        yield found(passage, *said.span("letter"), message)
        return


_POWER: Final = re.compile(
    r"\b(?:Acts?|Regulations?|Orders?|Directive|Rules|Code|Constitution|Charter|Schedule|Convention|Standing|Bill|LGA|UKGDPR|GDPR|TUPE"
    r"|[Ss]ections?\s+\d|s\.\s?\d+|[Rr]egulation\s+\d|[Cc]ommon\s+law|[Cc]ase\s+law|[Cc]ontracts?|[Ll]ease|[Aa]greement|[Ss]tatut\w+|[Ll]egislat\w+"
    r"|[Dd]elegat\w+|[Cc]harit\w+|[Tt]rust|[Bb]ye-?laws?|[Cc]ourts?|[Gg]uidance|[Ff]ramework)\b"
)
_REQUIRED: Final = re.compile(
    r"\b(?:are|is|were|was)\s+(?:legally\s+)?(?:required|obliged|bound|empowered|entitled)\s+to\b|\b(?:has|have)\s+(?:a|the)\s+(?:legal\s+)?(?:duty|power|obligation)\b"
    r"|\bmust\s+by\s+law\b|\blegal(?:ly)?\s+(?:required?|requirement|obligation)\b",
    re.IGNORECASE,
)


def _no_power(reading: Reading) -> Iterator[Finding]:
    legal = list(prose_of(reading, frozenset(("legal",))))
    if any(_POWER.search(each.text) for each in legal):
        return
    for passage in legal:
        said = _REQUIRED.search(passage.text)
        if said:
            message = "This says what the law asks for, but not which law. Name the Act and section, or the regulation."
            yield found(passage, *said.span(), message)
            return


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    reader = "What a careful reader asks: a report says what it is read for"
    return (
        Rule(
            "summary-without-findings", "info", "The summary does not say what was found",
            "Many members read the summary alone.",
            Across(_no_findings), source=reader,
        ),
        Rule(
            "summary-promise-not-kept", "info", "The summary promises what the report does not give",
            "A reader looks for it in vain.",
            Across(_promise_not_kept), source=reader,
        ),
        Rule(
            "letter-not-attached", "info", "Members are asked about a letter that is not there",
            "Members can only note what they can read.",
            Across(_letter), source=reader,
        ),
        Rule(
            "legal-without-power", "info", "The legal section names no law",
            "A council acts under powers and duties that the law gives it: the reader is told which.",
            Across(_no_power), source=reader,
        ),
    )  # fmt: skip
