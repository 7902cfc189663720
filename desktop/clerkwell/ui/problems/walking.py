"""The order in which one goes from problem to problem: on from the caret, through its part, then through the next."""

from collections.abc import Sequence

from clerkwell.model import Place, Report
from clerkwell.packs import Pack
from clerkwell.session.parts import entries, part_of
from clerkwell.ui.problems.wording import Line

_Key = tuple[int, ...]
# Behind all words of its part stands what is said of the part as a whole.
_LAST = 1_000_000


class Walk:
    """Where places come in one report, as somebody meets them who reads it from the first question to the last part."""

    def __init__(self, report: Report, pack: Pack) -> None:
        self._parts = {entry.id: at for at, entry in enumerate(entries(report, pack))}
        self._fields = {spec.id: at for at, spec in enumerate(pack.manifest.field)}
        self._cards: dict[str, int] = {}
        for name, at in self._fields.items():
            self._cards.setdefault(name.partition(".")[0], at)
        self._blocks = {block.id: at for section in report.sections for at, block in enumerate(section.blocks)}
        self._appendices = {appendix.id: at for at, appendix in enumerate(report.appendices)}

    def key(self, place: Place | None, *, end: bool = False) -> _Key:
        """Where a place begins, or `end`s."""
        part = self._parts.get(part_of(place), _LAST)
        if place is None:
            return (part,)
        if place.field:
            # A card for each row of what is asked several times, with all its questions.
            card = self._cards.get(place.field.partition(".")[0], _LAST)
            return (part, card, place.row or 0, self._fields.get(place.field, _LAST))
        offset = (place.end if end else place.start) or 0
        if place.appendix:
            return (part, 1, self._appendices.get(place.appendix, _LAST), offset)
        if not place.block:
            return (part, _LAST)
        return (part, 0, self._blocks.get(place.block, _LAST), *place.path, offset)

    def sorted(self, lines: Sequence[Line]) -> list[int]:
        """The positions of the lines in the order of the report."""
        return sorted(range(len(lines)), key=lambda at: self.key(lines[at].place))

    def next_from(self, here: Place, places: Sequence[Place | None], by: int) -> int:
        """Which of the places, given in their order, comes after (or before) where the caret is; round at the end.

        One that begins right at the caret comes next, but neither what is selected nor the question that one is in.
        """
        if here.section and not here.block:
            # Somewhere in that part: all that is in it is still ahead.
            before = behind = (*self.key(here)[:1], -1)
        else:
            before, behind = self.key(here), self.key(here, end=True)
        if by > 0:
            words = bool(here.block)
            found = (
                at for at, place in enumerate(places) if (key := self.key(place)) > behind or (key == behind and words)
            )
            return next(found, 0)
        return next((at for at in reversed(range(len(places))) if self.key(places[at]) < before), len(places) - 1)
