"""A page's form with what the author will see of it: side by side where there is room, else under one another."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from clerkwell.ui.kit.style import GAP, GAP_LARGE
from clerkwell.ui.kit.widgets import title, words

# Letters that form and view take side by side, and the most that a form is wide: longer lines are hard to read.
_SIDES, _FORM = 120, 74


class Beside(QScrollArea):
    """Scrolls a form and a view of what it comes to. The view has a heading and a line that says what it shows."""

    def __init__(self, form: QWidget, view: QWidget, heading: str = "What the author sees", lead: str = "") -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._sides.setContentsMargins(0, 0, GAP, 0)
        self._sides.setSpacing(GAP_LARGE * 2)
        form.setMaximumWidth(self.fontMetrics().averageCharWidth() * _FORM)
        left = _filled(form)
        self.seen = QWidget()
        column = QVBoxLayout(self.seen)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(title(heading, 1.1))
        if lead:
            column.addWidget(words(lead, muted=True))
        column.addWidget(view)
        column.addStretch(1)
        self._sides.addWidget(left, 3)
        self._sides.addWidget(self.seen, 2)
        self.setWidget(inner)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for both, what is seen goes under what is asked."""
        super().resizeEvent(event)
        room = event.size().width() >= self.fontMetrics().averageCharWidth() * _SIDES
        wanted = QBoxLayout.Direction.LeftToRight if room else QBoxLayout.Direction.TopToBottom
        if self._sides.direction() != wanted:
            self._sides.setDirection(wanted)


def _filled(form: QWidget) -> QWidget:
    """The form at the top of its side."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(form)
    column.addStretch(1)
    return holder
