"""A dialog to choose one of many things: a line to type in, the things that match it, and a look at the marked one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from clerkwell.ui.kit.choices import ChoiceList, Item
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import announce, fit, framed, ok_cancel, row, words

_WALKS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class SearchDialog(QDialog):
    """Offers items. `picked` is the id of the one that was chosen, "" for none.

    `none` is all that is said and shown where there is nothing to choose. `beside` gets what else the dialog asks or
    shows, over the buttons.
    """

    def __init__(self, name: str, verb: str, items: Sequence[Item], none: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = tuple(items)
        self._none = none
        self.line = QLineEdit(self)
        self.line.setAccessibleName("Find in the list")
        self.line.setClearButtonEnabled(True)
        self.line.installEventFilter(self)
        label = QLabel("&Find", self)
        label.setBuddy(self.line)
        self.list = ChoiceList(name, self)
        # A click marks, to be looked at; it takes Return, a double click or the button to choose.
        self.list.itemClicked.disconnect()
        self.list.itemDoubleClicked.connect(lambda _: self._accept_marked())
        self.list.chosen.connect(lambda _: self._accept_marked())
        self.list.currentRowChanged.connect(lambda _: self._marked_changed())
        self.said = words(muted=True)
        self.beside = QVBoxLayout()
        self.beside.setSpacing(GAP)
        self.more = QHBoxLayout()
        buttons, self.ok = ok_cancel(self, verb)
        self.ok.setDefault(True)
        self.more.addStretch(1)
        self.more.addWidget(buttons)
        self._cancel = next(each for each in buttons.buttons() if each is not self.ok)
        self._find = row(label, self.line, stretch_last=True)
        column = framed(self, name)
        column.addWidget(self._find)
        column.addWidget(self.list, 1)
        column.addWidget(self.said)
        column.addLayout(self.beside)
        column.addLayout(self.more)
        self.line.textChanged.connect(lambda _: self._filter())
        self._on_marked: Callable[[str], object] = lambda _: None
        self._filter()
        self._show_whether_any()

    @property
    def picked(self) -> str:
        """The id of what was chosen; "" for nothing."""
        return self.list.marked() if self.result() == QDialog.DialogCode.Accepted else ""

    def add_button(self, made: QPushButton) -> None:
        """Put a button of its own to the left of the others."""
        self.more.insertWidget(self.more.count() - 2, made)

    def watch(self, marked: Callable[[str], object]) -> None:
        """Call this with the id of what is marked, now and whenever that changes."""
        self._on_marked = marked
        self._marked_changed()

    def offer(self, items: Sequence[Item]) -> None:
        """Offer other items; what was marked stays so, where it is still there."""
        marked = self.list.marked()
        self._items = tuple(items)
        self._filter()
        self.list.mark(marked)
        self._show_whether_any()

    def fit_to(self, letters: int, lines: int) -> None:
        """Take so much room, as far as the screen has it; less where there is nothing to choose."""
        fit(self, letters, lines if self._items else 0)

    def _show_whether_any(self) -> None:
        """Empty boxes and buttons that do nothing would only puzzle."""
        for each in (self._find, self.list, self.ok):
            each.setVisible(bool(self._items))
        self._cancel.setText("Cancel" if self._items else "Close")
        (self.line if self._items else self._cancel).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys walk the list while the line keeps the focus."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _WALKS and not event.modifiers():
                self.list.keyPressEvent(event)
                self._tell_marked()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._accept_marked()
                return True
        return super().eventFilter(watched, event)

    def _filter(self) -> None:
        typed = self.line.text().strip().casefold()
        asked = typed.split()
        found = tuple(each for each in self._items if _matches(each, asked))
        self.list.show_items(found)
        # "9" is paragraph 9, before all that have a nine in them; "append" is Appendix 1, before all that mention it.
        exact = next((each for each in found if typed and each.title.casefold().split()[-1:] == [typed]), None)
        begun = next((each for each in found if typed and each.title.casefold().startswith(typed)), None)
        if exact is not None or begun is not None:
            self.list.mark((exact or begun or found[0]).id)
        count = f"{len(found)} found" if asked and found else ""
        said = count if found else self._none if not self._items else "Nothing in the list has these words."
        self.said.setVisible(bool(said))
        if said != self.said.text():
            self.said.setText(said)
            announce(self.line, said)
        self._marked_changed()

    def _marked_changed(self) -> None:
        self.ok.setEnabled(bool(self.list.marked()))
        self._on_marked(self.list.marked())

    def _tell_marked(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            announce(self.line, str(item.data(Qt.ItemDataRole.AccessibleTextRole)))

    def _accept_marked(self) -> None:
        if self.ok.isEnabled():
            self.accept()


def _matches(each: Item, asked: Sequence[str]) -> bool:
    words_of_it = f"{each.title} {each.detail} {each.group} {each.spoken}".casefold()
    return all(word in words_of_it for word in asked)
