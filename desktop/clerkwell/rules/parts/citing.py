"""Where a report sends its reader to an appendix: by number in its words, or by a live reference."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from clerkwell.model import Place, Reference, Report, Runs, Table, all_blocks
from clerkwell.packs import Pack, outline
from clerkwell.proofing.sense.citations import citations
from clerkwell.rules.words import texts, texts_beside

# Every citation has one of these in it: other words need not be looked at twice.
_NAMES: Final = ("append", "annex")


def cited_at(report: Report, pack: Pack) -> Mapping[str, tuple[Place, ...]]:
    """The places that mention each appendix, by its id and in the order of the document; none for one that is never.

    What the appendices say of each other, and their list itself, sends nobody to them. "See the appendix" is enough
    where there is one.
    """
    by_number = {each.number: each.id for each in report.appendices if each.number}
    only = report.appendices[0].id if len(report.appendices) == 1 else ""
    done: dict[str, dict[tuple[object, ...], Place]] = defaultdict(dict)
    for place, text in (*texts(report), *texts_beside(report)):
        if place.appendix or place.section == "appendices" or not _may_cite(text):
            continue
        for each in citations(text):
            cited = by_number.get(each.number) or (only if not each.number else "")
            if cited and not each.elsewhere:
                done[cited].setdefault(_part(place), place)
    for place, block in all_blocks(report, lambda block: block.kind not in ("image", "landscape")):
        if place.section and place.section != "appendices":
            for cited in _live(block):
                done[cited].setdefault(_part(place), place)
    order = {part.id: at for at, part in enumerate(outline(report, pack)) if part.stands}
    at_block = {block.id: at for at, (_, block) in enumerate(all_blocks(report))}

    def where(place: Place) -> tuple[int, int]:
        return (order[place.section] if place.section else -1, at_block.get(place.block, -1))

    return {
        each: tuple(sorted((p for p in places.values() if not p.section or p.section in order), key=where))
        for each, places in done.items()
    }


def _may_cite(text: str) -> bool:
    folded = text.casefold()
    return any(name in folded for name in _NAMES)


def _part(place: Place) -> tuple[object, ...]:
    return (place.field, place.row, place.section, place.block)


def _live(block: object) -> list[str]:
    runs: list[Runs] = [getattr(block, "runs", ())]
    if isinstance(block, Table):
        runs = [each for row in block.rows for cell in row for each in cell.paragraphs]
    return [run.target for each in runs for run in each if isinstance(run, Reference) and run.to == "appendix"]
