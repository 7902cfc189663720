"""The rule about tables: what is called a total is the sum of what it totals."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from clerkwell.model import Cell, Table, plain
from clerkwell.model.text import OBJECT
from clerkwell.proofing.sense.figures import Figure, adds_up, blank, figure
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule

_TOTAL: Final = re.compile(r"(?:(?:grand|overall|combined|sum)\s+)?totals?\b(?!\s+(?:of|per)\b)", re.IGNORECASE)
_NET: Final = re.compile(
    r"\b(?:net|balance|average|mean|surplus|deficit|per|rate|%|percentage|less|target|variance)\b", re.IGNORECASE
)
_SUBTOTAL: Final = re.compile(r"(?:\A|\s)(?:sub[-\s]?)?totals?\b", re.IGNORECASE)
# Rows that are part of the one above, or no part at all; and rows after which a total may be anything.
_NO_PART: Final = re.compile(
    r"\W*(?:of\s+which|including|incl\.?|of\s+these|of\s+whom|average|mean|median|memo|note|percentage|%|as\s+a\s+%)\b",
    re.IGNORECASE,
)
_UNLIKE: Final = re.compile(
    r"\W*(?:change|target|budget|variance|difference|cumulative|balance|opening|closing|brought|carried)\b",
    re.IGNORECASE,
)
_TAKES_OFF: Final = re.compile(
    r"\b(?:less|income|grants?|savings?|funding|receipts?|contributions?|deductions?|minus|fees)\b", re.IGNORECASE
)
# Columns in which a total is no sum.
_NO_SUM: Final = re.compile(
    r"\b(?:average|avg|mean|median|rate|ratio|per(?!\s+(?:year|annum|month|week)\b)|percentage|score|rank|ranking|rating|index"
    r"|price|unit|age|ref|no(?!\.?\s+of\b)|number\s+of\s+days|cumulative|target|balance|date|hourly"
    r"|weekly|band|paragraph|id|code|maximum|max|minimum|min)\b|%|£\s?/|\A\s*years?\s*\Z",
    re.IGNORECASE,
)
_IN_THOUSANDS: Final = re.compile(
    r"£?\s?['’‘]?(?:000s?\b|k\b)|£\s?m\b|\b(?:thousands|millions?)\b|round", re.IGNORECASE
)
_LOOSE_WORDS: Final = re.compile(
    r"\b(?:round(?:ed|ing)|do(?:es)?\s+not\s+(?:sum|add|total)|may\s+not\s+(?:sum|add|total|equal)|more\s+than\s+one|more\s+than\s+once"
    r"|multiple|several\s+answers|overlap|all\s+that\s+appl|not\s+mutually)\b",
    re.IGNORECASE,
)
_PERIOD: Final = re.compile(
    r"(?:fy\s*)?(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?\b|\b(?:q[1-4]|quarter|year|month|first|second|third|fourth|fifth|capital|revenue"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|one-off|recurring)\w*\b",
    re.IGNORECASE,
)
_HUNDRED: Final = Decimal(100)


@dataclass(frozen=True)
class _Wrong:
    row: int
    column: int
    words: str
    comes_to: str


def _texts(table: Table) -> list[list[str]]:
    return [[_text(cell) for cell in row] for row in table.rows]


def _text(cell: Cell) -> str:
    return " ".join(plain(runs) for runs in cell.paragraphs).replace(OBJECT, "").strip()


def _look(passage: Passage, _: Guide) -> tuple[_Wrong, ...]:
    """What does not add up in the table that begins with this cell."""
    table = passage.block
    if passage.kind != "cell" or passage.place.path != (0, 0, 0) or not isinstance(table, Table):
        return ()
    if "otal" not in (caption := table.caption) and not any(
        "otal" in _text(cell).lower() for row in table.rows for cell in row
    ):
        return ()
    if _LOOSE_WORDS.search(caption):
        return ()
    rows = _texts(table)
    if _is_head(rows):
        heads = max(1, table.header_rows)
    else:
        # A list of sums out of a text has no heads, though it may be marked as if its first line were some.
        heads = 0 if table.header_rows == 1 and _has_sums(rows[0]) else table.header_rows
    return (*_down(rows, heads, caption), *_right(rows, heads, caption))


def _is_head(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names the columns, marked as a header or not: no figures in it but years."""
    first = rows[0] if rows else ()
    return all(not (each := figure(text)) or (not each.unit and 1990 <= each.value <= 2100) for text in first)


def _has_sums(row: Sequence[str]) -> bool:
    return any((each := figure(text)) is not None and each.unit != "" for text in row)


def _label(row: Sequence[str]) -> str:
    return next((text for text in row if text and figure(text) is None), "")


def _heading(rows: Sequence[Sequence[str]], heads: int, column: int) -> str:
    return " ".join(row[column] for row in rows[:heads])


def _down(rows: list[list[str]], heads: int, caption: str) -> Iterator[_Wrong]:
    """Rows of totals against the rows over them."""
    for index in range(heads + 2, len(rows)):
        label = _label(rows[index])
        found = _TOTAL.match(label.strip(" *:"))
        last = all(_SUBTOTAL.search(_label(row)) or not any(map(figure, row)) for row in rows[index + 1 :])
        if found is None or _NET.search(label) or not (last or _is_plain(label)):
            continue
        wrong, agreed = [], 0
        for column in range(len(rows[index])):
            told = _column(rows, heads, index, column, caption)
            if isinstance(told, _Wrong):
                wrong.append(told)
            else:
                agreed += told
        # One column that agrees shows that the row is a sum; where none does, it may be something else.
        if len(wrong) == 1 or (wrong and agreed >= len(wrong)):
            yield from wrong


def _is_plain(label: str) -> bool:
    return (
        re.fullmatch(r"(?:grand |overall )?totals?(?:\s*\(?[£%'’0k,m]+\)?)?[:*]*", label.strip(), re.IGNORECASE)
        is not None
    )


def _column(rows: list[list[str]], heads: int, index: int, column: int, caption: str) -> "_Wrong | bool":
    """What is wrong with a column's total; else whether it is known to agree."""
    total = figure(rows[index][column])
    heading = _heading(rows, heads, column)
    if total is None or _NO_SUM.search(heading) or _LOOSE_WORDS.search(heading):
        return False
    parts = _parts(rows[heads:index], column)
    if parts is None:
        return False
    rounded = _IN_THOUSANDS.search(f"{heading} {caption} {_label(rows[index])}") is not None
    figures = [each for _, each in parts]
    values = [each.value for each in figures]
    if len(figures) < 2 or not _comparable(figures, total):
        return False
    if any(adds_up(candidate, total, rounded=rounded) for candidate in _candidates(parts)):
        return True
    if total.unit == "%" and (total.value != _HUNDRED or max(values) >= _HUNDRED):
        return False
    if total.unit != "£" and 0 <= min(values) <= total.value <= max(values):
        # Rather an average, or the largest of them.
        return False
    return _Wrong(index, column, rows[index][column], _worded(sum(values, Decimal()), total))


def _parts(rows: Sequence[Sequence[str]], column: int) -> list[tuple[str, Figure]] | None:
    done = []
    for row in rows:
        label = _label(row)
        if _NO_PART.match(label):
            continue
        each = figure(row[column])
        if _UNLIKE.match(label) or (each is None and not blank(row[column])):
            return None
        if each is not None:
            done.append((label, each))
    return done


def _comparable(figures: Sequence[Figure], total: Figure) -> bool:
    percent = [each.unit == "%" for each in (*figures, total)]
    return all(percent) or not any(percent)


def _candidates(parts: Sequence[tuple[str, Figure]]) -> Iterator[list[Figure]]:
    """Every way to read which of the rows a total is the sum of."""
    subtotals = [index for index, (label, _) in enumerate(parts) if _SUBTOTAL.search(label.strip(" *:"))]
    yield [each for index, (_, each) in enumerate(parts) if index not in subtotals]
    yield [each for _, each in parts]
    yield [_taken_off(label, each) for index, (label, each) in enumerate(parts) if index not in subtotals]
    if subtotals:
        yield [each for _, each in parts[subtotals[-1] :]]
        yield [each for _, each in parts[subtotals[-1] + 1 :]]
        yield [parts[index][1] for index in subtotals]
        yield [_taken_off(*parts[index]) for index in subtotals]
        yield [*(parts[index][1] for index in subtotals), *(each for _, each in parts[subtotals[-1] + 1 :])]


def _taken_off(label: str, each: Figure) -> Figure:
    return replace(each, value=-abs(each.value)) if _TAKES_OFF.search(label) else each


def _right(rows: list[list[str]], heads: int, caption: str) -> Iterator[_Wrong]:
    """Columns of totals against the columns before them."""
    if not rows or not heads:
        return
    for column in range(2, len(rows[0])):
        heading = _heading(rows, heads, column).strip(" *:")
        if not _TOTAL.match(heading) or _NET.search(heading):
            continue
        first = next((at + 1 for at in range(column - 1, 0, -1) if _TOTAL.match(_heading(rows, heads, at))), 0)
        before = [at for at in range(first, column) if any(figure(row[at]) for row in rows[heads:])]
        headings = [_heading(rows, heads, at) for at in before]
        if len(before) < 2 or any(_NO_SUM.search(each) and not _PERIOD.search(each) for each in headings):
            continue
        wrong, agreed = [], 0
        for index in range(heads, len(rows)):
            total = figure(rows[index][column])
            parts = [figure(rows[index][at]) for at in before if not blank(rows[index][at])]
            known = [each for each in parts if each]
            if total is None or len(known) < len(parts) or len(known) < 2 or not _comparable(known, total):
                continue
            if total.unit == "%":
                continue
            rounded = _IN_THOUSANDS.search(f"{heading} {caption}") is not None
            if adds_up(known, total, rounded=rounded):
                agreed += 1
            else:
                words = rows[index][column]
                wrong.append(
                    _Wrong(index, column, words, _worded(sum((each.value for each in known), Decimal()), total))
                )
        periods = all(_PERIOD.search(each) for each in headings)
        if wrong and (agreed >= len(wrong) or (periods and len(wrong) == 1)):
            yield from wrong


def _worded(value: Decimal, like: Figure) -> str:
    """A sum, written as the total beside it is."""
    text = (
        f"{abs(value):,.{max(0, -int(like.step.normalize().as_tuple().exponent))}f}"
        if like.step < 1
        else f"{abs(value):,.0f}"
    )
    pound, cent = ("£" if like.unit == "£" else ""), ("%" if like.unit == "%" else "")
    return f"{'-' if value < 0 else ''}{pound}{text}{cent}"


def _wrong(reading: Reading) -> Iterator[Finding]:
    pending: list[Finding] = []
    block = ""
    for passage, wrongs in reading.each(_look):
        if pending and passage.place.block != block:
            # What is said under the table may explain it.
            if not _LOOSE_WORDS.search(passage.text):
                yield from pending
            pending = []
        for each in wrongs:
            block = passage.place.block
            place = passage.place.model_copy(
                update={"path": (each.row, each.column, 0), "start": 0, "end": len(each.words)}
            )
            message = (
                f"The total says {each.words}, but the figures come to {each.comes_to}. "
                "Put the total or a figure right."
            )
            pending.append(Finding(message, place, each.words))
    yield from pending


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "table-total", "warning", "A total in a table is not the sum of its figures",
            "Members and the public check sums, and one that is wrong puts all the others in doubt.",
            Across(_wrong), source="Careful drafting: figures in a report agree with each other",
        ),
    )  # fmt: skip
