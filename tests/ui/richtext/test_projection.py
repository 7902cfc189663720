"""From lines of a document to blocks."""

import pytest
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from clerkwell.model import (
    Blocks,
    Cell,
    Footnote,
    Image,
    Landscape,
    ListItem,
    Paragraph,
    Quotation,
    Reference,
    SubHeading,
    Table,
    Text,
    plain,
)
from clerkwell.model.text import OBJECT
from clerkwell.ui.editors.richtext.formats import Looks, Setting
from clerkwell.ui.editors.richtext.projection import Touched, project
from clerkwell.ui.editors.richtext.rendering import write
from helpers.building import blocks

SETTING = Setting(Looks(em=16, points=11.5, link="#1d5c99", muted="#545b63"), lambda _: "8")
TABLE = Table(id="t", caption="Visits", rows=((Cell(), Cell()),))
EVERY_KIND: Blocks = (
    Paragraph(
        id="a",
        runs=(
            Text(text="Emoji 😀, "),
            Text(text="bold", bold=True),
            Text(text=" two\nlines", italic=True),
            Text(text="up", script="super"),
            Text(text="page", link="https://example.org"),
            Reference(to="paragraph", target="b"),
            Reference(to="paragraph", target="b"),
            Footnote(runs=(Text(text="Note"),)),
        ),
    ),
    Paragraph(id="b", plain=True, runs=(Text(text="No number\u00a0here\tand tab"),)),
    Paragraph(id="c", nil=True, runs=(Text(text="None"),)),
    SubHeading(id="d", runs=(Text(text="Head"), Text(text="bold", bold=True))),
    ListItem(id="e", level=2, ordered=True, start=4, runs=(Text(text="x"),)),
    ListItem(id="f"),
    Quotation(id="g", runs=(Text(text="They said"),)),
    TABLE,
    Image(id="h", attachment="a.png", alt="A map"),
    Landscape(id="i", blocks=(Table(id="j", rows=((Cell(),),)),)),
    Paragraph(id="k"),
)


@pytest.fixture
def document(qtbot: QtBot) -> QTextDocument:  # noqa: ARG001 - starts Qt
    made = QTextDocument()
    made.setUndoRedoEnabled(False)
    return made


def cursor_at(document: QTextDocument, line: int, units: int) -> QTextCursor:
    cursor = QTextCursor(document)
    cursor.setPosition(document.findBlockByNumber(line).position() + units)
    return cursor


def test_what_was_written_is_read_back_as_the_very_same_blocks(document: QTextDocument) -> None:
    write(document, EVERY_KIND, SETTING)

    seen = project(document, EVERY_KIND).blocks

    assert all(one is other for one, other in zip(seen, EVERY_KIND, strict=True))


def test_without_knowing_them_the_words_and_kinds_are_read_and_cards_are_not(document: QTextDocument) -> None:
    write(document, EVERY_KIND, SETTING)

    seen = project(document, (TABLE,)).blocks

    assert [block for block in seen if block.kind != "table"][:7] == list(EVERY_KIND[:7])
    assert TABLE in seen


def test_an_empty_section_is_nothing_until_something_is_typed(document: QTextDocument) -> None:
    write(document, (), SETTING)
    assert project(document, ()).blocks == ()

    cursor_at(document, 0, 0).insertText("x")

    assert project(document, ()).blocks == (Paragraph(runs=(Text(text="x"),)),)


def test_typing_in_one_line_makes_one_new_block(document: QTextDocument) -> None:
    lines = tuple(block.model_copy(update={"id": f"b{i}"}) for i, block in enumerate(blocks("One\nTwo\nThree")))
    write(document, lines, SETTING)

    cursor_at(document, 1, 3).insertText("!")
    seen = project(document, lines, Touched(before=7, after=6)).blocks

    assert seen[0] is lines[0]
    assert seen[2] is lines[2]
    assert seen[1] == Paragraph(runs=(Text(text="Two!"),))
    assert seen[1].id == "b1"


def test_a_wrong_hint_does_no_harm(document: QTextDocument) -> None:
    lines = tuple(block.model_copy(update={"id": f"b{i}"}) for i, block in enumerate(blocks("One\nTwo\nThree")))
    write(document, lines, SETTING)

    cursor_at(document, 0, 3).insertText("!")

    for touched in (Touched(9, 0), Touched(0, 99), Touched(99, 99)):
        assert [plain(b.runs) for b in project(document, lines, touched).blocks if isinstance(b, Paragraph)] == [
            "One!",
            "Two",
            "Three",
        ]


def test_of_two_halves_the_one_with_the_old_words_keeps_the_id(document: QTextDocument) -> None:
    lines = (Paragraph(id="b1", runs=(Text(text="One"),)),)
    write(document, lines, SETTING)
    cursor_at(document, 0, 0).insertBlock()

    assert [block.id for block in project(document, lines).blocks] == ["", "b1"]

    write(document, lines, SETTING)
    cursor_at(document, 0, 2).insertBlock()

    assert [block.id for block in project(document, lines).blocks] == ["b1", ""]


def test_an_id_that_another_line_has_is_not_taken(document: QTextDocument) -> None:
    lines = tuple(block.model_copy(update={"id": f"b{i}"}) for i, block in enumerate(blocks("One\nTwo\nThree")))
    write(document, lines, SETTING)
    form = document.findBlockByNumber(0).blockFormat()
    cursor_at(document, 2, 0).setBlockFormat(form)

    seen = project(document, lines, Touched(before=8, after=0)).blocks

    assert [block.id for block in seen] == ["b0", "b1", ""]


def test_words_typed_beside_a_card_become_a_line_of_their_own(document: QTextDocument) -> None:
    for units, expected in ((0, ["paragraph", "table"]), (1, ["table", "paragraph"])):
        write(document, (TABLE,), SETTING)
        cursor_at(document, 0, units).insertText("x")

        seen = project(document, (TABLE,)).blocks

        assert [block.kind for block in seen] == expected
        assert TABLE in seen


def test_words_in_place_of_a_card_do_not_take_its_id(document: QTextDocument) -> None:
    write(document, (TABLE,), SETTING)
    cursor = cursor_at(document, 0, 0)
    cursor.setPosition(1, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText("x")

    seen = project(document, (TABLE,)).blocks

    assert seen == (Paragraph(runs=(Text(text="x"),)),)
    assert seen[0].id == ""


def test_objects_that_nobody_knows_are_nothing(document: QTextDocument) -> None:
    write(document, blocks("One"), SETTING)
    cursor_at(document, 0, 1).insertText(OBJECT, QTextCharFormat())

    assert project(document, ()).blocks == blocks("One")


def test_a_nil_answer_is_one_for_as_long_as_that_is_all_it_says(document: QTextDocument) -> None:
    lines = (Paragraph(id="b", nil=True, runs=(Text(text="None"),)),)
    write(document, lines, SETTING)

    cursor_at(document, 0, 4).insertText(".")
    seen = project(document, lines).blocks
    assert isinstance(seen[0], Paragraph)
    assert seen[0].nil

    cursor_at(document, 0, 5).insertText(" Because")
    assert project(document, lines).blocks == (Paragraph(runs=(Text(text="None. Because"),)),)
