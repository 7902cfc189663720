"""The body: headings begin sections, what stands under them belongs to them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from clerkwell.intake.asking import asks_members, asks_who_decides, recommends_outright
from clerkwell.intake.body import Body, add, begin, begin_group, begin_own
from clerkwell.intake.drafts import Draft, SectionDraft
from clerkwell.intake.folding import folded
from clerkwell.intake.headings import (
    RECOMMENDATIONS,
    Heading,
    Headings,
    majors,
    only_decides,
    parted,
)
from clerkwell.intake.labels import Labels
from clerkwell.intake.late import late_field
from clerkwell.intake.lines import Line
from clerkwell.intake.markup import in_words, trimmed
from clerkwell.intake.own_headings import is_inside, is_list_item, is_none_or_heading, unknown_heading
from clerkwell.intake.part_heads import bare_heads, is_entry, lettered_heads
from clerkwell.intake.results import Mapped
from clerkwell.model.runs import cut
from clerkwell.packs import FieldSpec, Pack, choice

STEM = "recommendation-stem"
APPENDICES = "appendices"
_AHEAD = 7
_LONG = 150
# Rows of two cells may be a heading with its text beside it.
_PAIR = 2


def walk(lines: Sequence[Line], pack: Pack, headings: Headings, labels: Labels, filled: set[str]) -> Body:
    """The sections of the lines. `filled` are the fields that the header has answered."""
    body = Body(pack, headings, labels, filled)
    named = (headings.whole(line) or headings.begins(line) for line in lines)
    asked = [found for found in named if found is not None and found.id == RECOMMENDATIONS]
    body.unheaded, body.recommends = not asked, any(not only_decides(found) for found in asked)
    decimals = majors(lines)
    if body.keeps_order:
        body.heads, body.lettered = bare_heads(lines), lettered_heads(lines)
    titled = _titled(lines, body)
    tail = len(lines) * 6 // 10
    head = True
    taken = -1
    for index, line in enumerate(lines):
        if index <= taken:
            continue
        if line.block is not None:
            add(body, Draft(line))
            continue
        after = lines[index + 1] if index + 1 < len(lines) else None
        if index and _is_row_of_table(lines[index - 1], line):
            add(body, Draft(line))
            continue
        head = head and len(line.text) < _LONG
        if _known(body, line, after, titled):
            continue
        anywhere = head or index >= tail or body.kind != "text"
        if used := late_field(body, lines[index : index + _AHEAD], anywhere):
            taken = index + used - 1
            continue
        before = lines[index - 1] if index else None
        if index >= tail and _begins_appendices(body, lines, index, titled):
            body.open(SectionDraft(APPENDICES))
            body.inferred.append(APPENDICES)
            add(body, Draft(line))
            continue
        if _begins_outright(body, line):
            body.open(SectionDraft(RECOMMENDATIONS))
            body.inferred.append(RECOMMENDATIONS)
            add(body, Draft(line))
            continue
        if _stem(body, line, after) or (
            not _counts_on(body, before, line) and unknown_heading(body, before, line, after, decimals, titled)
        ):
            continue
        add(body, Draft(line))
    return body


def _begins_outright(body: Body, line: Line) -> bool:
    """Whether a paragraph recommends something where no heading says so, neither for all nor just above it."""
    if not body.unheaded or not body.keeps_order or body.begun(RECOMMENDATIONS):
        return False
    first = body.current is None
    return (first or bool(body.current and body.current.drafts)) and recommends_outright(line, first=first)


def _is_row_of_table(before: Line, line: Line) -> bool:
    """Whether a row with words in its first cell alone goes on with a table: a name in a list of clearances."""
    return (
        line.known is None
        and not line.gap
        and 1 < len(line.cells) <= len(before.cells) > _PAIR
        and bool(line.cells[0])
        and line.is_single
    )


def _begins_appendices(body: Body, lines: Sequence[Line], index: int, titled: frozenset[str]) -> bool:
    """Whether a list of appendices that no heading says to be one begins here: titles with their numbers, one a line,
    after the text."""
    if not body.keeps_order or body.kind != "text" or not lines[index].gap or APPENDICES in titled:
        return False
    if not is_entry(lines[index]) or body.pack.section(APPENDICES) is None or body.begun(APPENDICES):
        return False
    end = next((at for at in range(index, len(lines)) if not is_entry(lines[at])), len(lines))
    if end - index > 1 or end == len(lines):
        return True
    return body.headings.whole(lines[end]) is not None or body.headings.begins(lines[end]) is not None


def _titled(lines: Sequence[Line], body: Body) -> frozenset[str]:
    """The sections that a line names by the pack's own title: an alias elsewhere is then a section of its own."""
    if not body.keeps_order:
        return frozenset()
    titles = {folded(spec.title): spec.id for spec in body.pack.manifest.section}
    short = (folded(parted(line)[1]) for line in lines if len(line.text) < 100 and not line.is_row)
    return frozenset(titles[words] for words in short if words in titles)


def _known(body: Body, line: Line, after: Line | None, titled: frozenset[str]) -> bool:
    """Begin the section (or group) that a heading known to the pack names."""
    found = _named(body, line)
    if found is None and (found := _weighed(body, body.headings.begins(line))) is None:
        found = body.headings.begins_row(line)
        if found and not _lists(body, found):
            found = None
    if (
        found is None
        or _is_stem(body, found, line)
        or (not found.run_in and (is_list_item(line, after) or _is_next_entry(body, line)))
    ):
        return False
    if found.run_in and body.keeps_order and _is_next_of_its_kind(body, line):
        return False
    if _goes_back(body, found):
        return _known_again(body, found, line)
    if _is_part(body, found, after):
        add(body, Draft(line, "sub"))
        return True
    if found.kind == "group":
        begin_group(body, found, line)
    elif body.keeps_order and (body.begun(found.id) or (found.id in titled and not _is_title(body, found))):
        if found.run_in:
            return False
        if line.mark and is_inside(body, line):
            add(body, Draft(line, "sub"))
            return True
        begin_own(body, line, titled)
    else:
        begin(body, found, line)
    if found.run_in:
        add(body, Draft(_after_heading(line, found)))
    return True


def _named(body: Body, line: Line) -> Heading | None:
    """The heading that a line is, but "Decision" where what is recommended has a heading of its own."""
    return _weighed(body, body.headings.whole(line))


def _weighed(body: Body, found: Heading | None) -> Heading | None:
    return None if found is not None and body.recommends and only_decides(found) else found


def _is_stem(body: Body, found: Heading, line: Line) -> bool:
    """Whether words that head the recommendations elsewhere stand under their heading here, as their lead-in: "This
    report makes the following recommendations:"."""
    here = body.current is not None and body.current.id == RECOMMENDATIONS == found.id
    return here and body.current is not None and not body.current.drafts and line.text.rstrip().endswith(":")


def _goes_back(body: Body, found: Heading) -> bool:
    """Whether a label with its answer belongs under a heading of the same list that has nothing so far: "Access to
    information" over the contact, the appendices and "Background papers: …"."""
    begun = body.begun(found.id)
    return body.keeps_order and found.run_in and _lists(body, found) and begun is not None and not begun.drafts


def _known_again(body: Body, found: Heading, line: Line) -> bool:
    body.current = body.begun(found.id)
    body.mapped.append(Mapped(found.words, "label"))
    add(body, Draft(_after_heading(line, found)))
    return True


def _is_part(body: Body, found: Heading, after: Line | None) -> bool:
    """Whether a known heading stands inside the section the walk is in: 9.1 in 9, or none before a 9.1."""
    if not body.keeps_order or body.kind != "text" or body.current is None or found.run_in:
        return False
    if _lists(body, found) or found.id == RECOMMENDATIONS:
        return False
    parts = tuple(int(part) for part in re.findall(r"\d+", found.number))
    if not parts and after is not None and after.marker is not None:
        parts = after.marker.parts
    return len(parts) > 1 and parts[1] > 0 and parts[0] == body.number


def _lists(body: Body, found: Heading) -> bool:
    spec = body.pack.section(found.id) if found.kind == "section" else None
    return spec is not None and spec.kind != "text"


def _is_title(body: Body, found: Heading) -> bool:
    spec = body.pack.section(found.id)
    return spec is not None and folded(spec.title) == folded(found.words)


def _is_next_entry(body: Body, line: Line) -> bool:
    """Whether a numbered line goes on with a list of appendices or papers: "2. Equality impact assessment"."""
    if body.kind == "text" or line.gap or line.mark or body.current is None or not body.current.drafts:
        return False
    before, here = body.current.drafts[-1].line.marker, line.marker
    if before is None or here is None or here.kind != "number" or before.kind != "number":
        return False
    return here.value == before.value + 1


def _is_next_of_its_kind(body: Body, line: Line) -> bool:
    """Whether a numbered line with a heading's words before its text counts on from one that is none: "22. Financial –
    The cost …", "23. Legal – None."."""
    before = body.current.drafts[-1].line if body.current and body.current.drafts else None
    if before is None or before.marker is None or line.marker is None or line.marker.kind != "number":
        return False
    counts_on = before.marker.kind == "number" and line.marker.value == before.marker.value + 1
    return counts_on and body.headings.names(before)


def _after_heading(line: Line, found: Heading) -> Line:
    """The line without its run-in heading; a number before the heading stays before the text."""
    if line.is_row:
        return replace(line, runs=next(cell for cell in reversed(line.cells) if cell), cells=())
    rest = trimmed(cut(line.runs, found.end, len(line.text)))
    if line.marker is not None and found.number:
        rest = (*cut(line.runs, 0, line.marker.length), *rest)
    return replace(line, runs=rest, mark=0)


def _counts_on(body: Body, before: Line | None, line: Line) -> bool:
    """Whether a line is the next item of a list that the line before it is in."""
    if before is None or body.current is None or not body.current.drafts or body.current.drafts[-1].line is not before:
        return False
    one, other = before.marker, line.marker
    return one is not None and other is not None and one.kind == other.kind == "number" and other.value == one.value + 1


def _stem(body: Body, line: Line, after: Line | None) -> bool:
    """Take the words before the recommendations. Without their heading, they begin the section all the same."""
    spec = body.pack.field(STEM)
    if spec is None or STEM in body.fields or line.marker is not None or line.is_row:
        return False
    text = in_words(line.runs)
    here = body.current is not None and body.current.id == RECOMMENDATIONS
    if here and body.current is not None and not body.current.drafts:
        usual = choice(spec, text, body.pack) is not None
        if not text.endswith(":") or len(text.split()) > 60 or (not usual and is_none_or_heading(body, after)):
            return False
    elif here or body.begun(RECOMMENDATIONS) or not _opens_them(body, spec, line, after):
        return False
    elif body.keeps_order and body.current is not None and not body.current.drafts:
        # The report's own heading for them stands just above.
        return False
    else:
        section = SectionDraft(RECOMMENDATIONS)
        body.open(section)
        body.inferred.append(RECOMMENDATIONS)
    body.fields[STEM] = text
    return True


def _opens_them(body: Body, spec: FieldSpec, line: Line, after: Line | None) -> bool:
    """Whether a line is the layout's own words for them; over every heading, where layouts differ, any such words."""
    if choice(spec, in_words(line.runs), body.pack) is not None:
        return True
    if not body.keeps_order:
        return False
    return asks_members(line, after) if body.current is None else body.unheaded and asks_who_decides(line, after)
