"""Tables: a header row, a simple structure, data only."""

import pytest

from helpers.readable import GOOD_TABLE, cell, document, found, para, problem, row, table

HEAD = row("Tree", "Height", header=True)
END = para("That is all.")
RED = '<w:shd w:val="clear" w:color="auto" w:fill="C00000"/>'

FAULTS = {
    "table-header-row": [
        document(table(row("Tree", "Height"), row("Oak", "9 m")) + END),
        # A header row further down is none of the table's columns.
        document(table(row("Tree", "Height"), row("Oak", "9 m", header=True)) + END),
        # The look of a first row is nothing that is read out.
        document(table(row("Tree", "Height"), row("Oak", "9 m"), look='<w:tblLook w:firstRow="1"/>') + END),
    ],
    "table-merged-cells": [
        document(table(HEAD, row(cell("Oak", '<w:gridSpan w:val="2"/>'))) + END),
        document(
            table(HEAD, row(cell("Oak", '<w:vMerge w:val="restart"/>'), "9 m"), row(cell("", "<w:vMerge/>"), "8 m"))
            + END
        ),
        document(table(HEAD, row("Oak", "9 m", "old")) + END),
        document(table(HEAD, row("Oak", "9 m", more='<w:gridBefore w:val="1"/>')) + END),
    ],
    "table-nested": [document(table(HEAD, row(cell(GOOD_TABLE + para()), "9 m")) + END)],
    "table-for-layout": [
        document(table(row("Oaks are old.")) + END),
        document(table(row("Oaks", "Elms")) + END),
        document(table(row("Oaks"), row("Elms")) + END),
        document(table(row("Tree", "", "", header=True), row("", "", "9 m")) + END),
    ],
    "table-blank-lines": [
        document(table(HEAD, row("Oak", "9 m"), row("", ""), row("Elm", "8 m")) + END),
        document(table(row("Tree", "", "Height", header=True), row("Oak", "", "9 m")) + END),
    ],
    "table-colour-alone": [document(table(HEAD, row("Oak", cell("", RED)), row("Elm", "8 m")) + END)],
}

SOUND = {
    "a table of data": document(GOOD_TABLE + END),
    "one empty cell": document(table(HEAD, row("Oak", ""), row("Elm", "8 m")) + END),
    "a status in words and colour": document(
        table(HEAD, row("Oak", cell("Red", '<w:shd w:val="clear" w:fill="C00000"/>'))) + END
    ),
    "a header row in a control": document(
        table(f"<w:sdt><w:sdtPr/><w:sdtContent>{HEAD}</w:sdtContent></w:sdt>", row("Oak", "9 m")) + END
    ),
    "grey for an empty cell": document(
        table(HEAD, row("Oak", cell("", '<w:shd w:fill="D9D9D9"/>')), row("Elm", "8 m")) + END
    ),
    "white letters on a dark first row, by the table's style": document(
        table(HEAD, row("Oak", "9 m"), look='<w:tblStyle w:val="Grid"/><w:tblLook w:firstRow="1"/>') + END
    ),
}


@pytest.mark.parametrize(("rule", "data"), [(rule, data) for rule, every in FAULTS.items() for data in every])
def test_a_fault_is_found_and_nothing_else(rule: str, data: bytes) -> None:
    assert set(found(data)) == {rule}


@pytest.mark.parametrize("name", sorted(SOUND))
def test_what_only_looks_like_a_fault_is_let_be(name: str) -> None:
    assert found(SOUND[name]) == []


def test_a_table_is_named_by_its_number_and_its_first_words() -> None:
    data = document(GOOD_TABLE + END + table(row("Park", "Size"), row("Green Park", "2 ha")) + END)
    assert problem(data).message.startswith(
        "Table 2 (“Park”): no row is marked as the header row. Click in the first row"
    )


def test_a_word_in_a_table_is_named_by_its_row() -> None:
    small = '<w:p><w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:t>9 m</w:t></w:r></w:p>'
    data = document(table(HEAD, row("Oak", cell(small))) + END)
    assert problem(data).message.startswith("Table 1, row 2 (“9 m”): the letters are 8 points")


def test_blank_rows_are_named_by_their_numbers() -> None:
    data = document(table(HEAD, row("", ""), row("Oak", "9 m"), row("", "")) + END)
    assert "rows 2, 4 are blank" in problem(data).message
