"""What an author will see, as lines of words: what it is, and what it says, under a heading."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clerkwell.session.pack_examples import Named
from clerkwell.ui.kit.style import GAP_LARGE, GAP_SMALL
from clerkwell.ui.kit.widgets import title, words


class SeenLines(QWidget):
    """A heading over pairs of a muted line and the words it names; those that stay are not made anew."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.lines: list[tuple[QWidget, QWidget]] = []
        self._shown: tuple[Named, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, GAP_LARGE)
        self._column.setSpacing(GAP_SMALL)
        self._column.addWidget(title(heading, 1.0))

    @property
    def text(self) -> str:
        """Everything that is shown."""
        return "\n".join(f"{each.what}: {each.words}" if each.what else each.words for each in self._shown)

    def show_lines(self, lines: Sequence[Named]) -> None:
        """Show these."""
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        for pair in self.lines:
            for old in pair:
                self._column.removeWidget(old)
                old.hide()
                old.deleteLater()
        self.lines = []
        for each in lines:
            what, told = words(each.what, muted=True), words(each.words)
            what.setVisible(bool(each.what))
            for made in (what, told):
                self._column.addWidget(made)
            self.lines.append((what, told))
            if not each.what:
                what.hide()
