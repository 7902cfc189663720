"""How a replacement is drawn: the words that go struck through, those that come underlined, what stands round them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from clerkwell.ui.kit.palettes import Colours
from clerkwell.ui.kit.style import GAP, GAP_SMALL, colours

BEFORE = int(Qt.ItemDataRole.UserRole) + 1
OLD, NEW, AFTER = BEFORE + 1, BEFORE + 2, BEFORE + 3
_Index = QModelIndex | QPersistentModelIndex
# Letters of the words themselves that are shown at the most, so that what follows them is in view too.
_LONGEST = 60


class ReplacementLines(QStyledItemDelegate):
    """Draws the words of a line. One that is not ticked shows its words as they stay."""

    def sizeHint(self, option: QStyleOptionViewItem, _: _Index) -> QSize:
        """A line of text with room over and under it."""
        return QSize(option.fontMetrics.averageCharWidth() * 60, option.fontMetrics.height() + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one line."""
        look = colours(option.widget)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(option.rect)
        if chosen:
            painter.fillRect(option.rect, QColor(look.accent_wash))
        plain = QColor(look.text)
        ticked = index.sibling(index.row(), 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked.value
        room = option.rect.adjusted(GAP_SMALL, 0, -GAP_SMALL, 0)
        for text, kind in _pieces(index, ticked=ticked):
            room = _draw(painter, room, text, kind, option.font, plain, look)
        painter.restore()


def _pieces(index: _Index, *, ticked: bool) -> list[tuple[str, str]]:
    before, old, new, after = (str(index.data(role) or "") for role in (BEFORE, OLD, NEW, AFTER))
    put_in = [(_short(new), "new")] if ticked and new else []
    return [(before, ""), (_short(old), "old" if ticked else "kept"), *put_in, (after, "")]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 2 :]}"


def _draw(painter: QPainter, room: QRect, text: str, kind: str, font: QFont, plain: QColor, look: Colours) -> QRect:
    if not text or room.width() <= 0:
        return room
    drawn = QFont(font)
    drawn.setStrikeOut(kind == "old")
    drawn.setUnderline(kind == "new")
    drawn.setBold(kind == "kept")
    metrics = QFontMetrics(drawn)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    wide = metrics.horizontalAdvance(shown)
    wash = {"old": look.error_wash, "new": look.good_wash}.get(kind)
    if wash:
        high = metrics.height()
        painter.fillRect(QRect(room.left(), room.center().y() - high // 2, wide, high), QColor(wash))
    painter.setFont(drawn)
    painter.setPen(plain)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
    # What goes and what comes are seen as two.
    return room.adjusted(wide + (2 if kind == "old" else 0), 0, 0, 0)
