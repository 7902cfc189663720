"""What the parts of a report are called, and what its live references say, as a person sees them."""

from collections.abc import Mapping
from functools import cached_property

from clerkwell.model import Footnote, Place, Reference, Report, Run, Table, Text, all_blocks
from clerkwell.packs import Pack, Part, numbers, outline

DETAILS = "Report details"


class Naming:
    """The names of one report's parts."""

    def __init__(self, report: Report, pack: Pack) -> None:
        self.report = report
        self.pack = pack

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The sections in the order of the document."""
        return outline(self.report, self.pack)

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        return {part.id: part.heading.rstrip(": ") or "Untitled section" for part in self.parts}

    @cached_property
    def _kinds(self) -> Mapping[str, str]:
        return {part.spec.kind: self._titles[part.id] for part in reversed(self.parts)}

    def section(self, section_id: str) -> str:
        """The title of a section; "" for one that the report knows nothing of."""
        return self._titles.get(section_id, "")

    def appendices(self) -> str:
        """The title of the list of appendices."""
        return self._kinds.get("appendices", "Appendices")

    def papers(self) -> str:
        """The title of the list of background papers."""
        return self._kinds.get("background-papers", "Background papers")

    def appendix(self, appendix_id: str) -> str:
        """The name of an appendix: "Appendix 1"."""
        found = self.report.appendix(appendix_id)
        return f"Appendix {found.number}".strip() if found else ""

    def field(self, field_id: str, row: int | None = None) -> str:
        """The title of a field; from the second row on with the row it is in."""
        spec = self.pack.field(field_id)
        title = spec.title if spec else field_id
        return f"{title} ({row + 1})" if row else title

    def repeat(self, repeat_id: str) -> str:
        """The title of a part that comes once for each row."""
        spec = self.pack.repeat(repeat_id)
        return spec.title if spec else repeat_id

    def part(self, place: Place) -> str:
        """The title of the part that a place is in."""
        if place.section:
            return self.section(place.section)
        return self.appendix(place.appendix) if place.appendix else DETAILS

    def said(self, run: Run) -> str:
        """What a run says, for showing."""
        if isinstance(run, Text):
            return run.text
        if isinstance(run, Footnote):
            return f" [footnote: {''.join(text.text for text in run.runs)}]"
        return self._reference(run)

    def _reference(self, run: Reference) -> str:
        match run.to:
            case "section":
                return self.section(run.target) or "[missing reference]"
            case "appendix":
                return self.appendix(run.target) or "[missing reference]"
            case "table":
                number = self._tables.get(run.target)
                return f"Table {number}" if number else "[missing reference]"
        number = self._paragraphs.get(run.target)
        return f"paragraph {number}" if number else "[reference to a paragraph]"

    @cached_property
    def _paragraphs(self) -> Mapping[str, int]:
        return numbers(self.report, self.pack).paragraphs

    @cached_property
    def _tables(self) -> Mapping[str, int]:
        """The numbers of tables: those with captions are counted, in the document's order."""
        rank = {part.id: at for at, part in enumerate(self.parts)}
        listed = sorted(all_blocks(self.report), key=lambda each: rank.get(each[0].section, len(rank)))
        tables = [block.id for _, block in listed if isinstance(block, Table) and block.caption]
        return {name: at + 1 for at, name in enumerate(tables)}
