"""The page of keyboard shortcuts: every action with its keys, by group, to be searched."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from clerkwell.ui.kit.style import scaled
from clerkwell.ui.kit.widgets import announce, fit, framed, row, words
from clerkwell.ui.shell.actions import ACTIONS

WRITING = "Writing a section"
# Keys that belong to one list, dialog or kind of control. What there is to do there is in its buttons and menu too.
_ELSEWHERE: tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...] = (
    (
        "Lists and forms",
        (
            ("Menu of what is marked", ("Shift+F10", "Menu")),
            ("Next and previous control", ("Tab", "Shift+Tab")),
            ("Open the calendar of a date, or a list", ("Alt+Down",)),
            ("Move an appendix or a paper up, down", ("Alt+Up", "Alt+Down")),
            ("Remove what is marked", ("Del",)),
            ("Put a notice or the find bar away", ("Esc",)),
        ),
    ),
    (
        "Find and replace",
        (
            ("Next find", ("Return",)),
            ("Previous find", ("Shift+Return",)),
            ("Tick or untick a replacement", ("Space",)),
        ),
    ),
    (
        "Tables",
        (
            ("Edit the cell", ("F2", "Return")),
            ("Next cell, cell below", ("Tab", "Return")),
            ("New paragraph in a cell, bold, italic", ("Alt+Return", "Ctrl+B", "Ctrl+I")),
            ("Leave the grid", ("Ctrl+Tab",)),
            ("Open, remove a selected table or picture", ("Return", "Delete")),
        ),
    ),
    (
        "Changes that came back",
        (
            ("Accept, reject, decide later", ("A", "R", "L")),
            ("Next to decide, next conflict", ("N", "C")),
            ("Keep the report’s words, take the document’s, keep both", ("O", "T", "B")),
        ),
    ),
)


def shortcut_lines() -> list[tuple[str, str, str]]:
    """Every action that has keys: what it does, all its keys, and where it is: a menu, or the writing of a section."""
    # The start page has no editor.
    from clerkwell.ui.editors.pictures.cards import PICTURE
    from clerkwell.ui.editors.richtext.actions import ACTIONS as EDITOR_ACTIONS
    from clerkwell.ui.editors.richtext.inserting import FOOTNOTE, LINK, NOTHING
    from clerkwell.ui.editors.richtext.landscape import LANDSCAPE
    from clerkwell.ui.editors.table_cards import TABLE
    from clerkwell.ui.editors.tools.table import SHOWN

    lines = [(spec.plain, _native(spec.keys), spec.menu.replace("&", "")) for spec in ACTIONS if spec.keys]
    lines += [(spec.plain, _native((spec.keys,)), WRITING) for spec in EDITOR_ACTIONS if spec.keys]
    besides = (LINK, FOOTNOTE, *SHOWN, TABLE, PICTURE, LANDSCAPE, NOTHING)
    lines += [(text.replace("&", "").rstrip("…"), _native((keys,)), WRITING) for text, keys in besides if keys]
    return lines


def elsewhere_lines() -> list[tuple[str, str, str]]:
    """The keys of single lists and dialogs, as `shortcut_lines` has those of actions."""
    return [(what, _native(keys), where) for where, lines in _ELSEWHERE for what, keys in lines]


class ShortcutsDialog(QDialog):
    """Every action that has keys, under its menu; a line finds some by what they do or by their keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setAccessibleName("Find a shortcut")
        self.line.setPlaceholderText("What you want to do, or keys such as Ctrl+K")
        self.line.setClearButtonEnabled(True)
        self.line.installEventFilter(self)
        label = QLabel("&Find")
        label.setBuddy(self.line)
        self.tree = QTreeWidget()
        self.tree.setColumnCount(2)
        self.tree.setHeaderLabels(["What it does", "Keys"])
        self.tree.setAccessibleName("Keyboard shortcuts")
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(scaled(20))
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._said = words("", muted=True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = framed(self, "Keyboard shortcuts")
        column.addWidget(row(label, self.line, stretch_last=True))
        column.addWidget(self.tree, 1)
        column.addWidget(self._said)
        column.addWidget(buttons)
        self._fill()
        self.line.textChanged.connect(self._filter)
        self._filter("")
        fit(self, 92, 34)
        self.line.setFocus()

    @property
    def shown(self) -> list[tuple[str, str]]:
        """What each line that is in view does, and its keys."""
        lines = (line for group in self._groups() for line in _children(group))
        return [(line.text(0), line.text(1)) for line in lines if not line.isHidden()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down go from the line into the list."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
                self.tree.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                return True
        return super().eventFilter(watched, event)

    def _groups(self) -> list[QTreeWidgetItem]:
        found = (self.tree.topLevelItem(at) for at in range(self.tree.topLevelItemCount()))
        return [group for group in found if group is not None]

    def _fill(self) -> None:
        groups: dict[str, QTreeWidgetItem] = {}
        for what, keys, where in (*shortcut_lines(), *elsewhere_lines()):
            group = groups.get(where)
            if group is None:
                group = groups[where] = QTreeWidgetItem([where])
                bold = group.font(0)
                bold.setBold(True)
                group.setFont(0, bold)
                self.tree.addTopLevelItem(group)
                group.setExpanded(True)
            item = QTreeWidgetItem([what, keys])
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{what}: {keys}, {where}")
            group.addChild(item)

    def _filter(self, typed: str) -> None:
        asked = typed.casefold().split()
        count = 0
        for group in self._groups():
            there = 0
            for line in _children(group):
                text = f"{line.text(0)} {line.text(1)} {group.text(0)}".casefold()
                line.setHidden(not all(word in text for word in asked))
                there += not line.isHidden()
            group.setHidden(not there)
            count += there
        first = next((group for group in self._groups() if not group.isHidden()), None)
        if first is not None:
            self.tree.setCurrentItem(next(each for each in _children(first) if not each.isHidden()))
        said = f"{count} shortcuts" if not asked else f"{count} found" if count else "No shortcut has these words."
        self._said.setText(said)
        if asked:
            announce(self.line, said)


def _children(group: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (group.child(at) for at in range(group.childCount()))
    return [line for line in found if line is not None]


def _native(keys: tuple[str, ...]) -> str:
    return "  or  ".join(QKeySequence(each).toString(QKeySequence.SequenceFormat.NativeText) for each in keys)
