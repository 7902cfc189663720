"""The rule about words taken over from an earlier report: each is looked at once, changed, or kept with a reason."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from clerkwell.model import Place, Report, Stale, all_blocks
from clerkwell.packs import Pack
from clerkwell.rules.rule import Finding, Rule
from clerkwell.rules.words import texts, texts_beside

CARRIED_OVER: Final = "carried-over"


_Stretch = tuple[Place, str]
# A paragraph is rarely cut into more pieces than this at once.
_PIECES: Final = 3


def standing(report: Report) -> Iterator[Stale]:
    """The stale words that still stand where they stood, each with the place where it stands now.

    Words that were cut off their paragraph with what follows them are found in the next one, and those of a paragraph
    that went into another in that one. Each stretch stands for one of the words listed, so that the same year
    elsewhere does not keep alive what was put right here.
    """
    if not report.stale:
        return
    by_part: dict[tuple[object, ...], list[_Stretch]] = defaultdict(list)
    for place, text in (*texts(report), *texts_beside(report)):
        by_part[_part(place)].append((place, text))
    found = [_in(stale, by_part.get(_part(stale.place), ())) for stale in report.stale]
    claimed = {place for place in found if place is not None}
    order: dict[tuple[str, str], list[str]] = defaultdict(list)
    for place, block in all_blocks(report):
        order[place.section, place.appendix].append(block.id)
    for stale, at in zip(report.stale, found, strict=True):
        if at is None and stale.place.block:
            nearby = _nearby(stale, order[stale.place.section, stale.place.appendix], by_part)
            at = next((each for each in nearby if each not in claimed), None)
            if at is not None:
                claimed.add(at)
        if at is not None and not _has_its_file(stale, report):
            yield stale.model_copy(update={"place": at})


def _in(stale: Stale, stretches: Sequence[_Stretch]) -> Place | None:
    """Where in these stretches the words stand: nearest to where they stood."""
    best: tuple[int, Place] | None = None
    for place, text in stretches:
        start = text.find(stale.quote) if stale.quote else -1
        while start >= 0:
            here = place
            if place.start is None and (place.block or place.field):
                here = place.model_copy(update={"start": start, "end": start + len(stale.quote)})
            far = abs((here.start or 0) - (stale.place.start or 0)) + (place.path != stale.place.path) * 1_000_000
            if best is None or far < best[0]:
                best = (far, here)
            start = text.find(stale.quote, start + 1)
    return best[1] if best else None


def _nearby(
    stale: Stale, blocks: Sequence[str], by_part: Mapping[tuple[object, ...], list[_Stretch]]
) -> Iterator[Place]:
    """Where the words may have gone to with a part of their paragraph, or with all of it."""
    own = by_part.get(("block", stale.place.block), ())
    others = blocks
    if stale.place.block in blocks:
        if any(len(text) > (stale.place.start or 0) for _, text in own):
            # The paragraph still reaches to where they stood: they were changed.
            return
        at = blocks.index(stale.place.block)
        others = blocks[at + 1 : at + 1 + _PIECES]
    for block in others:
        place = _in(stale, by_part.get(("block", block), ()))
        if place is not None:
            yield place


def _has_its_file(stale: Stale, report: Report) -> bool:
    """Whether an appendix whose file stayed behind has one of its own by now, whatever its title."""
    appendix = report.appendix(stale.place.appendix) if stale.place.appendix and not stale.place.block else None
    if appendix is None or stale.quote == appendix.link:
        return False
    return bool(appendix.attachment or appendix.link or appendix.blocks)


def _part(place: Place) -> tuple[object, ...]:
    """A block is known by its id wherever its section is now; fields and entries by their place."""
    if place.block:
        return ("block", place.block)
    return (place.field, place.row, place.section, place.appendix)


def _carried_over(report: Report, _: Pack) -> Iterator[Finding]:
    for stale in standing(report):
        yield Finding(
            f"“{stale.quote}” came from the earlier report. {stale.why} Change it, or set this aside if it is right.",
            stale.place,
            stale.quote,
        )


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            CARRIED_OVER,
            "warning",
            "Words of an earlier report may be true no longer",
            "Readers take dates, names and promises to be of the day of this report.",
            _carried_over,
            source="Committee practice: a report made of an earlier one is read through for what has changed",
        ),
    )
