"""Where the author is: the place of the caret in the report, told a moment after it came there."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from clerkwell.model import Place
from clerkwell.ui.editors.section_page import SectionPage
from clerkwell.ui.kit import SessionBridge
from clerkwell.ui.navigator import CHECK, HEADER, TRAY
from clerkwell.ui.shell.part_page import PartPage


class Caret(QObject):
    """Watches whatever has the keyboard within `inside`. `moved` carries the `Place`, or None where there is none."""

    moved = Signal(object)

    # Seconds that the caret stays where it is before anybody hears of it: nobody wants every letter.
    PAUSE = 0.15

    def __init__(self, inside: QWidget, place: Callable[[], Place | None], bridge: SessionBridge) -> None:
        super().__init__(inside)
        self._inside = inside
        self._place = place
        self._watched: QTextEdit | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(self.PAUSE * 1000))
        self._timer.timeout.connect(lambda: self.moved.emit(self._place()))
        bridge.changed.connect(self.look)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._watch)

    def look(self, _: object = None) -> None:
        """Tell in a moment where it is."""
        self._timer.start()

    def _watch(self, _: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self._inside.isAncestorOf(new):
            # It is where it was, for who looks at something else meanwhile.
            return
        if self._watched is not None:
            self._watched.cursorPositionChanged.disconnect(self.look)
            self._watched = None
        if isinstance(new, QTextEdit):
            self._watched = new
            new.cursorPositionChanged.connect(self.look)
            new.destroyed.connect(self._forget)
        self.look()

    def _forget(self) -> None:
        self._watched = None


def place_on(page: PartPage, part_id: str) -> Place | None:
    """The place that the caret of a part's page is at; the part itself where it has no caret."""
    if isinstance(page.content, SectionPage):
        place = page.content.editor.place()
        return place if place.block else Place(section=part_id)
    if part_id in (CHECK, TRAY):
        return None
    place_there = page.place_to_note()
    if place_there is not None:
        return place_there
    return None if part_id == HEADER else Place(section=part_id)
