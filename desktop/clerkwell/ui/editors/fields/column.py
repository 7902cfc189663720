"""The column of the form: its questions under one another, no wider than is easy to read in letters of any size."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from clerkwell.ui.editors.fields.messages import Bar
from clerkwell.ui.kit.style import GAP, MARGIN, MEASURE, ORDINARY
from clerkwell.ui.kit.widgets import title


class Column(QWidget):
    """Takes questions, headings and buttons, one after another. `page` is what a scroll area shows of it."""

    def __init__(self) -> None:
        self.page = QWidget()
        super().__init__(self.page)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, GAP, MARGIN, MARGIN)
        self._layout.setSpacing(MARGIN)
        # Side by side with nothing: a layout from top to bottom would reckon heights from the width of the page.
        outer = QHBoxLayout(self.page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self, 1)
        outer.addStretch(0)
        self._measure()

    def add(self, widget: QWidget) -> None:
        """One more."""
        self._layout.addWidget(widget)

    def add_heading(self, text: str) -> None:
        """A heading over what comes after it."""
        label = title(text, 1.25)
        label.setIndent(Bar.WIDTH + GAP)
        self._layout.addWidget(label)

    def add_button(self, button: QPushButton) -> None:
        """A button, in line with the questions, which stand beside their bar."""
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(Bar.WIDTH + GAP, 0, 0, 0)
        line.addWidget(button)
        line.addStretch(1)
        self._layout.addWidget(holder)

    def end(self) -> None:
        """That is all: the room that is left is under it."""
        self._layout.addStretch(1)

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters take a wider column."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def _measure(self) -> None:
        times = max(QFontInfo(self.font()).pointSizeF() / ORDINARY, 1)
        self.setMaximumWidth(round(MEASURE * times) + 2 * MARGIN)
