"""What differs between two states of a report, part by part, in words."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from clerkwell.comparing import Difference, Piece
from clerkwell.ui.kit.changed_words import LEGEND, ChangedWords
from clerkwell.ui.kit.choices import ChoiceList
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import announce, button, fit, framed, title, words
from clerkwell.ui.versions.wording import counted, difference_item, heading, in_words, spoken, told


class ComparisonDialog(QDialog):
    """Shows what is in `after` and was not in `before`, and the other way round. `save` saves it as a Word document."""

    def __init__(
        self,
        before: str,
        after: str,
        differences: tuple[Difference, ...],
        save: Callable[[], object] | None,
        parent: QWidget | None = None,
        turn: Callable[[], object] | None = None,
    ) -> None:
        """`turn` shows the same two the other way round, once this is put away."""
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._differences = differences
        self.counts = words(counted(differences))
        self.list = ChoiceList("Differences")
        self.list.show_items(tuple(difference_item(each) for each in differences))
        self._head = title("", 1.1)
        self.words = ChangedWords("The difference in words", 10)
        self.turn_button = button("The &other way round", self._turn_round)
        self._turn = turn
        self.turn_button.setToolTip(f"Show what leads from “{after}” to “{before}”")
        self.turn_button.setVisible(turn is not None)
        self.copy_button = button("&Copy this list", self._copy)
        self.said = words()
        self.said.hide()
        self.save_button = button("&Save as a Word document…", save or (lambda: None), picture="document")
        self.save_button.setVisible(save is not None)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setChildrenCollapsible(False)
        shown = QWidget()
        inner = QVBoxLayout(shown)
        inner.setContentsMargins(GAP, 0, 0, 0)
        inner.setSpacing(GAP)
        inner.addWidget(self._head)
        inner.addWidget(self.words, 1)
        inner.addWidget(words(LEGEND, muted=True))
        across.addWidget(self.list)
        across.addWidget(shown)
        em = self.fontMetrics().averageCharWidth()
        self.list.setMinimumSize(em * 22, self.fontMetrics().lineSpacing() * 4)
        across.setSizes([em * 48, em * 76])
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.save_button)
        foot.addWidget(self.copy_button)
        foot.addWidget(self.turn_button)
        foot.addStretch(1)
        foot.addWidget(button("Close", self.reject))
        column = framed(self, f"From “{before}” to “{after}”", window="Comparison")
        column.addWidget(self.counts)
        column.addWidget(across, 1)
        column.addWidget(self.said)
        column.addLayout(foot)
        across.setVisible(bool(differences))
        for each in (self.copy_button, self.save_button):
            each.setEnabled(bool(differences))
        if not differences:
            column.addStretch(1)
        self.list.currentItemChanged.connect(lambda *_: self._show_current())
        self._show_current()
        fit(self, 120, 32 if differences else 0)

    def tell(self, text: str) -> None:
        """Say here what came of saving: whatever stands in the window behind cannot be read yet."""
        self.said.setText(text)
        self.said.show()
        announce(self.said, text)

    def _show_current(self) -> None:
        marked = self.list.marked()
        found = next((each for each in self._differences if each.id == marked), None)
        if found is not None:
            self._head.setText(heading(found))
            pieces = found.pieces if found.worded and found.pieces else (Piece(told(found)),)
            self.words.show_pieces(pieces, spoken(found))

    def _turn_round(self) -> None:
        if self._turn is not None:
            self._turn()
        self.accept()

    def _copy(self) -> None:
        QApplication.clipboard().setText(in_words(self._differences))
        announce(self.counts, "Copied.")
