"""The ways out of the page "Check your report": each a button with a sentence, and what was exported last."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from clerkwell.ui.kit.folding_row import FoldingRow
from clerkwell.ui.kit.messages import Offer
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import button, words

# What each makes, in a sentence.
_WAYS = (
    ("final", "Export to &Word", "export", "The council’s document, as it goes to the clerk (Ctrl+E)."),
    ("draft", "Export a &draft", "document", "A Word document marked DRAFT, whatever still stands (Ctrl+Shift+E)."),
    ("pdf", "Export PDF", "document", "A PDF of the council’s document (Ctrl+Alt+D)."),
    (
        "sets",
        "Export both sets",
        "folder",
        "One folder to publish, without what is not public, and one with everything.",
    ),
)


class WaysOut(QWidget):
    """`wanted` carries "final", "draft", "pdf" or "sets"."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP * 2)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(1, 1)
        self._said = {}
        for row, (name, text, picture, said) in enumerate(_WAYS):
            made = button(text, partial(self.wanted.emit, name), name == "final", picture)
            made.setAccessibleDescription(said)
            self.buttons[name] = made
            self._said[name] = words(said)
            grid.addWidget(made, row, 0)
            grid.addWidget(self._said[name], row, 1)
        self.last = words(muted=True)
        self._last = QWidget()
        self._offers = QVBoxLayout(self._last)
        self._offers.setContentsMargins(0, GAP, 0, 0)
        self._offers.addWidget(self.last)
        self._row: FoldingRow | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)
        column.addWidget(self._last)
        self._last.hide()

    def forbid_drafts(self, why: str) -> None:
        """Say beside the draft why there is none. Its button stays within reach, and says so too."""
        self._said["draft"].setText(why)
        self.buttons["draft"].setAccessibleDescription(why)

    def offer_sets(self, private: bool) -> None:
        """Offer the sets where there is something to keep from the public."""
        self.buttons["sets"].setVisible(private)
        self._said["sets"].setVisible(private)

    def show_last(self, text: str, offers: tuple[Offer, ...]) -> None:
        """Say what was exported last, with ways to it."""
        self.last.setText(text)
        if self._row is not None:
            self._row.deleteLater()
        self._row = FoldingRow(*(button(offer.text, offer.run) for offer in offers))
        self._offers.addWidget(self._row)
        self._last.show()
