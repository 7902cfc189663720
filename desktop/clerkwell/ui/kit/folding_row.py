"""Widgets side by side that go on in another row where there is no room for all of them in one."""

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from clerkwell.ui.kit.style import GAP


class FoldingRow(QWidget):
    """As many widgets in a row as have room there. A label goes along with what it names."""

    def __init__(self, *widgets: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widgets = widgets
        for each in widgets:
            each.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def rows(self, width: int) -> list[list[QRect]]:
        """Where each widget stands in so much room, row by row; low ones in the middle of theirs."""
        rows: list[list[QRect]] = []
        left, top, high = 0, 0, 0
        for at, each in enumerate(self._widgets):
            size = each.sizeHint()
            if rows and left + size.width() + self._named_by(at) > width:
                left, top, high = 0, top + high + GAP, 0
            if left == 0:
                rows.append([])
            rows[-1].append(QRect(left, top, min(size.width(), width), size.height()))
            left, high = left + size.width() + GAP, max(high, size.height())
        for row in rows:
            high = max(place.height() for place in row)
            for place in row:
                place.translate(0, (high - place.height()) // 2)
        return rows

    def _named_by(self, at: int) -> int:
        """How much room what a label names takes beside it."""
        each, following = self._widgets[at], self._widgets[at + 1 :]
        if not isinstance(each, QLabel) or not following or each.buddy() is not following[0]:
            return 0
        return GAP + following[0].sizeHint().width()

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """As high as its rows are in so much room."""
        return max((place.bottom() + 1 for row in self.rows(width) for place in row), default=0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """It does."""
        return True

    def sizeHint(self) -> QSize:
        """All of them in one row."""
        width = sum(each.sizeHint().width() + GAP for each in self._widgets) - GAP
        return QSize(width, max((each.sizeHint().height() for each in self._widgets), default=0))

    def minimumSizeHint(self) -> QSize:
        """What the widest of them needs."""
        sizes = [each.sizeHint() for each in self._widgets]
        return QSize(max(each.width() for each in sizes), max(each.height() for each in sizes))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place them in the room that there is."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """One of them has other words: it may need another row, or one less."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def _place(self) -> None:
        places = [place for row in self.rows(self.width()) for place in row]
        for each, place in zip(self._widgets, places, strict=True):
            each.setGeometry(place)
