"""The size of the text: by keys and by the wheel, told in per cent, kept."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from clerkwell.ui.editors.section_page import SectionPage
from clerkwell.ui.shell import MainWindow
from helpers.desk import Recorder
from helpers.windows import Kept, write


def turn(page: SectionPage, by: int, held: Qt.KeyboardModifier) -> None:
    viewport = page.editor.viewport()
    at = QPointF(5, 5)
    event = QWheelEvent(
        at, at, QPoint(), QPoint(0, by), Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(viewport, event)


def test_keys_change_the_size_and_say_it_in_points(window: MainWindow, messages: Recorder) -> None:
    for action, told in (("larger", 12), ("larger", 13), ("smaller", 12), ("ordinary", 11)):
        window.menus.actions[action].trigger()
        assert messages.said[-1] == f"Text size {told} points."


def test_the_wheel_changes_it_only_with_ctrl_held(window: MainWindow, messages: Recorder) -> None:
    write(window, "summary", "Parks are busy.")
    assert window.desk is not None
    window.desk.enter_part("summary")
    page = window.desk.pages.current().content
    assert isinstance(page, SectionPage)
    before = len(messages.said)
    turn(page, 120, Qt.KeyboardModifier.NoModifier)
    assert len(messages.said) == before
    turn(page, 120, Qt.KeyboardModifier.ControlModifier)
    turn(page, 60, Qt.KeyboardModifier.ControlModifier)
    turn(page, 60, Qt.KeyboardModifier.ControlModifier)
    assert messages.said[before:] == ["Text size 12 points.", "Text size 13 points."]
    turn(page, -240, Qt.KeyboardModifier.ControlModifier)
    assert messages.said[-1] == "Text size 11 points."
    keeper = window.commands._services.keeper  # noqa: SLF001 - what was kept is nobody else's to know
    assert isinstance(keeper, Kept)
    assert keeper.settings.text_size == 11
