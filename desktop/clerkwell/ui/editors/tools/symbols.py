"""Special characters: a grid of them with their names, found by name, those used last first."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from clerkwell.model import Paragraph, Text
from clerkwell.system import FileError
from clerkwell.ui.editors.tools.context import Tools
from clerkwell.ui.editors.tools.symbol_table import Symbol, symbols
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import announce, fit, framed, ok_cancel, words

_AT = Qt.ItemDataRole.UserRole
RECENT = "Used last"
_STEPS = (Qt.Key.Key_Down, Qt.Key.Key_Up)


class SymbolsDialog(QDialog):
    """Offers characters. `chosen` is the one that was taken, "" for none."""

    def __init__(self, recent: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        known = symbols()
        by_text = {each.text: each for each in known}
        last = [by_text[each] for each in recent if each in by_text]
        self._symbols = (*(Symbol(each.text, each.names, RECENT, each.shown) for each in last), *known)
        self.line = QLineEdit(self)
        self.line.setAccessibleName("Name of the character")
        self.line.setPlaceholderText("Name: pound, dash, half, e acute")
        self.line.setClearButtonEnabled(True)
        self.line.installEventFilter(self)
        label = QLabel("&Find", self)
        label.setBuddy(self.line)
        self.grid = _grid(self)
        self.about = words()
        buttons, self.ok = ok_cancel(self, "&Insert")
        self.ok.setDefault(True)
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(label)
        top.addWidget(self.line, 1)
        column = framed(self, "Special character")
        column.addLayout(top)
        column.addWidget(self.grid, 1)
        column.addWidget(self.about)
        column.addWidget(buttons)
        self.line.textChanged.connect(lambda _: self._filter())
        self.grid.currentRowChanged.connect(lambda _: self._show_about())
        self.grid.itemDoubleClicked.connect(lambda _: self.accept())
        self._filter()
        fit(self, 76, 24)
        self.line.setFocus()

    @property
    def marked(self) -> Symbol | None:
        """The character that is marked."""
        item = self.grid.currentItem()
        return self._symbols[item.data(_AT)] if self.grid.currentRow() >= 0 and item is not None else None

    @property
    def chosen(self) -> str:
        """What was taken."""
        marked = self.marked
        return marked.text if marked is not None and self.result() == QDialog.DialogCode.Accepted else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the line the arrows go into the grid; Return takes what is marked."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _STEPS:
                self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.ok.isEnabled():
                    self.accept()
                return True
        return super().eventFilter(watched, event)

    def _filter(self) -> None:
        asked = self.line.text().strip()
        wanted = asked.casefold().split()
        self.grid.clear()
        for at, each in enumerate(self._symbols):
            if (each.group == RECENT and wanted) or not (asked == each.text or _named(each, wanted)):
                continue
            item = QListWidgetItem(each.shown or each.text)
            item.setData(_AT, at)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{each.name}, {each.group}")
            item.setToolTip(each.name)
            item.setSizeHint(self.grid.gridSize())
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            if each.shown:
                font = QFont(self.font())
                font.setPointSizeF(font.pointSizeF() * 0.65)
                item.setFont(font)
            self.grid.addItem(item)
        self.grid.setCurrentRow(0 if self.grid.count() else -1)
        self._show_about()

    def _show_about(self) -> None:
        marked = self.marked
        self.ok.setEnabled(marked is not None)
        said = f"{marked.name} ({marked.group})" if marked is not None else "No character has these words in its name."
        if said != self.about.text():
            self.about.setText(said)
            announce(self.line, said)


def _named(each: Symbol, wanted: Sequence[str]) -> bool:
    """Whether every word that was typed begins one of its names: "e acute" is no A."""
    names = f"{each.names} {each.group}".casefold().replace("|", " ").split()
    return all(any(name.startswith(word) for name in names) for word in wanted)


def _grid(parent: QWidget) -> QListWidget:
    """Characters side by side, large enough to tell them apart."""
    grid = QListWidget(parent)
    grid.setAccessibleName("Characters")
    grid.setFlow(QListWidget.Flow.LeftToRight)
    grid.setWrapping(True)
    grid.setResizeMode(QListWidget.ResizeMode.Adjust)
    grid.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    font = QFont(grid.font())
    font.setPointSizeF(font.pointSizeF() * 1.4)
    grid.setFont(font)
    side = int(grid.fontMetrics().height() * 1.9)
    grid.setGridSize(QSize(side, side))
    return grid


def ask_symbol(recent: Sequence[str], parent: QWidget) -> str:
    """Put the dialog and wait; "" for none."""
    dialog = SymbolsDialog(recent, parent)
    dialog.exec()
    chosen = dialog.chosen
    dialog.deleteLater()
    return chosen


def insert_symbol(tools: Tools) -> None:
    """Ask for a character and put it in place of what is selected."""
    editor, inserts = tools.editor, tools.bridge.inserts
    if editor.isReadOnly():
        return
    chosen = ask_symbol(inserts.characters, tools.page)
    editor.setFocus()
    if not chosen:
        return
    editor.insert_piece((Paragraph(runs=(Text(text=chosen),)),), "Special character")
    try:
        inserts.used(chosen)
    except FileError as error:
        editor.notice.emit(f"The character is in; that it was used last could not be kept. {error}")
