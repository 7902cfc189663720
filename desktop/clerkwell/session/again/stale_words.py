"""The words of a report started again that may be true no longer, part by part."""

import re
from collections.abc import Iterator
from datetime import date

from clerkwell.model import Place, Report, Stale, all_blocks
from clerkwell.packs import Pack, outline, parse_date
from clerkwell.proofing.dated import Dated, Times, dated, days_named
from clerkwell.rules import figures_in
from clerkwell.rules.words import texts, texts_beside
from clerkwell.session.again.reopening import officers

_SUMS = ("financial", "resource")
_POST = re.compile(r"\b(?:Interim|Acting|Temporary)\s+(?:[A-Z&][\w'’-]*)(?:\s+(?:of|and|for|the|&|[A-Z][\w'’-]*)){0,8}")
_DOUBLED = re.compile(r"([/.-])\1+")
_YEAR = 365


def stale_words(report: Report, pack: Pack, times: Times) -> Iterator[Stale]:
    """Every dated stretch of the text, and the officers and sums of the earlier report in it; each once a block."""
    named = officers(report)
    money = {part.id for part in outline(report, pack) if part.spec.id in _SUMS or _about_money(part.heading)}
    seen: set[tuple[str, ...]] = set()
    order = {block.id: index for index, (_, block) in enumerate(all_blocks(report))}
    stretches = sorted(_stretches(report), key=lambda each: (order.get(each[0].block, -1), each[0].path))
    for place, text in stretches:
        found = [*dated(text, times), *_people(text, named)]
        if place.section in money and place.block and not place.path:
            found += [
                Dated(each.start, each.end, each.words, "A sum of the earlier report.")
                for each in figures_in(text, numbers=False)
            ]
        for each in sorted(found, key=lambda each: each.start):
            key = (place.section, place.appendix, place.field, str(place.row), place.block, each.words.casefold())
            if key not in seen:
                seen.add(key)
                counted = {} if place.start is not None else {"start": each.start, "end": each.end}
                yield Stale(place=place.model_copy(update=counted), quote=each.words, why=each.why)


def meeting_of(report: Report, pack: Pack, now: date) -> date:
    """The day a report was for: its first date, or else the latest day that it names and that has been.

    Where it names none at all: the day it was last saved, or a year ago.
    """
    for text in _dates(report, pack):
        # "07/02//2022": a slip of the finger is no reason not to know the day.
        if (day := parse_date(_DOUBLED.sub(r"\1", text))) is not None:
            return day
    named = [day for _, text in texts(report) for day in days_named(text) if day < now]
    if named:
        return max(named)
    made = report.modified or report.created
    return made.date() if made is not None and made.date() < now else date.fromordinal(now.toordinal() - _YEAR)


def _dates(report: Report, pack: Pack) -> Iterator[str]:
    for spec in pack.manifest.field:
        if spec.kind == "date":
            repeat, dot, _ = spec.id.partition(".")
            rows = range(len(report.repeats.get(repeat, ()))) if dot else (None,)
            yield from (report.field(spec.id, row).text for row in rows)


def _stretches(report: Report) -> Iterator[tuple[Place, str]]:
    """All that readers meet, fields apart that hold people or were asked again: they are listed whole."""
    for place, text in texts(report):
        if place.field and place.field != "subject":
            continue
        if place.section == "background-papers" and not place.block:
            continue
        if place.appendix and not place.block:
            continue
        yield place, text
    for place, text in texts_beside(report):
        # Addresses are no words of a person's, and the entries at the end are listed whole.
        if place.block and "://" not in text and not text.startswith("mailto:"):
            yield place, text


def _people(text: str, named: tuple[str, ...]) -> Iterator[Dated]:
    for name in named:
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            yield Dated(found.start(), found.end(), found[0], "An officer whom the earlier report names.")
    for found in _POST.finditer(text):
        yield Dated(found.start(), found.end(), found[0], "A post that somebody held for a time.")


def _about_money(heading: str) -> bool:
    return re.search(r"\b(?:financ|cost|budget|funding|resource)", heading, re.IGNORECASE) is not None
