"""What is typed instead of made: lists, notes, captions, forms."""

import pytest

from helpers.readable import GOOD_TABLE, cell, control, document, drawing, field, found, para, problem, row, run, table

END = para("That is all.")
RAISED = '<w:vertAlign w:val="superscript"/>'

FAULTS = {
    "list-typed": [
        document(para("1. Oaks") + para("2. Elms") + END),
        document(para("(a) Oaks") + para("(b) Elms") + END),
        document(para("i) Oaks") + para("ii) Elms") + END),
        document(para("3) Oaks") + para("4) Elms") + END),
        document(para("• Oaks are old") + END),
        document(para("- Oaks") + para("- Elms") + END),
        document(para("– Oaks") + para("– Elms") + END),
        document(para("* Oaks") + para("* Elms") + END),
        document(para(run("1. Oaks") + "<w:r><w:br/></w:r>" + run("2. Elms")) + END),
    ],
    "footnote-typed": [
        document(para("* Of those that were counted.") + END),
        document(para(run("1", RAISED) + run(" Of those that were counted.")) + END),
    ],
    "caption-typed": [
        document(para("Table 1: Trees") + GOOD_TABLE + END),
        document(drawing('descr="An oak before the town hall"') + para("Figure 1: An oak") + END),
        document(para("Table 1: Trees", "Caption") + END),
    ],
    "form-typed": [
        document(para("Name: ______________") + END),
        document(para("Name: ..............") + END),
        document(para("☐ Yes, I have a tree") + END),
    ],
}

SOUND = {
    "a list": document(para("Oaks", "Bullet") + para("Elms", "Bullet") + END),
    "one number": document(para("1. January is too early to plant.") + END),
    "numbers that do not follow": document(para("1. January is early.") + para("7. July is late.") + END),
    "a year": document(para("2022. It was dry.") + para("2023. It was wet.") + END),
    "a dash inside": document(para("Oaks – the old ones – are tall.") + END),
    "one dash": document(para("– Anonymous") + END),
    "numbers of headings": document(
        para("1. Oaks", "Heading2") + para("Old.") + para("2. Elms", "Heading2") + para("Gone.")
    ),
    "a caption": document(para(run("Table ") + field("SEQ Table", "1") + run(": Trees"), "Caption") + GOOD_TABLE + END),
    "a sentence about a table": document(para("Table 1 shows that oaks are tall.") + END),
    "a power": document(para(run("12 m") + run("2", RAISED) + run(" of grass")) + END),
    "dots between a contents list's words and pages": document(para("Oaks ........ 4", "TOC1") + END),
    "a box to tick that is a control": document(
        para(control("☐", '<w:alias w:val="I have a tree"/><w14:checkbox/>') + run(" I have a tree")) + END
    ),
    "three dots": document(para("And so on... and on.") + END),
}


@pytest.mark.parametrize(("rule", "data"), [(rule, data) for rule, every in FAULTS.items() for data in every])
def test_a_fault_is_found_and_nothing_else(rule: str, data: bytes) -> None:
    assert set(found(data)) == {rule}


@pytest.mark.parametrize("name", sorted(SOUND))
def test_what_only_looks_like_a_fault_is_let_be(name: str) -> None:
    assert found(SOUND[name]) == []


def test_numbered_lines_of_an_answer_in_a_table_weigh_little() -> None:
    answer = para(run("1. People are safe") + "<w:r><w:br/></w:r>" + run("2. People are well"))
    told = problem(document(table(row("Outcomes", "Public", header=True), row(cell(answer), "Yes")) + END))
    assert (told.rule, told.severity) == ("list-typed", "info")


def test_a_typed_list_is_told_once_with_its_length() -> None:
    told = problem(document(para("1. Oaks") + para("2. Elms") + para("3. Limes") + END))
    assert told.message.startswith("Paragraph 3 (“1. Oaks”): 3 items of a list have a typed number.")
