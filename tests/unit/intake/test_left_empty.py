"""Parts that nobody wrote: what the import keeps of them, so that the check can tell."""

import pytest

from clerkwell.intake import Imported, import_text
from clerkwell.model import Table, plain
from clerkwell.rules import check
from helpers.intake import pack, packs, unaccounted

GENERIC = "generic-english-council"
HEAD = """Committee: Trade Panel
Date: 4 March 2031
Title: The market

Summary

The market has been open for a year. This report tells members how it has done.

Recommendations

Members are asked to note the report.

Background

"""
TAIL = """

Background papers

None.
"""


def brought_in(body: str) -> Imported:
    source = HEAD + body + TAIL
    imported = import_text(source, packs(), GENERIC)
    assert not any(unaccounted(source, imported))
    return imported


def told(imported: Imported, rule: str) -> list[str]:
    return [each.message for each in check(imported.report, pack(GENERIC)) if each.rule == rule]


def rows(imported: Imported) -> list[list[str]]:
    (table,) = (block for part in imported.report.sections for block in part.blocks if isinstance(block, Table))
    return [["".join(map(plain, cell.paragraphs)) for cell in row] for row in table.rows]


@pytest.mark.parametrize("words", ["Traders", "Staffing", "Human rights", "Crime and disorder"])
def test_a_word_alone_between_text_and_a_heading_is_one_with_nothing_under_it(words: str) -> None:
    imported = brought_in(f"Stalls are let by the day.\n\n{words}\n\nLegal implications\n\nThe Act of 1982 applies.")
    assert any(f"“{words}”" in each for each in told(imported, "section-empty"))


@pytest.mark.parametrize("words", ["Ann Lee", "Stalls are let", "Ann Lee, Head of Markets", "Not for sale."])
def test_a_name_or_a_sentence_there_is_none(words: str) -> None:
    imported = brought_in(f"Stalls are let by the day.\n\n{words}\n\nLegal implications\n\nThe Act of 1982 applies.")
    assert not told(imported, "section-empty")


@pytest.mark.parametrize("mark", ["24.", "7.", "•", "4.1"])
def test_a_number_alone_under_a_heading_is_nothing(mark: str) -> None:
    imported = brought_in(
        f"Stalls are let by the day.\n\nRisk management\n\n{mark}\n\nLegal implications\n\nNone arise."
    )
    assert len(told(imported, "section-empty")) == 1
    assert not told(imported, "list-item-empty")


def test_a_unit_over_the_figures_is_a_row_below_a_caption_too() -> None:
    table = "Table 1: Takings\n\t£m\nSpring\t5.9\nAutumn\t3.1\nTotal\t9.0"
    assert rows(brought_in(table))[0] == ["", "£m"]


def test_words_over_some_rows_of_a_table_are_a_row_of_it() -> None:
    table = (
        "\t2029/30\t2030/31\nIncome\nRents\t1,140\t1,160\nFees\t305\t320\nTotal income\t1,445\t1,480\n"
        "Spending\nStaff\t900\t940\nWaste\t200\t210"
    )
    imported = brought_in(table)
    assert [row[0] for row in rows(imported)] == ["", "Income", "Rents", "Fees", "Total income", "Spending", "Staff",
                                                  "Waste"]  # fmt: skip
    assert not told(imported, "table-without-header")


def test_a_sentence_between_two_tables_is_no_row() -> None:
    table = "Stall\tSpring\tAutumn\nRents\t1,140\t1,160\nThe fees are set out below.\nFees\t305\t320\nWaste\t20\t21"
    imported = brought_in(table)
    assert sum(isinstance(block, Table) for part in imported.report.sections for block in part.blocks) == 2


def test_an_implication_without_its_words_is_told_of() -> None:
    table = (
        "Issue\tImplications\tSign-off\nRisk\tThe risk is small.\tClerk\nLegal\tThe Act applies.\tSolicitor\n"
        "Data protection\t\tClerk\nStaffing\tNo posts change.\tClerk"
    )
    (message,) = told(brought_in(table), "cell-empty")
    assert "Data protection" in message


NUMBERED = "\n\n".join(f"{n}. Stall {n} is let by the day, as it was in the year before." for n in range(1, 5))
LATER = "\n\n".join(f"{n}. Stall {n} is let by the week." for n in range(6, 10))
RISK = "\n\nRisk\n\n" + "\n\n".join(f"{n}. Stall {n} may stand empty." for n in range(10, 13))


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("The new contract would cost more (see paragraph 14).", 1),
        ("The new contract would cost more (see paragraph 12).", 0),
        ("The new contract says so (see paragraph 14).", 0),
        ("The Code says what a fair rent is (see paragraph 14).", 0),
        ("The new contract would cost more (see paragraph 140).", 0),
    ],
)
def test_a_pointer_past_the_last_paragraph_is_wrong_where_a_contract_is_spoken_of(said: str, count: int) -> None:
    imported = brought_in(f"{NUMBERED}\n\n5. {said}\n\nProposals\n\n{LATER}{RISK}")
    assert len(told(imported, "paragraph-not-there")) == count
