"""Pages under one another, as on a desk: scrolled, zoomed, sharp on every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from clerkwell.ui.kit.style import GAP, GAP_LARGE, colours
from clerkwell.ui.preview.drawing import PageDrawer
from clerkwell.ui.preview.paging import step_of
from clerkwell.ui.preview.painting import paint_mark, paint_page
from clerkwell.ui.preview.stack import Stack

if TYPE_CHECKING:
    from clerkwell.printing.pdf import Pdf

STEP = 1.25
# A place that is between these parts of the height in view is left where it is: pages that move are hard to read.
_CALM = (0.05, 0.8)
# And one that is not is brought here.
_LEVEL = 0.3
# Milliseconds for which pages have stood still before those that would come into view next are drawn.
_BESIDE = 1500


class PagesView(QAbstractScrollArea):
    """Shows the pages of a PDF. `page_changed` carries the page in view, from 1; `zoom_changed` the zoom; `scrolled`
    says that the user went somewhere else in the pages."""

    page_changed = Signal(int)
    zoom_changed = Signal(float)
    scrolled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = Stack()
        self._page = 0
        self._message = ""
        self._mark: tuple[int, float, float] | None = None
        self._drawer = PageDrawer(self)
        self._drawer.drawn.connect(lambda _: self.viewport().update())
        self._beside = QTimer(self)
        self._beside.setSingleShot(True)
        self._beside.setInterval(_BESIDE)
        self._beside.timeout.connect(self._want_beside)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Pages")
        self.verticalScrollBar().valueChanged.connect(self._moved)
        self.verticalScrollBar().actionTriggered.connect(lambda _: self.scrolled.emit())
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.viewport().update())

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._stack.sizes)

    @property
    def page(self) -> int:
        """The page in view, from 1; 0 where there is none."""
        return self._page

    @property
    def zoom(self) -> float:
        """1.0 is the size on paper."""
        return self._stack.zoom

    @property
    def fits(self) -> bool:
        """Whether pages are as wide as there is room."""
        return self._stack.fits

    def show_pdf(self, pdf: Pdf) -> None:
        """Show these pages in place of those there, at the same place in them."""
        bar = self.verticalScrollBar()
        page, part = self._stack.place(bar.value())
        self._stack.sizes = pdf.sizes
        self._message = ""
        self._drawer.open(pdf)
        self._lay_out()
        bar.setValue(self._stack.offset(min(page, len(self._stack.sizes) - 1), part))
        self._moved()
        self.viewport().update()

    def say(self, message: str) -> None:
        """Show words in the place of pages, as long as there are none."""
        self._message = message
        self.viewport().update()

    def fit_width(self) -> None:
        """Make pages as wide as there is room."""
        self._stack.fits = True
        self._lay_out_again()

    def set_zoom(self, zoom: float) -> None:
        """Show pages this large."""
        self._stack.set_zoom(zoom)
        self._lay_out_again()

    def step_zoom(self, by: int) -> None:
        """Larger or smaller by a step."""
        self.set_zoom(self._stack.zoom * STEP**by)

    def show_page(self, page: int) -> None:
        """Bring a page up, from 1."""
        if self._stack.sizes:
            self.verticalScrollBar().setValue(self._stack.offset(min(max(page, 1), self.count) - 1, 0.0))

    def reveal(self, page: int, top: float, bottom: float, *, move: bool = True, level: float | None = None) -> None:
        """Mark a line, so many points down a page (from 0), and `move` to it unless it stands well in view.

        With a `level`, it stands so far down the view in any case, as a part of it.
        """
        if not 0 <= page < self.count:
            return
        self._mark = (page, top, bottom)
        bar, high = self.verticalScrollBar(), self.viewport().height()
        place = self._stack.down_to(page, top)
        if level is not None:
            bar.setValue(place - round(high * level))
        elif move and not _CALM[0] * high <= place - bar.value() <= _CALM[1] * high:
            bar.setValue(place - round(high * _LEVEL))
        self.viewport().update()

    def clear_mark(self) -> None:
        """Mark no line."""
        self._mark = None
        self.viewport().update()

    @property
    def marked(self) -> tuple[int, float] | None:
        """The page, from 0, of the line that is marked, and how far down the view it stands, as a part of it."""
        if self._mark is None:
            return None
        page, top, _ = self._mark
        place = self._stack.down_to(page, top) - self.verticalScrollBar().value()
        return page, place / max(self.viewport().height(), 1)

    def picture_there(self, page: int) -> bool:
        """Whether a page, from 1, has its picture."""
        return self._drawer.picture(page - 1) is not None

    def is_drawn(self, page: int) -> bool:
        """Whether a page, from 1, has its picture of the pages shown, and not one from before."""
        return self._drawer.is_new(page - 1)

    @property
    def held(self) -> int:
        """Bytes that pictures of pages take."""
        return self._drawer.held

    def close_down(self) -> None:
        """Draw nothing more."""
        self._beside.stop()
        self._drawer.close()

    # Where things are

    def _rectangle(self, page: int, top: int) -> QRect:
        width = self._stack.wide(page)
        room = self.viewport().width()
        left = (room - width) // 2 if width + 2 * GAP_LARGE <= room else GAP - self.horizontalScrollBar().value()
        return QRect(left, top, width, self._stack.high(page))

    def _visible(self) -> list[tuple[int, QRect]]:
        top = GAP - self.verticalScrollBar().value()
        found = []
        for page in range(self.count):
            area = self._rectangle(page, top)
            if area.bottom() >= 0 and area.top() <= self.viewport().height():
                found.append((page, area))
            top += area.height() + GAP_LARGE
        return found

    def _lay_out(self) -> None:
        room = self.viewport().size()
        self._stack.fit(room.width())
        wide, high = self._stack.extent()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(high - room.height(), 0))
        down.setPageStep(max(room.height() - 2 * GAP_LARGE, 1))
        down.setSingleStep(max(self.fontMetrics().height() * 2, 1))
        across.setRange(0, max(wide - room.width(), 0))
        across.setPageStep(max(room.width(), 1))
        across.setSingleStep(down.singleStep())
        self.zoom_changed.emit(self._stack.zoom)
        self._want()
        self.viewport().update()

    def _lay_out_again(self) -> None:
        """Lay out anew, with the same place in the middle of the view."""
        bar, half = self.verticalScrollBar(), self.viewport().height() // 2
        # At the top of the pages it is the top that people look at.
        held = half if bar.value() else 0
        page, part = self._stack.place(bar.value() + held)
        self._lay_out()
        if self._stack.sizes:
            bar.setValue(self._stack.offset(page, part) - held)
        self._moved()

    def _moved(self, _: int = 0) -> None:
        bar = self.verticalScrollBar()
        page = self._stack.place(bar.value() + self.viewport().height() // 2)[0] + 1 if self._stack.sizes else 0
        if 0 < bar.value() == bar.maximum():
            page = self.count
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
        self._want()
        self.viewport().update()

    def _want(self) -> None:
        """Ask for what can be seen, and for its neighbours when nothing has moved for a while."""
        seen = [page for page, _ in self._visible()]
        if seen:
            self._ask(seen)
            self._beside.start()

    def _want_beside(self) -> None:
        seen = [page for page, _ in self._visible()]
        if seen:
            self._ask([*seen, *(page for page in (seen[-1] + 1, seen[0] - 1) if 0 <= page < self.count)])

    def _ask(self, pages: list[int]) -> None:
        ratio = self.devicePixelRatioF()
        self._drawer.want({page: self._stack.pixels(page) * ratio for page in pages})

    # Qt's own

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pages with their shadows on a desk that is a little darker than paper, in dark looks much."""
        del event
        look = colours(self)
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor("#15181a" if look.dark else "#dfe2e5"))
        if not self._stack.sizes:
            painter.setPen(QColor(look.text))
            room = self.viewport().rect().adjusted(GAP_LARGE, GAP_LARGE, -GAP_LARGE, -GAP_LARGE)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._message)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page, area in self._visible():
            paint_page(painter, area, self._drawer.picture(page), self.devicePixelRatioF())
            if self._mark is not None and self._mark[0] == page:
                scale = self._stack.pixels(page)
                paint_mark(painter, area, self._mark[1] * scale, self._mark[2] * scale)
        if self.hasFocus():
            painter.setPen(QPen(QColor(look.accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pages that fit go on fitting."""
        super().resizeEvent(event)
        self._lay_out_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a pager; the rest is whoever's it is."""
        step = step_of(event, self.verticalScrollBar())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            zooms = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
            if event.key() in zooms:
                self.step_zoom(zooms[Qt.Key(event.key())])
            elif event.key() == Qt.Key.Key_0:
                self.fit_width()
            else:
                super().keyPressEvent(event)
        elif step:
            self.scrolled.emit()
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + step)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            across = self.horizontalScrollBar()
            across.setValue(across.value() + (1 if event.key() == Qt.Key.Key_Right else -1) * across.singleStep())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls, and with Ctrl it zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            self.scrolled.emit()
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And that it is elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """On another screen, pixels are of another size."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._want()
        return super().event(event)
