"""Paragraphs moved with the mouse, by the margin beside them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from clerkwell.model import words
from clerkwell.ui.editors.richtext import SectionEditor, Selection, Spot
from clerkwell.ui.editors.richtext.dragging import move_to
from clerkwell.ui.editors.richtext.margin import visible_lines
from helpers.building import blocks
from helpers.editing import Editing, bring_up, must_hold, press

Opener = Callable[..., Editing]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def handle(editor: SectionEditor, line: int) -> QPoint:
    """A point in the margin of a line."""
    for shown, room in visible_lines(editor):
        if shown.blockNumber() == line:
            return QPoint(int(room.left() + shown.layout().lineAt(0).x()) - 12, int(room.center().y()))
    raise AssertionError(line)


def texts(editing: Editing) -> list[str]:
    return [words(block) for block in editing.blocks()]


def drag(editor: SectionEditor, line: int, to: QPoint, *, drop: bool = True) -> None:
    QTest.mousePress(editor.viewport(), LEFT, NONE, handle(editor, line))
    QTest.mouseMove(editor.viewport(), to)
    if drop:
        QTest.mouseRelease(editor.viewport(), LEFT, NONE, to)


@pytest.mark.parametrize(
    ("first", "last", "to", "after"),
    [(0, 0, 2, "bacd"), (0, 0, 4, "bcda"), (3, 3, 0, "dabc"), (1, 2, 0, "bcad"), (1, 2, 4, "adbc"), (1, 2, 2, None),
     (1, 2, 3, None), (1, 2, 1, None), (0, 0, 5, None), (0, 4, 0, None)],
)  # fmt: skip
def test_lines_are_moved_before_another(first: int, last: int, to: int, after: str | None) -> None:
    outcome = move_to(first, last, to)(blocks("a\nb\nc\nd"), Selection.at(first, 0))

    assert (outcome and "".join(words(block) for block in outcome.blocks)) == after


def test_a_paragraph_is_dragged_by_its_number_in_one_step(opened: Opener) -> None:
    editing = opened({"background": "One\nTwo\nThree"})
    bring_up(editing)
    editor = editing.editor()

    drag(editor, 0, handle(editor, 2) + QPoint(40, 4))

    assert texts(editing) == ["Two", "Three", "One"]
    assert editing.desk.session.undo_label == "Move paragraph"
    assert editor.selection().caret.line == 2
    must_hold(editing)
    editing.desk.session.undo()
    assert texts(editing) == ["One", "Two", "Three"]
    assert not editing.desk.session.can_undo


def test_all_that_is_selected_is_dragged_with_one_of_it(opened: Opener) -> None:
    editing = opened({"background": "One\nTwo\n- three\nFour"})
    bring_up(editing)
    editor = editing.editor()
    editor.select(Selection(Spot(1, 1), Spot(2, 2)))

    drag(editor, 2, handle(editor, 0) - QPoint(0, 8))

    assert texts(editing) == ["Two", "three", "One", "Four"]
    assert editing.desk.session.undo_label == "Move paragraphs"
    assert editor.selection() == Selection(Spot(0, 1), Spot(1, 2))


def test_escape_lets_what_is_dragged_stay(opened: Opener) -> None:
    editing = opened({"background": "One\nTwo\nThree"})
    bring_up(editing)
    editor = editing.editor()

    drag(editor, 0, handle(editor, 2), drop=False)
    press(editor, Qt.Key.Key_A)
    press(editor, Qt.Key.Key_Escape)
    QTest.mouseRelease(editor.viewport(), LEFT, NONE, handle(editor, 2))

    assert texts(editing) == ["One", "Two", "Three"]
    assert not editing.desk.session.can_undo


def test_a_click_in_the_margin_moves_nothing_and_nothing_moves_where_it_may_only_be_read(opened: Opener) -> None:
    editing = opened({"background": "One\nTwo"})
    bring_up(editing)
    QTest.mouseClick(editing.editor().viewport(), LEFT, NONE, handle(editing.editor(), 1))
    assert texts(editing) == ["One", "Two"]

    fixed = opened({"background": "One\nTwo"}, read_only=True)
    bring_up(fixed)
    drag(fixed.editor(), 0, handle(fixed.editor(), 1) + QPoint(0, 8))
    assert texts(fixed) == ["One", "Two"]


def test_the_margin_shows_that_it_is_a_handle_and_the_words_do_not(opened: Opener) -> None:
    editing = opened({"background": "One\nTwo"})
    bring_up(editing)
    editor = editing.editor()
    QTest.mouseMove(editor.viewport(), handle(editor, 1))
    assert editor.viewport().cursor().shape() == Qt.CursorShape.OpenHandCursor
    editor.grab()
    QTest.mouseMove(editor.viewport(), handle(editor, 1) + QPoint(40, 0))
    assert editor.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor


def test_dragging_past_the_edge_scrolls(opened: Opener) -> None:
    editing = opened({"background": "\n".join(f"Line {number}" for number in range(60))})
    bring_up(editing)
    editor = editing.editor()

    drag(editor, 0, QPoint(30, editor.viewport().height() + 20), drop=False)
    QTest.qWait(200)
    assert editor.verticalScrollBar().value() > 0
    editor.grab()
    press(editor, Qt.Key.Key_Escape)
    assert texts(editing)[0] == "Line 0"
