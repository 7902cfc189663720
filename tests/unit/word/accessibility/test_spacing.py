"""Space: made with styles, not with blank characters."""

import pytest

from helpers.readable import GOOD_TABLE, SECT, document, field, found, para, problem, run

END = para("That is all.")
BREAK = "<w:r><w:br/></w:r>"
TAB = "<w:r><w:tab/></w:r>"
COLUMNS = SECT.replace("</w:sectPr>", '<w:cols w:num="2"/></w:sectPr>')

FAULTS = {
    "space-empty-paragraphs": [
        document(para() * 3 + END),
        document(para() + END),
        document(para(" ") * 2 + END),
        document(GOOD_TABLE + para() + END),
        document(para() * 2),
    ],
    "space-spaces": [
        document(para("Oaks          9 m") + END),
        document(para("     Oaks") + END),
        document(para("Oaks\u00a0\u00a0\u00a0\u00a0 9 m") + END),
        document(para("Oaks are  old.") + END),
    ],
    "space-tabs": [
        document(para(run("Oak") + TAB + run("9 m") + TAB + run("old")) + END),
        document(para(run("Oak") + TAB + TAB + run("9 m")) + END),
    ],
    "space-line-breaks": [
        document(para(run("Oaks") + BREAK + BREAK + BREAK + run("Elms")) + END),
        document(para(run("Oaks") + BREAK + run("Elms") + BREAK + run("Limes")) + END),
    ],
    "space-columns": [document(sect=COLUMNS), document(para("Oaks.", more=COLUMNS) + END)],
    "list-empty-item": [document(para("Oaks", "Bullet") + para("", "Bullet") + END)],
}

SOUND = {
    "a page break": document(para('<w:r><w:br w:type="page"/></w:r>') + END),
    "the paragraph that ends a section": document(para(more=SECT) + END),
    "the paragraph that Word wants after a table at the end": document(GOOD_TABLE + para()),
    "the paragraph that keeps two tables apart": document(GOOD_TABLE + para() + GOOD_TABLE + para("End.")),
    "an empty paragraph at the end": document(END + para()),
    "two spaces after a full stop": document(para("Oaks are old.  Elms are gone.") + END),
    "one tab after a label": document(para(run("Height:") + TAB + run("9 m")) + END),
    "tabs of a footer": document(footer=para(run("Trees") + TAB + run("Page") + TAB + run("1"))),
    "tabs of a contents list": document(
        para(
            field('TOC \\o "1-3"', "Oaks").replace("</w:t></w:r>", "</w:t></w:r>" + TAB + run("2") + TAB + run("x"), 1)
        )
        + END
    ),
    "a line break": document(para(run("Oaks") + BREAK + run("Elms")) + END),
    "one column said outright": document(sect=SECT.replace("</w:sectPr>", '<w:cols w:num="1"/></w:sectPr>')),
    "an empty header": document(header=para() * 2),
}


@pytest.mark.parametrize(("rule", "data"), [(rule, data) for rule, every in FAULTS.items() for data in every])
def test_a_fault_is_found_and_nothing_else(rule: str, data: bytes) -> None:
    assert set(found(data)) == {rule}


@pytest.mark.parametrize("name", sorted(SOUND))
def test_what_only_looks_like_a_fault_is_let_be(name: str) -> None:
    assert found(SOUND[name]) == []


def test_several_empty_paragraphs_weigh_more_than_one() -> None:
    assert [problem(data).severity for data in FAULTS["space-empty-paragraphs"][:2]] == ["warning", "info"]


def test_where_the_empty_paragraphs_stand_and_how_many_there_are_is_told() -> None:
    told = problem(document(para("Oaks.") + para() * 3 + END))
    assert told.message.startswith("Paragraph 4: 3 empty paragraphs after “Oaks.” make space. Delete them")
