"""The page of the tray: words that an import or a change of pack could not place."""

from PySide6.QtWidgets import QApplication, QListWidgetItem, QPlainTextEdit, QVBoxLayout, QWidget

from clerkwell.packs import outline
from clerkwell.session import ReportChanged
from clerkwell.ui.endmatter.placing import END, TrayList, discard_items, place_items, spots, takes_words
from clerkwell.ui.kit.bridge import SessionBridge
from clerkwell.ui.kit.controls import ComboBox
from clerkwell.ui.kit.folding_row import FoldingRow
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import button, words

# How much of an item stands in the list; all of it stands below.
_SHORT = 90
_ABOUT = (
    "Put each where it belongs, or discard it; several can be chosen at once. Drag them onto a part in the list of "
    "parts, or say below where they go. None of it is exported."
)


class TrayPage(QWidget):
    """The items of one open report's tray: read them, put them in a section, copy or discard them."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.list = TrayList(self)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("The words in full")
        self.sections = ComboBox(self)
        self.sections.setAccessibleName("Section to put them in")
        self.where = ComboBox(self)
        self.where.setAccessibleName("Where in the section")
        for box in (self.sections, self.where):
            box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(16)
        self.place_button = button("Put &there", self.place_current, primary=True)
        self.copy_button = button("Cop&y", self.copy_current)
        self.discard_button = button("&Discard", self.discard_current)
        self.empty = words("Everything has been placed.", muted=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(words(_ABOUT, muted=True))
        layout.addWidget(self.empty)
        layout.addWidget(self.list, 2)
        layout.addWidget(self.text, 1)
        layout.addWidget(
            FoldingRow(self.sections, self.where, self.place_button, self.copy_button, self.discard_button, parent=self)
        )
        self.list.itemSelectionChanged.connect(self._show_current)
        self.sections.currentIndexChanged.connect(lambda _: self._show_spots())
        bridge.changed.connect(self._on_changed)
        self._refresh()

    def place_current(self) -> None:
        """Put the chosen items where the boxes say."""
        rows, section = self.list.chosen(), self.sections.currentData()
        if not rows or not section:
            return
        session = self._bridge.session
        name, after = self.sections.currentText(), self.where.currentData() or END
        told = self.where.currentText()
        session.apply(place_items(session.report, rows, section, after), f"Place words in “{name}”")
        self._bridge.messages.say(f"Put into “{name}”: {told[:1].lower()}{told[1:]}. Undo takes it back.")

    def copy_current(self) -> None:
        """Put the chosen items' words on the clipboard."""
        if self.list.chosen():
            QApplication.clipboard().setText(self._words())
            self._bridge.messages.say("Copied.")

    def discard_current(self) -> None:
        """Take the chosen items out of the report."""
        rows = self.list.chosen()
        if rows:
            session = self._bridge.session
            session.apply(discard_items(session.report, rows), "Discard words")
            self._bridge.messages.say("Discarded. Undo brings back what was there.")

    def _words(self) -> str:
        return "\n".join(self._bridge.session.report.tray[row].text for row in self.list.chosen())

    def _on_changed(self, event: ReportChanged) -> None:
        if event.changes.others & {"tray", "pack"} or event.changes.order or event.changes.fields:
            self._refresh()
        elif self.sections.currentData() in event.changes.sections:
            self._show_spots()

    def _refresh(self) -> None:
        session = self._bridge.session
        at = self.list.currentRow()
        # What is chosen meanwhile is chosen of another tray.
        self.list.blockSignals(True)
        self.list.clear()
        for item in session.report.tray:
            short = " ".join(item.text.split())
            short = f"{short[:_SHORT].rsplit(' ', 1)[0]}…" if len(short) > _SHORT else short
            line = QListWidgetItem(f"{short}\nFrom: {item.came_from}" if item.came_from else short)
            self.list.addItem(line)
        if session.report.tray:
            self.list.setCurrentRow(min(max(at, 0), len(session.report.tray) - 1))
        self.list.blockSignals(False)
        chosen = self.sections.currentData()
        self.sections.clear()
        for part in outline(session.report, session.pack):
            if takes_words(session.report, session.pack, part.id):
                self.sections.addItem(part.heading.rstrip(": "), part.id)
        self.sections.setCurrentIndex(max(self.sections.findData(chosen), 0))
        self._show_spots()
        self._show_current()

    def _show_spots(self) -> None:
        chosen = self.where.currentData()
        self.where.clear()
        for text, spot in spots(self._bridge.session.report, self.sections.currentData() or ""):
            self.where.addItem(text, spot)
        self.where.setCurrentIndex(max(self.where.findData(chosen), 0))

    def _show_current(self) -> None:
        tray = self._bridge.session.report.tray
        there = bool(self.list.chosen())
        text = self._words() if there else ""
        if self.text.toPlainText() != text:
            self.text.setPlainText(text)
        may = there and not self._bridge.session.read_only
        self.place_button.setEnabled(may)
        self.discard_button.setEnabled(may)
        self.copy_button.setEnabled(there)
        self.empty.setVisible(not tray)
