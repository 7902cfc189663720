"""What goes where somebody points: the words of the line, what the pack asks for, and how it is put there."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from clerkwell.ui.kit.choices import ChoiceList, Item
from clerkwell.ui.kit.controls import ComboBox
from clerkwell.ui.kit.folding_row import FoldingRow
from clerkwell.ui.kit.style import GAP, GAP_SMALL
from clerkwell.ui.kit.tick import Tick
from clerkwell.ui.kit.widgets import announce, button, title, words
from clerkwell.workshop.placing import Way, WayId
from clerkwell.workshop.wanted import WantedPlace

# What stands for a question that the pack does not ask yet.
NEW = "new"
_QUESTIONS, _SECTIONS, _REPEATS, _OPTIONAL = "Questions", "Sections", "What comes once for each", "Also possible"
_GROUPS = (_QUESTIONS, _SECTIONS, _REPEATS, _OPTIONAL)
_GROUP_OF = {"field": _QUESTIONS, "repeat": _REPEATS}
_WALKS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PlacePanel(QWidget):
    """Asks what goes there. `marked` says that something else is marked, in the words or in the list."""

    marked = Signal()
    put = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[Item, ...] = ()
        self.line = QLineEdit()
        self.line.setReadOnly(True)
        self.line.setAccessibleName("The words of the line")
        self.line.setAccessibleDescription("Mark words with Shift and the arrow keys to put a place instead of them.")
        self.line.selectionChanged.connect(self.marked)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText("Find, or name something new")
        self.search.setAccessibleName("Find what goes there")
        self.search.installEventFilter(self)
        self.search.textChanged.connect(lambda _: self._filter())
        self.list = ChoiceList("What can go there", marked_first=True)
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * 5)
        # As much as is left: what a list would like to have pushed the buttons off a laptop's screen.
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.list.currentRowChanged.connect(lambda _: self.marked.emit())
        self.list.chosen.connect(lambda _: self.put.emit(False))
        self.also = Tick("Show what has a place already, too")
        self.also.box.clicked.connect(lambda _: self._filter())
        self.way = ComboBox(self)
        self.way.setAccessibleName("Where it goes")
        # What was chosen holds for the line and the place that it was chosen for.
        self._chose = ""
        self.way.activated.connect(lambda _: self._choose_way())
        self.hint = words(muted=True)
        self.put_here = button("Put it &here", lambda: self.put.emit(False), primary=True)
        self.put_too = button("Put it here &too", lambda: self.put.emit(True))
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, 0, 0, 0)
        column.setSpacing(GAP_SMALL)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 42)
        column.addWidget(_labelled("Words of the &line: mark those to replace", self.line))
        column.addWidget(self.line)
        column.addSpacing(GAP)
        column.addWidget(title("What goes here?", 1.1))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self.also)
        column.addWidget(_labelled("&Where it goes", self.way))
        column.addWidget(self.way)
        column.addWidget(FoldingRow(self.put_here, self.put_too))
        column.addWidget(self.hint)
        self._placed: frozenset[str] = frozenset()

    def show_line(self, raw: str) -> None:
        """Show the words of a line; nothing of them is marked."""
        self._chose = ""
        self.line.setText(raw.replace("\t", " ").replace("\n", " "))
        self.line.setCursorPosition(0)
        self.line.setEnabled(bool(raw.strip()))

    def selection(self) -> tuple[int, int]:
        """The characters of the line that are marked, without blanks round them."""
        begin, text = self.line.selectionStart(), self.line.selectedText()
        if begin < 0 or not text.strip():
            return 0, 0
        return begin + len(text) - len(text.lstrip()), begin + len(text.rstrip())

    def offer(self, places: Sequence[WantedPlace], placed: frozenset[str]) -> None:
        """Offer these places; `placed` are the tags of those that the document has."""
        self._placed = placed
        items: dict[str, list[Item]] = {each: [] for each in _GROUPS}
        for each in places:
            needed = each.needed or each.tag in placed
            there = "Has a place" if each.tag in placed else "Has no place yet" if needed else "Only if you like"
            group = _GROUP_OF.get(each.kind, _SECTIONS) if needed else _OPTIONAL
            items[group].append(Item(each.tag, each.says, there, group))
        self._items = tuple(item for group in items.values() for item in group)
        self._filter()

    def tag(self) -> str:
        """The tag of what is marked in the list; `NEW` for a new question, "" for nothing."""
        return self.list.marked()

    def typed(self) -> str:
        """What is typed to be found, or named."""
        return " ".join(self.search.text().split())

    def show_ways(self, ways: Sequence[Way], hint: str) -> None:
        """Show how it can be put there, and what is to be known of it."""
        now = self.way.currentData() if self._chose and self._chose == self.tag() else None
        self.way.clear()
        for each in ways:
            self.way.addItem(each.says, each.id)
        self.way.setCurrentIndex(max(self.way.findData(now), 0) if ways else -1)
        self.way.setEnabled(len(ways) > 1)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.put_here.setEnabled(bool(ways))
        has = self.tag() in self._placed
        self.put_here.setText("&Move it here" if has else "Put it &here")
        self.put_too.setVisible(has and self.tag().startswith("field:"))
        self.put_too.setEnabled(bool(ways))

    def chosen_way(self) -> WayId | None:
        """How it is to be put there."""
        found: WayId | None = self.way.currentData()
        return found

    def _choose_way(self) -> None:
        self._chose = self.tag()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys walk the list while the line to type in keeps the focus; Return puts what is marked there."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _WALKS and not event.modifiers():
                self.list.keyPressEvent(event)
                marked = self.list.currentItem()
                announce(self.search, "" if self.list.currentRow() < 0 else marked.text())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.put.emit(False)
                return True
        return super().eventFilter(watched, event)

    def _filter(self) -> None:
        asked, also = self.typed().casefold().split(), self.also.box.isChecked()
        found = [
            each
            for each in self._items
            if (also or each.id not in self._placed) and all(word in each.title.casefold() for word in asked)
        ]
        if asked:
            found.append(Item(NEW, f"A new question: “{self.typed()}”", "Authors are asked for it", "Something new"))
        now = self.tag()
        self.list.blockSignals(True)
        self.list.show_items(tuple(found))
        self.list.mark(now)
        self.list.blockSignals(False)
        self.marked.emit()


def _labelled(text: str, control: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(control)
    label.setWordWrap(True)
    return label
