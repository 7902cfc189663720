"""The tables of a document: which cells are labels and which hold answers, which rows come once for each, and rows that
are sections."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clerkwell.packs import FieldSpec, SectionSpec
from clerkwell.word.template.shapes import LineShape
from clerkwell.workshop.making.columns import SectionColumns, TickColumn, columns_of
from clerkwell.workshop.making.known import Known
from clerkwell.workshop.making.labels import is_label, is_prompt, labels_in


@dataclass(frozen=True)
class Cell:
    """A cell: the numbers of its lines, and its words."""

    lines: tuple[int, ...]
    words: str

    @property
    def first(self) -> int:
        """Its first line."""
        return self.lines[0]


@dataclass(frozen=True)
class Answer:
    """An answer in a table: the label, the lines that hold it (the first from `start` to `end`), what the label is.

    `alone`: nothing but the answer stands in its cell.
    """

    label: str
    lines: tuple[int, ...]
    start: int
    end: int
    spec: FieldSpec | None
    label_line: int
    why: str
    under: bool = False


@dataclass(frozen=True)
class Columns:
    """A table, or a part of one, with a row of labels and a row of answers for each: what each column is called."""

    labels: tuple[tuple[str, FieldSpec | None], ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class SectionRow:
    """A row that is a section: its heading in one cell, its text in another, and who signed it off in a third.

    `ticks` are cells to tick, each with what its column is.
    """

    heading: Cell
    text: Cell
    signed: Cell | None
    spec: SectionSpec | None
    ticks: tuple[tuple[Cell, TickColumn], ...] = ()


Told = Answer | Columns | SectionRow


def tables_of(shapes: Sequence[LineShape], first: int, stop: int) -> dict[int, list[list[Cell]]]:
    """The tables among these lines, by number: rows of cells."""
    found: dict[int, dict[int, dict[int, list[int]]]] = {}
    for number in range(first, stop):
        at = shapes[number].line.at
        if at.table and not at.part:
            found.setdefault(at.table, {}).setdefault(at.row, {}).setdefault(at.cell, []).append(number)
    return {
        table: [
            [Cell(tuple(lines), " ".join(shapes[n].raw.strip() for n in lines).strip()) for lines in cells.values()]
            for cells in rows.values()
        ]
        for table, rows in found.items()
    }


def section_rows(rows: Sequence[Sequence[Cell]], shapes: Sequence[LineShape], known: Known) -> list[SectionRow]:
    """The rows of a table that are sections of the report, where at least two are."""
    found: list[tuple[SectionRow, bool]] = []
    told, width = _named_columns(rows, shapes), max(map(len, rows), default=0)
    for row in rows:
        if (
            len(row) < 2
            or not any(map(str.isalpha, row[0].words))
            or len(row[0].words.split()) > 12
            or len(_said(row[0], shapes)) > 1
        ):
            continue
        # The names of the columns are no section: "Issue", "Implications".
        if row is rows[0] and len(rows) > 2 and _is_bold(row, shapes):
            continue
        spec = known.section_of(row[0].words)
        label = known.field_of(row[0].words) is not None
        certain = spec is not None and not label and spec.kind == "text"
        if not label:
            # A row with other cells than its table has been merged: its columns are none.
            own = told if len(row) == width else SectionColumns(signed=2 if len(row) == 3 else -1)
            ticks = tuple((row[each.at], each) for each in own.ticks)
            signed = row[own.signed] if own.signed > 0 else None
            found.append((SectionRow(row[0], row[own.text], signed, spec, ticks), certain))
    sure = [each for each, certain in found if certain]
    # Where most rows are sections that many councils have, the others are too.
    return [each for each, _ in found] if len(sure) > 1 and 2 * len(sure) > len(found) else []


def sections_begin(rows: Sequence[Sequence[Cell]], told: Sequence[SectionRow], shapes: Sequence[LineShape]) -> int:
    """The line that the rows of sections of a table begin with: that of the names of its columns, if they are above."""
    names_above = len(rows[0]) > 2 and rows[1][0] == told[0].heading and _is_bold(rows[0], shapes)
    return rows[0][0].first if names_above else told[0].heading.first


def _is_bold(row: Sequence[Cell], shapes: Sequence[LineShape]) -> bool:
    return all(shapes[n].bold for cell in row for n in _said(cell, shapes))


def _named_columns(rows: Sequence[Sequence[Cell]], shapes: Sequence[LineShape]) -> SectionColumns:
    """What the columns are for, where the first row names them or not."""
    first = [each.words for each in rows[0]] if rows else []
    bold = bool(rows) and _is_bold(rows[0], shapes)
    width = max(map(len, rows), default=0)
    data = [[each.words for each in row] for row in (rows[1:] if bold else rows) if len(row) == width]
    return columns_of(first if bold else [], data)


def told_by(rows: Sequence[Sequence[Cell]], shapes: Sequence[LineShape], known: Known) -> Iterator[Told]:
    """What a table of the header tells: its answers, and the rows that come once for each."""
    at = 0
    while at < len(rows):
        row = rows[at]
        names = _column_names(row, rows[at + 1 : at + 2], shapes, known)
        if names:
            data = []
            for other in rows[at + 1 :]:
                if len(other) != len(row) or any(_has_label(each, shapes, known) for each in other):
                    break
                data.append(tuple(other))
            if data:
                yield Columns(names, tuple(data))
                at += 1 + len(data)
                continue
        yield from _row(row, shapes, known)
        at += 1


def _column_names(
    row: Sequence[Cell], following: Sequence[Sequence[Cell]], shapes: Sequence[LineShape], known: Known
) -> tuple[tuple[str, FieldSpec | None], ...]:
    """What the columns are called, where this row says only that."""
    if len(row) < 2 or not following or len(following[0]) != len(row):
        return ()
    if not all(len(_said(each, shapes)) == 1 and is_label(shapes[_said(each, shapes)[0]], known) for each in row):
        return ()
    if any(_has_label(each, shapes, known) for each in following[0]):
        return ()
    # "Subject:" beside a bold answer is no row of names.
    specs = [known.field_of(each.words) for each in row]
    if specs[0] is not None and all(spec is None for spec in specs[1:]) and row[0].words.rstrip().endswith(":"):
        return ()
    return tuple((each.words, spec) for each, spec in zip(row, specs, strict=True))


def _said(cell: Cell, shapes: Sequence[LineShape]) -> list[int]:
    return [number for number in cell.lines if shapes[number].raw.strip()]


def _has_label(cell: Cell, shapes: Sequence[LineShape], known: Known) -> bool:
    said = _said(cell, shapes)
    if not said:
        return False
    first = shapes[said[0]]
    found = labels_in(first, known)
    return (
        bool(found and found[0].begins <= 2 and (found[0].sure or first.lead)) or known.field_of(first.raw) is not None
    )


def _asks_itself(shape: LineShape, known: Known) -> bool:
    """Whether a line has a label with its sign: the answer to another label may have the words of one."""
    found = labels_in(shape, known)
    return bool(found) and found[0].begins <= 2 and found[0].label[-1:] in ":?" and not is_prompt(shape.raw)


def _row(row: Sequence[Cell], shapes: Sequence[LineShape], known: Known) -> Iterator[Told]:
    waiting: tuple[str, FieldSpec | None, int] | None = None
    for cell in row:
        said = _said(cell, shapes)
        if waiting is not None and not any(_asks_itself(shapes[n], known) for n in said[:1]):
            lines = tuple(said) or (cell.first,)
            raw = shapes[lines[0]].raw
            yield Answer(
                waiting[0], lines, len(raw) - len(raw.lstrip()), len(raw.rstrip()), waiting[1], waiting[2],
                "is a label with its answer in the next cell" if said else "is a label with an empty cell beside it",
            )  # fmt: skip
            waiting = None
            continue
        if not said:
            continue
        waiting = None
        whole = shapes[said[0]].raw.strip()
        if len(said) == 1 and is_label(shapes[said[0]], known) and cell is not row[-1]:
            waiting = (whole, known.field_of(whole), said[0])
            continue
        yield from _cell(said, shapes, known, last=cell is row[-1] and len(row) > 1)


def _cell(said: Sequence[int], shapes: Sequence[LineShape], known: Known, *, last: bool) -> Iterator[Told]:
    """The answers in a cell: after labels of their own, or, without any, known by their words."""
    at = 0
    while at < len(said):
        number = said[at]
        shape = shapes[number]
        found = labels_in(shape, known, cell=True)
        if not found:
            spec = known.answered(shape.raw)
            if spec is not None:
                raw = shape.raw
                start = len(raw) - len(raw.lstrip())
                yield Answer(known.title_of(spec), (number,), start, len(raw.rstrip()), spec, -1, "")
            at += 1
            continue
        for each in found[:-1]:
            yield Answer(
                each.label, (number,), each.start, each.end, each.spec, number, "is a label with its answer after it"
            )
        only = found[-1]
        under: list[int] = []
        if not only.answer(shape.raw):
            for other in said[at + 1 :]:
                if _asks_itself(shapes[other], known):
                    break
                under.append(other)
        if under:
            raw = shapes[under[0]].raw
            yield Answer(
                only.label, tuple(under), len(raw) - len(raw.lstrip()), len(raw.rstrip()), only.spec, number,
                "is a label with its answer under it", under=True,
            )  # fmt: skip
        elif only.answer(shape.raw) or only.spec is not None or not last:
            why = "is a label with its answer after it" if only.answer(shape.raw) else "is a label with a gap after it"
            yield Answer(only.label, (number,), only.start, only.end, only.spec, number, why)
        at += 1 + len(under)
