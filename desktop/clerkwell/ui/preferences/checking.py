"""The page of settings on checking: which advice is wanted, and the author's own words."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QListWidget, QVBoxLayout, QWidget

from clerkwell.ui.kit.style import GAP_SMALL
from clerkwell.ui.kit.widgets import button, row, words
from clerkwell.ui.preferences.page import Option, PageSpec

PAGE = PageSpec(
    "Checking",
    (
        Option("check_spelling", "Check &spelling"),
        Option("check_wording", "Give advice on &wording: punctuation, long sentences, acronyms, names"),
    ),
    "What the council asks for, the law, and what does not add up are always checked.",
)
_LINES = 5


class OwnWordsList(QWidget):
    """Shows the author's own words, in the order of the alphabet; one can be added, and one removed."""

    def __init__(self, known: frozenset[str]) -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setAccessibleName("My words")
        self.list.setProperty("role", "plain")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setMinimumHeight(self.list.fontMetrics().lineSpacing() * _LINES)
        self.list.addItems(sorted(known, key=str.casefold))
        self.word = QLineEdit()
        self.word.setMaxLength(60)
        self.word.setAccessibleName("A word to add")
        self.word.setPlaceholderText("A name or a word")
        self.word.installEventFilter(self)
        self.add_button = button("&Add", self.add)
        self.remove_button = button("&Remove", self.remove)
        label = QLabel("&My words")
        label.setBuddy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_SMALL)
        column.addWidget(label)
        column.addWidget(words("They count as spelt right in every report.", muted=True))
        column.addWidget(self.list, 1)
        column.addWidget(row(self.word, self.add_button, self.remove_button, stretch_last=True))
        self.word.textChanged.connect(self._refresh)
        self.list.itemSelectionChanged.connect(self._refresh)
        self._refresh()

    def words(self) -> frozenset[str]:
        """The words as the list has them."""
        return frozenset(self.list.item(at).text() for at in range(self.list.count()))

    def add(self) -> None:
        """Put the word of the line into the list."""
        word = self.word.text().strip()
        if len(word.split()) != 1:
            return
        if word not in self.words():
            self.list.addItem(word)
            self.list.sortItems()
        # Only this one: Remove is not to take the one added before along with it.
        added = next(item for item in self.list.findItems(word, Qt.MatchFlag.MatchFixedString) if item.text() == word)
        self.list.setCurrentItem(added, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.word.clear()

    def remove(self) -> None:
        """Take the chosen words out of the list."""
        for item in self.list.selectedItems():
            self.list.takeItem(self.list.row(item))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the line adds the word; it would close the dialog."""
        if watched is self.word and _is_enter(event) and self.word.text().strip():
            self.add()
            return True
        return super().eventFilter(watched, event)

    def _refresh(self) -> None:
        self.add_button.setEnabled(len(self.word.text().split()) == 1)
        self.remove_button.setEnabled(bool(self.list.selectedItems()))


def _is_enter(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
