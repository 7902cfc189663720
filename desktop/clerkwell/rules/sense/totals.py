"""The rule about tables: what is called a total is the sum of what it totals."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from clerkwell.model import Cell, ReplaceWords, Table, plain
from clerkwell.model.text import OBJECT
from clerkwell.proofing.sense.figures import figure
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule
from clerkwell.rules.sense.rows_add_up import rows_add_up
from clerkwell.rules.sense.summing import LOOSE_WORDS, WrongTotal, wrong_totals

# What figures are in: "£000", "£m".
_IN: Final = re.compile(r"£\s?['’‘]?000s?|£0s|£")
_HINTS: Final = re.compile(
    r"otal|TOTAL|\bin all\W*\Z|\A\W*(?:[Bb]oth|[Yy]ear to date|YTD)\W*\Z"
    r"|\A\W*(?:[Aa]ll|ALL|[Oo]verall|OVERALL|[Ss]um|SUM|[Ii]n all|[Aa]ltogether|[Ww]hole)\b"
)


def texts(table: Table) -> list[list[str]]:
    return [[_text(cell) for cell in row] for row in table.rows]


def _text(cell: Cell) -> str:
    return " ".join(plain(runs) for runs in cell.paragraphs).replace(OBJECT, "").strip()


def _look(passage: Passage, _: Guide) -> tuple[WrongTotal, ...]:
    """What does not add up in the table that begins with this cell."""
    table = passage.block
    if passage.kind != "cell" or passage.place.path != (0, 0, 0) or not isinstance(table, Table):
        return ()
    caption = table.caption
    if "otal" not in caption and not any(_HINTS.search(_text(cell)) for row in table.rows for cell in row):
        return ()
    if LOOSE_WORDS.search(caption):
        return ()
    rows = texts(table)
    if _is_head(rows):
        heads = max(1, table.header_rows)
    else:
        # A list of sums out of a text has no heads, though it may be marked as if its first line were some.
        heads = 0 if table.header_rows == 1 and _has_sums(rows[0]) else table.header_rows
    return wrong_totals(rows, heads, caption)


def _is_head(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names the columns, marked as a header or not: no figures in it but years."""
    first = rows[0] if rows else ()
    return all(
        not (each := figure(text)) or _IN.fullmatch(text) or (not each.unit and 1990 <= each.value <= 2100)
        for text in first
    )


def _has_sums(row: Sequence[str]) -> bool:
    return any((each := figure(text)) is not None and each.unit != "" for text in row)


def _wrong(reading: Reading) -> Iterator[Finding]:
    for index, passage, wrongs in reading.at(_look):
        after = (each for each in reading.passages[index + 1 :] if each.place.block != passage.place.block)
        under = next(after, None)
        # What is said under the table may explain it.
        if under is not None and LOOSE_WORDS.search(under.text):
            continue
        for each in wrongs:
            place = passage.place.model_copy(
                update={"path": (each.row, each.column, 0), "start": 0, "end": len(each.words)}
            )
            message = (
                f"The total says {each.words}, but the figures come to {each.comes_to}. "
                "Put the total or a figure right."
            )
            fix = ReplaceWords(place=place, words=each.comes_to)
            yield Finding(message, place, each.words, fix)


def _all(reading: Reading) -> Iterator[Finding]:
    wrong = list(_wrong(reading))
    yield from wrong
    # One slip is told once: a wrong total makes its row wrong too.
    told = {each.place.block for each in wrong if each.place}
    yield from (each for each in rows_add_up(reading) if each.place and each.place.block not in told)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "table-total", "warning", "A total in a table is not the sum of its figures",
            "Members and the public check sums, and one that is wrong puts all the others in doubt.",
            Across(_all), source="Careful drafting: figures in a report agree with each other",
            fix="Put the total right",
        ),
    )  # fmt: skip
