"""The rule about words taken over from an earlier report: each is looked at once, changed, or kept with a reason."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from clerkwell.model import Place, Report, Stale
from clerkwell.packs import Pack
from clerkwell.rules.rule import Finding, Rule
from clerkwell.rules.words import texts, texts_beside

CARRIED_OVER = "carried-over"


def standing(report: Report) -> Iterator[Stale]:
    """The stale words that still stand where they stood, each with the place where it stands now."""
    if not report.stale:
        return
    by_part: dict[tuple[object, ...], list[tuple[Place, str]]] = defaultdict(list)
    for place, text in (*texts(report), *texts_beside(report)):
        by_part[_part(place)].append((place, text))
    for stale in report.stale:
        at = _found(stale, by_part)
        if at is not None and not _has_its_file(stale, report):
            yield stale.model_copy(update={"place": at})


def _found(stale: Stale, by_part: Mapping[tuple[object, ...], list[tuple[Place, str]]]) -> Place | None:
    """Where the words stand now: nearest to where they stood, in the same block or field."""
    best: tuple[int, Place] | None = None
    for place, text in by_part.get(_part(stale.place), ()):
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
        ),
    )
