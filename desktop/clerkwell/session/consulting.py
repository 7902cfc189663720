"""The consultation log: whom the council would have asked about which part, and whom it has already."""

from collections import Counter
from dataclasses import dataclass

from clerkwell.model import Consultation, Report
from clerkwell.packs import Pack, outline
from clerkwell.packs.sealing import WHOLE, sealable, sealed_ids

# The entry of the list of parts; no section of a pack has this name.
LOG = "consultation-log"
WHOLE_REPORT = "The whole report"


@dataclass(frozen=True)
class Ask:
    """Somebody whom the council would have asked about a part of this report."""

    who: str
    part: str
    title: str


def to_ask(report: Report, pack: Pack) -> tuple[Ask, ...]:
    """Whom the pack would have asked, about each part that this report has or needs."""
    return tuple(
        Ask(who, part.id, part.heading.rstrip(": "))
        for part in outline(report, pack)
        if part.relevant and (part.stands or part.wanted)
        for who in part.spec.consult
    )


def still_to_ask(report: Report, pack: Pack) -> tuple[Ask, ...]:
    """Those of them that the log does not have, for that part or for the whole report.

    Whoever was asked about a part for which the pack names one alone is that one: people are known by other names.
    """
    wanted = to_ask(report, pack)
    alone = {part for part, count in Counter(each.part for each in wanted).items() if count == 1}
    asked = {(_folded(entry.who), each) for entry in report.consultations for each in parts_of(entry)}
    parts = {part for _, part in asked} & alone
    return tuple(
        each
        for each in wanted
        if each.part not in parts and not {(_folded(each.who), each.part), (_folded(each.who), WHOLE)} & asked
    )


def parts_of(entry: Consultation) -> tuple[str, ...]:
    """The parts that an entry is about, by their ids; `WHOLE` for the whole report."""
    if entry.seal is not None:
        return sealed_ids(entry.seal)
    return (WHOLE,) if _folded(entry.part) == _folded(WHOLE_REPORT) else (entry.part,)


def part_words(entry: Consultation, report: Report, pack: Pack) -> str:
    """What an entry is about, in words."""
    titles = dict(sealable(report, pack))
    if entry.seal is not None and WHOLE not in sealed_ids(entry.seal):
        return ", ".join(titles.get(each.part, each.title) for each in entry.seal.parts)
    return titles.get(entry.part, entry.part)


def is_answered(entry: Consultation) -> bool:
    """Whether there is an answer: words, a day, or a seal."""
    return entry.seal is not None or bool(entry.answer.strip() or entry.answered.strip())


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
