"""The pages for what a template is, its wordings, checks, house style, dates and files: each shows what comes of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clerkwell.packs.manifest import Manifest
from clerkwell.rules import catalogue
from clerkwell.ui.studio import StudioWindow
from clerkwell.ui.studio.about import AboutPage
from clerkwell.ui.studio.boxes import NamesRow
from clerkwell.ui.studio.checks import ChecksPage
from clerkwell.ui.studio.forms import ChoiceRow, Form, LineRow
from clerkwell.ui.studio.house import HousePage
from clerkwell.ui.studio.outward import OutwardPage
from clerkwell.ui.studio.page import StudioPage
from clerkwell.ui.studio.wordings import WordingsPage
from clerkwell.workshop.draft.wordings import without_wording
from helpers.workshop import copy_of, open_studio, studio_services

_FIRST_CHECK = 30_000


@pytest.fixture
def window(tmp_path: Path) -> Iterator[StudioWindow]:
    services = replace(studio_services(tmp_path), check=lambda _: ())
    with open_studio(copy_of("city-of-london-2023", tmp_path / "mine"), services) as made:
        yield made


def _page(window: StudioWindow, page_id: str) -> StudioPage:
    window.show_page(page_id)
    assert window.page is not None
    return window.page


def _manifest(window: StudioWindow) -> Manifest:
    return window.bridge.pack.manifest


def _listed(page: WordingsPage) -> list[str]:
    return [page.list.item(at).text() for at in range(page.list.count())]


def _line(form: Form, label: str) -> LineRow:
    return next(row for row in form.rows if isinstance(row, LineRow) and row.asked.label == label)


def test_a_title_that_is_typed_is_seen_at_once_and_the_version_is_raised(qtbot: QtBot, window: StudioWindow) -> None:
    page = _page(window, "about")
    assert isinstance(page, AboutPage)
    title = _line(page.form, "Title")
    title.line.setFocus()
    title.line.selectAll()
    qtbot.keyClicks(title.line, "Our own report")
    page.next.click()
    assert page.title.text() == "Our own report" == window.bridge.pack.told.title
    assert "version 1.2.1" in page.dates.text()
    assert page.next.text() == "&Next: 1.2.2"
    qtbot.waitUntil(lambda: not page.picture.pixmap().isNull(), timeout=_FIRST_CHECK)


def test_a_template_cannot_end_before_it_begins(qtbot: QtBot, window: StudioWindow) -> None:
    page = _page(window, "about")
    assert isinstance(page, AboutPage)
    until = next(row for row in page.form.rows if row.asked.label == "Until")
    line = until.controls()[0]
    line.setFocus()
    qtbot.keyClicks(line, "1/1/2020")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert not until.take()
    assert until.said.text() == "That is before the day from which it holds."
    assert _manifest(window).pack.effective_to is None


def test_a_wording_is_made_offered_and_removed(qtbot: QtBot, window: StudioWindow) -> None:
    page = _page(window, "wordings")
    assert isinstance(page, WordingsPage)
    before = _manifest(window)
    page.new.click()
    qtbot.keyClicks(page.title.line, "Consulted")
    page.text.box.setPlainText("Consulted:\n- the ward members\n- …")
    page.where.ticks["options"].box.click()
    page.leave()
    wording = _manifest(window).wording[page.name]
    assert (wording.title, wording.text) == ("Consulted", "Consulted:\n- the ward members\n- …")
    assert "the ward members" in page.seen.toPlainText()
    assert page.listed.text() == "“Consulted” is listed first in Options."
    assert page.gaps.text() == "Gaps for the author to fill: 1."
    page.remove.click()
    assert _manifest(window) == before
    window.bridge.undo()
    assert "Consulted" in _listed(page)


def test_a_wording_is_moved_by_the_keyboard_and_taken_back(qtbot: QtBot, window: StudioWindow) -> None:
    page = _page(window, "wordings")
    assert isinstance(page, WordingsPage)
    before = list(_manifest(window).wording)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.name == before[1]
    assert page.title.line.text() == _manifest(window).wording[before[1]].title
    assert page.up.isEnabled()
    qtbot.keyClick(page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert list(_manifest(window).wording)[:2] == [before[1], before[0]]
    assert page.list.currentRow() == 0
    assert not page.up.isEnabled()
    assert page.list.hasFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page.name == before[1]
    page.down.click()
    assert list(_manifest(window).wording) == before
    window.bridge.undo()
    window.bridge.undo()
    assert list(_manifest(window).wording) == before
    assert not window.bridge.session.undo_label


def test_words_that_are_being_written_go_with_the_wording_that_somebody_else_removed(
    qtbot: QtBot, window: StudioWindow
) -> None:
    page = _page(window, "wordings")
    assert isinstance(page, WordingsPage)
    gone = page.name
    qtbot.keyClicks(page.title.line, "Never kept")
    window.bridge.session.apply(without_wording(gone), "Change outside Clerkwell")
    assert page.name != gone
    assert page.title.line.text() == page.bridge.pack.manifest.wording[page.name].title
    page.leave()
    assert "Never kept" not in str(_manifest(window).wording)


def test_a_check_is_found_switched_off_and_shown_so(qtbot: QtBot, window: StudioWindow) -> None:
    page = _page(window, "checks")
    assert isinstance(page, ChecksPage)
    free = next(rule for rule in catalogue() if rule.id == "house-date")
    page.search.setText(free.title)
    assert page.list.marked() == free.id == page.rule.id
    page.grade.list.setFocus()
    qtbot.keyClick(page.grade.list, Qt.Key.Key_End)
    assert _manifest(window).rules.grades[free.id] == "off"
    page.search.clear()
    page.which.setCurrentIndex(1)
    page.which.activated.emit(1)
    own = set(_manifest(window).rules.grades)
    assert page.said.text() == f"{len(own)} of {len(catalogue())} checks"
    page.which.setCurrentIndex(0)
    page.which.activated.emit(0)
    locked = next(rule for rule in catalogue() if rule.locked)
    page.list.mark(locked.id)
    assert page.rule is locked
    assert page.grade.isHidden()
    assert "cannot be switched off" in page.fixed.text()


def test_the_example_report_is_checked_again_after_a_change(qtbot: QtBot, window: StudioWindow) -> None:
    page = _page(window, "checks")
    assert isinstance(page, ChecksPage)
    qtbot.waitUntil(lambda: page.example.problems is not None, timeout=_FIRST_CHECK)
    assert "error" not in page.summary.text()
    page.prompts.box.setPlainText("The")
    assert page.prompts.take()
    qtbot.waitUntil(lambda: "error" in page.summary.text(), timeout=_FIRST_CHECK)
    page.which.setCurrentIndex(3)
    page.which.activated.emit(3)
    assert page.list.count() > 1
    assert "in the example report" in str(page.list.item(1).data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_house_form_is_written_out_and_an_author_who_writes_another_is_told(
    qtbot: QtBot, window: StudioWindow
) -> None:
    page = _page(window, "house")
    assert isinstance(page, HousePage)
    money = next(
        row for row in page.form.rows if isinstance(row, ChoiceRow) and row.asked.label == "Millions of pounds"
    )
    money.list.setFocus()
    qtbot.keyClick(money.list, Qt.Key.Key_Down)
    assert _manifest(window).language.money == "£1.5 million"
    assert "£1.5 million" in page.written.text()
    qtbot.waitUntil(lambda: "Write “£1.5 million”." in page.messages.text(), timeout=_FIRST_CHECK)


def test_a_date_of_the_header_is_shown_as_it_will_be_written(window: StudioWindow) -> None:
    page = _page(window, "house")
    assert isinstance(page, HousePage)
    form = next(
        row for row in page.form.rows if isinstance(row, ChoiceRow) and row.asked.label == "Dates in the header"
    )
    assert [form.list.itemText(at) for at in range(form.list.count())] == [
        "as the author likes", "7 February 2022", "Monday 7 February 2022", "07/02/2022",
    ]  # fmt: skip
    assert page.header.text() == "A date in the header that is typed “7.2.22” becomes “07/02/2022”."
    form.list.setCurrentIndex(2)
    form.list.activated.emit(2)
    assert _manifest(window).rules.date_form == "weekday d month yyyy"
    assert page.header.text() == "A date in the header that is typed “7.2.22” becomes “Monday 7 February 2022”."
    form.list.setCurrentIndex(0)
    form.list.activated.emit(0)
    assert (
        page.header.text() == "A date in the header stays as it is typed; one from the calendar is “7 February 2022”."
    )


def test_dates_files_and_properties_show_what_they_come_to(qtbot: QtBot, window: StudioWindow) -> None:
    page = _page(window, "outward")
    assert isinstance(page, OutwardPage)
    page.day.line.selectAll()
    qtbot.keyClicks(page.day.line, "12 January 2027")
    assert "Publish by Monday 4 January 2027" in page.deadlines.text
    closed = next(row for row in page.form.rows if row.asked.label == "Days on which the council is closed")
    closed.put((date(2027, 1, 4),))
    closed.edited(at_once=True)
    assert "Publish by Thursday 31 December 2026" in page.deadlines.text
    name = _line(page.form, "Name of the document")
    name.line.setText("{subjct}.")
    name.edited(at_once=True)
    assert name.said.text() == "“{subjct}” stands for nothing. There are {subject}, {number} and {title}."
    name.line.setText("Report - {subject}")
    name.edited(at_once=True)
    assert "The document: Report - " in page.files.text
    keywords = next(row for row in page.form.rows if isinstance(row, NamesRow) and row.asked.label == "Keywords")
    keywords.put(("{report of}",))
    keywords.edited(at_once=True)
    assert _manifest(window).properties.keywords == ("{report-of}",)
    assert "Keywords: nothing" not in page.told.text
