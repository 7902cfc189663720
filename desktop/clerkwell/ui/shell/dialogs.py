"""What there is to know of an export, to be read at leisure."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QWidget

from clerkwell.ui.kit.widgets import fit, framed


class FoundDialog(QDialog):
    """What there is to know of what was exported: what was withheld, what the appendices hold."""

    def __init__(self, found: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        read = QPlainTextEdit("\n\n".join(found))
        read.setAccessibleName("What to know about the export")
        read.setReadOnly(True)
        read.setTabChangesFocus(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = framed(self, "What to know about the export")
        column.addWidget(read, 1)
        column.addWidget(buttons)
        fit(self, 84, 22)


def show_found(found: tuple[str, ...], parent: QWidget) -> None:
    """Show what was found."""
    dialog = FoundDialog(found, parent)
    dialog.exec()
    dialog.deleteLater()
