"""The sections of a document as guesses: under headings, in rows of a table, or run in to their headings."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from clerkwell.word.template.shapes import LineShape
from clerkwell.workshop.making.cells import Cell, SectionRow
from clerkwell.workshop.making.columns import TICKS, TickColumn
from clerkwell.workshop.making.gathering import Gathering
from clerkwell.workshop.making.headings import Heading
from clerkwell.workshop.making.known import Known, slug
from clerkwell.workshop.making.labels import labels_in
from clerkwell.workshop.making.proposal import Head, Hole
from clerkwell.workshop.making.typed_numbers import is_levelled, running_numbers, typed_number

_MOST: Final = 1500
_BETWEEN: Final = frozenset({"report-author", "author", "key-decision", "wards", "cabinet-member", "reference"})
_ANSWER: Final = 10
# The field that says who signed a section off is named after it: both ids have to be short enough.
_SIGNED: Final = 30
# So many characters the id of a question may have.
_LONGEST: Final = 58


def read_sections(
    gathering: Gathering, found: Sequence[Heading], rows: Mapping[int, Sequence[SectionRow]], end: int
) -> tuple[int, ...]:
    """Gather the sections, up to the line that the end matter begins with.

    The lines whose typed numbers go through the whole report come back.
    """
    shapes = gathering.shapes
    placed: list[tuple[int, Heading | SectionRow]] = [(each.line, each) for each in found if each.line < end]
    placed += [(row.heading.first, row) for own in rows.values() for row in own if row.heading.first < end]
    placed.sort(key=lambda each: each[0])
    _between(gathering, [each[0] for each in placed], end)
    running = running_numbers(
        shapes, [each.line for each in found if not each.run_in], placed[0][0] if placed else end, end
    )
    sections: set[str] = set()
    groups: list[tuple[int, int]] = []
    for at, (line, each) in enumerate(placed):
        if isinstance(each, SectionRow):
            _row(gathering, each, sections, groups)
            continue
        following = placed[at + 1] if at + 1 < len(placed) else None
        groups = [group for group in groups if group[1] < each.level or each.run_in]
        if each.spec is not None and each.spec.kind != "text" and not each.styled:
            groups = []
        stop = following[0] if following is not None else end
        stop = stop if each.cell is None else each.cell[1] + 1
        own = any(shapes[n].raw.strip() and not shapes[n].line.at.table for n in range(line + 1, stop))
        over_rows = following is not None and isinstance(following[1], SectionRow)
        where = Head(
            each.line, each.start, each.end, each.level, run_in=each.run_in, body=each.cell, styled=each.styled,
            numbered=any(
                n in running or _is_numbered(shapes[n]) or bool(typed_number(shapes[n], shapes[line]))
                for n in range(line + (0 if each.run_in else 1), stop)
            ),
            counted=shapes[line].marks not in ("", "bullet"),
            levelled=any(is_levelled(shapes[n], shapes[line]) for n in range(line + 1, stop)),
        )  # fmt: skip
        advice = shapes[line].raw[each.end :]
        if advice.strip() and not each.run_in:
            gathering.add(
                "removed", "removed", f"“{advice.strip()}” only advises authors, so no report may print it.", line=line,
                words=advice, where=Hole(line, each.end, len(shapes[line].raw)),
            )  # fmt: skip
        if each.begins == "group" or (over_rows and not own):
            taken = {guess.id for guess in gathering.guesses if guess.what == "group"} | sections
            group = each.group if each.group and each.group not in taken else slug(each.words, set(taken))
            guess = gathering.add(
                "sections", "group", f"“{each.words}” is a heading over other sections, without a text of its own.",
                line=line, words=each.words, title=each.words.rstrip(" :"), id=group, where=where,
            )  # fmt: skip
            groups.append((guess.number, each.level))
            continue
        text = "\n".join(shapes[n].raw.strip() for n in range(line + 1, stop) if shapes[n].raw.strip())
        text = shapes[line].raw[each.end + len(each.run_in) :] + "\n" + text if each.run_in else text
        spec = each.spec if each.spec is not None and each.spec.id not in sections else None
        section_id = spec.id if spec is not None else slug(each.words, sections)
        sections.add(section_id)
        gathering.add(
            "sections", "inside" if each.begins == "inside" else "section", _reason(each, gathering.known), line=line,
            words=each.words,
            title=each.words, id=section_id, found=text.strip()[:_MOST], where=where,
            inside=groups[-1][0] if groups else None,
        )  # fmt: skip
    return running


def _between(gathering: Gathering, heads: Sequence[int], end: int) -> None:
    """A line that names the author between two sections, or answers a question of the header there."""
    for first, stop in pairwise([*heads, end]):
        said = [n for n in range(first + 1, stop) if gathering.shapes[n].raw.strip()]
        if not said or gathering.shapes[said[-1]].line.at.table:
            continue
        for each in labels_in(gathering.shapes[said[-1]], gathering.known):
            short = len(each.answer(gathering.shapes[said[-1]].raw).split()) <= _ANSWER
            if (
                each.spec is not None
                and short
                and each.label[-1:] in ":?"
                and each.begins <= 2
                and each.spec.id in _BETWEEN
            ):
                hole = Hole(said[-1], each.start, each.end)
                gathering.hole("end", each.label, each.spec, hole, f"“{each.label}” is a label between two sections")


def _is_numbered(shape: LineShape) -> bool:
    """Whether a line is a paragraph with a number that counts through the report."""
    return shape.marks == "decimal" and shape.depth == 0 and not shape.line.at.table and not shape.line.level


def _reason(heading: Heading, known: Known) -> str:
    words = heading.words
    if heading.run_in:
        return f"“{words}” stands at the beginning of a paragraph, which is the section’s text."
    if heading.begins == "inside":
        return f"“{words}” is a heading under a section, so it belongs to that section’s text."
    looks = "has a heading style" if heading.styled else "looks like a heading"
    if heading.spec is not None and known.section_of(words) is None:
        return f"“{words}” {looks} and speaks of recommendations, which every report has."
    if heading.spec is not None:
        return f"“{words}” {looks}, and many councils have a section of this name."
    return f"“{words}” {looks} like those of the other sections."


def _row(gathering: Gathering, row: SectionRow, sections: set[str], groups: Sequence[tuple[int, int]]) -> None:
    line = next(n for n in row.heading.lines if gathering.shapes[n].raw.strip())
    raw = gathering.shapes[line].raw
    known = row.spec is not None and row.spec.kind == "text" and row.spec.id not in sections
    section_id = row.spec.id if known and row.spec is not None else slug(row.heading.words, sections, _SIGNED)
    sections.add(section_id)
    where = Head(
        line, len(raw) - len(raw.lstrip()), len(raw.rstrip()), 3, row=True, body=(row.text.lines[0], row.text.lines[-1])
    )  # fmt: skip
    gathering.used.update(row.text.lines)
    gathering.add(
        "sections", "section", f"“{row.heading.words}” names a row of a table, and the cell beside it holds its text.",
        line=line, words=row.heading.words, title=row.heading.words, id=section_id, found=row.text.words[:_MOST],
        where=where, inside=groups[-1][0] if groups else None,
    )  # fmt: skip
    for cell, column in row.ticks:
        _tick(gathering, cell, column, section_id, row.heading.words)
    if row.signed is not None:
        number = row.signed.first
        shape = gathering.shapes[number].raw
        gathering.hole(
            "sections", "", None, Hole(number, len(shape) - len(shape.lstrip()), len(shape.rstrip())),
            "A cell of the row says who signed it off", id=f"{section_id}-sign-off"[:40],
        )  # fmt: skip
        gathering.replace(gathering.guesses[-1], title=f"Signed off: {row.heading.words}"[:60], kind="text")


def _tick(gathering: Gathering, cell: Cell, column: TickColumn, section_id: str, heading: str) -> None:
    """A cell to tick: yes or no, or, where one of several is ticked, a tick or nothing."""
    line = next((n for n in cell.lines if gathering.shapes[n].raw.strip()), cell.first)
    raw = gathering.shapes[line].raw
    field_id = slug(f"{section_id} {column.title}", {each.id for each in gathering.guesses}, _LONGEST)
    gathering.hole(
        "sections", "", None, Hole(line, len(raw) - len(raw.lstrip()), len(raw.rstrip())),
        f"“{column.title}” is a column of ticks", id=field_id,
    )  # fmt: skip
    gathering.replace(
        gathering.guesses[-1], title=f"{heading}: {column.title}"[:60], kind="yes-no" if column.alone else "choice",
        choices=() if column.alone else TICKS, found="",
    )  # fmt: skip
