"""A page's form with what the author will see of it: side by side where there is room, else under one another."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from clerkwell.ui.kit.style import GAP, GAP_LARGE
from clerkwell.ui.kit.widgets import title, words

# Letters that form and view take side by side, and the most that a form is wide: longer lines are hard to read.
_SIDES, _FORM = 96, 74


class Beside(QWidget):
    """Holds a form and a view of what it comes to. The view has a heading and a line that says what it shows.

    `more` is what is asked under both. The form is not wider than `widest` letters, and it takes `sides` for both to
    stand side by side. One that `grows` takes all the height that there is.
    """

    def __init__(
        self,
        form: QWidget,
        view: QWidget,
        heading: str = "What the author sees",
        lead: str = "",
        *,
        more: QWidget | None = None,
        widest: int = _FORM,
        sides: int = _SIDES,
        grows: bool = False,
    ) -> None:
        super().__init__()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP_LARGE)
        self._wide = sides
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(GAP_LARGE * 2)
        whole.addLayout(self._sides, int(grows))
        form.setMaximumWidth(self.fontMetrics().averageCharWidth() * widest)
        left = form if grows else _filled(form)
        self.seen = QWidget()
        column = self._column = QVBoxLayout(self.seen)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(title(heading, 1.1))
        if lead:
            column.addWidget(words(lead, muted=True))
        column.addWidget(view)
        column.addStretch(1)
        self._page: QScrollArea | None = None
        self._sides.addWidget(left, 3)
        self._sides.addWidget(self.seen, 2)
        if more is not None:
            more.setMaximumWidth(self.fontMetrics().averageCharWidth() * widest)
            whole.addWidget(more)
        if not grows:
            whole.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for both, what is seen goes under what is asked."""
        super().resizeEvent(event)
        room = event.size().width() >= self.fontMetrics().averageCharWidth() * self._wide
        wanted = QBoxLayout.Direction.LeftToRight if room else QBoxLayout.Direction.TopToBottom
        if self._sides.direction() != wanted:
            self._sides.setDirection(wanted)
        self._go_along()

    def showEvent(self, event: QShowEvent) -> None:
        """From now on the view goes along with the page that this is on."""
        super().showEvent(event)
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea) and self._page is None:
            self._page = above
            above.verticalScrollBar().valueChanged.connect(self._go_along)

    def _go_along(self) -> None:
        """Keep the view beside what is asked: as far down its side as the page is scrolled."""
        bar = self._page.verticalScrollBar() if self._page is not None else None
        down = 0
        if bar is not None and bar.maximum() and self._sides.direction() == QBoxLayout.Direction.LeftToRight:
            before = self._column.contentsMargins().top()
            high = self._column.totalHeightForWidth(self.seen.width()) - before
            down = max(self.seen.height() - high, 0) * bar.value() // bar.maximum()
        self._column.setContentsMargins(0, down, 0, 0)


def _filled(form: QWidget) -> QWidget:
    """The form at the top of its side."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(form)
    column.addStretch(1)
    return holder
