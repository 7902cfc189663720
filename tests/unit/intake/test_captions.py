"""Captions typed over tables become the tables' own; and they head nothing."""

import pytest

from clerkwell.intake import import_text
from clerkwell.model import Report, Table, words
from helpers.intake import packs

TEXT = """Report to: Cabinet

Title: Library hours

Date: 5 May 2026

Recommendations

That Cabinet agrees the hours in Table 1.

**Background**

The hours were set long ago.

{caption}

Library\tHours
North\t40
South\t22

The text goes on after the table.
"""


def brought_in(caption: str) -> Report:
    return import_text(TEXT.format(caption=caption), packs()).report


@pytest.mark.parametrize("caption", ["Table 1: Hours by library", "**Table 1 – Hours by library**", "TABLE 1. Hours"])
def test_a_caption_over_a_table_is_the_table_s(caption: str) -> None:
    blocks = brought_in(caption).blocks("background")
    assert [block.kind for block in blocks] == ["paragraph", "table", "paragraph"]
    table = blocks[1]
    assert isinstance(table, Table)
    assert table.caption.startswith("Hours")


@pytest.mark.parametrize(
    "caption",
    ["Table 2: Hours by library", "**Figure 1: Hours**", "[Table 1: Hours](https://example.org/h)", "Table 1"],
)
def test_what_the_table_s_own_caption_would_not_say_stays_as_it_was_typed(caption: str) -> None:
    report = brought_in(caption)
    blocks = report.blocks("background")
    assert [block.kind for block in blocks] == ["paragraph", "paragraph", "table", "paragraph"]
    assert words(blocks[1]) == caption.strip("*[").partition("]")[0]
    assert not any(section.heading.startswith(("Table", "Figure")) for section in report.sections)


def test_tables_are_counted_through_the_document() -> None:
    text = (
        TEXT.format(caption="Table 1: Hours")
        + "\nOptions\n\nTwo were weighed.\n\nTable 2: Costs\n\nWhat\tCost\nOne\t£4\n"
    )
    report = import_text(text, packs()).report
    tables = [block for section in report.sections for block in section.blocks if isinstance(block, Table)]
    assert [table.caption for table in tables] == ["Hours", "Costs"]
