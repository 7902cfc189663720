"""A pattern that takes too long is stopped, and says so; the window goes on."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clerkwell.model import FieldValue, SetField
from clerkwell.session.matching_apart import MatchingApart
from clerkwell.ui.find import FindBar
from clerkwell.ui.find.patiently import LOOKING, TOO_LONG, PatientSearch
from helpers.building import make_pack, make_report
from helpers.desk import Desk, open_desk

PACK = make_pack()
# For each letter more it takes twice as long.
ENDLESS = "(a+)+$"


def a_desk() -> Desk:
    return open_desk(make_report({"summary": f"{'a' * 60}!", "background": "A cat, 7 dogs"}, pack=PACK), PACK)


def a_bar(qtbot: QtBot, desk: Desk, longest: float = 0.5) -> FindBar:
    bar = FindBar(desk.bridge)
    qtbot.addWidget(bar)
    bar.patient = PatientSearch(bar.state, MatchingApart(longest=longest))
    bar.pattern.setChecked(True)
    with qtbot.waitExposed(bar):
        bar.open_bar()
    return bar


def test_a_pattern_that_takes_too_long_is_stopped_and_the_next_is_found(qtbot: QtBot) -> None:
    bar = a_bar(qtbot, a_desk(), longest=1.0)

    began = time.monotonic()
    bar.find_line.setText(ENDLESS)
    took = time.monotonic() - began

    assert took < 10
    assert bar.state.text() == TOO_LONG
    assert bar.found == ()
    assert not bar.all_button.isEnabled()
    assert QApplication.overrideCursor() is None
    bar.patient = PatientSearch(bar.state)
    bar.find_line.setText("[0-9] dogs")
    assert bar.state.text() == "Found once in the whole report."
    bar.close_bar()


def test_it_says_that_it_looks_for_a_pattern_as_soon_as_that_is_felt(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bar = a_bar(qtbot, a_desk())
    seen: list[tuple[str, bool]] = []
    show_state = bar.state.repaint

    def repaint() -> None:
        cursor = QApplication.overrideCursor()
        seen.append((bar.state.text(), cursor is not None and cursor.shape() == Qt.CursorShape.WaitCursor))
        show_state()

    monkeypatch.setattr(bar.state, "repaint", repaint)

    bar.find_line.setText(ENDLESS)

    assert seen == [(LOOKING, True)]
    bar.close_bar()


def test_what_took_too_long_is_not_looked_for_again_by_itself(qtbot: QtBot) -> None:
    desk = a_desk()
    bar = a_bar(qtbot, desk)
    bar.find_line.setText(ENDLESS)
    desk.session.apply(SetField(field="subject", value=FieldValue(text="A subject")), "Typing")

    began = time.monotonic()
    desk.bridge.problems_changed.emit(())

    assert time.monotonic() - began < 0.4
    assert bar.state.text() == TOO_LONG
    bar.close_bar()
