"""Lists and boxes for numbers, wherever in the program they stand."""

import re
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QCalendarWidget, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from architecture.places import PACKAGE
from clerkwell.ui.kit.controls import ComboBox, SpinBox
from clerkwell.ui.kit.style import Theme, dress
from helpers.every_window import WINDOWS, parts_of_the_desk
from helpers.inspecting import LAPTOP

# What the screenless platform says of every list that opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
_QTS = re.compile(r"\bQ(ComboBox|SpinBox|DoubleSpinBox|DateEdit|TimeEdit|DateTimeEdit|Slider|Dial)\(")
LOOKS: tuple[Theme, ...] = ("light", "dark", "high-contrast-light", "high-contrast-dark")


@pytest.mark.parametrize("name", WINDOWS)
def test_the_wheel_never_changes_an_answer_in_a_window(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    del qtbot
    with ExitStack() as ending:
        window = WINDOWS[name](tmp_path, ending)
        window.show()
        QApplication.processEvents()
        assert _turned(window) == []
        window.close()
        window.deleteLater()


def test_the_wheel_never_changes_an_answer_on_any_page_or_pane_of_the_desk(qtbot: QtBot, tmp_path: Path) -> None:
    walked = 0
    for where, shown in parts_of_the_desk(qtbot, tmp_path, LAPTOP):
        walked += len(_controls(shown))
        assert _turned(shown) == [], where
    assert walked > 5


def test_nothing_in_the_program_takes_qts_own_which_the_wheel_turns() -> None:
    found = {
        path.relative_to(PACKAGE).as_posix(): _QTS.findall(text)
        for path in PACKAGE.rglob("*.py")
        if _QTS.search(text := path.read_text(encoding="utf-8"))
    }
    assert found == {}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("points", [11, 22])
@pytest.mark.parametrize(("count", "chosen"), [(3, 0), (4, 3), (5, 4), (9, 5), (12, 0)])
def test_an_open_list_shows_every_answer_whole(
    qtbot: QtBot, qapp: QApplication, look: Theme, points: int, count: int, chosen: int
) -> None:
    dress(qapp, look, points)
    try:
        box = _open(qtbot, count, chosen)
        view = box.view()
        for at in range(count):
            assert view.viewport().rect().contains(view.visualRect(box.model().index(at, 0))), at
        box.hidePopup()
    finally:
        dress(qapp, "light", 11)


def test_of_a_long_list_only_whole_answers_are_shown_from_the_first(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp, "light", 22)
    try:
        box = _open(qtbot, 30, 0)
        view = box.view()
        rows = [view.visualRect(box.model().index(at, 0)) for at in range(30)]
        assert rows[0].top() >= 0
        inside = [each for each in rows if view.viewport().rect().intersects(each)]
        assert all(view.viewport().rect().contains(each) for each in inside)
        box.hidePopup()
    finally:
        dress(qapp, "light", 11)


def test_an_open_list_is_as_wide_as_its_longest_answer(qtbot: QtBot) -> None:
    box = ComboBox()
    qtbot.addWidget(box)
    long = "Culture, Heritage and Libraries Committee of the Example City Council"
    box.addItems(["Short", long])
    box.setFixedWidth(120)
    box.show()
    box.showPopup()
    assert box.view().viewport().width() >= box.fontMetrics().horizontalAdvance(long)
    box.hidePopup()


def test_words_too_long_for_the_box_are_told_where_the_pointer_rests(qtbot: QtBot) -> None:
    box = ComboBox()
    qtbot.addWidget(box)
    box.addItems(["Short", "Culture, Heritage and Libraries Committee of the Example City Council"])
    box.setFixedWidth(160)
    box.show()
    told = [box.told_when_cut()]
    box.setCurrentIndex(1)
    told.append(box.told_when_cut())
    assert told == ["", box.itemText(1)]


def test_the_wheel_over_a_number_is_left_to_the_page(qtbot: QtBot) -> None:
    box = SpinBox()
    qtbot.addWidget(box)
    box.setValue(5)
    box.show()
    box.setFocus()
    assert not _turn(box)
    assert box.value() == 5


def _open(qtbot: QtBot, count: int, chosen: int) -> ComboBox:
    box = ComboBox()
    qtbot.addWidget(box)
    box.addItems([f"Answer {at}" for at in range(count)])
    box.setCurrentIndex(chosen)
    box.show()
    box.showPopup()
    QApplication.processEvents()
    return box


def _controls(shown: QWidget) -> list[QComboBox | QAbstractSpinBox]:
    # The year over a calendar is no answer: it is another page of it.
    calendars = [*shown.findChildren(QCalendarWidget), *([shown] if isinstance(shown, QCalendarWidget) else ())]
    return [
        each
        for each in shown.findChildren(QWidget)
        if isinstance(each, QComboBox | QAbstractSpinBox) and not any(one.isAncestorOf(each) for one in calendars)
    ]


def _turned(shown: QWidget) -> list[str]:
    """What the wheel has changed, with the keyboard elsewhere and with it there."""
    wrong = []
    for control in _controls(shown):
        for focused in (False, True):
            if focused:
                control.setFocus()
            before = _says(control)
            taken = _turn(control)
            if taken or _says(control) != before:
                wrong.append(f"{control.accessibleName()}: {before!r} became {_says(control)!r}")
    return wrong


def _says(control: QComboBox | QAbstractSpinBox) -> str:
    return control.currentText() if isinstance(control, QComboBox) else control.text()


def _turn(control: QWidget) -> bool:
    """Turn the wheel over it, both ways; whether it took any of that."""
    taken = False
    for by in (120, -120):
        middle = QPointF(control.rect().center())
        event = QWheelEvent(
            middle, control.mapToGlobal(middle), QPoint(), QPoint(0, by), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        taken = (control.event(event) and event.isAccepted()) or taken
    return taken
