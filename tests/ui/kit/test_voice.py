"""What the window says in its status bar."""

from PySide6.QtWidgets import QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from clerkwell.ui.kit.strip import NoticeStrip
from clerkwell.ui.kit.voice import WindowMessages

LONG = "The section is left out, and everything that referred to it says so. " * 6


def test_a_message_with_no_room_ends_in_dots_and_is_whole_in_its_tip(qtbot: QtBot) -> None:
    window, messages = _window(qtbot)
    bar = window.statusBar()
    messages.say(LONG)
    shown = bar.currentMessage()
    assert shown.endswith("…")
    assert bar.fontMetrics().horizontalAdvance(shown) < _beside(window)
    assert bar.toolTip() == bar.accessibleDescription() == LONG


def test_a_message_that_fits_is_shown_as_it_is_and_needs_no_tip(qtbot: QtBot) -> None:
    window, messages = _window(qtbot)
    messages.say(LONG)
    messages.say("Saved.")
    assert window.statusBar().currentMessage() == "Saved."
    assert window.statusBar().toolTip() == ""


def test_the_tip_goes_with_its_message(qtbot: QtBot) -> None:
    window, messages = _window(qtbot)
    messages.say(LONG)
    window.statusBar().clearMessage()
    assert window.statusBar().toolTip() == window.statusBar().accessibleDescription() == ""


def test_what_holds_no_longer_is_taken_back_and_what_was_said_since_stays(qtbot: QtBot) -> None:
    window, messages = _window(qtbot)
    messages.say("It is open again.")
    messages.say("Saved.")
    messages.unsay("It is open again.")
    assert window.statusBar().currentMessage() == "Saved."
    messages.say(LONG)
    messages.unsay(LONG)
    assert window.statusBar().currentMessage() == ""


def _window(qtbot: QtBot) -> tuple[QMainWindow, WindowMessages]:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.statusBar().addPermanentWidget(QLabel("All changes saved"))
    window.resize(800, 300)
    window.show()
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: _beside(window) > 0)
    return window, WindowMessages(window, window.statusBar(), NoticeStrip(window))


def _beside(window: QMainWindow) -> int:
    """Where what always stands at the right begins."""
    standing = window.statusBar().findChild(QLabel)
    assert isinstance(standing, QLabel)
    return standing.x()
