"""Drawing the lines of the problems list: a shape and a word for the severity, the message in full, and where."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from clerkwell.ui.kit.icons import pixmap
from clerkwell.ui.kit.marking import draw_ground
from clerkwell.ui.kit.palettes import Colours
from clerkwell.ui.kit.style import GAP, GAP_LARGE, GAP_SMALL, colours, scaled
from clerkwell.ui.problems.wording import TO_DO, Group, Line

_Index = QModelIndex | QPersistentModelIndex
_ICON = 16
_WRAP = int(Qt.TextFlag.TextWordWrap)
# The shape and the colour of a line, by its word.
_LOOKS = {
    "Error": ("error", "error"),
    "Warning": ("warning", "warning"),
    "Note": ("info", "info"),
    TO_DO: ("state-not-started", "muted"),
    "Set aside": ("note", "muted"),
    "Accepted": ("note", "muted"),
}


class ProblemDelegate(QStyledItemDelegate):
    """Draws headings and lines as high as their words need in the width that the view has."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # How high lines are, by what they say, for the width and the font that they were last asked for.
        self._fitting: tuple[int, str] = (0, "")
        self._heights: dict[tuple[str, ...], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """The height of the wrapped heading; or of the wrapped message and of the line that says where."""
        view = option.widget
        item = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(view, QAbstractItemView) or not isinstance(item, Group | Line):
            return QSize(0, QFontMetrics(_bold(option.font)).height() + GAP_LARGE)
        room = QRect(0, 0, max(view.viewport().width() - _left() - GAP, 60), 10_000)
        if isinstance(item, Group):
            bold = QFontMetrics(_bold(option.font))
            return QSize(0, bold.boundingRect(room, _WRAP, item.heading).height() + GAP_LARGE)
        height = self._height(option, item, room)
        told = _told(option, item, index)
        if told:
            height += option.fontMetrics.boundingRect(room, _WRAP, told).height() + GAP_SMALL
        return QSize(0, height)

    def _height(self, option: QStyleOptionViewItem, item: Line, room: QRect) -> int:
        # Qt asks for all of them whenever one comes or goes, and to wrap hundreds would be felt.
        fitting = (room.width(), option.font.key())
        if fitting != self._fitting:
            self._fitting = fitting
            self._heights.clear()
        key = (item.word, item.message, item.brief, item.where)
        height = self._heights.get(key)
        if height is None:
            metrics = option.fontMetrics
            if item.brief and _fits_beside(option, item, room.width()):
                height = metrics.height() + 2 * GAP_SMALL
            else:
                wrapped = (metrics.boundingRect(room, _WRAP, each) for each in (_message(item), item.where))
                height = sum(each.height() for each in wrapped) + 2 * GAP
            self._heights[key] = height
        return height

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one line."""
        item = index.data(Qt.ItemDataRole.UserRole)
        look = colours(option.widget)
        painter.save()
        draw_ground(painter, option, option.rect.adjusted(1, 1, -1, -1), look)
        if isinstance(item, Line):
            _draw_line(painter, option, item, look, _told(option, item, index))
        elif isinstance(item, Group):
            _draw_arrow(painter, option, look)
            painter.setFont(_bold(option.font))
            painter.setPen(QColor(look.text))
            room = option.rect.adjusted(_left(), 0, -GAP, 0)
            painter.drawText(room, _WRAP | int(Qt.AlignmentFlag.AlignVCenter), item.heading)
        painter.restore()


def _left() -> int:
    """Where the words of a line begin: beside its shape."""
    return scaled(_ICON) + 2 * GAP


def _draw_arrow(painter: QPainter, option: QStyleOptionViewItem, look: Colours) -> None:
    """What shows whether a heading is folded; the view's own branches would leave a bar beside the lines."""
    picture = "down" if option.state & QStyle.StateFlag.State_Open else "next"
    side, rect = scaled(_ICON), option.rect
    drawing = pixmap(picture, side, option.widget.devicePixelRatioF(), look.muted, look.base)
    painter.drawPixmap(rect.left() + GAP_SMALL, rect.top() + (rect.height() - side) // 2, drawing)


def _told(option: QStyleOptionViewItem, item: Line, index: _Index) -> str:
    """What the line says more than the others when it is the chosen one: why it is there, and in full what is said of
    it in brief."""
    view = option.widget
    if not isinstance(view, QAbstractItemView) or view.currentIndex() != index:
        return ""
    return " ".join(filter(None, (item.message if item.brief else "", item.why)))


def _draw_line(painter: QPainter, option: QStyleOptionViewItem, item: Line, look: Colours, told: str) -> None:
    picture, colour = _LOOKS[item.word]
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    ratio = option.widget.devicePixelRatioF()
    side, rect, left = scaled(_ICON), option.rect, _left()
    drawing = pixmap(picture, side, ratio, getattr(look, colour), look.accent_wash if chosen else look.base)
    beside = bool(item.brief) and _fits_beside(option, item, rect.width() - left - GAP)
    line_height = QFontMetrics(option.font).height()
    top = rect.top() + (GAP_SMALL if beside else GAP)
    painter.drawPixmap(rect.left() + GAP_SMALL, top + max(0, (line_height - side) // 2), drawing)
    room = QRect(rect.left() + left, top, rect.width() - left - GAP, rect.height())
    painter.setFont(option.font)
    painter.setPen(QColor(look.text))
    if beside:
        painter.drawText(room, 0, item.brief)
        painter.setPen(QColor(look.muted))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight), item.where)
        painter.drawText(room.adjusted(0, line_height + GAP_SMALL, 0, 0), _WRAP, told)
        return
    used = painter.boundingRect(room, _WRAP, _message(item))
    painter.drawText(room, _WRAP, _message(item))
    painter.setPen(QColor(look.muted))
    room.adjust(0, used.height(), 0, 0)
    used = painter.boundingRect(room, _WRAP, item.where)
    painter.drawText(room, _WRAP, item.where)
    painter.drawText(room.adjusted(0, used.height() + GAP_SMALL, 0, 0), _WRAP, told)


def _message(item: Line) -> str:
    return item.brief or f"{item.word}: {item.message}"


def _fits_beside(option: QStyleOptionViewItem, item: Line, width: int) -> bool:
    """Whether a line in brief and where it is have room beside each other."""
    metrics = QFontMetrics(option.font)
    return metrics.horizontalAdvance(item.brief) + metrics.horizontalAdvance(item.where) + GAP_LARGE <= width


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold
