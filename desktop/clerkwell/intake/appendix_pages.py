"""Appendices that stand in the document itself, after the report: "Appendix 2 – Plan of the work" and its text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clerkwell.intake.drafts import Draft
from clerkwell.intake.headings import Headings, is_capitals, looks_short
from clerkwell.intake.lines import Line
from clerkwell.intake.markup import in_words, trimmed
from clerkwell.model.runs import cut
from clerkwell.packs import Pack

_HEAD = re.compile(
    r"(?:appendix|annex)\s+(?P<number>\d{1,2}[a-z]?|[a-z]\d{0,2}|[ivx]{1,5})\b(?P<between>\s*[-–—:.)]?\s*)",
    re.IGNORECASE,
)
# They come after at least this much of the lines, in tenths.
_AFTER = 3


@dataclass(frozen=True)
class Page:
    """An appendix as it stands in the document: the line that heads it, what that says, and the lines below."""

    head: Line
    number: str
    title: str
    drafts: tuple[Draft, ...]
    heads: tuple[Line, ...]


def parted(lines: Sequence[Line], pack: Pack, headings: Headings) -> tuple[list[Line], tuple[Page, ...]]:
    """The lines of the report, and the appendices after it. Only a Word document shows for certain where one begins."""
    last = max((index for index, line in enumerate(lines) if _ends_report(line, pack, headings)), default=-1)
    starts = [
        index
        for index, line in enumerate(lines)
        if index > last and index * 10 >= len(lines) * _AFTER and _begins(line, lines[index + 1 : index + 2])
    ]
    if not starts:
        return list(lines), ()
    ends = [*starts[1:], len(lines)]
    pages = tuple(_page(lines[start:end]) for start, end in zip(starts, ends, strict=True))
    return list(lines[: starts[0]]), pages


def _ends_report(line: Line, pack: Pack, headings: Headings) -> bool:
    """Whether a line heads what stands in the report itself: its lists, its recommendations."""
    found = headings.whole(line) or headings.begins(line) or (headings.begins_row(line) if line.is_row else None)
    if found is None or found.kind != "section":
        return False
    spec = pack.section(found.id)
    return spec is not None and (spec.kind != "text" or spec.id == "recommendations")


def _begins(line: Line, below: Sequence[Line]) -> bool:
    if line.known is None or not looks_short(line) or _HEAD.match(line.text) is None:
        return False
    apart = line.mark or (line.page and (line.bold or is_capitals(line)))
    return bool(apart and below and _HEAD.match(below[0].text) is None)


def _page(lines: Sequence[Line]) -> Page:
    head = lines[0]
    found = _HEAD.match(head.text)
    start = found.end() if found else 0
    title, rest = in_words(trimmed(cut(head.runs, start, len(head.text)))), list(lines[1:])
    heads = [head]
    if not title and rest and (rest[0].mark or rest[0].bold) and looks_short(rest[0]) and len(rest) > 1:
        heads.append(rest[0])
        title = in_words(rest.pop(0).runs)
    drafts = tuple(Draft(line, "sub" if looks_short(line) and (line.mark or line.bold) else "text") for line in rest)
    return Page(head, found["number"] if found else "", title, drafts, tuple(heads))
