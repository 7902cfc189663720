"""Copying, cutting, pasting and dropping."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from clerkwell.model import (
    Cell,
    Footnote,
    ListItem,
    Paragraph,
    Table,
    Text,
    words,
)
from clerkwell.ui.editors.richtext import SectionEditor, Selection, Spot
from clerkwell.ui.editors.richtext.clipboard import OWN
from helpers.editing import Editing, press

Opener = Callable[..., Editing]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
TABLE = Table(caption="Visits", rows=((Cell(), Cell()),))


def texts(editing: Editing, section: str = "background") -> list[str]:
    return [words(block) for block in editing.blocks(section)]


def put_caret(editor: SectionEditor, line: int, offset: int) -> None:
    editor.select(Selection.at(line, offset))


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


def test_a_piece_of_word_is_one_step_and_its_footnote_comes_along(opened: Opener) -> None:
    editing = opened({"background": "Before"})
    editor = editing.editor()
    put_caret(editor, 0, 6)
    mime = QMimeData()
    mime.setHtml(
        "<p style='mso-list:l0 level1 lfo1'><![if !supportLists]>1.<![endif]>First<a style='mso-footnote-id:ftn1' "
        "href='#_ftn1'>[1]</a></p><p><del>gone</del>Then</p><div style='mso-element:footnote' id=ftn1><p>A note</p>"
        "</div>"
    )

    editor.insertFromMimeData(mime)

    assert any(isinstance(run, Footnote) for block in editing.blocks() for run in getattr(block, "runs", ()))
    assert editing.desk.messages.said == ["Pasted. Left out: 1 tracked deletion."]
    editing.desk.session.undo()
    assert texts(editing) == ["Before"]


def test_numbered_paragraphs_of_another_report_take_the_numbers_of_this_one(opened: Opener) -> None:
    editing = opened({"background": (), "summary": ()})
    mime = QMimeData()
    mime.setHtml(f"<ol start=8><li>{'word ' * 40}</li><li>{'word ' * 40}</li></ol>")

    editing.editor().insertFromMimeData(mime)
    editing.editor("summary").insertFromMimeData(mime)

    assert [block.kind for block in editing.blocks()] == ["paragraph", "paragraph"]
    assert [block.kind for block in editing.blocks("summary")] == ["item", "item"]


def test_a_piece_without_words_changes_nothing_and_says_so(opened: Opener) -> None:
    editing = opened({"background": "Kept"})
    editing.editor().selectAll()
    mime = QMimeData()
    mime.setHtml("<img src='map.png'>")

    editing.editor().insertFromMimeData(mime)

    assert texts(editing) == ["Kept"]
    assert editing.desk.messages.said == ["There were no words to paste. Left out: 1 picture."]


def test_too_much_is_refused_and_changes_nothing(opened: Opener) -> None:
    editing = opened({"background": "Kept"})
    editing.editor().selectAll()
    mime = QMimeData()
    mime.setText("x" * 6_000_000)

    editing.editor().insertFromMimeData(mime)

    assert texts(editing) == ["Kept"]
    assert "too much to paste" in editing.desk.messages.said[0]


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
