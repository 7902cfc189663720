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
    run = _run(lines)
    for index, (line, value) in enumerate(zip(lines, values, strict=True)):
        own = _list_of(line)
        if run and own:
            # Word says which list each number is of. A list of another kind may still go on with the numbers.
            goes_on = 1 < expected == value != in_list + 1
            if (own == run and value >= expected) or goes_on:
                paragraphs[line.number] = value
                expected, in_list = value + 1, 0
            else:
                in_list = value
        elif value == in_list + 1 and in_list and (value != expected or value in values[index + 1 : index + _AHEAD]):
            in_list = value
        elif value >= expected and not _restarts(lines, index):
            paragraphs[line.number] = value
            expected, in_list = value + 1, 0
        else:
            in_list = value
    return paragraphs


def _list_of(line: Line) -> tuple[str, int] | None:
    """The list of Word's, and the level in it, that a line's number is of."""
    known = line.known
    return (known.list_id, known.level) if known and known.label and known.list_id else None


def _run(lines: Sequence[Line]) -> tuple[str, int] | None:
    """The list that numbers the report's paragraphs: of those with most numbers, the one that begins first."""
    often: dict[tuple[str, int], int] = {}
    for line in lines:
        if own := _list_of(line):
            often[own] = often.get(own, 0) + 1
    return max(often, key=lambda each: often[each], default=None)


def _restarts(lines: Sequence[Line], index: int) -> bool:
    """Whether the numbered line is set in from the first one and begins at 1: a list before the run has begun."""
    line = lines[index]
    return line.marker is not None and line.marker.value == 1 and index > 0 and line.indent > lines[0].indent + 1


def numbers_paragraphs(section_id: str, pack: Pack) -> bool:
    """Whether the pack numbers this section's paragraphs."""
    spec = pack.section(section_id) or pack.section(OTHER)
    return pack.manifest.pack.numbering == "paragraphs" and spec is not None and spec.numbered
