"""From guesses that were taken to the steps that put the places into the document."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from clerkwell.packs import Manifest, SectionSpec
from clerkwell.word.template.shapes import LineShape
from clerkwell.word.template.steps import Around, Gone, Inside, NewLine, Piece, Step, Styled, Unboxed, Without
from clerkwell.workshop.making.looks import heading_styles
from clerkwell.workshop.making.proposal import Boxed, Guess, Head, Hole, Proposal, Rows
from clerkwell.workshop.making.typed_numbers import DOTTED, typed_before

_STEM: Final = re.compile(
    r"\b(?:recommend\w*|asked|requested|invited|resolves?|agrees?|that (?:the )?\w+)\b", re.IGNORECASE
)
_TEXT: Final = "Text of this section"


@dataclass(frozen=True)
class Body:
    """A section's text in the document: its lines, from the first to the last; none where nothing stands there."""

    guess: Guess
    head: Head
    spec: SectionSpec
    lines: tuple[int, int] | None


def stem_of(proposal: Proposal, taken: Sequence[Guess], shapes: Sequence[LineShape]) -> int | None:
    """The line before the recommendations that each goes on from: "Members are asked to:"."""
    for body in _bodies(proposal, taken, shapes, {}):
        if body.guess.id != "recommendations" or body.lines is None or body.head.row or body.head.run_in:
            continue
        said = [n for n in range(body.lines[0], body.lines[1] + 1) if shapes[n].raw.strip()]
        if len(said) < 2 or shapes[said[0]].marks or shapes[said[0]].line.at.table:
            continue
        words = shapes[said[0]].raw.strip()
        if len(words.split()) <= 25 and words.endswith((":", "…", "...")) and _STEM.search(words):
            return said[0]
    return None


def steps_of(
    proposal: Proposal, taken: Sequence[Guess], manifest: Manifest, shapes: Sequence[LineShape], stem: int | None
) -> list[Step]:
    """The steps, in an order in which each still finds its lines."""
    sections = {spec.id: spec for spec in manifest.section}
    bodies = list(_bodies(proposal, taken, shapes, sections))
    roles = manifest.roles
    return [
        *_fields([*taken, *(each for each in proposal.of("removed") if each.where is not None)]),
        *_own_words(proposal),
        *_rows(taken),
        *([] if stem is None else [_stem(stem, shapes)]),
        *(step for body in bodies for step in _body(body, roles, shapes, stem)),
        *_groups(taken, manifest),
        *_typed(taken, shapes),
        *_styled(taken, shapes, roles),
        *(_section(body) for body in bodies),
    ]


def _fields(taken: Sequence[Guess]) -> Iterator[Step]:
    """The places of answers; from the end of a line to its beginning, for offsets shift behind."""
    kinds = ("field", "removed")
    holes = [(each, each.where) for each in taken if each.what in kinds and isinstance(each.where, Hole)]
    rows = {each.id for each in taken if each.what == "rows"}
    singular = {each.number: each.title.rstrip("s") for each in taken if each.what == "rows"}
    for guess, hole in sorted(holes, key=lambda each: (-each[1].line, -each[1].start)):
        if guess.what == "removed":
            yield Without(hole.line, hole.start, hole.end)
            continue
        repeat, dot, _ = guess.id.partition(".")
        title = guess.title if guess.inside not in singular else f"{singular[guess.inside]}: {guess.title.casefold()}"
        prompt = "Yes or No" if guess.kind == "yes-no" else guess.title.rstrip("?:") or "Answer"
        if dot and guess.inside is None and repeat in rows:
            # Outside its rows a field has a line for each of them.
            last = hole.gone[1] if hole.gone else hole.line
            yield Around(hole.line, last, f"field:{guess.id}", title, prompt)
            continue
        yield Inside(hole.line, hole.start, hole.end, f"field:{guess.id}", title, prompt)
        if hole.gone is not None:
            yield Gone(*hole.gone)


def _own_words(proposal: Proposal) -> Iterator[Step]:
    """Lines above the sections that are no part of the template: they go, and so do text boxes."""
    boxes = [each.where for each in proposal.of("stays") if not each.taken and isinstance(each.where, Boxed)]
    # From the last of a line to its first, for each counts those before it.
    for box in sorted(boxes, key=lambda each: (each.line, -each.at)):
        yield Unboxed(box.line, box.at)
    for each in proposal.of("stays"):
        if not each.taken and isinstance(each.where, Hole):
            yield Gone(each.where.line, each.where.line)


def _rows(taken: Sequence[Guess]) -> Iterator[Step]:
    for each in taken:
        if each.what == "rows" and isinstance(each.where, Rows):
            if each.where.gone is not None:
                yield Gone(*each.where.gone, row=each.where.row)
            title = f"{each.title}: once for each"
            yield Around(each.where.first, each.where.last, f"repeat:{each.id}", title, row=each.where.row)


def _stem(line: int, shapes: Sequence[LineShape]) -> Step:
    raw = shapes[line].raw
    words = raw.strip()
    start = len(raw) - len(raw.lstrip())
    return Inside(
        line,
        start,
        start + len(words),
        "field:recommendation-stem",
        "Words before the recommendations",
        words,
        # Another colour is how a template speaks to authors.
        plain=shapes[line].tinted,
    )


def _bodies(
    proposal: Proposal, taken: Sequence[Guess], shapes: Sequence[LineShape], specs: Mapping[str, SectionSpec]
) -> Iterator[Body]:
    heads = [(each, each.where) for each in taken if isinstance(each.where, Head)]
    # A heading that stays as it is ends the section before; one that is part of a text does not.
    bounds = sorted(
        head.line for guess, head in heads if guess.what in ("section", "group", "stays") and not head.row
    )  # fmt: skip
    bounds += [proposal.end, len(shapes)]
    ends = (
        each.where for each in taken if each.what == "field" and each.part == "end" and isinstance(each.where, Hole)
    )
    bounds += [each.line for each in ends]
    tables = {shapes[head.line].line.at.table for _, head in heads if head.row}
    for guess, head in heads:
        if guess.what != "section":
            continue
        spec = specs.get(guess.id) or SectionSpec(id=guess.id, title=guess.title)
        if head.body is not None:
            yield Body(guess, head, spec, head.body)
            continue
        first = head.line if head.run_in else head.line + 1
        stop = min(bound for bound in bounds if bound > head.line)
        inside = [n for n in range(first, stop) if not shapes[n].line.at.part]
        # A table whose rows are sections is the text of none.
        rows = [n for n in inside if shapes[n].line.at.table and shapes[n].line.at.table in tables]
        if rows:
            inside = [n for n in inside if n < rows[0]]
        yield Body(guess, head, spec, (inside[0], inside[-1]) if inside else None)


def _typed(taken: Sequence[Guess], shapes: Sequence[LineShape]) -> Iterator[Step]:
    """The typed numbers of headings, where paragraphs are counted: by now the headings' words have their places."""
    if any(each.what == "numbers" and each.id == DOTTED for each in taken):
        for each in taken:
            if isinstance(each.where, Head) and (length := typed_before(each, shapes)):
                yield Without(each.where.line, 0, length)


def _body(body: Body, roles: Mapping[str, str], shapes: Sequence[LineShape], stem: int | None) -> Iterator[Step]:
    guess, head, spec = body.guess, body.head, body.spec
    title = guess.title.rstrip(" :")
    style = roles.get("paragraph", "")
    lines = body.lines
    if lines is not None and stem is not None and lines[0] <= stem < lines[1]:
        if stem > lines[0]:
            yield Gone(lines[0], stem - 1)
        lines = (stem + 1, lines[1])
    if not head.run_in:
        yield Inside(head.line, head.start, head.end, f"heading:{guess.id}", f"{title}: heading")
    if spec.kind != "text":
        entry = _entry_style(lines, roles, shapes)
        yield NewLine(head.line, _entry(spec.kind), entry, f"repeat:{spec.kind}", f"{title}: once for each")
    if lines is None:
        yield NewLine(head.line, (Piece(_TEXT),), style, f"body:{guess.id}", f"{title}: text", prompted=True)
    else:
        yield Around(*lines, f"body:{guess.id}", f"{title}: text", _TEXT)


def _entry_style(lines: tuple[int, int] | None, roles: Mapping[str, str], shapes: Sequence[LineShape]) -> str:
    """The style of a list's lines: bullets where the document has them."""
    bullets = lines is not None and any(shapes[n].marks == "bullet" for n in range(lines[0], lines[1] + 1))
    return roles.get("bullet" if bullets else "paragraph", "")


def _entry(kind: str) -> tuple[Piece, ...]:
    if kind == "appendices":
        return (
            Piece("Appendix "),
            Piece("Number", "field:appendices.number", "Appendix: number"),
            Piece("Title of the appendix", "field:appendices.title", "Appendix: title"),
        )
    return (Piece("Title of the background paper", "field:background-papers.title", "Background paper: title"),)


def _groups(taken: Sequence[Guess], manifest: Manifest) -> Iterator[Step]:
    known = {spec.id for spec in manifest.group}
    for each in taken:
        if each.what == "group" and each.id in known and isinstance(each.where, Head):
            line = each.where.line
            yield Around(line, line, f"group:{each.id}", f"{each.title.rstrip(' :')}: heading over sections")


def plain_headings(taken: Sequence[Guess], shapes: Sequence[LineShape]) -> list[tuple[int, str]]:
    """The lines over sections that only look like headings, each with the style that it has."""
    if not any(each.what == "style" and each.id == "section-heading" for each in taken):
        return []
    heads = [each.where for each in taken if each.what in ("section", "group") and isinstance(each.where, Head)]
    plain = [each.line for each in heads if not each.styled and not each.run_in and not each.row]
    return [(line, shapes[line].line.style) for line in plain]


def _styled(taken: Sequence[Guess], shapes: Sequence[LineShape], roles: Mapping[str, str]) -> Iterator[Step]:
    """Headings that only look like some get a style that makes them so."""
    lines = plain_headings(taken, shapes)
    styles = heading_styles([style for _, style in lines])
    main = next(iter(styles.values()), None)
    for line, style in lines:
        own = styles[style]
        yield Styled(line, roles["section-heading"] if own is main else own.name)


def _section(body: Body) -> Step:
    title = f"{body.guess.title.rstrip(' :')}: section"
    line = body.head.line
    if body.head.row:
        return Around(line, line, f"section:{body.guess.id}", title, row=True)
    last = line if body.lines is None else body.lines[1]
    return Around(line, last, f"section:{body.guess.id}", title)
