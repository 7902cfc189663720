"""One answer from a list, searched by typing where the list is open."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QElapsedTimer, QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QCompleter, QVBoxLayout, QWidget

from clerkwell.model import FieldValue
from clerkwell.ui.editors.fields.inputs.base import FieldInput, NowSays, Options
from clerkwell.ui.editors.fields.inputs.growing import show_line
from clerkwell.ui.kit.controls import ComboBox

_FOUND_BY = Qt.ItemDataRole.UserRole
_CHOOSE = "Choose…"
# More answers than that are looked for by their names.
_LONG = 12


class OpenChoice(FieldInput):
    """A line to type in, with the pack's list beside it: any part of a name finds it, other words are kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = ComboBox(self)
        self.box.setEditable(True)
        self.box.setInsertPolicy(ComboBox.InsertPolicy.NoInsert)
        self.box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(12)
        self._others: Mapping[str, tuple[str, ...]] = {}
        self._now = NowSays(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        layout.addWidget(self._now)
        self._showing = False
        line = self.box.lineEdit()
        assert line is not None
        self._line = line
        self.watch(self.box, line)
        line.textChanged.connect(self._on_text)
        line.returnPressed.connect(self._take_found)

    def know(self, others: Mapping[str, tuple[str, ...]]) -> None:
        """What is typed finds an answer by these too."""
        self._others = others

    def offer(self, options: Options) -> None:
        """Take other answers to choose from, keeping what is written. A long list stands by the alphabet, in which
        one looks for a name."""
        if len(options) > _LONG:
            options = sorted(options, key=str.casefold)
        if [self.box.itemText(at) for at in range(self.box.count())] == list(options):
            return
        text = self._line.text()
        self._showing = True
        self.box.clear()
        self.box.addItems(list(options))
        completer = _Finder(options, self._others, self.box)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.box.setCompleter(completer)
        self.box.setCurrentIndex(-1)
        self.box.setEditText(text)
        self._showing = False

    def show_value(self, value: FieldValue) -> None:
        """Show the words as they stand, and under them what they were understood as, where that is another name."""
        self._showing = True
        show_line(self._line, value.text)
        self._showing = False
        self.box.understood = value.value if isinstance(value.value, str) else ""
        other = isinstance(value.value, str) and value.value != value.text.strip()
        self._now.setText(f"Understood as {value.value}.")
        self._now.setVisible(other and self.box.findText(str(value.value)) >= 0)

    def controls(self) -> tuple[QWidget, ...]:
        """The box with its line."""
        return (self.box,)

    def is_typing(self) -> bool:
        """Letters, one after another."""
        return True

    def describe(self, name: str, description: str) -> None:
        """The line inside is what a screen reader meets."""
        super().describe(name, description)
        self._line.setAccessibleName(name)
        self._line.setAccessibleDescription(description)

    def _on_text(self, text: str) -> None:
        if not self._showing:
            self._widen()
            self.answered.emit(text)

    def _widen(self) -> None:
        """Let what is found be read to its end: Qt would make the list as wide as the line."""
        finder = self.box.completer()
        found = finder.popup() if finder is not None else None
        if found is not None and isinstance(finder, _Finder):
            left = self.box.mapToGlobal(QPoint(0, 0)).x()
            room = self.box.screen().availableGeometry().right() - left
            found.setMinimumWidth(self.box.wide_enough(room, finder.named(self._line.text())))

    def _take_found(self) -> None:
        """Put in the one answer that what is typed finds."""
        finder = self.box.completer()
        typed = self._line.text()
        if finder is not None and typed.strip() and finder.completionPrefix() == typed:
            found = finder.pathFromIndex(finder.currentIndex())
            if finder.completionCount() == 1 and found != typed:
                self._line.setText(found)


class _Finder(QCompleter):
    """Finds answers by any part of their name, or of another way in which people write it."""

    def __init__(self, options: Options, others: Mapping[str, tuple[str, ...]], parent: QWidget) -> None:
        model = QStandardItemModel()
        for option in options:
            item = QStandardItem(option)
            item.setData(" | ".join((option, *others.get(option, ()))), _FOUND_BY)
            model.appendRow(item)
        super().__init__(model, parent)
        self._names = model
        model.setParent(self)
        self.setCompletionRole(_FOUND_BY)

    def named(self, typed: str) -> Iterator[str]:
        """The answers that this finds, by their own names."""
        for at in range(self._names.rowCount()):
            item = self._names.item(at)
            if typed.casefold() in str(item.data(_FOUND_BY)).casefold():
                yield item.text()

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:  # noqa: N802 - Qt's own name
        """What is put in the line is the name, by whatever it was found."""
        return str(index.data())


class ClosedChoice(FieldInput):
    """A list to choose from and nothing else; words that are not on it are shown until another is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = ComboBox(self)
        self.box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        self.box.addItem(_CHOOSE, "")
        self._now = NowSays(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._now)
        self._typed = ""
        self._since = QElapsedTimer()
        self.watch(self.box)
        self.box.activated.connect(self._on_activated)

    def offer(self, options: Options) -> None:
        """Take other answers to choose from, keeping the one chosen."""
        if [self.box.itemData(at) for at in range(1, self.box.count())] == list(options):
            return
        chosen = self.box.currentData()
        self.box.clear()
        self.box.addItem(_CHOOSE, "")
        for option in options:
            self.box.addItem(option, option)
        self.box.setCurrentIndex(max(self.box.findData(chosen), 0))

    def show_value(self, value: FieldValue) -> None:
        """Choose what was understood; say how it is written where that differs."""
        understood = value.value if isinstance(value.value, str) else ""
        at = self.box.findData(understood) if understood else 0
        self.box.setCurrentIndex(max(at, 0))
        verbatim = value.text if value.text.strip() != self.box.currentData() else ""
        self._now.tell(verbatim, understood if at > 0 else "", "" if at > 0 else "Choose an answer to replace it.")

    def controls(self) -> tuple[QWidget, ...]:
        """The list."""
        return (self.box,)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Letters choose: Qt would take the space of "For Information" for the wish to see the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._letter(event):
            return True
        return super().eventFilter(watched, event)

    def _letter(self, event: QKeyEvent) -> bool:
        """Take a letter of an answer's name, or of a word in it; whether it was one."""
        over = not self._since.isValid() or self._since.hasExpired(QApplication.keyboardInputInterval())
        typed = event.text()
        if event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier or not typed.isprintable() or not typed:
            return False
        if typed.isspace() and over:
            return False
        self._typed = typed if over else self._typed + typed
        self._since.start()
        at = self._named(self._typed.casefold())
        if at and at != self.box.currentIndex():
            self.box.setCurrentIndex(at)
            self.box.activated.emit(at)
        return True

    def _named(self, typed: str) -> int:
        """The first answer that begins so, or has a word that does; 0 for none."""
        names = {at: self.box.itemText(at).casefold() for at in range(1, self.box.count())}
        begins = [at for at, name in names.items() if name.startswith(typed)]
        within = [at for at, name in names.items() if f" {typed}" in name]
        return next(iter((*begins, *within)), 0)

    def _on_activated(self, index: int) -> None:
        self.answered.emit(self.box.itemData(index))
