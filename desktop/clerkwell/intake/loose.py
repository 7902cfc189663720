"""Header lines without a label of their own: rows under labels, values below theirs, names with their dates."""

import re
from collections.abc import Sequence

from clerkwell.intake.cells import UNKNOWN_LABEL, beside, cells_of, labels_cell
from clerkwell.intake.committees import looks_like_date
from clerkwell.intake.folding import folded
from clerkwell.intake.lines import Line
from clerkwell.intake.reading import Reading, empty_date, fitting
from clerkwell.intake.results import Mapped

# "Valid date", "Target decision date", "Publication deadline": no committee's name.
_OF_A_DAY = re.compile(
    r"\b(?:dates?|deadline|received|registered|valid\w*|expir\w+|publi\w+|due|notices?|call-?in"
    r"|forward|effective|implement\w+|starts?|begins?|ends?|issued|signed|version|next|previous|last)\b",
    re.IGNORECASE,
)

_COUNCIL = "council"


def read_in_columns(reading: Reading, line: Line) -> bool:
    """Read a row under a row of labels."""
    if not reading.columns:
        return False
    cells = cells_of(line)
    if len(cells) > len(reading.columns) or (len(cells) == 1 and line.gap and len(cells[0]) > 120):
        reading.columns = []
        return False
    if len(cells) == 1 and looks_like_date(cells[0]) and (day := _date_column(reading)):
        # The cell before it was empty.
        reading.put(day, cells[0])
        reading.open_field = ""
        return True
    for column, cell in zip(reading.columns, [*cells, *[""] * len(reading.columns)], strict=False):
        if column:
            reading.put(column, cell)
    reading.open_field = ""
    return True


def _date_column(reading: Reading) -> str:
    specs = [reading.pack.field(column) for column in reading.columns if column]
    return next((spec.id for spec in specs if spec is not None and spec.kind == "date"), "")


def read_loose(reading: Reading, line: Line) -> bool:
    """Read a line without a label: words that go on with the field above, or that only one field can take."""
    words = " ".join(cell for cell in cells_of(line) if cell)
    pack = reading.pack
    _leave_full_council(reading, words)
    if _is_bare_value(reading, line, words):
        reading.go_on(words, " ")
        return True
    if folded(words) in {folded(pack.manifest.pack.council), folded(pack.manifest.pack.title)}:
        reading.mapped.append(Mapped(words, "council"))
        return True
    # The label just above has the first claim, before fields that have labels of their own.
    claimed = bool(reading.open_field) and not reading.written()
    if found := fitting(reading, words, labelled=not claimed):
        return reading.put(found, words)
    if line.is_row and (_dated_row(reading, cells_of(line)) or _row_below(reading, line) or _answered(reading, line)):
        return True
    if _stacked(reading, line, words):
        return True
    if reading.open_field and looks_like_date(words) and reading.open_field == _repeated_date(reading):
        reading.go_on(words, "\n")
        return True
    if looks_like_date(words) and not (reading.open_field and not reading.written()):
        field_id = empty_date(reading)
        if field_id:
            return reading.put(field_id, words)
    if not reading.open_field or reading.is_settled() or len(words) > 300 or line.is_row or UNKNOWN_LABEL.match(words):
        return False
    written = reading.written()
    if not written or written.endswith(",") or words[:1].islower():
        reading.go_on(words, " ")
        return True
    if not line.gap:
        reading.go_on(words, "\n")
        return True
    return False


def _leave_full_council(reading: Reading, words: str) -> None:
    """Leave "Council" over a day without a name: it is the full council, which meets on that day."""
    if reading.open_field == _COUNCIL and not reading.written() and looks_like_date(words):
        reading.open_field = ""


def _is_bare_value(reading: Reading, line: Line, words: str) -> bool:
    """Whether a line is the value of the label above, which stood alone without a colon, whatever it looks like."""
    waits = bool(reading.bare and reading.open_field and not reading.stack and not reading.written())
    return waits and not line.gap and line.is_single and len(words) <= 300


def _stacked(reading: Reading, line: Line, words: str) -> bool:
    """Read a value whose label stood over another label: a table's cells, one a line. Its kind says which is whose."""
    dates = [each for each in reading.stack if (spec := reading.pack.field(each)) and spec.kind == "date"]
    others = [each for each in reading.stack if each not in dates]
    if not dates or not others or not line.is_single or len(words) > 300:
        return False
    put = reading.put(dates[0] if looks_like_date(words) else others[0], words)
    reading.open_field = ""
    return put


def _repeated_date(reading: Reading) -> str:
    """The date field that may hold several, one a line."""
    return next((spec.id for spec in reading.pack.manifest.field if spec.kind == "date" and "." in spec.id), "")


def _row_below(reading: Reading, line: Line) -> bool:
    """Read a row whose label stands alone on the line above."""
    if not reading.open_field or reading.written():
        return False
    if reading.in_table and reading.bare and labels_cell(line) and all(line.cells):
        return False  # the next row of labels, though the layout does not know this one
    for cell in cells_of(line):
        if cell:
            beside(reading, cell, first=not reading.written())
    return True


def _answered(reading: Reading, line: Line) -> bool:
    """Read a row of a heading that the pack knows and an answer that only one field can take."""
    filled = [cell for cell in cells_of(line) if cell]
    if len(filled) != 2 or reading.headings.begins_row(line) is None:
        return False
    found = fitting(reading, filled[1], labelled=True)
    if found:
        reading.mapped.append(Mapped(filled[0], "label"))
    return bool(found) and reading.put(found, filled[1])


def _dated_row(reading: Reading, cells: Sequence[str]) -> bool:
    """Read a row of a name and a date without labels: a committee and its meeting, if none has been named so far."""
    filled = [cell for cell in cells if cell]
    date = empty_date(reading)
    repeat, dot, _ = date.partition(".")
    if len(filled) != 2 or not dot or not looks_like_date(filled[1]) or _OF_A_DAY.search(filled[0]):
        return False
    if any(text.strip() for _, text in reading.repeated.get(repeat, ())):
        return False
    first = reading.pack.fields_of(repeat)[0].id
    return first != date and reading.put(first, filled[0]) and reading.put(date, filled[1])
