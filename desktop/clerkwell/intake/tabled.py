"""Tables of a Word document's body: one line for each that holds data; rows where they are labels and lists."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from clerkwell.intake.authors import AUTHOR_FIELDS
from clerkwell.intake.headings import Headings
from clerkwell.intake.joining import is_contact
from clerkwell.intake.known import Known
from clerkwell.intake.labels import Labels
from clerkwell.intake.lines import Line
from clerkwell.model import Run, Runs, Text, canonical, plain
from clerkwell.packs import Pack

# A table of contacts stands among so many lines at the end, and its cells are no longer than this.
_TAIL = 25
_SHORT = 100
# So many rows may stand over them: name, post, department.
_WHOSE = 4
_APPENDIX = re.compile(r"(?:appendix|annex)\s+(?:\d{1,2}[a-z]?|[a-z]\d{0,2}|[ivx]{1,5})\s*[-–—:.]?", re.IGNORECASE)

_REACHED = re.compile(
    r"(?:(?:contact |direct )?(?:tel|telephone|phone|mobile|line|dial)|e-?mail|ext|extension)"
    r"(?: (?:no|number|address))?\.?\s*:",
    re.IGNORECASE,
)


def tables_as_blocks(lines: Sequence[Line], pack: Pack, headings: Headings, labels: Labels) -> list[Line]:
    """The lines of a body with the rows of each table as one line that stands for it.

    Rows stay rows where the table lists what stands at a report's end, or says who wrote it. A table that the header
    took rows from is no table of data either.
    """
    done: list[Line] = []
    for number, group in groupby(lines, lambda line: line.known.rows.number if line.known and line.known.rows else 0):
        rows = list(group)
        table = rows[0].known.rows if rows[0].known else None
        end = len(done) + len(rows) > len(lines) - _TAIL
        if not number:
            # A text has no tables, only lines with tabs.
            done += (_appendix(row) if _names_appendix(row) else row for row in _reaching(rows))
        elif table is None or len(rows) < table.lines:
            done += rows
        elif all(map(_names_appendix, rows)):
            done += map(_appendix, rows)
        elif not table.header and any(_is_listed(row, pack, headings) for row in rows):
            done += rows
        elif end and _says_how_to_reach(rows):
            done += (each for row in rows for each in _contacts(row))
        elif not table.header and any(_names_author(row, labels) for row in rows):
            done += rows
        else:
            done.append(_one(rows))
    return done


def _reaching(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of a text, those at its end that say how to reach somebody without their tabs: "Telephone:<tab>"."""
    reached = [at for at, line in enumerate(lines) if at >= len(lines) - _TAIL and _is_contact_row(line)]
    for at, line in enumerate(lines):
        cells = [plain(cell).strip() for cell in line.cells]
        # Whose they are stands in the rows above: "Contact officer:<tab>A. Example".
        near = any(
            at <= each <= at + _WHOSE and not any(below.gap for below in lines[at + 1 : each + 1]) for each in reached
        )
        reaches = near and len(cells) == 2 and cells[0].endswith(":")
        beside = (Text(text=" "), *line.cells[1]) if reaches and cells[1] else ()
        yield replace(line, runs=canonical((*line.cells[0], *beside)), cells=()) if reaches else line


def _is_contact_row(line: Line) -> bool:
    return len(line.cells) == 2 and _REACHED.fullmatch(plain(line.cells[0]).strip()) is not None


def _one(rows: Sequence[Line]) -> Line:
    first = rows[0]
    known = first.known or Known()
    runs: list[Text] = []
    for row in rows:
        runs += [Text(text="\n")] if runs else []
        runs.append(Text(text=" ".join(row.text.split())))
    marks = tuple(dict.fromkeys(name for row in rows if row.known for name in row.known.bookmarks))
    held = known.rows.block if known.rows else None
    return replace(
        first,
        runs=tuple(runs),
        cells=(),
        mark=0,
        bold=False,
        known=replace(known, rows=None, block=held, bookmarks=marks, label=None, hint=""),
    )


def _is_listed(row: Line, pack: Pack, headings: Headings) -> bool:
    """Whether a row lists appendices or background papers."""
    found = headings.begins_row(row)
    spec = pack.section(found.id) if found and found.kind == "section" else None
    return spec is not None and spec.kind != "text"


def _names_author(row: Line, labels: Labels) -> bool:
    label = labels.at_start(plain(row.cells[0]), loose=True) if row.is_row else None
    return label is not None and label.field in AUTHOR_FIELDS


def _names_appendix(row: Line) -> bool:
    """Whether a row is the number of an appendix and its title: "Annex 4", "Rules of the market"."""
    return len(row.cells) == 2 and _APPENDIX.fullmatch(plain(row.cells[0])) is not None


def _appendix(row: Line) -> Line:
    """A row with an appendix's number and its title, as the line that lists it."""
    number, title = row.cells
    runs = canonical((*number, Text(text=" – "), *title)) if title else number
    return replace(row, runs=runs, cells=(), known=_alone(row) if row.known else None)


def _says_how_to_reach(rows: Sequence[Line]) -> bool:
    cells = [plain(cell) for row in rows for cell in (row.cells or (row.runs,)) if cell]
    reached = any(
        is_contact(replace(rows[0], runs=(Text(text=each),), cells=())) for text in cells for each in text.split("\n")
    )
    return reached and all(len(text) <= _SHORT for text in cells)


def _contacts(row: Line) -> Iterator[Line]:
    """A row as lines: a label that ends in a colon with what stands beside it, else each cell, and its lines, alone."""
    cells: list[Runs] = [cell for cell in (row.cells or (row.runs,)) if cell]
    if len(cells) == 2 and plain(cells[0]).rstrip().endswith((":", ".")) and "\n" not in plain(cells[1]):
        yield replace(row, runs=(*cells[0], Text(text=" "), *cells[1]), cells=(), known=_alone(row))
        return
    for cell in cells:
        for piece in lines_of(cell):
            yield replace(row, runs=piece, cells=(), gap=0, known=_alone(row))


def _alone(row: Line) -> Known:
    return replace(row.known or Known(), rows=None)


def lines_of(runs: Runs) -> Iterator[Runs]:
    """The lines of a cell, parted where its paragraphs are."""
    held: list[Run] = []
    for run in runs:
        if not isinstance(run, Text):
            held.append(run)
            continue
        for index, words in enumerate(run.text.split("\n")):
            if index and held:
                yield tuple(held)
                held = []
            if words:
                held.append(run.model_copy(update={"text": words}))
    if held:
        yield tuple(held)
