"""Content controls: the named places that a report fills.

Each has a tag for programs, a title for people, and an id, all unique; what an empty one shows is marked as a
placeholder (`w:showingPlcHdr`), so that it never counts as text of the report.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from elements import Element, el, paragraph, run, tab

from clerkwell.packs import FieldSpec, Manifest, SectionSpec

# Word cuts titles and tags at 64 characters.
_LONGEST = 64


@dataclass
class Controls:
    """Makes the controls of one template; it counts, so that ids and titles are unique."""

    manifest: Manifest
    titles: set[str] = field(default_factory=set)
    made: int = 0

    def _spec(self, field_id: str) -> FieldSpec:
        return next(spec for spec in self.manifest.field if spec.id == field_id)

    def _section(self, section_id: str) -> SectionSpec:
        return next(spec for spec in self.manifest.section if spec.id == section_id)

    def _control(self, tag: str, title: str, content: Sequence[Element], *kind: Element) -> Element:
        title = _cut(title)
        assert title not in self.titles, f"two controls are called {title}"
        assert len(tag) <= _LONGEST
        self.titles.add(title)
        self.made += 1
        number = el("id", val=610_000_000 + self.made)
        # A control deleted by a slip is the commonest fault of a template; what stands in it can still be typed over.
        lock = el("lock", val="sdtLocked")
        # Said outright: LibreOffice takes a control of no stated kind for one of bare words, and drops links,
        # footnotes and line breaks from it.
        rich = el("richText")
        properties = el("sdtPr", el("alias", val=title), el("tag", val=tag), number, lock, *kind, rich)
        return el("sdt", properties, el("sdtContent", *content))

    def value(self, field_id: str, style: str = "PlaceholderText") -> Element:
        """A field inside a line; in a `style` of its own, its words keep it."""
        words = [run(self._prompt(field_id), style)]
        return self._control(f"field:{field_id}", self._title_of(field_id), words, el("showingPlcHdr"))

    def values(self, field_id: str, style: str) -> Element:
        """A repeated field outside its repeat: a block that takes a paragraph for each row."""
        words = paragraph(style, run(self._prompt(field_id), "PlaceholderText"))
        return self._control(f"field:{field_id}", self._title_of(field_id), [words], el("showingPlcHdr"))

    def _prompt(self, field_id: str) -> str:
        """What an empty place shows: the usual answer, or what is wanted there."""
        spec = self._spec(field_id)
        if spec.kind == "yes-no":
            return "Yes or No"
        # A title that is a question stands beside it as the label.
        return spec.default or ("Answer" if spec.title.endswith("?") else spec.title)

    def _title_of(self, field_id: str) -> str:
        repeat, dot, _ = field_id.partition(".")
        title = self._spec(field_id).title
        if not dot:
            return title
        singular = next(spec.singular for spec in self.manifest.repeat if spec.id == repeat)
        return f"{singular.capitalize()}: {title.lower()}"

    def label(self, field_id: str) -> Element:
        """The label of a field as this layout prints it."""
        return run(self._spec(field_id).labels[0], "FieldLabel")

    def line(self, field_id: str, style: str = "FieldText") -> Element:
        """A line of the header: the label, and the value a tab further."""
        return paragraph(style, self.label(field_id), tab(), self.value(field_id))

    def repeat(self, repeat_id: str, *content: Element) -> Element:
        """What comes once for each row."""
        title = next(spec.title for spec in self.manifest.repeat if spec.id == repeat_id)
        return self._control(f"repeat:{repeat_id}", f"{title}: once for each", content)

    def group(self, group_id: str, style: str) -> Element:
        """A heading over sections."""
        title = next(spec.title for spec in self.manifest.group if spec.id == group_id)
        return self.around_group(group_id, paragraph(style, run(title)))

    def around_group(self, group_id: str, *content: Element) -> Element:
        """What goes with the last section of a group: the heading over them, or the table that they stand in."""
        title = next(spec.title for spec in self.manifest.group if spec.id == group_id)
        return self._control(f"group:{group_id}", f"{title}: heading over sections", content)

    def section(self, section_id: str, heading: str | None, body: str, *between: Element) -> Element:
        """A section: its heading in a style (None for a heading that runs into the text), and its text."""
        parts: list[Element] = []
        if heading is not None:
            parts.append(paragraph(heading, self._heading(section_id)))
        return self.around_section(section_id, *parts, *between, self._body(section_id, body))

    def heading_and_text(self, section_id: str, heading: str, body: str) -> tuple[Element, Element]:
        """The heading of a section, in a character style, and its text: for two cells of a row."""
        return self._heading(section_id, heading), self._body(section_id, body)

    def around_section(self, section_id: str, *content: Element) -> Element:
        """What goes with a section."""
        title = self._section(section_id).title.rstrip(":")
        return self._control(f"section:{section_id}", f"{title}: section", content)

    def _heading(self, section_id: str, style: str | None = None) -> Element:
        spec = self._section(section_id)
        words = run(spec.title, style)
        return self._control(f"heading:{section_id}", f"{spec.title.rstrip(':')}: heading", [words])

    def _body(self, section_id: str, style: str) -> Element:
        title = self._section(section_id).title.rstrip(":")
        text = paragraph(style, run("Text of this section", "PlaceholderText"))
        return self._control(f"body:{section_id}", f"{title}: text", [text], el("showingPlcHdr"))

    def appendices(self, heading: str, entry: str, body: str) -> Element:
        """The list of appendices, each by number and title."""
        number, title = self.value("appendices.number"), self.value("appendices.title")
        line = paragraph(entry, run("Appendix "), number, title)
        return self.section("appendices", heading, body, self.repeat("appendices", line))

    def background_papers(self, heading: str, entry: str, body: str) -> Element:
        """The list of background papers, each by its title."""
        line = paragraph(entry, self.value("background-papers.title"))
        return self.section("background-papers", heading, body, self.repeat("background-papers", line))

    def authors(self, *rows: str) -> Element:
        """The author's name and how to reach them, a line each, kept together on one page."""
        lines = [
            paragraph(
                "SignOffName" if index == 0 else "SignOff",
                self.value(f"authors.{row}"),
                keep_next=index < len(rows) - 1,
            )
            for index, row in enumerate(rows)
        ]
        return self.repeat("authors", *lines)


def _cut(title: str) -> str:
    """A title of a length that Word keeps. What it ends in, by which a section's places are told apart, stays."""
    if len(title) <= _LONGEST:
        return title
    words, colon, kind = title.rpartition(": ")
    ending = f"…{colon}{kind}" if words else "…"
    return (words or title)[: _LONGEST - len(ending)].rsplit(" ", 1)[0].rstrip(":, ") + ending
