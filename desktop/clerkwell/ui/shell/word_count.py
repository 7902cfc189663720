"""How long the report is: words, characters and pages, of what is selected, the section and all of it, by part too."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from clerkwell.session.word_counts import Count, PartCount
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import fit, framed, title, words

_ROWS: tuple[tuple[str, Callable[[Count], int]], ...] = (
    ("Words", lambda count: count.words),
    ("Characters without spaces", lambda count: count.letters),
    ("Characters with spaces", lambda count: count.characters),
    ("Paragraphs", lambda count: count.paragraphs),
)
_FIGURES = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
# Columns that hold words.
_WORDED = ("Advice", "Compared with it")


class WordCountDialog(QDialog):
    """Shows counts. `counted` are the columns: what was counted, and its figures; `pages` a sentence on the pages."""

    def __init__(
        self,
        counted: Sequence[tuple[str, Count]],
        parts: Sequence[PartCount],
        pages: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.figures = _table("Counts", ["", *(name for name, _ in counted)], len(_ROWS))
        for at, (name, figure) in enumerate(_ROWS):
            _put(self.figures, at, [name, *(f"{figure(count):,}" for _, count in counted)])
        self.parts = _table("Words of each part", ["Part", "Words", "Advice", "Compared with it"], len(parts))
        for at, part in enumerate(parts):
            _put(self.parts, at, [part.title, f"{part.count.words:,}", part.advice, part.against])
        self.pages = words(pages)
        note = words(
            "Tables and captions count. The whole report is its sections, without header and appendices.", muted=True
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = framed(self, "Word count")
        column.addWidget(self.figures)
        column.addWidget(self.pages)
        column.addWidget(title("Part by part", 1.1))
        column.addWidget(self.parts, 1)
        column.addWidget(note)
        column.addWidget(buttons)
        fit(self, 84, 30)
        lines = sum(self.figures.rowHeight(at) for at in range(len(_ROWS)))
        self.figures.setFixedHeight(lines + self.figures.horizontalHeader().sizeHint().height() + GAP)
        self.figures.setFocus()


def _table(name: str, heads: list[str], rows: int) -> QTableWidget:
    table = QTableWidget(rows, len(heads))
    table.setAccessibleName(name)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + GAP)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    for at, name in enumerate(heads):
        head = QTableWidgetItem(name)
        if name in _WORDED or not at:
            head.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        else:
            head.setTextAlignment(_FIGURES)
        table.setHorizontalHeaderItem(at, head)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    return table


def _put(table: QTableWidget, row: int, texts: Sequence[str]) -> None:
    for column, text in enumerate(texts):
        item = QTableWidgetItem(text)
        if text[:1].isdigit():
            # Figures are read from the right, under their heading.
            item.setTextAlignment(_FIGURES)
        # A figure alone says nothing to who hears it.
        head = table.horizontalHeaderItem(column)
        if column and text:
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{texts[0]}, {head.text() if head else ''}: {text}")
        table.setItem(row, column, item)
