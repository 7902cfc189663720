"""The editor as somebody uses it: keys, input methods, the mouse, the clipboard, and what the window keeps."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from clerkwell.model import (
    Blocks,
    Cell,
    ListItem,
    Paragraph,
    Place,
    ReplaceWords,
    SubHeading,
    Table,
    Text,
    words,
)
from clerkwell.ui.editors.richtext import SectionEditor, Selection
from helpers.editing import Editing, bring_up, commit, compose, keys, must_hold, press

Opener = Callable[..., Editing]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
TABLE = Table(caption="Visits", rows=((Cell(), Cell()),))


def texts(editing: Editing, section: str = "background") -> list[str]:
    return [words(block) for block in editing.blocks(section)]


def put_caret(editor: SectionEditor, line: int, offset: int) -> None:
    editor.select(Selection.at(line, offset))


def test_an_unwritten_section_begins_with_the_first_key(opened: Opener) -> None:
    editing = opened({"background": ()})
    assert editing.desk.session.can_undo is False

    keys(editing.editor(), "x")

    assert texts(editing) == ["x"]
    assert editing.desk.session.undo_label == "Typing"


def test_typing_is_one_step_until_the_caret_is_moved(opened: Opener) -> None:
    editing = opened({"background": "One"})
    editor = editing.editor()
    put_caret(editor, 0, 3)
    keys(editor, "ab")
    press(editor, Qt.Key.Key_Return)
    keys(editor, "c")
    press(editor, Qt.Key.Key_Left)
    keys(editor, "d")

    editing.desk.session.undo()
    assert texts(editing) == ["Oneab", "c"]
    assert editor.selection() == Selection.at(1, 0)

    editing.desk.session.undo()
    assert texts(editing) == ["One"]
    assert editor.selection() == Selection.at(0, 3)
    assert editing.desk.session.can_undo is False


def test_undo_goes_back_and_forth_between_sections(opened: Opener) -> None:
    editing = opened({"background": "One", "options": "Two"})
    for section in ("background", "options", "background"):
        put_caret(editing.editor(section), 0, 3)
        keys(editing.editor(section), "!")

    for expected in (("One!", "Two!"), ("One!", "Two"), ("One", "Two")):
        editing.desk.session.undo()
        must_hold(editing)
        assert (texts(editing)[0], texts(editing, "options")[0]) == expected
    for _ in range(3):
        editing.desk.session.redo()
        must_hold(editing)
    assert texts(editing) == ["One!!"]


def test_what_is_being_composed_is_no_text_until_it_is_committed(opened: Opener) -> None:
    editing = opened({"background": "One"})
    editor = editing.editor()
    put_caret(editor, 0, 1)

    compose(editor, "にほ")
    assert texts(editing) == ["One"]
    assert editing.desk.session.can_undo is False

    commit(editor, "日本😀")
    assert texts(editing) == ["O日本😀ne"]
    assert editor.selection() == Selection.at(0, 4)


def test_a_change_from_elsewhere_while_composing_loses_neither(opened: Opener) -> None:
    editing = opened({"background": "One\nTwo"})
    editor = editing.editor()
    put_caret(editor, 1, 3)
    compose(editor, "にほ")

    first = editing.blocks()[0]
    place = Place(section="background", block=first.id, start=0, end=3)
    editing.desk.session.apply(ReplaceWords(place=place, words="Eins"), "Fix")

    must_hold(editing)
    commit(editor, "日")
    assert texts(editing)[0] == "Eins"
    assert "日" in texts(editing)[1]


def test_shift_enter_breaks_the_line_within_the_paragraph(opened: Opener) -> None:
    editing = opened({"background": "One"})
    put_caret(editing.editor(), 0, 1)

    press(editing.editor(), Qt.Key.Key_Return, SHIFT)

    assert texts(editing) == ["O\nne"]


def test_hyphen_space_makes_a_bullet_and_undo_gives_the_hyphen_back(opened: Opener) -> None:
    editing = opened({"background": ()})

    keys(editing.editor(), "- ")
    assert editing.blocks() == (ListItem(),)

    editing.desk.session.undo()
    assert texts(editing) == ["- "]


def test_bold_carries_on_over_enter(opened: Opener) -> None:
    editing = opened({"background": ()})
    editor = editing.editor()

    editing.pages["background"].actions_by_id["bold"].trigger()
    keys(editor, "a")
    press(editor, Qt.Key.Key_Return)
    keys(editor, "b")

    assert [block.runs for block in editing.blocks() if isinstance(block, Paragraph)] == [
        (Text(text="a", bold=True),),
        (Text(text="b", bold=True),),
    ]


def test_what_is_typed_after_a_link_is_not_part_of_it(opened: Opener) -> None:
    link = Text(text="page", link="https://example.org")
    editing = opened({"background": (Paragraph(runs=(link,)),)})
    editor = editing.editor()

    put_caret(editor, 0, 4)
    keys(editor, "s")
    put_caret(editor, 0, 2)
    keys(editor, "x")

    (block,) = editing.blocks()
    assert isinstance(block, Paragraph)
    assert block.runs == (Text(text="paxge", link="https://example.org"), Text(text="s"))


def test_tab_nests_in_a_list_and_moves_the_focus_elsewhere(opened: Opener) -> None:
    editing = opened({"background": "- a\n- b\nplain"})
    editor = editing.editor()
    bring_up(editing)

    put_caret(editor, 1, 0)
    press(editor, Qt.Key.Key_Tab)
    assert getattr(editing.blocks()[1], "level", None) == 1
    assert editor.hasFocus()

    press(editor, Qt.Key.Key_Tab, CONTROL)
    assert not editor.hasFocus()

    editor.setFocus()
    put_caret(editor, 2, 0)
    press(editor, Qt.Key.Key_Tab)
    assert not editor.hasFocus()
    assert texts(editing)[2] == "plain"


@pytest.mark.parametrize(
    "shortcut",
    [
        (Qt.Key.Key_Z, CONTROL),
        (Qt.Key.Key_Z, CONTROL | SHIFT),
        (Qt.Key.Key_Y, CONTROL),
        (Qt.Key.Key_B, CONTROL),
        (Qt.Key.Key_K, CONTROL),
        (Qt.Key.Key_V, CONTROL | SHIFT),
    ],
)
def test_undo_redo_and_the_actions_are_left_to_the_window(
    opened: Opener, shortcut: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    editor = opened({"background": "One"}).editor()
    event = QKeyEvent(QKeyEvent.Type.ShortcutOverride, *shortcut)
    event.ignore()

    QApplication.sendEvent(editor, event)

    assert not event.isAccepted()


def test_qt_s_own_editor_would_take_undo_for_itself(qtbot: QtBot) -> None:
    plain = QTextEdit()
    qtbot.addWidget(plain)
    event = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_Z, CONTROL)
    event.ignore()

    QApplication.sendEvent(plain, event)

    assert event.isAccepted(), "else the editor need not refuse it"


def test_keys_of_the_editor_itself_are_still_its_own(opened: Opener) -> None:
    editor = opened({"background": "One"}).editor()
    event = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_C, CONTROL)
    event.ignore()

    QApplication.sendEvent(editor, event)

    assert event.isAccepted()


def test_a_card_is_passed_over_opened_and_taken_out_and_comes_back_with_undo(opened: Opener) -> None:
    editing = opened({"background": (Paragraph(runs=(Text(text="One"),)), TABLE)})
    editor = editing.editor()
    card = editing.blocks()[1]
    asked: list[str] = []
    editor.opened.connect(asked.append)

    put_caret(editor, 0, 3)
    press(editor, Qt.Key.Key_Delete)
    press(editor, Qt.Key.Key_Return)
    assert asked == [card.id]

    press(editor, Qt.Key.Key_Delete)
    assert texts(editing) == ["One"]

    editing.desk.session.undo()
    assert editing.blocks()[1] is card


def test_words_typed_beside_a_card_begin_a_line(opened: Opener) -> None:
    editing = opened({"background": (TABLE,)})
    editor = editing.editor()

    put_caret(editor, 0, 1)
    keys(editor, "after")
    put_caret(editor, 0, 0)
    keys(editor, "before")
    put_caret(editor, 1, 1)
    commit(editor, "漢字")

    assert [block.kind for block in editing.blocks()] == ["paragraph", "table", "paragraph", "paragraph"]
    assert [words(block) for block in editing.blocks() if isinstance(block, Paragraph)] == ["before", "漢字", "after"]


def test_a_double_click_opens_a_card(opened: Opener) -> None:
    editing = opened({"background": (TABLE,)})
    editor = editing.editor()
    asked: list[str] = []
    editor.opened.connect(asked.append)
    QApplication.processEvents()

    middle = editor.cursorRect(editor.textCursor()).center() + QPoint(40, 0)
    QTest.mouseDClick(editor.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)

    assert asked == [editing.blocks()[0].id]


def test_a_read_only_report_can_be_read_and_copied_but_not_changed(opened: Opener) -> None:
    editing = opened({"background": "One"}, read_only=True)
    editor = editing.editor()
    editor.selectAll()

    keys(editor, "x")
    press(editor, Qt.Key.Key_Return)
    press(editor, Qt.Key.Key_X, CONTROL)
    for action in editing.pages["background"].actions_by_id.values():
        action.trigger()

    assert texts(editing) == ["One"]


def test_a_section_of_three_hundred_paragraphs_can_be_typed_in(opened: Opener) -> None:
    lines: Blocks = tuple(Paragraph(runs=(Text(text=f"Paragraph {index} of many"),)) for index in range(300))
    editing = opened({"background": lines})
    editor = editing.editor()

    put_caret(editor, 150, 5)
    keys(editor, "abc")
    press(editor, Qt.Key.Key_Return)

    assert len(editing.blocks()) == 301
    assert editor.labels[-1] == "301."


def test_paragraphs_move_by_keyboard(opened: Opener) -> None:
    editing = opened({"background": "One\n# Two"})
    bring_up(editing)

    press(editing.editor(), Qt.Key.Key_Down, ALT)

    assert [type(block) for block in editing.blocks()] == [SubHeading, Paragraph]
    assert editing.editor().selection() == Selection.at(1, 0)
