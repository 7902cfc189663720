"""Clearances in the consultation log: sealing words, and what of them has changed since."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from clerkwell.model import Consultation, Report, SetConsultations
from clerkwell.packs import Pack
from clerkwell.packs.sealing import WHOLE, Changed, changed_since, seal, sealable, sealed_ids
from clerkwell.session.consulting import WHOLE_REPORT
from clerkwell.session.days import day


@dataclass(frozen=True)
class Since:
    """A part that is worded otherwise than when somebody cleared it; `at` is the place of the entry in the log."""

    at: int
    entry: Consultation
    change: Changed

    @property
    def title(self) -> str:
        """What the part is called."""
        return self.change.now.title or self.change.then.title


def cleared(entry: Consultation, parts: tuple[str, ...], report: Report, pack: Pack, when: datetime) -> Consultation:
    """The entry as a clearance of these parts as they are worded now; `WHOLE` stands for the whole report."""
    sealed = seal(report, pack, parts, when)
    titles = dict(sealable(report, pack))
    if WHOLE in parts:
        part = WHOLE_REPORT
    else:
        part = parts[0] if len(parts) == 1 else ", ".join(titles[each] for each in parts)
    return entry.model_copy(update={"part": part, "seal": sealed})


def cleared_again(report: Report, pack: Pack, at: int, when: datetime) -> SetConsultations:
    """The edit that seals the words of a clearance as they are now: whoever gave it has agreed to them again."""
    entry = report.consultations[at]
    known = {WHOLE, *(each for each, _ in sealable(report, pack))}
    parts = tuple(each for each in (sealed_ids(entry.seal) if entry.seal else ()) if each in known)
    fresh = entry.model_copy(update={"seal": seal(report, pack, parts, when), "answered": day(when)})
    return SetConsultations(entries=(*report.consultations[:at], fresh, *report.consultations[at + 1 :]))


def changed(report: Report, pack: Pack, only: str = "") -> tuple[Since, ...]:
    """Every part that was cleared and is worded otherwise now, in the order of the log; of `only` that part."""
    return tuple(_changed(report, pack, only))


def headline(entry: Consultation) -> str:
    """ "Changed since Legal cleared it on 3 March 2026"."""
    when = day(entry.seal.when) if entry.seal else ""
    return f"Changed since {entry.who.strip() or 'somebody'} cleared it on {when}"


def _changed(report: Report, pack: Pack, only: str) -> Iterator[Since]:
    for at, entry in enumerate(report.consultations):
        if entry.seal is not None:
            for each in changed_since(report, pack, entry.seal, only):
                yield Since(at, entry, each)
