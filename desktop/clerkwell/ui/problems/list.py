"""The list of problems as it is seen: headings that fold, lines that wrap, and the chosen line kept in sight."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from clerkwell.ui.problems.drawing import ProblemDelegate
from clerkwell.ui.problems.wording import Group

# Lines of text that it asks for, where there is room to share out.
_ROOMY = 18


class ProblemsList(QTreeView):
    """The list itself: headings that fold, lines that wrap, Enter and double click to go."""

    wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Problems")
        self.setHeaderHidden(True)
        self._delegate = ProblemDelegate(self)
        self.setItemDelegate(self._delegate)
        # The delegate draws what folds and unfolds.
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Several can be set aside together.
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.doubleClicked.connect(lambda _: self.wanted.emit())
        self.clicked.connect(self._fold)
        # What the user folded or unfolded, by group: it stays as they left it.
        self._chosen: dict[str, bool] = {}
        self.collapsed.connect(lambda index: self._chosen.update({self._group(index).id: False}))
        self.expanded.connect(lambda index: self._chosen.update({self._group(index).id: True}))

    def currentChanged(  # noqa: N802 - Qt's name
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The chosen line says why it is there, and so is higher than the others; all of it is brought into sight."""
        super().currentChanged(current, previous)
        if current.isValid() or previous.isValid():
            self.scheduleDelayedItemsLayout()
            if current.isValid() and self.isVisible():
                self.executeDelayedItemsLayout()
                self.scrollTo(current)

    def is_seen(self, index: QModelIndex) -> bool:
        """Whether some of a line is in sight."""
        place = self.visualRect(index)
        return place.isValid() and self.viewport().rect().intersects(place)

    def high(self) -> int:
        """How high it has to be to show all that is unfolded, in the width that it has."""
        self.executeDelayedItemsLayout()
        model = self.model()
        last = model.index(model.rowCount() - 1, 0)
        if self.isExpanded(last):
            last = model.index(model.rowCount(last) - 1, 0, last)
        low = self.visualRect(last).bottom() + 1 + self.verticalOffset() if last.isValid() else 0
        return low + self.height() - self.viewport().height()

    def expand_new(self) -> None:
        """Unfold the headings but those that the user folded, and those that are better folded until asked for."""
        model = self.model()
        before = dict(self._chosen)
        for at in range(model.rowCount()):
            index = model.index(at, 0)
            group = self._group(index)
            self.setExpanded(index, before.get(group.id, not group.fold))
        self._chosen = before

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the problem; on some systems Qt would take it for editing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.wanted.emit()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """More than Qt would ask for: the panes share their room out by it."""
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * _ROOMY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Messages wrap elsewhere in another width; the chosen one stays in sight, or comes there with the list."""
        place = self.visualRect(self.currentIndex())
        seen = place.isValid() and -place.height() < place.top() < event.oldSize().height()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
        if seen or not self.isVisible():
            QTimer.singleShot(0, self, self._show_chosen)

    def showEvent(self, event: QShowEvent) -> None:
        """What the buttons act on is seen as soon as they are."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._show_chosen)

    def _show_chosen(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _fold(self, index: QModelIndex) -> None:
        if not index.parent().isValid():
            self.setExpanded(index, not self.isExpanded(index))

    def _group(self, index: QModelIndex) -> Group:
        group = index.data(Qt.ItemDataRole.UserRole)
        assert isinstance(group, Group), "only headings fold"
        return group
