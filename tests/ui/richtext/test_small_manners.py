"""Small manners of the section's page: what an empty one asks for, buttons, dragging, cells with problems."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from clerkwell.model import Cell, Paragraph, Place, Problem, Table, Text
from clerkwell.ui.editors import table_cards
from clerkwell.ui.editors.richtext.margin import BULLETS
from clerkwell.ui.kit.folding_bar import menu_button
from clerkwell.word.writer.nums import _BULLETS
from helpers.editing import Editing, bring_up, compose, keys, press

Opener = Callable[..., Editing]


def ink(picture: QImage, left: int, right: int) -> int:
    """How many pixels of a stretch are not the page's own colour."""
    page = picture.pixel(picture.width() // 2, picture.height() - 5)
    return sum(picture.pixel(x, y) != page for x in range(left, right) for y in range(4, 40))


def test_an_empty_section_asks_for_words_behind_its_caret(opened: Opener) -> None:
    editing = opened({"background": ()})
    bring_up(editing)
    editor = editing.editor()
    caret = editor.cursorRect()

    def beside() -> tuple[int, int]:
        picture = editor.viewport().grab().toImage()
        return ink(picture, 2, caret.left() - 2), ink(picture, caret.right() + 3, picture.width() - 4)

    _, behind = beside()
    assert behind > 50
    compose(editor, "n")
    assert beside()[1] < behind
    compose(editor, "")
    keys(editor, "x")
    assert beside()[1] < behind
    press(editor, Qt.Key.Key_Backspace)
    assert beside()[1] == behind, "and again when all has gone"


def test_what_an_empty_section_asks_for_is_whole_in_a_narrow_one(opened: Opener) -> None:
    editing = opened({"background": ()})
    bring_up(editing)
    editor = editing.editor()
    metrics = QFontMetrics(editor.document().defaultFont())
    editor.setFixedWidth(metrics.horizontalAdvance(editor.prompt))
    QApplication.processEvents()
    caret = editor.cursorRect()
    picture = editor.viewport().grab().toImage()
    page = picture.pixel(picture.width() // 2, picture.height() - 5)
    right = picture.width() - 2
    written = [
        y
        for y in range(4, 4 * metrics.height())
        if any(picture.pixel(x, y) != page for x in range(caret.right() + 3, right))
    ]
    assert max(written) - min(written) > 1.2 * metrics.height()
    assert all(picture.pixel(right, y) == page for y in written)


def test_bullets_are_those_of_the_document() -> None:
    assert tuple(mark for _, mark in _BULLETS) == BULLETS


def test_a_button_whose_menu_has_opened_a_dialog_does_not_stay_lit(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    button = menu_button("Insert", menu)
    qtbot.addWidget(button)
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, True)
    button.setDown(True)
    menu.aboutToHide.emit()
    qtbot.waitUntil(lambda: not button.underMouse())
    assert not button.isDown()


def test_a_paragraph_is_dragged_with_its_list(opened: Opener) -> None:
    editing = opened({"background": "Done:\n- one\nNext.\nLast."})
    assert editing.editor().end_of(0) == 1
    assert editing.editor().end_of(2) == 2


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The cells at which tables were opened."""
    found: list[object] = []
    monkeypatch.setattr(table_cards, "edit_table", lambda *_, at=None, **__: found.append(at))
    return found


def test_going_to_a_problem_in_a_cell_opens_the_table_there(opened: Opener, asked: list[object], qtbot: QtBot) -> None:
    cells = tuple(tuple(Cell(paragraphs=((Text(text=word),),)) for word in row.split()) for row in ("a b", "c d"))
    editing = opened({"background": (Paragraph(runs=(Text(text="One"),)), Table(rows=cells))})
    page, block = editing.pages["background"], editing.blocks()[1].id
    place = Place(section="background", block=block, path=(1, 0, 0), start=0, end=1)
    page.show_place(place)
    qtbot.wait(20)
    assert asked == [], "where somebody only looks, as for a find, nothing opens"
    problem = Problem(rule="table-total", severity="warning", place=place, message="That is wrong.")
    editing.desk.session._problems = (problem,)  # noqa: SLF001 - what a check would leave
    page.show_place(place)
    qtbot.waitUntil(lambda: asked == [(1, 0)])
