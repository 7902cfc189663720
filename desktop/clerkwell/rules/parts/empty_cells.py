"""The rule about a cell left empty in a column whose other cells are all filled: a risk without mitigation."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.model import Cell, Place, Report, Severity, Table, all_blocks, plain
from clerkwell.packs import Pack
from clerkwell.rules.rule import Apart, Finding, Rule

# Columns in which every row has to have an answer.
_ANSWERED: Final = re.compile(
    r"\b(?:mitigat\w+|controls?|actions?|responses?|repl(?:y|ies)|owners?|lead officer|risk owner|responsible"
    r"|likelihood|impact|reasons?|decision|outcome|answers?|implications?"
    r"|considerations?)\b",
    re.IGNORECASE,
)
# What may well stay open: what comes in later, or is there for some of the rows only.
_OPEN: Final = re.compile(
    r"\b(?:notes?|comments?|remarks?|signed|signature|returned|completed|date|exempt\w*|further|other|additional|if any"
    r"|where)\b",
    re.IGNORECASE,
)
_SUM: Final = re.compile(r"\s*(?:sub-?)?(?:grand )?totals?\b|\s*(?:average|mean|all)\b", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
# Rows below the headings: of a column that has to be answered, of any other.
_FEWEST: Final = 3
_MANY: Final = 5
_FEWEST_COLUMNS: Final = 2
_SHOWN: Final = 40


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "cell-empty", "warning", "A cell is empty in a column whose other cells are all filled",
            "A reader cannot tell whether there is nothing to say or whether it was forgotten.", Apart(_left_empty),
            source="The council’s template; public sector accessibility guidance: no empty cells in tables",
        ),
    )  # fmt: skip


def _left_empty(report: Report, _: Pack) -> Iterator[Finding]:
    for place, block in all_blocks(report, lambda block: block.kind == "table"):
        if isinstance(block, Table):
            yield from _beside_labels(block, place)
        if isinstance(block, Table) and block.header_rows == 1 and len(block.rows) > _FEWEST:
            yield from _of_table(block, place)


def _beside_labels(table: Table, place: Place) -> Iterator[Finding]:
    """Labels in a table of two columns that have nothing beside them, where most have their answers."""
    rows = [[_words(cell) for cell in row] for row in table.rows]
    if len(rows) < _FEWEST or any(len(row) != _FEWEST_COLUMNS or not row[0].endswith((":", "?")) for row in rows):
        return
    empty = [at for at, row in enumerate(rows) if not row[1]]
    if len(empty) * 2 < len(rows):
        for at in empty:
            message = f"“{_short(rows[at][0])}” has nothing beside it. Write the answer, or take the row out."
            yield Finding(message, place.model_copy(update={"path": (at, 1, 0)}))


def _of_table(table: Table, place: Place) -> Iterator[Finding]:
    headings = [_words(cell) for cell in table.rows[0]]
    rows = [[_words(cell) for cell in row] for row in table.rows[1:]]
    if len(headings) < _FEWEST_COLUMNS or not all(headings) or not all(row[0] for row in rows):
        return
    empty = [(at, column) for at, row in enumerate(rows) for column, words in enumerate(row) if not words]
    if len(empty) != 1 or _SUM.match(rows[empty[0][0]][0]):
        return
    at, column = empty[0]
    heading, others = headings[column], [row[column] for index, row in enumerate(rows) if index != at]
    answered = _ANSWERED.search(heading) is not None
    if _OPEN.search(heading) or len(rows) < (_FEWEST if answered else _MANY):
        return
    if not all(_WORD.search(words) for words in others):
        return  # figures, dates and signs: none may be what there is
    severity: Severity | None = None if answered else "info"
    message = f"“{heading}” of “{_short(rows[at][0])}” is empty, and that of every other row is not. Fill it in."
    yield Finding(message, place.model_copy(update={"path": (at + 1, column, 0)}), severity=severity)


def _words(cell: Cell) -> str:
    return " ".join(" ".join(map(plain, cell.paragraphs)).split())


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]}…"
