"""What the editor shows: places, problems, the margin, references, and the line for a screen reader."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from clerkwell.model import (
    Cell,
    Paragraph,
    Place,
    Problem,
    Reference,
    SetBlocks,
    Table,
    Text,
    words,
)
from clerkwell.ui.editors.richtext import SectionEditor, Selection, Spot
from clerkwell.ui.editors.richtext.margin import visible_marks
from helpers.editing import Editing, bring_up, keys, press

Opener = Callable[..., Editing]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
TABLE = Table(caption="Visits", rows=((Cell(), Cell()),))


def texts(editing: Editing, section: str = "background") -> list[str]:
    return [words(block) for block in editing.blocks(section)]


def put_caret(editor: SectionEditor, line: int, offset: int) -> None:
    editor.select(Selection.at(line, offset))


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
