"""Totals that are worked out from the figures above them, written as those are."""

import pytest

from clerkwell.model import Cell, Table, Text
from clerkwell.ui.editors.tables.adding_up import with_total
from clerkwell.ui.editors.tables.cells import text_of
from clerkwell.ui.editors.tables.presets import presets


def made(*rows: str) -> Table:
    return Table(
        rows=tuple(
            tuple(Cell(paragraphs=((Text(text=word),),)) if word else Cell() for word in row.split("|")) for row in rows
        )
    )


def last(*rows: str) -> list[str]:
    return [text_of(cell) for cell in with_total(made(*rows)).rows[-1]]


@pytest.mark.parametrize(
    ("figures", "total"),
    [
        (("£12,500", "£9,100"), "£21,600"),
        (("12.50", "1.25"), "13.75"),
        (("1500", "700"), "2200"),
        (("999", "1"), "1,000"),
        (("£5", "-", "£7"), "£12"),
        (("(£1,200)", "£200"), "(£1,000)"),
        (("10", "-30"), "-20"),
    ],
)
def test_a_total_is_written_as_its_figures_are(figures: tuple[str, ...], total: str) -> None:
    assert last("Item|Cost", *(f"a|{each}" for each in figures), "Total|") == ["Total", total]


def test_figures_that_nobody_adds_up_are_left_alone() -> None:
    rows = ("Item|Share %|Rate|Words|Year|Mixed", "a|10%|3|none|2025|£5", "b|20%|4|x y|2026|7 m")
    assert with_total(made(*rows)) == made(*rows)
    assert last("Item|Share|Cost", "a|10%|£1", "b|20%|£2", "Total||") == ["Total", "", "£3"]


def test_a_sub_total_is_no_part_and_a_wrong_total_is_put_right() -> None:
    assert last("Item|Cost", "a|1", "b|2", "Sub-total|3", "c|4", "Total|99") == ["Total", "7"]
    kept = with_total(made("Item|Cost", "a|1", "b|2", "Total|99"), blanks_only=True)
    assert text_of(kept.rows[-1][1]) == "99"


def test_the_table_of_costs_works_its_totals_out_in_bold() -> None:
    costs = next(each.table for each in presets() if each.id == "money")
    rows = [list(row) for row in costs.rows]
    rows[1][1], rows[2][1] = (Cell(paragraphs=((Text(text=each),),)) for each in ("1,000", "250"))
    done = with_total(costs.model_copy(update={"rows": tuple(map(tuple, rows))}), blanks_only=True)
    assert done.rows[-1][1] == Cell(paragraphs=((Text(text="1,250", bold=True),),))
