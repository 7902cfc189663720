"""Footnotes that are there: changed, taken out, listed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from clerkwell.model import Footnote, Paragraph, Place, Text
from clerkwell.ui.editors.richtext import Selection, Spot
from clerkwell.ui.editors.section_page import SectionPage
from clerkwell.ui.kit.search_list import SearchDialog
from helpers.editing import Editing, press

Opener = Callable[..., Editing]


def note(text: str) -> Footnote:
    return Footnote(runs=(Text(text=text),))


def noted(opened: Opener) -> Editing:
    return opened(
        {"background": (Paragraph(runs=(Text(text="One"), note("Since May."), Text(text=" two"), note("Later."))),)}
    )


def type_instead(page: SectionPage, text: str) -> None:
    (field,) = page.ask_bar.fields
    field.setText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_return_on_a_footnote_s_mark_asks_for_other_words_of_it(opened: Opener) -> None:
    editing = noted(opened)
    page = editing.pages["background"]
    page.editor.select(Selection(Spot(0, 3), Spot(0, 4)))

    press(page.editor, Qt.Key.Key_Return)
    assert [field.text() for field in page.ask_bar.fields] == ["Since May."]
    type_instead(page, "")
    assert not page.ask_bar.isHidden(), "a footnote says something"
    type_instead(page, "Since June.")

    assert editing.blocks() == (
        Paragraph(runs=(Text(text="One"), note("Since June."), Text(text=" two"), note("Later."))),
    )
    assert editing.desk.session.undo_label == "Change the footnote"


def test_a_footnote_is_taken_out_from_the_bar_and_from_the_menu(opened: Opener) -> None:
    editing = noted(opened)
    page = editing.pages["background"]
    page.editor.select(Selection.at(0, 4))
    page.actions_by_id["here"].trigger()
    (delete,) = [each for each in page.ask_bar.findChildren(QPushButton) if each.text() == "&Delete"]
    delete.click()
    assert editing.blocks() == (Paragraph(runs=(Text(text="One two"), note("Later."))),)
    assert page.ask_bar.isHidden()

    page.editor.select(Selection.at(0, 8))
    menu = page.context_menu()
    (action,) = [each for each in menu.actions() if each.text() == "&Delete the footnote"]
    action.trigger()
    menu.deleteLater()

    assert editing.blocks() == (Paragraph(runs=(Text(text="One two"),)),)
    editing.desk.session.undo()
    editing.desk.session.undo()
    assert len(editing.blocks()[0].runs) == 4  # type: ignore[union-attr]  # worded


def test_what_was_changed_meanwhile_is_left_alone(opened: Opener) -> None:
    editing = noted(opened)
    page = editing.pages["background"]
    page.editor.select(Selection.at(0, 4))
    page.actions_by_id["here"].trigger()
    page.editor.select(Selection.at(0, 0))
    page.editor.paste_plain()
    page.editor.insert_piece((Paragraph(runs=(Text(text="x"),)),), "x")

    type_instead(page, "Other")

    assert not page.ask_bar.isHidden()
    assert note("Since May.") in editing.blocks()[0].runs  # type: ignore[union-attr]  # worded


def test_the_list_of_footnotes_goes_to_the_one_that_is_chosen(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    editing = noted(opened)
    page = editing.pages["background"]
    asked: list[Place] = []
    page.place_requested.connect(asked.append)

    def answer(dialog: SearchDialog) -> int:
        QTest.keyClicks(dialog.line, "later")
        QTest.keyClick(dialog.line, Qt.Key.Key_Return)
        return dialog.result()

    monkeypatch.setattr(SearchDialog, "exec", answer)
    page.actions_by_id["footnotes"].trigger()

    block = editing.blocks()[0].id
    assert asked == [Place(section="background", block=block, start=8, end=9)]
