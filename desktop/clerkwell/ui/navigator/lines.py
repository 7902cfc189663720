"""Drawing the lines of the parts list: a shape and a word for the state, never a colour alone."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from clerkwell.session.parts import CHECK, TRAY, Entry, State
from clerkwell.ui.kit.icons import pixmap
from clerkwell.ui.kit.marking import draw_ground
from clerkwell.ui.kit.palettes import Colours
from clerkwell.ui.kit.style import GAP, GAP_LARGE, GAP_SMALL, colours, scaled

_ICON = 16
_LOOKS: dict[State | None, tuple[str, str]] = {
    State.NOT_STARTED: ("state-not-started", "muted"),
    State.IN_PROGRESS: ("state-in-progress", "accent"),
    State.DONE: ("state-done", "good"),
    State.ATTENTION: ("state-attention", "warning"),
    State.NOT_NEEDED: ("state-not-needed", "muted"),
}
_OWN = {TRAY: ("tray", "warning"), CHECK: ("check", "accent")}
_Index = QModelIndex | QPersistentModelIndex


class LineDelegate(QStyledItemDelegate):
    """Headings in small capitals' stead: muted and bold; entries as an icon, a title and the state under it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """High enough for a wrapped title in the width the view has."""
        entry = index.data(Qt.ItemDataRole.UserRole)
        view = option.widget
        width = view.viewport().width() if hasattr(view, "viewport") else option.rect.width()
        metrics = option.fontMetrics
        if not isinstance(entry, Entry):
            room = _heading_room(QRect(0, 0, width, _HIGH))
            high = QFontMetrics(_bold(option.font)).boundingRect(room, int(_WRAP), str(entry)).height()
            return QSize(width, max(high, metrics.height()) + GAP_LARGE + GAP_SMALL)
        room = _title_room(QRect(0, 0, width, _HIGH))
        height = metrics.boundingRect(room, int(_WRAP), entry.title).height()
        if entry.state:
            small = QFontMetrics(_small(option.font))
            # A line of small letters needs a little less than what the font asks for.
            height += round(small.boundingRect(room, int(_WRAP), state_in_words(entry)).height() * 1.07)
        return QSize(width, max(height, scaled(_ICON)) + GAP + GAP_SMALL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one line."""
        entry = index.data(Qt.ItemDataRole.UserRole)
        look = colours(option.widget)
        painter.save()
        if isinstance(entry, Entry):
            self._paint_entry(painter, option, entry, look)
        else:
            painter.setFont(_bold(option.font))
            painter.setPen(QColor(look.muted))
            painter.drawText(_heading_room(option.rect), int(_WRAP_UP), str(entry))
        painter.restore()

    def _paint_entry(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry, look: Colours) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        draw_ground(painter, option, option.rect.adjusted(GAP_SMALL, 1, -GAP_SMALL, -1), look)
        name, colour = _OWN.get(entry.id) or _LOOKS[entry.state]
        ratio = painter.device().devicePixelRatioF()
        background = look.accent_wash if chosen else look.base
        side = scaled(_ICON)
        drawn = pixmap(name, side, ratio, getattr(look, colour), background)
        top = option.rect.top() + (GAP + GAP_SMALL) // 2
        painter.drawPixmap(option.rect.left() + GAP + GAP_SMALL, top + (option.fontMetrics.height() - side) // 2, drawn)
        room = _title_room(option.rect)
        painter.setFont(option.font)
        painter.setPen(QColor(look.muted if entry.state is State.NOT_NEEDED else look.text))
        painter.drawText(room, int(_WRAP), entry.title)
        if entry.state is None:
            return
        painter.setFont(_small(option.font))
        painter.setPen(QColor(look.warning if entry.state is State.ATTENTION else look.muted))
        painter.drawText(room.adjusted(0, 0, 0, -GAP_SMALL), int(_WRAP_UP), state_in_words(entry))


def state_in_words(entry: Entry) -> str:
    """What stands under a title: the state, and for a part that is not needed the reason in a few words."""
    state = entry.state.value if entry.state else ""
    return f"{state}: {entry.note}" if state and entry.note else state


# More than any line of the list is high.
_HIGH = 4000
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
_WRAP_UP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignBottom


def _title_room(rect: QRect) -> QRect:
    left = GAP + GAP_SMALL + scaled(_ICON) + GAP
    return rect.adjusted(left, (GAP + GAP_SMALL) // 2, -GAP, 0)


def _heading_room(rect: QRect) -> QRect:
    return rect.adjusted(GAP + GAP_SMALL, 0, -GAP, -GAP_SMALL)


def _bold(font: QFont) -> QFont:
    done = QFont(font)
    done.setBold(True)
    return done


def _small(font: QFont) -> QFont:
    done = QFont(font)
    if done.pointSizeF() > 0:
        done.setPointSizeF(done.pointSizeF() * 0.88)
    return done
