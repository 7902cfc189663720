"""Headings: styles, order, one title; and what only looks like a fault of theirs."""

import pytest

from helpers.readable import (
    DEFAULTS,
    GOOD_TABLE,
    OPENING,
    STYLES,
    cell,
    control,
    document,
    field,
    found,
    link,
    para,
    problem,
    row,
    run,
    style,
    table,
)

LONG = " ".join(["tree"] * 300)
BOLD = "<w:b/>"

FAULTS = {
    "heading-none": [
        document(opening=para("Trees.") + para(LONG)),
        document(opening=para("Trees in Example Street are old.") + para("They are looked after.")),
    ],
    "heading-start": [
        document(opening=para("Trees", "Heading2") + para("The council looks after them.")),
        document(opening=para("Trees", "Heading2") + para("Old.") + para("Parks", "Heading1") + para("New.")),
    ],
    "heading-one": [document(para("Parks", "Heading1") + para("They are green."))],
    "heading-order": [
        document(para("Oaks", "Heading3") + para("They are old.")),
        # By its outline level, whatever its style is called.
        document(para("Oaks", more='<w:outlineLvl w:val="2"/>') + para("They are old.")),
    ],
    "heading-empty": [
        document(para("", "Heading2") + para("Oaks are old.")),
        document(para("   ", "Heading2") + para("Oaks are old.")),
    ],
    "heading-long": [document(para(" ".join(["oak"] * 24), "Heading2") + para("Oaks are old."))],
    "heading-in-table": [
        document(table(row("Tree", "Height", header=True), row(cell(para("Oak", "Heading2")), "9 m")) + para("End."))
    ],
    "heading-fake": [
        document(para(run("Oaks and beeches", BOLD)) + para("Oaks are old, and beeches are young.")),
        document(para(run("Oaks", '<w:rStyle w:val="Strong"/>')) + para("Oaks are old, and beeches are young.")),
        document(para(run("Oaks", '<w:sz w:val="36"/>')) + para("Oaks are old, and beeches are young.")),
    ],
    "heading-capitals": [document(para("The Many Old Oaks Of Example Street", "Heading2") + para("They are old."))],
}

SOUND = {
    "levels that go down one by one and up by several": document(
        para("Oaks", "Heading2")
        + para("Old.")
        + para("Roots", "Heading3")
        + para("Deep.")
        + para("Elms", "Heading2")
        + para("No.")
    ),
    "a heading in a control": document(control(para("Oaks", "Heading2") + para("They are old."))),
    "a bold word at the beginning of a paragraph, a label": document(
        para(run("Height: ", '<w:rStyle w:val="Strong"/>') + run("9 m"))
    ),
    "a short line alone": document(opening=para("Trees.")),
    "a heading style without a level of its own": document(
        opening=para("Trees", "H1") + para("They are old."), styles=DEFAULTS + STYLES + style("H1", "Heading 1")
    ),
    "a sentence in bold": document(
        para(run("Oaks are old.", '<w:rStyle w:val="Strong"/>')) + para("Beeches are young.")
    ),
    "a caption in bold, counted by a field": document(
        para(run("Table ") + field("SEQ Table \\* ARABIC", "1") + run(": Oaks"), "Caption") + GOOD_TABLE + para("End.")
    ),
    "an entry of a contents list": document(
        para("Oaks", "TOC1") + para("Elms", "TOC1") + link("the council’s list of trees")
    ),
}


@pytest.mark.parametrize(("rule", "data"), [(rule, data) for rule, every in FAULTS.items() for data in every])
def test_a_fault_is_found_and_nothing_else(rule: str, data: bytes) -> None:
    assert set(found(data)) == {rule}


@pytest.mark.parametrize("name", sorted(SOUND))
def test_what_only_looks_like_a_fault_is_let_be(name: str) -> None:
    assert found(SOUND[name]) == []


def test_a_document_of_a_page_without_headings_is_an_error_and_a_shorter_one_a_warning() -> None:
    assert [problem(data).severity for data in FAULTS["heading-none"]] == ["error", "warning"]


def test_the_level_that_is_left_out_is_named_with_its_place() -> None:
    told = problem(document(para("Oaks", "Heading3") + para("They are old.")))
    assert told.message == (
        "Paragraph 3 (“Oaks”): a Heading 3 follows a Heading 1, so a level is left out. Make it a Heading 2."
    )


def test_the_second_heading_1_is_named() -> None:
    told = problem(FAULTS["heading-one"][0])
    assert told.message.startswith("Paragraph 3 (“Parks”): this is the second Heading 1 of 2.")


def test_several_heading_1_under_a_title_in_its_own_style_weigh_little() -> None:
    data = document(
        para("Parks and trees", "T") + para("Parks", "Heading1"), styles=DEFAULTS + STYLES + style("T", "Title")
    )
    assert problem(data).severity == "info"
    assert problem(FAULTS["heading-one"][0]).severity == "warning"


def test_a_title_may_be_longer_than_other_headings() -> None:
    title = document(opening=para(" ".join(["oak"] * 24), "Heading1") + para("The council looks after them."))
    assert (problem(title).rule, problem(title).severity) == ("heading-long", "info")


def test_the_opening_of_these_documents_is_sound() -> None:
    assert found(document(opening=OPENING)) == []
