"""The Word document as an outline to point at: its headings, tables, rows, cells and lines, and what goes there."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QWidget,
)

from clerkwell.ui.kit.icons import icon
from clerkwell.workshop.outlining import Node

_NODE = Qt.ItemDataRole.UserRole
_PICTURES = {"part": "document", "heading": "heading", "table": "table", "row": "", "line": ""}
# Places whose names stand in the line itself.
_IN_WORDS = ("field:", "body:")


class OutlineTree(QTreeWidget):
    """Shows an outline. Return says that something is to go where it points (`wanted`), Delete to take out (`out`)."""

    wanted = Signal()
    out = Signal()
    pointed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("The Word document, line by line")
        self.setColumnCount(2)
        self.setHeaderLabels(["In the document", "What goes there"])
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.header().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformRowHeights(True)
        self.setIndentation(self.fontMetrics().averageCharWidth() * 2)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * 6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 40)
        self.itemSelectionChanged.connect(self.pointed)
        self.itemDoubleClicked.connect(lambda *_: self.wanted.emit())

    def show_outline(self, nodes: tuple[Node, ...], names: Mapping[str, str]) -> None:
        """Show these; what was pointed at stays so, as far as it is there."""
        first, last = self.lines()
        folded = {node.words for node, item in self._all() if item.childCount() and not item.isExpanded()}
        top = self.verticalScrollBar().value()
        self.blockSignals(True)
        self.clear()
        for node in nodes:
            self.addTopLevelItem(_item(node, names))
        self.expandAll()
        for node, item in self._all():
            if node.words in folded:
                item.setExpanded(False)
        self.point_at(first, last)
        self.blockSignals(False)
        self.verticalScrollBar().setValue(top)
        for item in self.selectedItems()[:1]:
            self.scrollToItem(item)
        self.pointed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share what a scroll bar leaves, too."""
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give the words most of the room."""
        width = self.viewport().width()
        self.setColumnWidth(0, min(width * 13 // 20, width - self.header().sectionSizeHint(1)))

    def nodes(self) -> tuple[Node, ...]:
        """What is pointed at, in the document's order."""
        found = [item.data(0, _NODE) for item in self.selectedItems()]
        return tuple(sorted((each for each in found if isinstance(each, Node)), key=lambda each: each.first))

    def lines(self) -> tuple[int, int]:
        """The first and last line that is pointed at; (-1, -1) for none."""
        found = self.nodes()
        return (min(each.first for each in found), max(each.last for each in found)) if found else (-1, -1)

    def branch(self) -> int:
        """The last line of all that stands under what is pointed at."""
        ends = [each.last for each in self.nodes()]
        for item in self.selectedItems():
            ends += [node.last for node, _ in _below(item)]
        return max(ends, default=-1)

    def point_at(self, first: int, last: int) -> None:
        """Point at the lines from one to another."""
        begin = end = None
        for node, item in self._all():
            if node.kind in ("heading", "line"):
                begin = item if node.first == first else begin
                end = item if node.last == last else end
        self.clearSelection()
        if begin is None:
            return
        self.setCurrentItem(begin)
        # What lies between two lines of the outline are its items in their order.
        if end is not None and end is not begin:
            inside = False
            for node, item in self._all():
                inside = inside or item is begin
                if inside and node.kind in ("heading", "line"):
                    item.setSelected(True)
                if item is end:
                    break

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and Delete act on what is pointed at."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.wanted.emit()
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.out.emit()
        else:
            super().keyPressEvent(event)

    def _all(self) -> Iterator[tuple[Node, QTreeWidgetItem]]:
        walk = QTreeWidgetItemIterator(self)
        while walk.value() is not None:
            item = walk.value()
            yield item.data(0, _NODE), item
            walk += 1


def _below(item: QTreeWidgetItem) -> Iterator[tuple[Node, QTreeWidgetItem]]:
    for inner in map(item.child, range(item.childCount())):
        if inner is not None:
            yield inner.data(0, _NODE), inner
            yield from _below(inner)


def _item(node: Node, names: Mapping[str, str]) -> QTreeWidgetItem:
    there = " · ".join(names.get(tag, tag) for tag in node.tags if not tag.startswith(_IN_WORDS))
    item = QTreeWidgetItem([node.words, there])
    item.setData(0, _NODE, node)
    for column, text in enumerate((node.words, there)):
        item.setToolTip(column, text)
    if _PICTURES[node.kind]:
        item.setIcon(0, icon(_PICTURES[node.kind]))
    every = ", ".join(names.get(tag, tag) for tag in node.tags)
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{node.words}. Goes there: {every}" if every else node.words)
    item.addChildren([_item(each, names) for each in node.under])
    return item
