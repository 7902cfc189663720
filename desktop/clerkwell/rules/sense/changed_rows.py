"""The rule about columns of changes: what each row says has changed is what its two figures make, as in other rows."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from clerkwell.model import Table
from clerkwell.proofing.sense.figures import Figure, figure
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule
from clerkwell.rules.sense.summing import SUBTOTAL
from clerkwell.rules.sense.totals import texts

_CHANGE: Final = re.compile(
    r"(?:%\s*|£\s*|percentage\s+|annual\s+|net\s+)?(?:change|increase|decrease|difference|variance|movement|rise|fall|reduction)"
    r"(?:\s+(?:or\s+decrease|in\s+year|on\s+year))?(?:\s*\(?\s*(?:%|£|£\s?['’]?000s?|£m|£k|\+/[-–−])\s*\)?)?",
    re.IGNORECASE,
)
_HINT: Final = re.compile(
    r"\b(?:change|increase|decrease|difference|variance|movement|rise|fall|reduction)\b", re.IGNORECASE
)
_HUNDRED: Final = Decimal(100)
# So many rows that agree show what the column tells; one alone may differ.
_AGREE: Final = 2


def _later(one: Figure, two: Figure) -> Decimal:
    return two.value - one.value


def _earlier(one: Figure, two: Figure) -> Decimal:
    return one.value - two.value


def _share(one: Figure, two: Figure) -> Decimal:
    return (two.value - one.value) * _HUNDRED / one.value


def _look(passage: Passage, _: Guide) -> tuple[tuple[int, int, str, str], ...]:
    """What is wrong with a column of changes in the table that begins with this cell: its rows, words, and what they
    should be."""
    table = passage.block
    if passage.kind != "cell" or passage.place.path != (0, 0, 0) or not isinstance(table, Table):
        return ()
    rows = texts(table)
    if len(rows) < _AGREE + 2 or not any(_HINT.search(text) for text in rows[0]):
        return ()
    done: list[tuple[int, int, str, str]] = []
    for column in range(2, len(rows[0])):
        if _CHANGE.fullmatch(rows[0][column].strip()) and all(len(row) == len(rows[0]) for row in rows):
            done.extend((at, column, rows[at][column], right) for at, right in _wrong_rows(rows, column))
    return tuple(done)


def _wrong_rows(rows: Sequence[Sequence[str]], column: int) -> Iterator[tuple[int, str]]:
    percent = "%" in rows[0][column] or any("%" in row[column] for row in rows[1:])
    # What a total says of changes is told as a total is; no rule adds up shares.
    told = [
        (at, one, two, by)
        for at, row in enumerate(rows)
        if at and (percent or not SUBTOTAL.search(row[0]))
        if (one := figure(row[column - 2])) and (two := figure(row[column - 1])) and (by := figure(row[column]))
    ]
    if len(told) < _AGREE + 1:
        return
    percent = "%" in rows[0][column] or all(by.unit == "%" and one.unit != "%" for _, one, _, by in told)
    ways = (_share,) if percent else (_later, _earlier)
    if percent and any(not one.value for _, one, _, _ in told):
        return
    signed = any(by.value < 0 or rows[at][column].lstrip().startswith("+") for at, _, _, by in told)
    for way in ways:
        wrong = [each for each in told if not _agrees(way, *each[1:], signed=signed)]
        if len(wrong) == 1 and len(told) - 1 >= _AGREE:
            at, one, two, by = wrong[0]
            yield at, _worded(way(one, two), by, rows[at][column], signed=signed)
            return
        if not wrong:
            return


def _agrees(way: Callable[[Figure, Figure], Decimal], one: Figure, two: Figure, by: Figure, *, signed: bool) -> bool:
    comes_to, says = way(one, two), by.value
    if not signed:
        comes_to, says = abs(comes_to), abs(says)
    if way is _share:
        # Rounded, or cut off; the figures it is made of may themselves have been rounded.
        return abs(comes_to - says) <= by.step + (abs(one.step / one.value) + abs(two.step / one.value)) * _HUNDRED / 2
    slack = by.step if by.step < 1 or by.step > 1 or max(one.step, two.step) != by.step else Decimal()
    return abs(comes_to - says) <= max(slack, Decimal() if by.step == 1 else one.step)


def _worded(value: Decimal, by: Figure, words: str, *, signed: bool) -> str:
    places = max(0, -int(by.step.normalize().as_tuple().exponent))
    sign = "" if not signed and value < 0 else "-" if value < 0 else "+" if words.lstrip().startswith("+") else ""
    pound, cent = ("£" if by.unit == "£" else ""), ("%" if by.unit == "%" else "")
    return f"{sign}{pound}{abs(value):,.{places}f}{cent}"


def _wrong(reading: Reading) -> Iterator[Finding]:
    for _, passage, wrongs in reading.at(_look):
        for row, column, words, right in wrongs:
            place = passage.place.model_copy(update={"path": (row, column, 0), "start": 0, "end": len(words)})
            message = (
                f"This says {words}, but the two figures before it make {right}. Put the change or a figure right."
            )
            yield Finding(message, place, words)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "change-in-table", "warning", "A change in a table is not what its row’s two figures make",
            "Members check what they can work out in their heads, and one that is wrong puts the others in doubt.",
            Across(_wrong), source="Careful drafting: figures in a report agree with each other",
        ),
    )  # fmt: skip
