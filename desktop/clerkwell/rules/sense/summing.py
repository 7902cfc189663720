"""What the totals of a table come to: its rows of totals, and its columns of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product
from operator import mul
from typing import Final

from clerkwell.proofing.sense.figures import Figure, adds_up, blank, figure

_TOTAL: Final = re.compile(r"(?:(?:grand|overall|combined|sum)\s+)?totals?\b(?!\s+(?:of|per)\b)", re.IGNORECASE)
# Other words for one, where the sums beside it show that it is one.
_ALL: Final = re.compile(
    r"(?:all|overall|sum|in\s+all|altogether|whole)(?:\s+[a-z-]+){0,2}"
    r"|(?:[a-z-]+\s+){1,2}(?:in\s+(?:all|total)|totals?)(?:\s*\(?[£%'’0k,m]+\)?)?"
    r"|(?:estimated|revised|gross|net)\s+totals?(?:\s+[a-z-]+){0,2}",
    re.IGNORECASE,
)
_TOGETHER: Final = re.compile(r"both|all|year[-\s]to[-\s]date|ytd", re.IGNORECASE)
_NET: Final = re.compile(
    r"\b(?:net|balance|average|mean|surplus|deficit|per|rate|%|percentage|less|target|variance)\b", re.IGNORECASE
)
SUBTOTAL: Final = re.compile(r"(?:\A|\s)(?:sub[-\s]?)?totals?\b", re.IGNORECASE)
# Rows that are part of the one above, or no part at all; and rows after which a total may be anything.
NO_PART: Final = re.compile(
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
LOOSE_WORDS: Final = re.compile(
    r"\b(?:round(?:ed|ing)|do(?:es)?\s+not\s+(?:sum|add|total)|may\s+not\s+(?:sum|add|total|equal)|more\s+than\s+once"
    r"|(?:in|under|chose|choose|gave|give|ticked?|select(?:ed)?)\s+more\s+than\s+one"
    r"|more\s+than\s+one\s+(?:answer|option|categor|box|reason|response|group|type)"
    r"|multiple|several\s+answers|overlap|all\s+that\s+appl|not\s+mutually)\b",
    re.IGNORECASE,
)
_PERIOD: Final = re.compile(
    r"(?:fy\s*)?(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?\b|\b(?:q[1-4]|quarter|year|month|first|second|third|fourth|fifth|capital|revenue"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|one-off|recurring)\w*\b",
    re.IGNORECASE,
)
_HUNDRED: Final = Decimal(100)
# What is called so that it may be something else is a sum if it is so near to one: by an eighth.
_EIGHTH: Final = 8
_MOST_SIGNS: Final = 8


@dataclass(frozen=True)
class WrongTotal:
    """A total that is wrong: the row and column of its cell, its words, and what the figures come to."""

    row: int
    column: int
    words: str
    comes_to: str


def wrong_totals(rows: list[list[str]], heads: int, caption: str) -> tuple[WrongTotal, ...]:
    """The totals that are wrong, without those that only pass on another one's mistake."""
    down, right = list(_down(rows, heads, caption)), list(_right(rows, heads, caption))
    if not down and len(right) < 2:
        return (*down, *right)
    last = {(each.row, each.column): each for each in right}
    # A row's total is wrong: with it put right, what the column comes to may be right, or what its row says.
    inner = [each for each in right if not _is_whole(rows, each.row)]
    mended = {(each.row, each.column): each for each in _down(_with(rows, inner), heads, caption)}
    down = [each for each in down if (each.row, each.column) in mended]
    for at, each in mended.items():
        if at in last and last[at].comes_to == each.comes_to:
            right.remove(last[at])
    # A column's total is wrong: so may be the sum of those totals.
    again = {(each.row, each.column) for each in _right(_with(rows, down), heads, caption)}
    told = {(each.row, each.column) for each in down}
    right = [each for each in right if (each.row, each.column) in again and (each.row, each.column) not in told]
    return (*down, *(each for each in right if not any(_crosses(each, other) for other in down)))


def _crosses(right: WrongTotal, down: WrongTotal) -> bool:
    """Whether one figure, where a row and a column meet, makes both their totals wrong by as much."""
    return down.row > right.row and down.column < right.column and _by(right) == _by(down)


def _by(wrong: WrongTotal) -> Decimal | None:
    says, comes_to = figure(wrong.words), figure(wrong.comes_to)
    return says.value - comes_to.value if says and comes_to else None


def _with(rows: list[list[str]], wrongs: Sequence[WrongTotal]) -> list[list[str]]:
    """The rows with these totals put right."""
    right = {(each.row, each.column): each.comes_to for each in wrongs}
    return [[right.get((at, column), text) for column, text in enumerate(row)] for at, row in enumerate(rows)]


def _label(row: Sequence[str]) -> str:
    return next((text for text in row if text and figure(text) is None), "")


def _heading(rows: Sequence[Sequence[str]], heads: int, column: int) -> str:
    return " ".join(row[column] for row in rows[:heads])


def _down(rows: list[list[str]], heads: int, caption: str) -> Iterator[WrongTotal]:
    """Rows of totals against the rows over them."""
    for index in range(heads + 2, len(rows)):
        label = _label(rows[index])
        after = rows[index + 1 :]
        last = all(SUBTOTAL.search(_label(row)) or not any(map(figure, row)) for row in after)
        # "Total cost" ends what comes before it where "Total funding" ends the rows after it.
        ends = not last and SUBTOTAL.match(_label(after[-1]).strip(" *:")) is not None and not _is_plain(label)
        whole = (last or ends) and _is_other_name(label)
        if not (whole or _TOTAL.match(label.strip(" *:"))) or (_NET.search(label) and not whole):
            continue
        if not (last or ends or _is_plain(label)):
            continue
        wrong, agreed = [], 0
        for column in range(len(rows[index])):
            told = _column(rows, heads, index, column, caption)
            if isinstance(told, WrongTotal):
                wrong.append(told)
            else:
                agreed += told
        # One column that agrees shows that the row is a sum; where none does, it may be something else.
        sure = not (whole or ends) or all(_is_near(rows[heads:index], each) for each in wrong)
        if (len(wrong) == 1 and sure) or (wrong and agreed >= len(wrong)):
            yield from wrong


def _is_other_name(label: str) -> bool:
    """Whether a row is called what a row of totals may be called too."""
    return _TOTAL.match(label.strip(" *:")) is None and _ALL.fullmatch(label.strip(" *:")) is not None


def _is_near(above: Sequence[Sequence[str]], wrong: WrongTotal) -> bool:
    """Whether a figure is little off the sum of those over it, each smaller than it, with whatever signs."""
    total = figure(wrong.words)
    parts = [abs(each.value) for row in above if (each := figure(row[wrong.column]))]
    if total is None or not 2 < len(parts) <= _MOST_SIGNS or max(parts) > total.value:
        return False
    if any(
        sum(map(mul, signs, parts)) == total.value for signs in product((Decimal(1), Decimal(-1)), repeat=len(parts))
    ):
        return False
    return abs(sum(parts) - total.value) * _EIGHTH <= total.value


def _is_whole(rows: Sequence[Sequence[str]], index: int) -> bool:
    """Whether a row is one of totals."""
    label = _label(rows[index]).strip(" *:")
    return _TOTAL.match(label) is not None or (index == len(rows) - 1 and _ALL.fullmatch(label) is not None)


def _is_plain(label: str) -> bool:
    return (
        re.fullmatch(r"(?:grand |overall )?totals?(?:\s*\(?[£%'’0k,m]+\)?)?[:*]*", label.strip(), re.IGNORECASE)
        is not None
    )


def _column(rows: list[list[str]], heads: int, index: int, column: int, caption: str) -> "WrongTotal | bool":
    """What is wrong with a column's total; else whether it is known to agree."""
    total = figure(rows[index][column])
    heading = _heading(rows, heads, column)
    # "Total price" is a sum of prices, which "Unit price" has none of.
    summed = _TOTAL.match(heading.strip(" *:")) is not None or _NO_SUM.search(heading) is None
    if total is None or not summed or LOOSE_WORDS.search(heading):
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
    return WrongTotal(index, column, rows[index][column], _worded(sum(values, Decimal()), total))


def _parts(rows: Sequence[Sequence[str]], column: int) -> list[tuple[str, Figure]] | None:
    done = []
    for row in rows:
        label = _label(row)
        if NO_PART.match(label):
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
    subtotals = [index for index, (label, _) in enumerate(parts) if SUBTOTAL.search(label.strip(" *:"))]
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


def _right(rows: list[list[str]], heads: int, caption: str) -> Iterator[WrongTotal]:
    """Columns of totals against the columns before them."""
    if not rows or not heads:
        return
    for column in range(2, len(rows[0])):
        heading = _heading(rows, heads, column).strip(" *:")
        together = _TOGETHER.fullmatch(heading) is not None
        if not (together or _TOTAL.match(heading)) or _NET.search(heading):
            continue
        first = next((at + 1 for at in range(column - 1, 0, -1) if _TOTAL.match(_heading(rows, heads, at))), 0)
        before = [at for at in range(first, column) if any(figure(row[at]) for row in rows[heads:])]
        headings = [_heading(rows, heads, at) for at in before]
        if len(before) < 2:
            continue
        # Where all the other rows do add up, the column is a sum whatever it is called: "Quality", "Price", "Total".
        doubtful = any(_NO_SUM.search(each) and not _PERIOD.search(each) for each in headings)
        wrong, agreed = [], 0
        for index in range(heads, len(rows)):
            total = figure(rows[index][column])
            parts = [figure(text) for at in before if figure(text := rows[index][at]) or not blank(text)]
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
                    WrongTotal(index, column, words, _worded(sum((each.value for each in known), Decimal()), total))
                )
        periods = all(_PERIOD.search(each) for each in headings)
        if doubtful and not (len(wrong) == 1 and agreed > 2):
            continue
        if wrong and (agreed >= len(wrong) or (periods and len(wrong) == 1 and not together)):
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
