"""The body: headings begin sections, what stands under them belongs to them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from clerkwell.intake.authors import AUTHOR_FIELDS, AUTHORS
from clerkwell.intake.body import Body, add, begin, begin_group, begin_own, count, is_strong
from clerkwell.intake.drafts import Draft, SectionDraft
from clerkwell.intake.folding import folded
from clerkwell.intake.headings import (
    Heading,
    Headings,
    is_between,
    is_capitals,
    looks_like_heading,
    majors,
    numbered_heading,
    part_heading,
    parted,
)
from clerkwell.intake.joining import is_contact
from clerkwell.intake.labels import Found, Labels
from clerkwell.intake.lines import Line
from clerkwell.intake.markup import in_words, trimmed
from clerkwell.intake.results import Mapped
from clerkwell.model.runs import cut
from clerkwell.packs import FieldSpec, Pack, choice, understand

RECOMMENDATIONS = "recommendations"
STEM = "recommendation-stem"
_FEW_ANSWERS = ("yes-no", "choice", "status", "date")
_AHEAD = 7
_FAR = 3
_LONG = 150
_LABEL_LINE = 250
_SENTENCE = 20
_TITLE = 8


def walk(lines: Sequence[Line], pack: Pack, headings: Headings, labels: Labels, filled: set[str]) -> Body:
    """The sections of the lines. `filled` are the fields that the header has answered."""
    body = Body(pack, headings, labels, filled)
    decimals = majors(lines)
    titled = _titled(lines, body)
    tail = len(lines) * 6 // 10
    head = True
    taken = -1
    for index, line in enumerate(lines):
        if index <= taken:
            continue
        after = lines[index + 1] if index + 1 < len(lines) else None
        head = head and len(line.text) < _LONG
        if _known(body, line, after, titled):
            continue
        anywhere = head or index >= tail or body.kind != "text"
        if used := _late_field(body, lines[index : index + _AHEAD], anywhere):
            taken = index + used - 1
            continue
        before = lines[index - 1] if index else None
        if _stem(body, line, after) or (
            not _counts_on(body, before, line) and _unknown(body, before, line, after, decimals, titled)
        ):
            continue
        add(body, Draft(line))
    return body


def _titled(lines: Sequence[Line], body: Body) -> frozenset[str]:
    """The sections that a line names by the pack's own title: an alias elsewhere is then a section of its own."""
    if not body.keeps_order:
        return frozenset()
    titles = {folded(spec.title): spec.id for spec in body.pack.manifest.section}
    short = (folded(parted(line)[1]) for line in lines if len(line.text) < 100 and not line.is_row)
    return frozenset(titles[words] for words in short if words in titles)


def _known(body: Body, line: Line, after: Line | None, titled: frozenset[str]) -> bool:
    """Begin the section (or group) that a heading known to the pack names."""
    found = body.headings.whole(line)
    if found is None and (found := body.headings.begins(line)) is None:
        found = body.headings.begins_row(line)
        if found and not _lists(body, found):
            found = None
    if found is None or (not found.run_in and _is_list_item(line, after)):
        return False
    if _is_part(body, found, after):
        add(body, Draft(line, "sub"))
        return True
    if found.kind == "group":
        begin_group(body, found, line)
    elif body.keeps_order and (body.begun(found.id) or (found.id in titled and not _is_title(body, found))):
        if found.run_in:
            return False
        begin_own(body, line, titled)
    else:
        begin(body, found, line)
    if found.run_in:
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


def _is_list_item(line: Line, after: Line | None) -> bool:
    """Whether a numbered line is one of several close together: a list that happens to name sections."""
    if line.marker is None or line.marker.kind != "number" or is_strong(line):
        return False
    return (
        after is not None
        and not after.gap
        and after.marker is not None
        and after.marker.kind == "number"
        and after.marker.value == line.marker.value + 1
    )


def _after_heading(line: Line, found: Heading) -> Line:
    """The line without its run-in heading; a number before the heading stays before the text."""
    if line.is_row:
        return replace(line, runs=next(cell for cell in reversed(line.cells) if cell), cells=())
    rest = trimmed(cut(line.runs, found.end, len(line.text)))
    if line.marker is not None and found.number:
        rest = (*cut(line.runs, 0, line.marker.length), *rest)
    return replace(line, runs=rest, mark=0)


def _late_field(body: Body, lines: Sequence[Line], anywhere: bool) -> int:
    """Fill a field whose label stands in the body ("Author: …" after the last section); how many lines it took.

    Unless it may stand `anywhere`, only a label set off as a heading is, and only for a field with few answers.
    """
    line = lines[0]
    text = in_words(line.runs) if not line.is_row else line.text
    if len(text) > _LABEL_LINE or line.marker is not None:
        return 0
    found = body.labels.at_start(text, loose=False) or _lone_author_label(body, line, text)
    spec = body.pack.field(found.field) if found else None
    if found is None or spec is None or "." in found.field or found.field in body.filled:
        return 0
    if not anywhere and not (is_strong(line) and spec.kind in _FEW_ANSWERS):
        return 0
    values = [text[found.value :].strip()] if text[found.value :].strip() else []
    used = 1
    for below in lines[1:]:
        if not _goes_with(body, spec, below, values):
            break
        values.append(in_words(below.runs))
        used += 1
    if not values and not anywhere:
        return 0
    body.filled.add(found.field)
    body.seen.add(found.field)
    body.fields[found.field] = "\n".join(values)
    body.mapped.append(Mapped(text[: found.value].strip(), "label"))
    return used


def _lone_author_label(body: Body, line: Line, text: str) -> Found | None:
    """The author's label where it stands alone as a heading does, without a colon."""
    found = body.labels.at_start(text) if is_strong(line) else None
    return found if found and found.field in AUTHOR_FIELDS and not text[found.value :].strip() else None


def _goes_with(body: Body, spec: FieldSpec, line: Line, values: Sequence[str]) -> bool:
    """Whether a line below a label in the body is its value, or goes on with it as an address does after a name."""
    if line.marker is not None or line.mark or line.is_row or len(line.text) > _LABEL_LINE:
        return False
    if body.headings.whole(line) or body.headings.begins(line):
        return False
    label = body.labels.at_start(line.text, loose=False)
    if spec.kind in _FEW_ANSWERS:
        return not values and label is None and understand(spec, line.text, body.pack).value is not None
    contact = is_contact(line) or (label is not None and label.field.startswith(f"{AUTHORS}."))
    if contact:
        return spec.id in AUTHOR_FIELDS and bool(values) and line.gap < _FAR
    near = not line.gap or (line.gap < _FAR and not values and spec.id in AUTHOR_FIELDS)
    return label is None and near and (not values or spec.id in AUTHOR_FIELDS) and len(line.text) < _LONG


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
        if not text.endswith(":") or len(text.split()) > 60 or (not usual and _is_none_or_heading(body, after)):
            return False
    elif here or body.begun(RECOMMENDATIONS) or choice(spec, text, body.pack) is None:
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


def _is_none_or_heading(body: Body, line: Line | None) -> bool:
    return line is None or body.headings.whole(line) is not None


def _unknown(
    body: Body,
    before: Line | None,
    line: Line,
    after: Line | None,
    decimals: frozenset[int],
    titled: frozenset[str],
) -> bool:
    """Take a heading that the pack does not know: a section of the report's own, or a sub-heading."""
    if body.current is not None and body.headings.is_sub(body.current.id, line):
        add(body, Draft(line, "sub"))
        return True
    strong = is_strong(line)
    inside = body.current is not None and body.kind == "text" and (strong or not _in_recommendations(body))
    if inside and part_heading(line, after):
        add(body, Draft(line, "sub"))
        return True
    numbered = numbered_heading(line, after, decimals)
    if numbered and not strong and not _is_next(body, numbered[0], decimals):
        return False
    if numbered is None:
        between = body.keeps_order and not _in_recommendations(body) and is_between(before, line, after)
        if line.marker is not None or not (looks_like_heading(line, after) or between):
            return False
        if not strong and _is_none_or_heading(body, after):
            return False
        if not strong and (body.kind != "text" or (_in_recommendations(body) and not _ends_them(body, line, after))):
            return False
    if body.keeps_order and (numbered is not None or _is_own(body, line, strong, decimals)):
        begin_own(body, line, titled)
    elif numbered is not None and (body.number or decimals):
        # A section of the source that the layout has no place for.
        body.current, body.opening = None, ""
        body.where = f"under “{line.text}”"
        count(body, numbered[0])
        add(body, Draft(line))
    elif body.current is None:
        return False
    else:
        add(body, Draft(line, "sub"))
    return True


def _is_next(body: Body, number: str, decimals: frozenset[int]) -> bool:
    """Whether a number goes on from the last heading's, so that its line is more than an item of a list."""
    first = int(number.strip("().").split(".")[0])
    if first in decimals:
        return first > body.number
    return first == body.number + 1 and bool(body.number or body.keeps_order)


def _ends_them(body: Body, line: Line, after: Line | None) -> bool:
    """Whether a short line among the recommendations is none of them: they are a list, or long text follows it."""
    if not body.keeps_order or body.current is None or after is None or after.marker is not None:
        return False
    is_list = any(draft.line.marker is not None for draft in body.current.drafts)
    return len(after.text.split()) > _SENTENCE or (is_list and len(line.text.split()) <= _TITLE)


def _in_recommendations(body: Body) -> bool:
    return body.current is not None and body.current.id == RECOMMENDATIONS


def _is_own(body: Body, line: Line, strong: bool, decimals: frozenset[int]) -> bool:
    """Whether an unknown heading without a number begins a section rather than a part of one."""
    if body.current is None:
        return True
    if line.mark and body.mark and line.mark <= body.mark:
        return True
    known = body.headings.like(line.text)
    if strong and known and not body.begun(known):
        return True
    if decimals or body.number:
        # Sections have numbers here, so what has none is inside one.
        return is_capitals(line) and not body.current.heading[:1].isdigit()
    if line.mark and body.mark:
        return False
    return strong or not body.strong
