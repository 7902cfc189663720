"""Where words of a document stand in a report, and in which order its parts come."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from clerkwell.model import Blocks, Place, Report, all_blocks
from clerkwell.model.pins import Stretch, stretches
from clerkwell.packs import Pack, outline

# Shorter words than these stand in too many places to be looked for by themselves.
_SHORT: Final = 4

# Rows that the report keeps apart from its answers, with the section that lists them.
_LISTED: Final = {
    "appendices": "appendices",
    "appendix-pages": "appendices",
    "background-papers": "background-papers",
}


@dataclass(frozen=True)
class Sought:
    """Words to look for: `words` from `lead` on are what is meant, `length` long; the others only stand round them."""

    words: str
    lead: int = 0
    length: int = 0


class Locator:
    """Finds words in one report."""

    def __init__(self, report: Report, pack: Pack) -> None:
        self._report = report
        sections = [part.id for part in outline(report, pack)]
        self._sections = {
            name: at for at, name in enumerate(dict.fromkeys([*sections, *(each.id for each in report.sections)]))
        }
        self._fields = {spec.id: at for at, spec in enumerate(pack.manifest.field)}
        self._blocks = {place.block: (place, at) for at, (place, _) in enumerate(all_blocks(report))}
        self._stretches: dict[str, list[Stretch]] = {}

    def find(self, part: Place, sought: Sequence[Sought]) -> Place:
        """Where the first of these stands that is found in this part, or in the whole report where no part is known;
        else the part itself."""
        if part.field.partition(".")[0] in _LISTED:
            return self._in_list(part, sought)
        if part.field:
            return self._in_field(part, sought)
        for each in sought:
            if len(each.words.strip()) < _SHORT and each is not sought[0]:
                continue
            for place, blocks in self._looked_through(part):
                for stretch in self._of(place, blocks):
                    if (found := _found(stretch.text, each)) is not None:
                        return place.model_copy(update={"block": stretch.block, "path": stretch.path, **found})
        return part

    def standing(self, place: Place) -> Place:
        """A place of another state of the report, as far as this one has it."""
        if not place.block:
            return place
        known = self._blocks.get(place.block)
        if known is None:
            return Place(section=place.section, appendix=place.appendix)
        return place.model_copy(update={"section": known[0].section, "appendix": known[0].appendix})

    def key(self, place: Place) -> tuple[int, ...]:
        """What places sort by: answers first, then the sections as they come, then what is in no part."""
        if place.field:
            return (0, self._fields.get(place.field, len(self._fields)), place.row or 0, place.start or 0)
        if not place.section and not place.appendix:
            return (2,)
        part = self._sections.get(place.section or "appendices", len(self._sections))
        block = self._blocks[place.block][1] + 1 if place.block in self._blocks else 0
        return (1, part, block, *place.path, place.start or 0)

    def _looked_through(self, part: Place) -> list[tuple[Place, Blocks]]:
        report = self._report
        if part.section and part.section != "appendices":
            return [(Place(section=part.section), report.blocks(part.section))]
        found = [(Place(section=each.id), each.blocks) for each in report.sections if part.section in ("", each.id)]
        return [*found, *((Place(appendix=each.id), each.blocks) for each in report.appendices)]

    def _of(self, place: Place, blocks: Blocks) -> list[Stretch]:
        name = place.section or f"appendix {place.appendix}"
        if name not in self._stretches:
            self._stretches[name] = list(stretches(blocks))
        return self._stretches[name]

    def _in_list(self, part: Place, sought: Sequence[Sought]) -> Place:
        """The appendix that a line of their list is about; the list itself, where that is not to be told."""
        for each in sought:
            for appendix in self._report.appendices:
                if each.words.strip() and each.words in (appendix.title, appendix.number):
                    return Place(appendix=appendix.id)
        return Place(section=_LISTED[part.field.partition(".")[0]])

    def _in_field(self, part: Place, sought: Sequence[Sought]) -> Place:
        repeat, dot, _ = part.field.partition(".")
        rows: Sequence[int | None] = range(len(self._report.repeats.get(repeat, ()))) if dot else (None,)
        for each in sought:
            for row in rows:
                if (found := _found(self._report.field(part.field, row).text, each)) is not None:
                    return part.model_copy(update={"row": row, **found})
        return part.model_copy(update={"row": 0}) if dot else part


def _found(text: str, sought: Sought) -> dict[str, int] | None:
    at = text.find(sought.words) if sought.words.strip() else -1
    return None if at < 0 else {"start": at + sought.lead, "end": at + sought.lead + sought.length}
