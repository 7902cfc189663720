"""A table of implications, as some councils print them: the issue, what it comes to, and who signed it off.

Each row becomes a heading with its text below, and the answer to the question who signed that section off. It is read
so only for a pack that asks that question, as the rows would lose their last cell elsewhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from clerkwell.intake.headings import Headings
from clerkwell.intake.lines import Line
from clerkwell.intake.markup import in_words
from clerkwell.intake.results import Mapped
from clerkwell.intake.tabled import lines_of
from clerkwell.model import Runs, Text, plain
from clerkwell.packs import Pack
from clerkwell.packs.repeating import SIGN_OFF

# The issue, what it comes to and who signed it off.
_CELLS = 3
# So many rows of a table name sections, of which there are at least two.
_FEWEST = 2


@dataclass
class Unrolled:
    """The lines with the rows parted, who signed off by the field that asks it, and the labels of the columns."""

    lines: list[Line] = field(default_factory=list)
    signed: dict[str, str] = field(default_factory=dict)
    mapped: list[Mapped] = field(default_factory=list)


def unrolled(lines: Sequence[Line], pack: Pack, headings: Headings) -> Unrolled:
    """The lines of a body with the rows of its table of implications as headings and the text below them."""
    done = Unrolled()
    for number, group in groupby(lines, lambda line: line.known.rows.number if line.known and line.known.rows else 0):
        rows = list(group)
        asked = _asked(rows, pack, headings) if number else {}
        if len(asked) < _FEWEST:
            done.lines += rows
            continue
        first = next(index for index, row in enumerate(rows) if row.number in asked)
        done.mapped += [Mapped(in_words(cell), "label") for row in rows[:first] for cell in row.cells or (row.runs,)]
        for row in rows[first:]:
            _unroll(row, asked.get(row.number, ""), done)
    return done


def _asked(rows: Sequence[Line], pack: Pack, headings: Headings) -> Mapping[int, str]:
    """The rows of a section whose sign-off the pack asks for: by the row's number, the field that asks it."""
    found: dict[int, str] = {}
    for row in rows:
        if len(row.cells) != _CELLS:
            continue
        heading = headings.whole(replace(row, runs=row.cells[0], cells=()))
        name = f"{heading.id}{SIGN_OFF}" if heading and heading.kind == "section" else ""
        if pack.field(name) is not None and name not in found.values():
            found[row.number] = name
    return found


def _unroll(row: Line, name: str, done: Unrolled) -> None:
    known = replace(row.known, rows=None) if row.known else None
    issue, *others = row.cells or (row.runs,)
    if plain(issue).strip():
        # An issue that the layout does not know stands under the one before, as a heading there.
        done.lines.append(replace(row, runs=issue, cells=(), bold=True, gap=1, known=known))
    *said, who = others if len(others) > 1 else (*others, ())
    for cell in said:
        for runs in lines_of(cell):
            done.lines.append(replace(row, runs=runs, cells=(), mark=0, bold=False, gap=1, known=known))
    if not plain(who).strip():
        return
    if name:
        done.signed[name] = in_words(who)
    else:
        told: Runs = (Text(text="Sign-off: "), *who)
        done.lines.append(replace(row, runs=told, cells=(), mark=0, bold=False, gap=1, known=known))
