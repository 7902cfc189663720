"""The cells of a header's lines, and where one without a label belongs."""

import re
from collections.abc import Iterable

from clerkwell.intake.committees import looks_like_date
from clerkwell.intake.lines import Line
from clerkwell.intake.markup import in_words
from clerkwell.intake.reading import Reading, empty_date, fitting, spare

# A label that the pack does not know: its line is nobody else's value.
UNKNOWN_LABEL = re.compile(r"[A-Z][^:?.,]{1,120}[:?](?:\s|$)")

# A label of a table: a cell of few words, with what it asks for in the next one.
_LABEL_CELL = re.compile(r"[A-Z][\w’'(),/&-]*(?: [\w’'(),/&-]+){0,7}")
_FEWEST = 3
# "Decision type | Key decision": what looks like a label answers the one beside it.
_ASKS_KIND = re.compile(
    r"\b(?:type|kind|category|class|status|nature) of (?:the )?(?:decision|report)|\b(?:decision|report) (?:type|kind"
    r"|category|class|status)|^(?:category|type)\b",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"(?:an? )?(?:non[- ])?key(?: executive)?(?: decision)?|(?:executive |council )?decision", re.IGNORECASE
)


def is_kind_of_decision(label: str, cell: str) -> bool:
    """Whether a cell answers the label beside it, though it reads like another label: "Key decision"."""
    return _ASKS_KIND.search(label) is not None and _KIND.fullmatch(cell.strip(" .")) is not None


def are_table(lines: Iterable[Line]) -> bool:
    """Whether header lines are the rows of one table: labels without colons, and most of their answers."""
    return sum(1 for line in lines if labels_cell(line) and all(line.cells)) >= _FEWEST


def labels_cell(line: Line) -> bool:
    """Whether a line is a row of two cells, the first of which may be a label without a colon."""
    return len(line.cells) == 2 and line.block is None and _LABEL_CELL.fullmatch(cells_of(line)[0].strip()) is not None


def cells_of(line: Line) -> list[str]:
    """The cells of a header line as words: an address stands after its words, as no field holds a link."""
    if line.is_row:
        return [in_words(cell) for cell in line.cells]
    return [in_words(line.runs)]


def beside(reading: Reading, cell: str, *, first: bool) -> None:
    """A cell without a label beside one with: the right-hand cells, or the value of the label cell."""
    loose = fitting(reading, cell, labelled=False)
    if not loose and first and reading.open_field:
        reading.go_on(cell, " ")
        return
    day = empty_date(reading) if not first and reading.open_field else ""
    if day and all(looks_like_date(line) for line in cell.split("\n")):
        # The days of the committees in the cell before.
        before = reading.open_field
        reading.put(day, cell)
        reading.open_field = before
        return
    # A field that stands in such a cell before one with a label of its own, even if only the latter has this answer.
    free = spare(reading) if len(cell) <= 40 else ""
    if found := loose or free or fitting(reading, cell, labelled=True):
        before = reading.open_field
        reading.put(found, cell)
        reading.open_field = before or found
    elif reading.open_field:
        reading.go_on(cell, "\n")
