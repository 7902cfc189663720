"""Keeping the form still: nothing moves while the mouse is pressed or a list is open, nor where the keyboard is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

# How often to look whether the hand is off, in milliseconds.
_LOOK = 15


def after_click(owner: QObject, run: Callable[[], object]) -> None:
    """Do something now, or as soon as no button of the mouse is down and no list or calendar open: what moves between
    press and release makes a click miss, and a list stays behind. What `owner` no longer lives for is not done."""
    if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton and QApplication.activePopupWidget() is None:
        run()
    else:
        QTimer.singleShot(_LOOK, owner, lambda: after_click(owner, run))


@contextmanager
def held_still(area: QScrollArea) -> Iterator[None]:
    """Keep what has the keyboard where it is on the screen, or else what the pointer is on, while words come and go
    above it."""
    anchor = _anchor(area) if area.isVisible() else None
    before = _height(anchor, area) if anchor is not None else 0
    yield
    if anchor is None:
        return
    lay_out()
    if isValid(anchor) and anchor.isVisible():
        bar = area.verticalScrollBar()
        bar.setValue(bar.value() + _height(anchor, area) - before)


def lay_out() -> None:
    """Put everything in its place at once, rather than when Qt next comes round to it."""
    # The event's number, which PySide takes here in place of its name.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def _anchor(area: QScrollArea) -> QWidget | None:
    page, view = area.widget(), area.viewport()
    if page is None:
        return None
    focus = QApplication.focusWidget()
    if (
        focus is not None
        and page.isAncestorOf(focus)
        and view.rect().intersects(focus.rect().translated(_at(focus, view)))
    ):
        return focus
    pointer = view.mapFromGlobal(QCursor.pos())
    return page.childAt(page.mapFrom(view, pointer)) if view.rect().contains(pointer) else None


def _height(widget: QWidget, area: QScrollArea) -> int:
    return _at(widget, area.viewport()).y()


def _at(widget: QWidget, view: QWidget) -> QPoint:
    return widget.mapTo(view, QPoint())
