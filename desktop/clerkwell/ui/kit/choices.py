"""A list of things to choose one of, each with a title and a line of detail under it, under headings."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from clerkwell.ui.kit.icons import pixmap
from clerkwell.ui.kit.marking import draw_ground
from clerkwell.ui.kit.palettes import Colours
from clerkwell.ui.kit.style import GAP, GAP_LARGE, GAP_SMALL, colours, scaled

_ID = Qt.ItemDataRole.UserRole
_DETAIL = Qt.ItemDataRole.UserRole + 1
_PICTURE = Qt.ItemDataRole.UserRole + 2
_ICON = 20
# Lines of text that a page's picture is high, and how much higher than wide a page is.
_PAGE_LINES = 6
_A4 = 1.414
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Item:
    """One thing to choose. `group` is the heading it stands under, `picture` the name of an icon.

    `spoken` is what a screen reader says of it, where that is not simply the title, the detail and the heading.
    """

    id: str
    title: str
    detail: str = ""
    group: str = ""
    picture: str = ""
    spoken: str = ""


class ChoiceList(QListWidget):
    """Says which item was chosen: by Return, and by a click, or by two where it is `marked_first`.

    `pages`: each item has a picture of a page beside it, once there is one.
    """

    chosen = Signal(str)

    def __init__(
        self, name: str, parent: QWidget | None = None, *, pages: bool = False, marked_first: bool = False
    ) -> None:
        super().__init__(parent)
        self._pages: dict[str, QImage] | None = {} if pages else None
        self.setAccessibleName(name)
        self.setItemDelegate(_TwoLines(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.room = 0
        (self.itemDoubleClicked if marked_first else self.itemClicked).connect(self._take)

    def show_items(self, items: tuple[Item, ...]) -> None:
        """Show these items, headings put in where the group changes; the first item is marked."""
        self.clear()
        group = ""
        for each in items:
            if each.group != group:
                group = each.group
                heading = QListWidgetItem(group)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                self.addItem(heading)
            item = QListWidgetItem()
            _fill(item, each)
            self.addItem(item)
        first = next((at for at in range(self.count()) if self.item(at).data(_ID) is not None), None)
        if first is not None:
            self.setCurrentRow(first)

    def change_item(self, each: Item) -> None:
        """Show an item otherwise; its place, its heading and what is marked stay as they are."""
        for at in range(self.count()):
            if self.item(at).data(_ID) == each.id:
                _fill(self.item(at), each)

    def show_page(self, item_id: str, page: QImage) -> None:
        """Show the picture of a page beside an item."""
        if self._pages is not None:
            self._pages[item_id] = page
            self.viewport().update()

    def page(self, item_id: str) -> QImage | None:
        """The picture of a page beside an item, if there is one."""
        return self._pages.get(item_id) if self._pages is not None else None

    def page_size(self) -> QSize:
        """How large such pictures are shown: as large as the text is. Nothing where there are none."""
        if self._pages is None:
            return QSize(0, 0)
        high = self.fontMetrics().lineSpacing() * _PAGE_LINES
        return QSize(round(high / _A4), high)

    def mark(self, item_id: str) -> None:
        """Mark this item; an id that is not in the list changes nothing."""
        for at in range(self.count()):
            if item_id and self.item(at).data(_ID) == item_id:
                self.setCurrentRow(at)

    def bring_up(self, item_id: str) -> None:
        """Bring this item into the middle of the view, as a notice may yet take room. What is marked stays so, and
        nothing moves where the item is not there."""
        for at in range(self.count()):
            if item_id and self.item(at).data(_ID) == item_id:
                self.scrollToItem(self.item(at), QListWidget.ScrollHint.PositionAtCenter)

    def mark_near(self, row: int) -> None:
        """Mark what stands at this row now, or the nearest item before or after it."""
        rows = [at for at in range(self.count()) if self.item(at).data(_ID) is not None]
        if rows:
            self.setCurrentRow(min(rows, key=lambda at: (abs(at - row), at)))

    def marked(self) -> str:
        """The id of the marked item, or nothing."""
        return str(self.currentItem().data(_ID) or "") if self.currentRow() >= 0 else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps the words otherwise."""
        # Of the viewport. To ask for that itself would make PySide load every class of widget there is.
        self.room = event.size().width()
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return chooses; Home and End go past a heading, at which Qt would stay where it is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.marked():
            self.chosen.emit(self.marked())
            return
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers():
            self.mark_near(0 if event.key() == Qt.Key.Key_Home else self.count())
            return
        super().keyPressEvent(event)

    def _take(self, item: QListWidgetItem) -> None:
        if item.data(_ID) is not None:
            self.chosen.emit(str(item.data(_ID)))


def _fill(item: QListWidgetItem, each: Item) -> None:
    item.setText(each.title)
    item.setData(_ID, each.id)
    item.setData(_DETAIL, each.detail)
    item.setData(_PICTURE, each.picture)
    said = each.spoken or ", ".join(filter(None, (each.title, each.detail, each.group)))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, said)


class _TwoLines(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as the title and the wrapped detail need in the width there is."""
        view = option.widget
        width = view.room if isinstance(view, ChoiceList) else option.rect.width()
        line = option.fontMetrics.height()
        if index.data(_ID) is None:
            bold = QFont(option.font)
            bold.setBold(True)
            high = (
                QFontMetrics(bold).boundingRect(QRect(0, 0, width - 2 * GAP, 4000), _WRAP, str(index.data())).height()
            )
            return QSize(width, max(high, line) + GAP_LARGE)
        page = view.page_size() if isinstance(view, ChoiceList) else QSize(0, 0)
        room = QRect(0, 0, width - _left(index, page) - GAP, 4000)
        height = option.fontMetrics.boundingRect(room, _WRAP, str(index.data())).height()
        if index.data(_DETAIL):
            height += option.fontMetrics.boundingRect(room, _WRAP, str(index.data(_DETAIL))).height()
        return QSize(width, max(height, page.height()) + GAP_LARGE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one item or heading."""
        look = colours(option.widget)
        painter.save()
        if index.data(_ID) is None:
            font = QFont(option.font)
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(QColor(look.muted))
            painter.drawText(option.rect.adjusted(GAP, 0, -GAP, -GAP_SMALL), _BOTTOM, str(index.data()))
            painter.restore()
            return
        marked = bool(option.state & QStyle.StateFlag.State_Selected)
        draw_ground(painter, option, option.rect.adjusted(GAP_SMALL, 1, -GAP_SMALL, -1), look)
        view = option.widget
        page = view.page_size() if isinstance(view, ChoiceList) else QSize(0, 0)
        room = option.rect.adjusted(_left(index, page), GAP, -GAP, -GAP)
        if page.width() and isinstance(view, ChoiceList):
            place = QRect(option.rect.left() + GAP + GAP_SMALL, option.rect.top() + GAP, page.width(), page.height())
            _draw_page(painter, place, view.page(str(index.data(_ID))), look.line)
        elif index.data(_PICTURE):
            ratio = painter.device().devicePixelRatioF()
            name = str(index.data(_PICTURE))
            side, ground = scaled(_ICON), look.accent_wash if marked else look.base
            drawn = pixmap(name, side, ratio, _colour(name, look), ground)
            top = room.top() + (option.fontMetrics.height() - side) // 2
            painter.drawPixmap(option.rect.left() + GAP + GAP_SMALL, top, drawn)
        painter.setPen(QColor(look.text))
        painter.drawText(room, _WRAP, str(index.data()))
        if index.data(_DETAIL):
            used = option.fontMetrics.boundingRect(room, _WRAP, str(index.data())).height()
            painter.setPen(QColor(look.muted))
            painter.drawText(room.adjusted(0, used, 0, GAP_SMALL), _WRAP, str(index.data(_DETAIL)))
        painter.restore()


# Pictures that have a colour of their own.
_MEANING = ("error", "warning", "info")
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)
_BOTTOM = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)


def _left(index: _Index, page: QSize) -> int:
    if page.width():
        return GAP + GAP_SMALL + page.width() + GAP_LARGE
    return GAP + GAP_SMALL + (scaled(_ICON) + GAP if index.data(_PICTURE) else 0)


def _colour(picture: str, look: Colours) -> str:
    return str(getattr(look, picture)) if picture in _MEANING else look.accent


def _draw_page(painter: QPainter, place: QRect, image: QImage | None, edge: str) -> None:
    """A page is paper in every look; an empty one until its picture is there."""
    painter.setPen(QColor(edge))
    painter.setBrush(QColor("white"))
    painter.drawRect(place)
    if image is not None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place.adjusted(1, 1, 0, 0), image)
