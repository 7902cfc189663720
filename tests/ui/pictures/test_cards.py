"""Pictures come into a section by file, paste and drop, and are opened again; each is one step of undo."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clerkwell.model import Image, Landscape, Paragraph, Table, Text
from clerkwell.storage.stored import used_only
from clerkwell.ui.editors.pictures import cards
from clerkwell.ui.editors.pictures.preparing import Prepared
from clerkwell.ui.editors.richtext import Selection, Spot
from helpers.editing import Editing, bring_up, press
from helpers.picturing import image, picture_bytes

Opener = Callable[..., Editing]
PICTURE = Image(attachment="plan.png", alt="A plan")
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def described(monkeypatch: pytest.MonkeyPatch) -> list[Prepared]:
    """The dialog answers with a description."""
    asked: list[Prepared] = []

    def answer(_: object, image: Image, data: bytes, __: object, **___: object) -> tuple[Image, None]:
        asked.append(Prepared(image.attachment, data))
        return image.model_copy(update={"alt": "Seen"}), None

    monkeypatch.setattr(cards, "ask_about", answer)
    return asked


def kinds(editing: Editing) -> list[str]:
    return [block.kind for block in editing.blocks()]


def test_a_file_is_put_in_below_the_caret_and_kept_with_the_report(opened: Opener, tmp_path: Path) -> None:
    editing = opened({"background": "One\nTwo"})
    page = editing.pages["background"]
    file = tmp_path / "plan.png"
    file.write_bytes(picture_bytes("png"))
    page.cards.choose_files = lambda _: [file]
    page.editor.select(Selection.at(0, 3))

    page.actions_by_id["picture"].trigger()

    assert kinds(editing) == ["paragraph", "image", "paragraph"]
    put = editing.blocks()[1]
    assert isinstance(put, Image)
    assert (put.attachment, put.alt) == ("plan.png", "Seen")
    session = editing.desk.session
    assert session.attachments["plan.png"] == picture_bytes("png")
    assert session.undo_label == "Picture"
    session.undo()
    assert kinds(editing) == ["paragraph", "paragraph"]


def test_the_same_picture_is_kept_once(opened: Opener, tmp_path: Path) -> None:
    editing = opened({"background": "One"})
    page = editing.pages["background"]
    files = [tmp_path / "plan.png", tmp_path / "copy.png"]
    for file in files:
        file.write_bytes(picture_bytes("png"))
    page.cards.choose_files = lambda _: files
    page.actions_by_id["picture"].trigger()
    assert [each.attachment for each in editing.blocks() if isinstance(each, Image)] == ["plan.png", "plan.png"]
    assert [*editing.desk.session.attachments] == ["plan.png"]


def test_a_picture_that_was_undone_does_not_travel(opened: Opener, tmp_path: Path) -> None:
    editing = opened({"background": "One"})
    page = editing.pages["background"]
    file = tmp_path / "plan.png"
    file.write_bytes(picture_bytes("png"))
    page.cards.choose_files = lambda _: [file]
    page.actions_by_id["picture"].trigger()
    session = editing.desk.session
    assert used_only(session._state().stored).attachments  # noqa: SLF001 - what a save would hold
    session.undo()
    assert not used_only(session._state().stored).attachments  # noqa: SLF001


def test_what_is_no_picture_is_said_and_the_next_goes_in(opened: Opener, tmp_path: Path) -> None:
    editing = opened({"background": "One"})
    page = editing.pages["background"]
    files = [tmp_path / "notes.png", tmp_path / "plan.png"]
    files[0].write_text("Notes of a meeting")
    files[1].write_bytes(picture_bytes("png"))
    said: list[str] = []
    page.editor.notice.connect(said.append)
    page.cards.choose_files = lambda _: files
    page.actions_by_id["picture"].trigger()
    assert "notes.png" in said[0]
    assert "not a picture" in said[0]
    assert sorted(kinds(editing)) == ["image", "paragraph"]


def test_a_copied_picture_is_pasted(opened: Opener, qtbot: QtBot) -> None:
    editing = opened({"background": "One"})
    bring_up(editing)
    QGuiApplication.clipboard().setImage(image())
    editing.editor().select(Selection.at(0, 3))
    press(editing.editor(), Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: kinds(editing) == ["paragraph", "image"])
    assert "picture.png" in editing.desk.session.attachments


def test_cells_copied_from_a_spreadsheet_are_a_table_and_no_picture(opened: Opener, qtbot: QtBot) -> None:
    editing = opened({"background": "One"})
    mime = QMimeData()
    mime.setImageData(image())
    mime.setHtml("<table><tr><td>a</td><td>b</td></tr></table>")
    mime.setText("a\tb")
    editing.editor().select(Selection.at(0, 3))
    editing.editor().insertFromMimeData(mime)
    qtbot.wait(10)
    assert any(isinstance(block, Table) for block in editing.blocks())
    assert not any(isinstance(block, Image) for block in editing.blocks())


def test_files_are_dropped_where_they_are_let_go(opened: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    editing = opened({"background": "One\nTwo"})
    editor = editing.editor()
    file = tmp_path / "plan.jpg"
    file.write_bytes(picture_bytes("jpeg"))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    assert editor.canInsertFromMimeData(mime)
    editor.select(Selection.at(0, 3))
    at = QPointF(editor.cursorRect().center())
    editor.select(Selection.at(1, 3))
    editor.dropEvent(
        QDropEvent(at, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    )
    qtbot.waitUntil(lambda: kinds(editing) == ["paragraph", "image", "paragraph"])


def test_a_report_that_is_dropped_is_left_to_the_window(opened: Opener, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.clerkwell")), QUrl.fromLocalFile(str(tmp_path / "b.png"))])
    assert not opened({"background": "One"}).editor().canInsertFromMimeData(mime)


def test_a_card_is_opened_by_return_and_changed_in_one_step(opened: Opener) -> None:
    editing = opened({"background": (PICTURE,)})
    bring_up(editing)
    editing.editor().select(Selection(Spot(0, 0), Spot(0, 1)))
    press(editing.editor(), Qt.Key.Key_Return)
    put = editing.blocks()[0]
    assert isinstance(put, Image)
    assert put.alt == "Seen"
    editing.desk.session.undo()
    assert editing.blocks() == (PICTURE,)


def test_a_picture_is_replaced_and_taken_out(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    editing = opened({"background": (PICTURE, Paragraph(runs=(Text(text="One"),)))})
    editor, session = editing.editor(), editing.desk.session
    other = Prepared("other.png", picture_bytes("png", 9, 9))
    monkeypatch.setattr(cards, "ask_about", lambda _, image, *__: (image, other))
    editor.opened.emit(editing.blocks()[0].id)
    put = editing.blocks()[0]
    assert isinstance(put, Image)
    assert session.attachments[put.attachment] == other.data
    monkeypatch.setattr(cards, "ask_about", lambda *_: (None, None))
    editor.opened.emit(put.id)
    assert kinds(editing) == ["paragraph"]
    assert session.undo_label == "Remove the picture"


def test_a_picture_on_a_page_on_its_side_is_opened_there(opened: Opener) -> None:
    editing = opened({"background": (Landscape(blocks=(PICTURE,)),)})
    editing.editor().opened.emit(editing.blocks()[0].id)
    page = editing.blocks()[0]
    assert isinstance(page, Landscape)
    assert isinstance(page.blocks[0], Image)
    assert page.blocks[0].alt == "Seen"


def test_a_copied_block_takes_its_picture_into_another_report(opened: Opener) -> None:
    one, other = opened({"background": (PICTURE,)}), opened({"background": "Two"})
    one.desk.session.add_attachment("plan.png", picture_bytes("png"))
    other.desk.session.add_attachment("plan.png", picture_bytes("png", 9, 9))
    one.editor().selectAll()
    one.editor().copy()
    other.editor().select(Selection.at(0, 3))
    other.editor().paste()
    put = next(block for block in other.blocks() if isinstance(block, Image))
    assert other.desk.session.attachments[put.attachment] == picture_bytes("png")


def test_a_picture_that_nobody_has_is_left_out_and_said(opened: Opener) -> None:
    one, other = opened({"background": (PICTURE, Paragraph(runs=(Text(text="One"),)))}), opened({"background": "Two"})
    said: list[str] = []
    other.editor().notice.connect(said.append)
    one.editor().selectAll()
    one.editor().copy()
    other.editor().paste()
    assert not any(isinstance(block, Image) for block in other.blocks())
    assert "Left out: pictures of another report" in said[0]


def test_nothing_is_put_into_a_report_to_read_only(opened: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    editing = opened({"background": (PICTURE,)}, read_only=True)
    page = editing.pages["background"]
    file = tmp_path / "plan.png"
    file.write_bytes(picture_bytes("png"))
    page.cards.choose_files = lambda _: [file]
    page.actions_by_id["picture"].trigger()
    page.cards.came([file])
    page.editor.opened.emit(editing.blocks()[0].id)
    qtbot.wait(10)
    assert editing.blocks() == (PICTURE,)


def test_the_card_shows_the_picture_small(opened: Opener) -> None:
    editing = opened({"background": (PICTURE, Image(attachment="gone.png", decorative=True))})
    editing.desk.session.add_attachment("plan.png", picture_bytes("png", 400, 200))
    editor = editing.editor()
    QApplication.processEvents()
    grabbed = editor.viewport().grab().toImage()
    colours = {grabbed.pixelColor(x, y).name() for x in range(0, grabbed.width(), 3) for y in range(0, 120, 3)}
    assert "#cc0000" in colours
