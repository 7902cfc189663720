"""What has changed since somebody cleared it, in words old and new."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from clerkwell.model import Report
from clerkwell.packs import Pack
from clerkwell.session.clearance_words import difference
from clerkwell.session.clearances import Since, headline
from clerkwell.ui.kit.changed_words import LEGEND, ChangedWords
from clerkwell.ui.kit.choices import ChoiceList, Item
from clerkwell.ui.kit.widgets import button, fit, framed, title, words


class SinceDialog(QDialog):
    """Shows the words as they were cleared against those there are now, a part at a time."""

    def __init__(self, found: Sequence[Since], report: Report, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = tuple(found)
        self._report, self._pack = report, pack
        self.list = ChoiceList("Parts that have changed")
        self.list.show_items(
            tuple(Item(str(at), each.title, headline(each.entry)) for at, each in enumerate(self._found))
        )
        self.list.setVisible(len(self._found) > 1)
        self.head = title("", 1.1)
        self.said = words(muted=True)
        self.words = ChangedWords("What changed", 10)
        foot = QHBoxLayout()
        foot.addStretch(1)
        self.close_button = button("&Close", self.accept, primary=True)
        foot.addWidget(self.close_button)
        column = framed(self, "Changed since it was cleared")
        column.addWidget(self.list, 1)
        column.addWidget(self.head)
        column.addWidget(self.said)
        column.addWidget(self.words, 2)
        column.addWidget(words(LEGEND, muted=True))
        column.addLayout(foot)
        self.list.currentRowChanged.connect(lambda _: self._show_current())
        self._show_current()
        fit(self, 84, 26 if len(self._found) > 1 else 20)
        (self.list if len(self._found) > 1 else self.words).setFocus()

    def _show_current(self) -> None:
        at = self.list.currentRow()
        if not 0 <= at < len(self._found):
            return
        each = self._found[at]
        self.head.setText(each.title)
        self.said.setText(f"{headline(each.entry)}.")
        self.words.show_pieces(difference(each, self._report, self._pack))


def show_since(found: Sequence[Since], report: Report, pack: Pack, parent: QWidget) -> None:
    """Show what changed, until the user has seen it."""
    dialog = SinceDialog(found, report, pack, parent)
    dialog.exec()
    dialog.deleteLater()
