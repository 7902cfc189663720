"""The page of the tray: words that an import or a change of pack could not place."""

from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from clerkwell.packs import OTHER, outline
from clerkwell.session import ReportChanged
from clerkwell.ui.endmatter.listing import discard_item, place_item
from clerkwell.ui.kit.bridge import SessionBridge
from clerkwell.ui.kit.folding_row import FoldingRow
from clerkwell.ui.kit.style import GAP_LARGE, GAP_SMALL
from clerkwell.ui.kit.widgets import button, words

# How much of an item stands in the list; all of it stands below.
_SHORT = 90


class TrayPage(QWidget):
    """The items of one open report's tray: read them, put them in a section, copy or discard them."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.list = QListWidget(self)
        self.list.setAccessibleName("Words not placed yet")
        self.list.setProperty("role", "plain")
        self.list.setWordWrap(True)
        self.list.setSpacing(GAP_SMALL)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("The words in full")
        self.sections = QComboBox(self)
        self.sections.setAccessibleName("Section to put them in")
        self.place_button = button("Put it &there", self.place_current, primary=True)
        self.copy_button = button("&Copy", self.copy_current)
        self.discard_button = button("&Discard", self.discard_current)
        self.empty = words("Everything has been placed.", muted=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_LARGE)
        layout.addWidget(words("Put each where it belongs, or discard it. None of it is exported.", muted=True))
        layout.addWidget(self.empty)
        layout.addWidget(self.list, 2)
        layout.addWidget(self.text, 1)
        layout.addWidget(
            FoldingRow(self.sections, self.place_button, self.copy_button, self.discard_button, parent=self)
        )
        self.list.currentRowChanged.connect(self._show_current)
        bridge.changed.connect(self._on_changed)
        self._refresh()

    def place_current(self) -> None:
        """Put the chosen item at the end of the chosen section."""
        at, section = self.list.currentRow(), self.sections.currentData()
        if at < 0 or not section:
            return
        session = self._bridge.session
        name = self.sections.currentText()
        session.apply(place_item(session.report, at, section), f"Place words in “{name}”")
        self._bridge.messages.say(f"Put at the end of “{name}”. Undo takes it back.")

    def copy_current(self) -> None:
        """Put the chosen item's words on the clipboard."""
        at = self.list.currentRow()
        if at >= 0:
            QApplication.clipboard().setText(self._bridge.session.report.tray[at].text)
            self._bridge.messages.say("Copied.")

    def discard_current(self) -> None:
        """Take the chosen item out of the report."""
        at = self.list.currentRow()
        if at >= 0:
            session = self._bridge.session
            session.apply(discard_item(session.report, at), "Discard words")
            self._bridge.messages.say("Discarded. Undo brings it back.")

    def _on_changed(self, event: ReportChanged) -> None:
        if event.changes.others & {"tray", "pack"} or event.changes.order or event.changes.fields:
            self._refresh()

    def _refresh(self) -> None:
        session = self._bridge.session
        at = self.list.currentRow()
        self.list.clear()
        for item in session.report.tray:
            short = " ".join(item.text.split())
            short = f"{short[:_SHORT].rstrip()}…" if len(short) > _SHORT else short
            line = QListWidgetItem(f"{short}\nFrom: {item.came_from}" if item.came_from else short)
            self.list.addItem(line)
        if session.report.tray:
            self.list.setCurrentRow(min(max(at, 0), len(session.report.tray) - 1))
        chosen = self.sections.currentData()
        self.sections.clear()
        for part in outline(session.report, session.pack):
            if part.relevant and part.id != OTHER:
                self.sections.addItem(part.heading.rstrip(": "), part.id)
        self.sections.setCurrentIndex(max(self.sections.findData(chosen), 0))
        self._show_current()

    def _show_current(self) -> None:
        at = self.list.currentRow()
        tray = self._bridge.session.report.tray
        there = 0 <= at < len(tray)
        text = tray[at].text if there else ""
        if self.text.toPlainText() != text:
            self.text.setPlainText(text)
        may = there and not self._bridge.session.read_only
        self.place_button.setEnabled(may)
        self.discard_button.setEnabled(may)
        self.copy_button.setEnabled(there)
        self.empty.setVisible(not tray)
