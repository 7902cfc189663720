"""The editor as somebody uses it: keys, input methods, the mouse, the clipboard, and what the window keeps."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from clerkwell.model import (
    Blocks,
    Cell,
    Footnote,
    ListItem,
    Paragraph,
    Place,
    Problem,
    Reference,
    ReplaceWords,
    SetBlocks,
    SubHeading,
    Table,
    Text,
    words,
)
from clerkwell.ui.editors.richtext import SectionEditor, Selection, Spot
from clerkwell.ui.editors.richtext.clipboard import OWN
from clerkwell.ui.editors.richtext.margin import visible_marks
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


@pytest.mark.parametrize("shortcut", ["Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+B", "Ctrl+K", "Ctrl+Shift+V"])
def test_undo_redo_and_the_actions_are_left_to_the_window(opened: Opener, shortcut: str) -> None:
    editor = opened({"background": "One"}).editor()
    combined = QKeySequence(shortcut)[0]
    event = QKeyEvent(QKeyEvent.Type.ShortcutOverride, combined.key(), combined.keyboardModifiers())
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


def test_copying_between_sections_keeps_the_kinds_and_gives_new_ids(opened: Opener) -> None:
    editing = opened({"background": "- One\n# Two\nlast", "options": ()})
    source, target = editing.editor(), editing.editor("options")
    source.select(Selection(Spot(0, 0), Spot(2, 4)))

    press(source, Qt.Key.Key_C, CONTROL)
    press(target, Qt.Key.Key_V, CONTROL)

    assert editing.blocks("options") == editing.blocks()
    assert {block.id for block in editing.blocks()}.isdisjoint(block.id for block in editing.blocks("options"))
    assert editing.desk.session.undo_label == "Paste"
    editing.desk.session.undo()
    assert editing.blocks("options") == ()


def test_cutting_and_pasting_moves_blocks_with_their_ids(opened: Opener) -> None:
    editing = opened({"background": "One\n- Two\nThree\n# Four"})
    editor = editing.editor()
    ids = [block.id for block in editing.blocks()]
    editor.select(Selection(Spot(0, 0), Spot(2, 0)))

    press(editor, Qt.Key.Key_X, CONTROL)
    assert texts(editing) == ["Three", "Four"]
    assert editing.desk.session.undo_label == "Cut"

    put_caret(editor, 1, 4)
    press(editor, Qt.Key.Key_Return)
    press(editor, Qt.Key.Key_V, CONTROL)

    assert texts(editing) == ["Three", "Four", "One", "Two"]
    assert [block.id for block in editing.blocks()][2:] == ids[:2]


def test_the_clipboard_carries_words_and_html_for_other_programs(opened: Opener) -> None:
    note = Footnote(runs=(Text(text="of May"),))
    paragraph = Paragraph(runs=(Text(text="a & b", bold=True), note))
    editing = opened({"background": (paragraph, ListItem(runs=(Text(text="x"),)), TABLE)})
    editing.editor().selectAll()

    mime = editing.editor().createMimeDataFromSelection()

    assert mime.hasFormat(OWN)
    assert mime.text().startswith("a & b [of May]\nx\nVisits")
    assert mime.html().startswith("<p><b>a &amp; b</b>")
    assert "<ul><li>x</li></ul><table><caption>Visits</caption>" in mime.html()


def test_html_is_pasted_with_its_structure_and_what_is_left_out_is_said(opened: Opener) -> None:
    editing = opened({"background": ()})
    mime = QMimeData()
    mime.setHtml("<h2>Head</h2><p>Some <b>bold</b></p><ul><li>x</li></ul><img src='file:///etc/passwd'>")

    editing.editor().insertFromMimeData(mime)

    assert [block.kind for block in editing.blocks()] == ["subheading", "paragraph", "item"]
    assert editing.desk.messages.said == ["Pasted. Left out: 1 picture."]
    editing.desk.session.undo()
    assert texts(editing) == []


def test_plain_paste_reads_nothing_into_the_words(opened: Opener) -> None:
    editing = opened({"background": ()})
    mime = QMimeData()
    mime.setHtml("<p><b>Bold</b></p>")
    mime.setText("Bold\n• x")
    QApplication.clipboard().setMimeData(mime)

    editing.pages["background"].actions_by_id["paste-plain"].trigger()

    assert editing.blocks() == (Paragraph(runs=(Text(text="Bold"),)), Paragraph(runs=(Text(text="• x"),)))


def test_a_damaged_piece_on_the_clipboard_is_pasted_as_its_words(opened: Opener) -> None:
    editing = opened({"background": ()})
    mime = QMimeData()
    mime.setData(OWN, b'[{"kind": "hologram"}]')
    mime.setText("words")

    editing.editor().insertFromMimeData(mime)

    assert texts(editing) == ["words"]


def test_files_are_left_to_the_window(opened: Opener) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("file:///report.docx")])

    assert not opened({"background": ()}).editor().canInsertFromMimeData(mime)


def test_nothing_that_pasted_words_name_is_loaded(opened: Opener) -> None:
    editor = opened({"background": ()}).editor()

    assert editor.loadResource(2, QUrl("file:///etc/hostname")) is None
    assert editor.loadResource(2, QUrl("https://example.org/a.png")) is None


def test_what_is_dropped_from_elsewhere_is_put_where_it_is_dropped(opened: Opener) -> None:
    editing = opened({"background": "One\nTwo"})
    editor = editing.editor()
    mime = QMimeData()
    mime.setText("new ")
    cursor = editor.textCursor()
    cursor.setPosition(4)
    at = QPointF(editor.cursorRect(cursor).center())
    event = QDropEvent(at, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)

    editor.dropEvent(event)

    assert texts(editing) == ["One", "new Two"]
    assert editing.desk.session.undo_label == "Paste"


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


def test_an_edit_from_elsewhere_leaves_the_caret_in_its_block(opened: Opener) -> None:
    editing = opened({"background": "One\nTwo\nThree"})
    editor = editing.editor()
    put_caret(editor, 2, 4)

    editing.desk.session.apply(SetBlocks(section="background", blocks=editing.blocks()[1:]), "Leave out")

    assert editor.selection() == Selection.at(1, 4)


def test_a_place_is_shown_selected(opened: Opener) -> None:
    editing = opened({"background": "One\nTwo words"})
    block = editing.blocks()[1]

    editing.pages["background"].show_place(Place(section="background", block=block.id, start=4, end=9))

    assert editing.editor().textCursor().selectedText() == "words"
    assert editing.editor().show_place(Place(section="background", block="gone")) is False


def test_problems_are_underlined_and_found_at_the_caret(opened: Opener) -> None:
    editing = opened({"background": "One two"})
    block = editing.blocks()[0]
    problem = Problem(
        rule="r",
        severity="error",
        place=Place(section="background", block=block.id, start=4, end=7),
        message="Mend it.",
    )

    editing.desk.bridge.problems_changed.emit((problem,))

    editor = editing.editor()
    (mark,) = editor.extraSelections()
    assert mark.cursor.selectedText() == "two"
    assert editor.problems_at(Spot(0, 5)) == (problem,)
    assert editor.problems_at(Spot(0, 1)) == ()
    put_caret(editor, 0, 0)
    keys(editor, "xx")
    assert editor.extraSelections()[0].cursor.selectedText() == "two"


def test_a_screen_reader_is_told_of_the_line_the_caret_is_in(opened: Opener) -> None:
    editing = opened({"background": "One\n- Two\n1. Three"})
    editor = editing.editor()
    bring_up(editing)

    told = []
    for line in range(3):
        put_caret(editor, line, 0)
        told.append(editor.accessibleDescription().split(".")[0])

    assert told == ["Paragraph 1", "Bullet", "Numbered item 1"]
    assert editor.accessibleName() == "Background"


def test_the_margin_is_painted_beside_its_lines_and_follows_changes_elsewhere(opened: Opener) -> None:
    editing = opened({"background": "One", "options": "Two\n- x"})
    editor = editing.editor("options")

    def painted() -> list[str]:
        return [mark.text for mark in visible_marks(editor, editor.labels)]

    assert painted() == ["2.", "•"]
    keys(editing.editor(), "x")
    press(editing.editor(), Qt.Key.Key_Return)
    assert painted() == ["3.", "•"]
    for mark in visible_marks(editor, editor.labels):
        line = editor.document().findBlockByNumber(mark.line)
        cursor = QTextCursor(line)
        assert mark.room.right() < editor.cursorRect(cursor).left(), "left of the words"
        assert mark.room.left() >= 0


def test_a_reference_follows_renumbering(opened: Opener) -> None:
    editing = opened({"background": "One", "options": "Two"})
    target = editing.blocks("options")[0]
    reference = Reference(to="paragraph", target=target.id)
    see = Paragraph(runs=(Text(text="see "), reference))
    editing.desk.session.apply(SetBlocks(section="background", blocks=(*editing.blocks(), see)), "Refer")
    assert editing.editor().reference_words(reference) == "3"

    put_caret(editing.editor(), 0, 0)
    press(editing.editor(), Qt.Key.Key_Return)
    keys(editing.editor(), "x")
    editor = editing.editor()
    put_caret(editor, 0, 0)
    keys(editor, "new")

    assert editor.reference_words(reference) == "4"


def test_larger_text_of_the_window_gives_every_line_its_room_anew(opened: Opener) -> None:
    editing = opened({"background": "One\n- Two\n# Three"})
    editor = editing.editor()
    before = editor.document().findBlockByNumber(1).blockFormat().leftMargin()
    font = editor.font()
    font.setPointSizeF(font.pointSizeF() * 2)

    editor.setFont(font)

    assert editor.document().findBlockByNumber(1).blockFormat().leftMargin() > before * 1.5


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
