"""The words that stand in a list's section besides the list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import button, row, words


class Leftover(QFrame):
    """Shows those words, and takes them away on request; it is hidden where there are none."""

    removal_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.label = words()
        self.remove_button = button("Take these words away", self.removal_requested.emit)
        layout = QVBoxLayout(self)
        layout.setSpacing(GAP)
        layout.addWidget(self.label)
        layout.addWidget(row(self.remove_button))
        self.hide()

    def show_words(self, text: str) -> None:
        """Show these words."""
        self.label.setText(f"The document also says here: {text}")
        self.setVisible(bool(text.strip()))

    def forbid(self) -> None:
        """Let them be read and not changed."""
        self.remove_button.hide()
