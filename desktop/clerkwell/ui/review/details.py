"""What the review shows of the chosen line: one change in words, or two sides of a conflict, and what can be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from clerkwell.comparing import Conflict, Piece
from clerkwell.comparing.results import Choice
from clerkwell.session.results import ReviewItem
from clerkwell.ui.kit.changed_words import LEGEND, ChangedWords
from clerkwell.ui.kit.folding_row import FoldingRow
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import button, title, words
from clerkwell.ui.review.deciding import Decision
from clerkwell.ui.review.wording import CHOSEN, STATES, heading, spoken


class ChangeDetails(QWidget):
    """One change, with its buttons. `decided` carries the decision."""

    decided = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = title("", 1.1)
        self._where = words(muted=True)
        self.words = ChangedWords("The change in words", 8)
        self._legend = words(LEGEND, muted=True)
        self.accept_button = button("&Accept", lambda: self.decided.emit("accepted"), picture="check")
        self.reject_button = button("&Reject", lambda: self.decided.emit("rejected"), picture="close")
        self.later_button = button("Decide &later", lambda: self.decided.emit("open"))
        self._state = words()
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, 0, 0, 0)
        column.setSpacing(GAP)
        for widget in (self._head, self._where):
            column.addWidget(widget)
        column.addWidget(self.words, 1)
        column.addWidget(self._legend)
        column.addWidget(FoldingRow(self.accept_button, self.reject_button, self.later_button))
        column.addWidget(self._state)

    def show_item(self, item: ReviewItem, decision: Decision) -> None:
        """Show this change as it is decided now."""
        self._head.setText(heading(item))
        self._where.setText(item.part)
        told = item.after or item.before
        self.words.show_pieces(item.pieces if item.worded and item.pieces else (Piece(told),), spoken(item))
        self._legend.setVisible(item.worded)
        self._state.setText(STATES[decision][0] + ".")
        self.later_button.setEnabled(decision != "open")


class ConflictDetails(QWidget):
    """A conflict: what was there, and what each has now, side by side. `chosen` carries the choice."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = title("Changed here and in the document", 1.1)
        self._where = words(muted=True)
        self.before = ChangedWords("Before", 3)
        self.ours = ChangedWords("The report has", 7)
        self.theirs = ChangedWords("The document has", 7)
        self.ours_button = button("Keep &ours", lambda: self.chosen.emit("ours"))
        self.theirs_button = button("&Take theirs", lambda: self.chosen.emit("theirs"))
        self.both_button = button("Keep &both", lambda: self.chosen.emit("both"))
        self._state = words()
        sides = QGridLayout()
        sides.setSpacing(GAP)
        for at, (name, view) in enumerate((("The report has", self.ours), ("The document has", self.theirs))):
            sides.addWidget(QLabel(name), 0, at)
            sides.addWidget(view, 1, at)
            sides.setColumnStretch(at, 1)
        sides.setRowStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, 0, 0, 0)
        column.setSpacing(GAP)
        for widget in (self._head, self._where, QLabel("Before")):
            column.addWidget(widget)
        column.addWidget(self.before, 1)
        column.addLayout(sides, 3)
        column.addWidget(words(LEGEND, muted=True))
        column.addWidget(FoldingRow(self.ours_button, self.theirs_button, self.both_button))
        column.addWidget(self._state)

    def show_conflict(self, conflict: Conflict, choice: Choice | None) -> None:
        """Show this conflict as it is chosen now."""
        self._where.setText(conflict.part)
        self.before.show_pieces((Piece(conflict.base),), conflict.base)
        for view, pieces in ((self.ours, conflict.ours), (self.theirs, conflict.theirs)):
            view.show_pieces(pieces)
        self._state.setText(f"{CHOSEN[choice]}." if choice else "To choose. Until you do, the report’s words stay.")
