"""Which numbered lines are the report's paragraphs, and which are items of a list."""

from collections.abc import Mapping, Sequence

from clerkwell.intake.drafts import SectionDraft
from clerkwell.intake.lines import Line
from clerkwell.packs import OTHER, Pack

# How far ahead to look for the paragraph that a number could be instead.
_AHEAD = 40


def roles(sections: Sequence[SectionDraft], pack: Pack) -> Mapping[int, int]:
    """The numbers of the lines that are numbered paragraphs, by line number; other numbered lines are items of lists.

    The run goes on through the whole report, across headings; a list begins at 1 and goes on by one. A number that
    both could take is the list's if the run's own comes later.
    """
    if pack.manifest.pack.numbering != "paragraphs":
        return {}
    lines = [
        draft.line
        for section in sections
        if numbers_paragraphs(section.id, pack)
        for draft in section.drafts
        if draft.kind == "text" and draft.line.marker is not None and draft.line.marker.kind == "number"
    ]
    values = [line.marker.value if line.marker else 0 for line in lines]
    paragraphs: dict[int, int] = {}
    expected, in_list = 1, 0
    for index, (line, value) in enumerate(zip(lines, values, strict=True)):
        if value == in_list + 1 and in_list and (value != expected or value in values[index + 1 : index + _AHEAD]):
            in_list = value
        elif value >= expected and not _restarts(lines, index):
            paragraphs[line.number] = value
            expected, in_list = value + 1, 0
        else:
            in_list = value
    return paragraphs


def _restarts(lines: Sequence[Line], index: int) -> bool:
    """Whether the numbered line is set in from the first one and begins at 1: a list before the run has begun."""
    line = lines[index]
    return line.marker is not None and line.marker.value == 1 and index > 0 and line.indent > lines[0].indent + 1


def numbers_paragraphs(section_id: str, pack: Pack) -> bool:
    """Whether the pack numbers this section's paragraphs."""
    spec = pack.section(section_id) or pack.section(OTHER)
    return pack.manifest.pack.numbering == "paragraphs" and spec is not None and spec.numbered
