"""Keys with Alt that find no button: they belong to buttons, and never write."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from clerkwell.model import Cell, Table, words
from clerkwell.ui.editors.richtext import SectionEditor, Selection, Spot
from helpers.editing import Editing

Opener = Callable[..., Editing]
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TABLE = Table(caption="Visits", rows=((Cell(), Cell()),))


def send(editor: SectionEditor, text: str, modifiers: Qt.KeyboardModifier) -> QKeyEvent:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, modifiers, text)
    QApplication.sendEvent(editor, event)
    return event


@pytest.mark.skipif(sys.platform == "darwin", reason="on a Mac, Alt with a letter types another character")
@pytest.mark.parametrize("modifiers", [ALT, ALT | SHIFT])
def test_the_key_of_a_button_that_is_hidden_writes_nothing_over_a_selected_table(
    opened: Opener, modifiers: Qt.KeyboardModifier
) -> None:
    editing = opened({"background": (TABLE,)})
    editor = editing.editor()
    editor.select(Selection(Spot(0, 0), Spot(0, 1)))

    send(editor, "a", modifiers)

    assert [block.kind for block in editing.blocks("background")] == ["table"]
    assert editing.desk.session.can_undo is False


def test_letters_that_alt_has_no_part_in_are_written(opened: Opener) -> None:
    editing = opened({"background": "One"})
    editor = editing.editor()
    editor.select(Selection.at(0, 3))
    send(editor, "a", Qt.KeyboardModifier.NoModifier)
    send(editor, "A", SHIFT)
    assert [words(block) for block in editing.blocks("background")] == ["OneaA"]
