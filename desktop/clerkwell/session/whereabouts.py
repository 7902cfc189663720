"""Where a place is, in words: for problems, notes, and whatever else is about words of the report."""

from collections.abc import Sequence

from clerkwell.model import Place, Report
from clerkwell.packs import Pack, numbers
from clerkwell.rules import part_title


class Whereabouts:
    """Says where a place is, in words, for one report; the numbers are worked out once for all of them."""

    def __init__(self, report: Report, pack: Pack) -> None:
        self._report = report
        self._pack = pack
        self._numbers = numbers(report, pack)
        self._fields = {spec.id: at for at, spec in enumerate(pack.manifest.field)}
        self._sections = {section.id: at for at, section in enumerate(report.sections)}
        self._order = {spec.id: at for at, spec in enumerate(pack.manifest.section)}
        # Asked again and again for each of hundreds of problems.
        self._titles: dict[str, str] = {}
        self._blocks = {block.id: at for section in report.sections for at, block in enumerate(section.blocks)}

    def words(self, place: Place | None, message: str = "") -> str:
        """Where it is: "Background, paragraph 4". What `message` says already is not said again."""
        if place is None:
            return "The whole report"
        if place.field:
            return self._field(place, message)
        if place.section:
            title = self.part(place)
            number = self._numbers.paragraphs.get(place.block) or self._numbers.paragraphs.get(self._above(place), 0)
            within = _cell(place)
            return ", ".join(filter(None, (title, f"paragraph {number}" if number else "", within)))
        appendix = self._report.appendix(place.appendix)
        return f"Appendix {appendix.number}" if appendix and appendix.number else "Appendices"

    def number(self, place: Place) -> int:
        """The number of the paragraph that it is in, or stands under; 0 for none."""
        known = self._numbers.paragraphs
        return known.get(place.block) or known.get(self._above(place), 0) if place.section else 0

    def part(self, place: Place) -> str:
        """The part that it is in."""
        if not place.section:
            return "the report details"
        if place.section not in self._titles:
            self._titles[place.section] = part_title(self._report, self._pack, place.section)
        return self._titles[place.section]

    def order(self, place: Place | None) -> tuple[int, ...]:
        """Where it comes in the report: header, sections, appendices; what concerns the whole report comes first."""
        if place is None:
            return (0,)
        if place.field:
            return (1, self._fields.get(place.field, 0), place.row or 0)
        if place.section:
            at = self._order.get(place.section, 999)
            return (2, at, self._sections.get(place.section, 0), self._blocks.get(place.block, -1), place.start or 0)
        return (3,)

    def _field(self, place: Place, message: str) -> str:
        """The part, the row where there are several, and the question unless the message names it."""
        repeat_id = place.field.partition(".")[0]
        spec, repeat = self._pack.field(place.field), self._pack.repeat(repeat_id)
        told = ["Report author" if repeat_id == "authors" else "Report details"]
        if repeat is not None and place.row is not None and len(self._report.repeats.get(repeat_id, ())) > 1:
            told.append(f"{repeat.singular} {place.row + 1}")
        title = spec.title.rstrip(":? ") if spec else repeat.title if repeat else ""
        if title and title.casefold() not in message.casefold():
            told.append(f"“{title}”")
        return ", ".join(told)

    def _above(self, place: Place) -> str:
        """The numbered paragraph that a block without a number (an item of its list) stands under."""
        above = ""
        for block in self._report.blocks(place.section):
            if block.id in self._numbers.paragraphs:
                above = block.id
            if block.id == place.block:
                return above
        return ""


class CitedWords:
    """Says in a few words where something is cited: "cited at paragraphs 4 and 7"."""

    # So many places are told; more are counted.
    MOST = 3

    def __init__(self, report: Report, pack: Pack) -> None:
        self._where = Whereabouts(report, pack)
        self._report, self._pack = report, pack

    def words(self, places: Sequence[Place]) -> str:
        """Where, by the numbers of paragraphs; by parts, where those have none."""
        if not places:
            return "never cited"
        numbers = [self._where.number(place) for place in places]
        found = list(dict.fromkeys(str(number) for number in numbers if number))
        if found:
            return f"cited at paragraph{'' if len(found) == 1 else 's'} {self._listed(found)}"
        parts = list(dict.fromkeys(self._where.part(place) for place in places))
        return f"cited in {self._listed(parts)}"

    def _listed(self, found: list[str]) -> str:
        shown, more = found[: self.MOST], len(found) - self.MOST
        if more > 0:
            return f"{', '.join(shown)} and {more} more"
        return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def _cell(place: Place) -> str:
    if len(place.path) != 3:
        return ""
    return f"table row {place.path[0] + 1}, column {place.path[1] + 1}"
