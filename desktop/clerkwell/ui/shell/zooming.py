"""The wheel with Ctrl held makes the text larger or smaller, as it does in every writing program."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

# An eighth of a degree, fifteen degrees a notch; touch pads send many small ones.
_NOTCH = 120


class WheelZoom(QObject):
    """Watches what scrolls on a page. `step` gets 1 or -1 for each notch."""

    def __init__(self, owner: QObject, step: Callable[[int], object]) -> None:
        super().__init__(owner)
        self._step = step
        self._turned = 0

    def watch(self, page: QWidget) -> None:
        """Watch this page too; one that is watched already is watched once."""
        for area in page.findChildren(QAbstractScrollArea):
            area.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the wheel where Ctrl is held."""
        if event.type() != QEvent.Type.Wheel or not isinstance(event, QWheelEvent):
            return super().eventFilter(watched, event)
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turned = 0
            return super().eventFilter(watched, event)
        self._turned += event.angleDelta().y()
        while abs(self._turned) >= _NOTCH:
            by = 1 if self._turned > 0 else -1
            self._turned -= by * _NOTCH
            self._step(by)
        return True
