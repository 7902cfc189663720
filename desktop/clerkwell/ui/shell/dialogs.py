"""Small dialogs of the window: what an export found, the keyboard shortcuts, about the program."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from clerkwell import __version__
from clerkwell.ui.kit.style import GAP_LARGE, MARGIN
from clerkwell.ui.kit.widgets import fit, title, words
from clerkwell.ui.shell.palette import shortcut_lines


class _Dialog(QDialog):
    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.column.setSpacing(GAP_LARGE)

    def finish(self) -> None:
        """Put the closing button under everything."""
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.column.addWidget(buttons)


class FoundDialog(_Dialog):
    """What there is to know of what was exported: what was withheld, what the appendices hold."""

    def __init__(self, found: tuple[str, ...], parent: QWidget) -> None:
        super().__init__("What to know about the export", parent)
        read = QPlainTextEdit("\n\n".join(found))
        read.setAccessibleName("What to know about the export")
        read.setReadOnly(True)
        read.setTabChangesFocus(True)
        read.setMinimumHeight(self.fontMetrics().lineSpacing() * 6)
        self.column.addWidget(read, 1)
        self.finish()
        fit(self, 86, 24)


def show_found(found: tuple[str, ...], parent: QWidget) -> None:
    """Show what was found."""
    dialog = FoundDialog(found, parent)
    dialog.exec()
    dialog.deleteLater()


class ShortcutsDialog(_Dialog):
    """Every action that has keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Keyboard shortcuts", parent)
        lines = shortcut_lines()
        table = QTableWidget(len(lines), 3)
        table.setAccessibleName("Keyboard shortcuts")
        table.setHorizontalHeaderLabels(["What it does", "Keys", "Where"])
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        for at, line in enumerate(lines):
            for column, text in enumerate(line):
                table.setItem(at, column, QTableWidgetItem(text))
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.resizeColumnsToContents()
        for column in (0, 1):
            table.setColumnWidth(column, table.columnWidth(column) + MARGIN)
        table.horizontalHeader().setStretchLastSection(True)
        table.setMinimumHeight(self.fontMetrics().lineSpacing() * 6)
        self.column.addWidget(table, 1)
        self.finish()
        fit(self, 96, 32)


class AboutDialog(_Dialog):
    """The program, its version, and that it keeps to itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("About Clerkwell", parent)
        self.column.addWidget(title(f"Clerkwell {__version__}", 1.3))
        about = words(
            "Committee reports, written in the council’s own template and checked while they are written.\n\n"
            "Clerkwell works offline: it sends nothing anywhere and listens to nothing.\n\nMIT licence."
        )
        about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.column.addWidget(about)
        self.finish()
        fit(self, 66)
