"""Headings that the pack does not know: sections of the report's own, and headings inside sections."""

from dataclasses import replace

from clerkwell.intake.body import Body, add, begin_own, count, is_strong
from clerkwell.intake.drafts import Draft
from clerkwell.intake.headings import (
    RECOMMENDATIONS,
    is_between,
    is_capitals,
    is_question,
    looks_like_heading,
    looks_short,
    numbered_heading,
    part_heading,
    parted,
)
from clerkwell.intake.lines import Line
from clerkwell.intake.part_heads import is_section_head
from clerkwell.model.runs import cut

_SENTENCE = 20
_TITLE = 8
_FEW = 3
_VERBS = frozenset({"is", "are", "was", "were", "has", "have", "will", "can", "may"})


def is_none_or_heading(body: Body, line: Line | None) -> bool:
    """Whether nothing stands below a line, or a heading that the pack knows."""
    return line is None or body.headings.whole(line) is not None


def unknown_heading(
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
    section = body.keeps_order and (is_section_head(line) or line.number in body.lettered or _asks_next(body, line))
    strong = is_strong(line) or section
    inside = body.current is not None and body.kind == "text" and (strong or not _in_recommendations(body))
    if inside and part_heading(line, after):
        add(body, Draft(line, "sub"))
        return True
    numbered = numbered_heading(line, after, decimals) or _bare_numbered(body, line, after)
    numbered = numbered or (parted(line) if line.number in body.heads else None)
    if numbered and not strong and (is_list_item(line, after) or not _is_next(body, numbered[0], decimals)):
        return False
    if numbered is None:
        between = body.keeps_order and not _in_recommendations(body) and is_between(before, line, after)
        empty = body.keeps_order and not _in_recommendations(body) and _is_left_empty(body, before, line, after)
        if line.marker is not None or not (looks_like_heading(line, after) or between or section or empty):
            return False
        if not strong and not empty and is_none_or_heading(body, after):
            return False
        if not strong and (body.kind != "text" or (_in_recommendations(body) and not _ends_them(body, line, after))):
            return False
    if is_inside(body, line):
        add(body, Draft(line, "sub"))
    elif body.keeps_order and (numbered is not None or _is_own(body, line, strong, decimals)):
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


def _is_left_empty(body: Body, before: Line | None, line: Line, after: Line | None) -> bool:
    """Whether a word or two apart from the text, and of no name, head a section that nobody wrote: "Carers", over
    "Legal implications". The headings beside it have no numbers either."""
    if before is None or after is None or line.known is not None or not (line.gap and after.gap) or line.marker:
        return False
    below = body.headings.whole(after)
    spec = body.pack.section(below.id) if below is not None and below.kind == "section" else None
    if below is None or spec is None or spec.kind != "text" or below.number or is_capitals(after) or is_strong(after):
        return False
    words = line.text.split()
    ended = before.is_row or before.text.rstrip().endswith((".", "?", "!"))
    # "Ann Lee" signs what stands above; "Human rights" does not.
    named = len(words) > 1 and not all(word.islower() and word not in _VERBS for word in words[1:])
    lettered = all(word.isalpha() for word in words) and words[0][:1].isupper() and not words[0].isupper()
    return ended and lettered and not named and len(words) <= _FEW and looks_short(line)


def _asks_next(body: Body, line: Line) -> bool:
    """Whether a line apart asks a question as the heading before it does, whatever stands below: "[…]", a list."""
    head = body.current.head if body.current else None
    return head is not None and line.gap > 0 and line.marker is None and is_question(line) and is_question(head)


def _bare_numbered(body: Body, line: Line, after: Line | None) -> tuple[str, str] | None:
    """The number and words of a heading whose number has no stop ("7 Climate"), among others that have none."""
    number, words = parted(line)
    head = body.current.head if body.current else None
    among = head is not None and parted(head)[0].isdigit()
    if not number.isdigit() or not among or not line.gap or int(number) != body.number + 1 or after is None:
        return None
    alone = looks_like_heading(replace(line, runs=cut(line.runs, len(line.text) - len(words), len(line.text))), after)
    return (number, words) if alone else None


def is_inside(body: Body, line: Line) -> bool:
    """Whether Word's own heading styles say that a heading stands inside the section the walk is in.

    One that only looks like a heading stands inside the section that a heading style heads.
    """
    return line.known is not None and body.current is not None and body.mark > 0 and not 0 < line.mark <= body.mark


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


def is_list_item(line: Line, after: Line | None) -> bool:
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
