"""What the review shows of the chosen line: one change in words, or two sides of a conflict, and what can be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from clerkwell.comparing import Conflict, Piece
from clerkwell.comparing.results import Choice
from clerkwell.session.coming_home.results import ReviewItem
from clerkwell.ui.kit.changed_words import LEGEND, ChangedWords
from clerkwell.ui.kit.folding_row import FoldingRow
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import button, title, words
from clerkwell.ui.review.deciding import Decision
from clerkwell.ui.review.wording import CHOSEN, MOVED, STATES, heading, part_named, spoken, told


class ChangeDetails(QWidget):
    """One change. `buttons` stand below it, where nothing scrolls them away; `decided` carries the decision."""

    decided = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = title("", 1.1)
        self._where = words(muted=True)
        self.words = ChangedWords("The change in words", 3)
        self._legend = words(LEGEND, muted=True)
        self.accept_button = button("&Accept", lambda: self.decided.emit("accepted"), picture="check")
        self.reject_button = button("&Reject", lambda: self.decided.emit("rejected"), picture="close")
        self.later_button = button("Decide &later", lambda: self.decided.emit("open"))
        self.buttons = FoldingRow(self.accept_button, self.reject_button, self.later_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for widget in (self._head, self._where):
            column.addWidget(widget)
        column.addWidget(self.words, 1)
        column.addWidget(self._legend)

    def show_item(self, item: ReviewItem, decision: Decision) -> None:
        """Show this change as it is decided now."""
        self._head.setText(heading(item))
        self._where.setText(f"{part_named(item.part, item.place)} · {STATES[decision][0]}")
        self.words.show_pieces(item.pieces if item.worded and item.pieces else (Piece(told(item)),), spoken(item))
        self._legend.setText(MOVED if item.kind == "moved" else LEGEND)
        self._legend.setVisible(item.worded)
        self.later_button.setEnabled(decision != "open")


class ConflictDetails(QWidget):
    """A conflict: what was there, and what each has now, side by side. `buttons` stand below it; `chosen` carries the
    choice."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = title("Changed here and in the document", 1.1)
        self._where = words(muted=True)
        self.before = ChangedWords("Before", 2)
        self.ours = ChangedWords("The report has", 3)
        self.theirs = ChangedWords("The document has", 3)
        self.ours_button = button("Keep the rep&ort’s", lambda: self.chosen.emit("ours"))
        self.theirs_button = button("&Take the document’s", lambda: self.chosen.emit("theirs"))
        self.both_button = button("Keep &both", lambda: self.chosen.emit("both"))
        self.buttons = FoldingRow(self.ours_button, self.theirs_button, self.both_button)
        self._spare = (QLabel("Before"), self.before, words(LEGEND, muted=True))
        sides = QGridLayout()
        sides.setSpacing(GAP)
        for at, (name, view) in enumerate((("The report has", self.ours), ("The document has", self.theirs))):
            sides.addWidget(QLabel(name), 0, at)
            sides.addWidget(view, 1, at)
            sides.setColumnStretch(at, 1)
        sides.setRowStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        label, before, legend = self._spare
        for widget in (self._head, self._where, label):
            column.addWidget(widget)
        column.addWidget(before, 1)
        column.addLayout(sides, 3)
        column.addWidget(legend)

    def make_room(self, low: bool) -> None:
        """In a low window both sides are shown whole: what was there before is struck through in them."""
        for widget in self._spare:
            widget.setVisible(not low)

    def show_conflict(self, conflict: Conflict, choice: Choice | None) -> None:
        """Show this conflict as it is chosen now."""
        state = CHOSEN[choice] if choice else "To choose"
        self._where.setText(f"{part_named(conflict.part, conflict.place)} · {state}")
        self.before.show_pieces((Piece(conflict.base),), conflict.base)
        for view, pieces in ((self.ours, conflict.ours), (self.theirs, conflict.theirs)):
            view.show_pieces(pieces)
