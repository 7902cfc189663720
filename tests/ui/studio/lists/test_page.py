"""The page of lists: a table to write in, a list to paste, and the question as its author sees it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from clerkwell.packs.manifest import VocabEntry
from clerkwell.ui.studio import StudioWindow
from clerkwell.ui.studio.lists.page import ListsPage
from clerkwell.ui.studio.lists.paste import PasteDialog
from clerkwell.ui.studio.lists.table import NAME, OTHERS, SINCE, STANDS, UNTIL
from clerkwell.workshop.draft.lists import Entries
from helpers.modal import when_shown
from helpers.workshop import copy_of, open_studio, studio_services

_TODAY = date(2026, 11, 23)


@pytest.fixture
def window(tmp_path: Path) -> Iterator[StudioWindow]:
    services = replace(studio_services(tmp_path), check=lambda _: ())
    with open_studio(copy_of("city-of-london-2023", tmp_path / "mine"), services) as made:
        made.show_page("lists")
        yield made


@pytest.fixture
def page(window: StudioWindow) -> ListsPage:
    assert isinstance(window.page, ListsPage)
    return window.page


def _entries(page: ListsPage) -> Entries:
    return page.bridge.pack.manifest.vocab[page.name].entries


def _write(qtbot: QtBot, page: ListsPage, row: int, column: int, words: str) -> None:
    index = page.model.index(row, column)
    page.table.setFocus()
    page.table.setCurrentIndex(index)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    cell = page.table.findChild(QLineEdit)
    assert isinstance(cell, QLineEdit)
    cell.selectAll()
    qtbot.keyClicks(cell, words)
    qtbot.keyClick(cell, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.table.findChild(QLineEdit) is None)


def test_an_answer_is_written_in_the_last_row_given_dates_and_taken_out_again(qtbot: QtBot, page: ListsPage) -> None:
    before = _entries(page)
    last = len(before)
    _write(qtbot, page, last, NAME, "Streets Board")
    _write(qtbot, page, last, OTHERS, "SB; Highways Board")
    _write(qtbot, page, last, SINCE, "1/5/20")
    _write(qtbot, page, last, UNTIL, "30th April 2024")
    assert _entries(page)[last] == VocabEntry(
        name="Streets Board",
        aliases=("SB", "Highways Board"),
        effective_from=date(2020, 5, 1),
        effective_to=date(2024, 4, 30),
    )
    assert page.model.index(last, STANDS).data() == "Ended on 30 April 2024"
    assert page.bridge.session.undo_label == "Change “Streets Board”"
    page.table.go_to(last)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert _entries(page) == before
    assert page.bridge.session.undo_label == "Remove “Streets Board”"


def test_what_is_no_date_is_said_and_changes_nothing(qtbot: QtBot, page: ListsPage) -> None:
    before = _entries(page)
    _write(qtbot, page, 0, UNTIL, "soon")
    assert page.fault.text() == "“soon” is no date. Write it like 7 May 2026."
    _write(qtbot, page, 0, NAME, before[1].name.upper())
    assert "already" in page.fault.text()
    assert _entries(page) == before
    _write(qtbot, page, 0, UNTIL, "7 May 2026")
    assert page.fault.isHidden()


def test_answers_move_by_keys_and_are_sorted(qtbot: QtBot, page: ListsPage) -> None:
    first, second = _entries(page)[:2]
    page.table.go_to(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert _entries(page)[:2] == (second, first)
    assert page.table.rows() == [1]
    page.sort.click()
    names = [each.name for each in _entries(page)]
    assert names == sorted(names, key=str.casefold)


def test_the_author_is_offered_what_holds_on_the_day_of_the_meeting(qtbot: QtBot, page: ListsPage) -> None:
    name = _entries(page)[0].name
    _write(qtbot, page, 0, UNTIL, "30/4/2025")
    question = page.seen.question
    assert question is not None
    assert question.spec.title == "Committee"
    page.seen.day.line.selectAll()
    qtbot.keyClicks(page.seen.day.line, "23 November 2026")
    assert f"“{name}” (ended on 30 April 2025)" in page.seen.counted.text()
    page.seen.day.line.selectAll()
    qtbot.keyClicks(page.seen.day.line, "1 April 2025")
    assert "Not offered" not in page.seen.counted.text()


def test_a_pasted_list_is_shown_before_it_is_taken(qtbot: QtBot, page: ListsPage) -> None:
    before = _entries(page)
    QGuiApplication.clipboard().setText(
        f"Committee\tCode\tUntil\n{before[0].name}\tXYZ\t\nStreets Board\tSB\tMay 2027\n"
    )

    def act(dialog: PasteDialog) -> None:
        assert dialog.summary.text() == (
            f"2 answers pasted: 1 new, 1 changed, {len(before) - 1} not in what you pasted."
        )
        dialog.gone.setCurrentIndex(1)
        dialog.gone.activated.emit(1)
        dialog.day.line.selectAll()
        qtbot.keyClicks(dialog.day.line, "31/12/2026")
        dialog.ok.click()

    shown = when_shown(PasteDialog, act)
    page.paste.click()
    assert shown
    QGuiApplication.clipboard().clear()
    now = _entries(page)
    assert now[-1] == VocabEntry(name="Streets Board", aliases=("SB",), effective_to=date(2027, 5, 31))
    assert now[0].aliases == (*before[0].aliases, "XYZ")
    assert {each.effective_to for each in now[1:-1]} == {date(2026, 12, 31)}
    assert page.bridge.session.undo_label == "Paste a list"


def test_what_a_column_is_can_be_said_otherwise(qtbot: QtBot) -> None:
    dialog = PasteDialog("Committees", (), "Audit Board\tChair’s room\nParks Board\tHall\n", _TODAY)
    qtbot.addWidget(dialog)
    assert [each.aliases for each in dialog.entries] == [("Chair’s room",), ("Hall",)]
    dialog.columns[1].setCurrentIndex(4)
    dialog.columns[1].activated.emit(4)
    assert [each.aliases for each in dialog.entries] == [(), ()]
    dialog.columns[1].setCurrentIndex(0)
    dialog.columns[1].activated.emit(0)
    assert [each.name for each in dialog.entries] == ["Chair’s room", "Hall"]
    assert dialog.columns[0].currentText() == "Leave out"


def test_lists_are_made_named_and_removed_unless_they_are_used(
    qtbot: QtBot, window: StudioWindow, page: ListsPage
) -> None:
    page.remove_list.click()
    assert page.name == "committees"
    page.new_list.click()
    assert page.title.line.hasFocus()
    qtbot.keyClicks(page.title.line, "Wards")
    page.leave()
    assert page.choice.currentText() == "Wards"
    assert page.used.text() == "No question uses it yet."
    page.open.tick.box.click()
    assert not page.bridge.pack.manifest.vocab[page.name].open
    page.remove_list.click()
    assert page.choice.currentText() == "Committees"
    window.bridge.undo()
    assert page.choice.findText("Wards") >= 0
