"""Acronyms: spelled out where a reader first meets them, in one sense, and only where they are needed."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from clerkwell.model import Severity
from clerkwell.proofing.naming.acronyms import lists
from clerkwell.proofing.naming.initials import SMALL, words
from clerkwell.rules.naming.acronym_ledger import (
    Entry,
    Known,
    Use,
    is_beside,
    is_known,
    is_spelt_beside,
    ledger,
    spelt_elsewhere,
)
from clerkwell.rules.naming.acronym_plurals import PLURALS, malformed_plurals
from clerkwell.rules.naming.acronym_slips import is_turned, turned_round
from clerkwell.rules.passages import PROSE, Reading
from clerkwell.rules.rule import Across, Each, Finding, Rule, found

_STYLE: Final = "GOV.UK style guide, “Abbreviations and acronyms”; WCAG 2.2, success criterion 3.1.4"
# Read by themselves, by people who read nothing else: what they spell out may be spelled out again further on.
_APART: Final = frozenset({"summary", "recommendations", "purpose-of-report", "introduction"})
# Everybody knows these for degrees, and only so.
_DEGREES: Final = frozenset({"BA", "MA"})
_HAS: Final = re.compile(r"(?:\b(?:an?|the|his|her|their|or|and|degree|hold\w*)|[A-Z][a-z]+,?|[,(])[ \u00a0]?\Z")
_STUDIED: Final = re.compile(r"[ \u00a0]?(?:\(Hons|Hons\b|in\b|degree|course|graduate|from\b|or\b|,)")
_PLACE_BEFORE: Final = re.compile(r"\bthe[ \u00a0][A-Z][a-z]{3,}[ \u00a0]\Z")
# More acronyms than this that are not spelled out are one fault of the report, not one each.
_MANY: Final = 3


def rules() -> tuple[Rule, ...]:
    """The rules about acronyms."""
    return (
        Rule(
            "acronym-not-expanded",
            "warning",
            "An acronym is not spelled out",
            "Members and the public do not all know it. It is spelled out where it first appears.",
            Across(_not_expanded),
            source=_STYLE,
            fix="Put its letters in order",
        ),
        Rule(
            "acronym-late",
            "info",
            "An acronym is spelled out only after its first use",
            "A reader meets it before being told what it means.",
            Across(_late),
            source=_STYLE,
        ),
        Rule(
            "acronym-plural",
            "warning",
            "The plural of an acronym is written wrongly",
            "The plural of an acronym takes a small s inside its brackets, and no apostrophe: (PEPs).",
            Each(malformed_plurals, PLURALS),
            source="New Hart’s Rules, on plurals of abbreviations",
            fix="Write the plural in the usual way",
        ),
        Rule(
            "acronym-unused",
            "info",
            "An acronym is introduced and never used",
            "It is one more thing to remember, and for nothing.",
            Across(_unused),
            source=_STYLE,
            fix="Take the acronym out",
        ),
        Rule(
            "acronym-expanded-twice",
            "info",
            "An acronym is spelled out a second time",
            "Once it has been spelled out, the acronym is enough.",
            Across(_twice),
            source=_STYLE,
            fix="Use the acronym alone",
        ),
        Rule(
            "acronym-two-meanings",
            "warning",
            "An acronym has two meanings",
            "A reader cannot tell which of them is meant where the acronym stands by itself.",
            Across(_two_meanings),
            source=_STYLE,
        ),
    )


def _not_expanded(reading: Reading) -> Iterator[Finding]:
    told = [
        each
        for entry in reading.known(ledger).values()
        if not any(known.introduction.words for known in entry.introduced)
        for each in _unexplained(entry, reading)
    ]
    sure = [each for each in told if each.severity is None]
    # One remark is enough for a report that spells out next to none: it names them, and each is shown in its place.
    if len(sure) > _MANY:
        first, *others = sure
        named = [each.quote for each in others]
        listed = f"{', '.join(named[:-1])} and {named[-1]}"
        first = replace(first, message=f"{first.message} These are not spelled out either: {listed}.")
        told = [first if each is sure[0] else replace(each, severity="info") for each in told]
    yield from told


def _unexplained(entry: Entry, reading: Reading) -> Iterator[Finding]:
    first = _first(entry)
    if first is None:
        return
    if len(entry.uses) == 1 or not is_known(first.acronym.core, reading):
        slip = turned_round(entry, reading)
        if slip is not None:
            yield slip
            return
    if is_known(first.acronym.core, reading) and (
        first.acronym.core not in _DEGREES or any(map(_is_degree, entry.uses))
    ):
        return
    core = first.acronym.core
    inside_names = all(use.acronym.named for use in entry.uses)
    if inside_names and len(entry.uses) == 1:
        return
    if is_spelt_beside(first) or any(_COUNCIL.match(use.passage.text, use.acronym.end) for use in entry.uses):
        return
    elsewhere = list(spelt_elsewhere(core, reading))
    # The title of an appendix comes last, and explains nothing further up.
    shown = (passage for _, passage in elsewhere if passage.kind != "title")
    if any(passage.kind not in PROSE or passage.kind == "cell" for passage in shown):
        return
    severity: Severity | None = "info" if not first.counts or inside_names or core in lists().familiar else None
    if entry.introduced or all(_may_be_a_firm(use) or _ends_a_name(use) for use in entry.uses):
        severity = "info"
    if elsewhere and elsewhere[0][0] < first.order:
        severity = "info"
        message = f"“{core}” is not introduced. Its words stand further up: write “({core})” after them there."
    elif len(entry.uses) > 1:
        message = f"“{core}” is not spelled out. Write its words in full here, with “({core})” after them."
    else:
        message = f"“{core}” is not spelled out, and is used only here. Write its words in full instead."
    yield found(first.passage, first.acronym.start, first.acronym.end, message, severity=severity)


def _may_be_a_firm(use: Use) -> bool:
    """Whether the letters may be a name, not an acronym: "L&Q", or the end of "Platform HG", a housing group's."""
    core, start = use.acronym.core, use.acronym.start
    return "&" in core or (len(core) == 2 and _NAME_BEFORE.search(use.passage.text, 0, start) is not None)


def _ends_a_name(use: Use) -> bool:
    """Whether the letters may be the end of one thing’s name: "the London CIV"."""
    return _PLACE_BEFORE.search(use.passage.text, max(0, use.acronym.start - 30), use.acronym.start) is not None


def _is_degree(use: Use) -> bool:
    """Whether the letters are what a person has from a university: "a BA in planning"; not "BA was worn"."""
    text, at = use.passage.text, use.acronym
    return bool(_HAS.search(text, max(0, at.start - 30), at.start) or _STUDIED.match(text, at.end))


def _first(entry: Entry) -> Use | None:
    """Its first use in running text, or, if it has none there, in a heading, a title, a table."""
    counting = next((use for use in entry.uses if use.counts), None)
    if counting is not None:
        return counting
    shown = ("answer", "heading", "subheading", "cell", "caption")
    fields = ("", "subject")
    return next((u for u in entry.uses if u.passage.kind in shown and u.passage.place.field in fields), None)


def _late(reading: Reading) -> Iterator[Finding]:
    for entry in reading.known(ledger).values():
        first = next((use for use in entry.uses if use.counts), None)
        if first is None or is_known(first.acronym.core, reading):
            continue
        core = first.acronym.core
        spelt = [known for known in entry.introduced if known.introduction.words]
        if not spelt or any(known.listed for known in spelt) or spelt[0].order < first.order:
            continue
        beside = spelt[0].passage is first.passage and is_beside(
            first.passage, spelt[0].introduction.start, first.acronym.start
        )
        if not beside:
            message = f"“{core}” is spelled out only further on. Spell it out here, where it first appears."
            yield found(first.passage, first.acronym.start, first.acronym.end, message)


def _unused(reading: Reading) -> Iterator[Finding]:
    for entry in reading.known(ledger).values():
        if entry.uses or len(entry.introduced) != 1:
            continue
        known = entry.introduced[0]
        core = known.introduction.core
        if is_turned(core, reading):
            continue  # it is told as the slip that it is
        if known.listed or not known.introduction.before or not known.expansion or is_known(core, reading):
            continue
        message = f"“{core}” is introduced here and never used. Take it out: the words in full are enough."
        yield _bracket(known, message, "")


def _twice(reading: Reading) -> Iterator[Finding]:
    for entry in reading.known(ledger).values():
        spelt = [known for known in entry.introduced if known.introduction.sure and _in_text(known)]
        for before, known in pairwise(spelt):
            if _document(before) != _document(known):
                continue
            core = known.introduction.core
            message = f"“{core}” has been spelled out already. The acronym is enough here."
            yield _bracket(known, message, known.passage.text[known.introduction.start : known.introduction.end])


def _in_text(known: Known) -> bool:
    passage = known.passage
    apart = passage.place.section in _APART or passage.kind not in ("paragraph", "item")
    return not apart and not known.listed and known.introduction.before


def _document(known: Known) -> str:
    """The report, or an appendix, which is read by itself."""
    return known.passage.place.appendix


# "BCP Council": what a council calls itself.
_COUNCIL: Final = re.compile(r"[ \u00a0](?:(?:City|County|Borough|District|Town|Parish)[ \u00a0])?Council\b")
# A capitalised word in mid-sentence, right before.
_NAME_BEFORE: Final = re.compile(r"[\w,&][ \u00a0][A-Z][a-z]{2,}[ \u00a0]\Z")
_BRACKET: Final = re.compile(r"\s*[(\[]\s*[\"'“‘]?\Z")
_CLOSING: Final = re.compile(r"[\"'”’]?\s*[)\]](?!\w)")


def _bracket(known: Known, message: str, better: str) -> Finding:
    """A finding about "words in full (ACRONYM)"; the fix leaves either the words or, as `better`, the acronym."""
    passage, introduction = known.passage, known.introduction
    finding = found(passage, introduction.start, introduction.end, message)
    closing = _CLOSING.match(passage.text, introduction.end)
    where = introduction.words
    if where is None or closing is None:
        return finding
    if not _BRACKET.fullmatch(passage.text[where[1] : introduction.start]):
        return finding
    fix = passage.replaced(where[0] if better else where[1], closing.end(), better)
    return Finding(message, finding.place, finding.quote, fix)


def _two_meanings(reading: Reading) -> Iterator[Finding]:
    for entry in reading.known(ledger).values():
        spelt = [known for known in entry.introduced if known.introduction.sure and known.expansion]
        different = list({each.expansion: each for each in reversed(spelt)}.values())[::-1]
        for index, known in enumerate(different[1:], 1):
            if not all(_differ(each.expansion, known.expansion) for each in different[:index]):
                continue
            other = different[0]
            core = known.introduction.core
            message = (
                f"“{core}” stands for “{known.expansion}” here and for “{other.expansion}” further up."
                " Use it for one of them and write the other in full."
            )
            yield found(known.passage, known.introduction.start, known.introduction.end, message)


@lru_cache(maxsize=1024)
def _differ(one: str, other: str) -> bool:
    """Whether two expansions are of different words, not forms of the same: "child in need", "Children in Need"."""
    first, second = _stems(one), _stems(other)
    if len(first) != len(second):
        shorter, longer = sorted((first, second), key=len)
        return not all(stem in longer for stem in shorter)
    return first != second


def _stems(text: str) -> list[str]:
    return [word.text.casefold().rstrip("s")[:4] for word in words(text) if word.text.casefold() not in SMALL]
