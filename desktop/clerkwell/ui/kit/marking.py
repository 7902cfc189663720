"""How a line of a list is drawn that is chosen or under the pointer: the same way in every list."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from clerkwell.ui.kit.palettes import Colours

_BAR = 3
_ROUND = 4


def draw_ground(painter: QPainter, option: QStyleOptionViewItem, box: QRect, look: Colours) -> None:
    """The ground of a line: a wash under the pointer, with a bar beside it where it is chosen, which a wash alone
    would say too softly, and with an edge where the keyboard is."""
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if not chosen and not option.state & QStyle.StateFlag.State_MouseOver:
        return
    focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(look.edge(focused=focused)) if chosen else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.accent_wash if chosen else look.raised))
    painter.drawRoundedRect(box, _ROUND, _ROUND)
    if chosen:
        painter.fillRect(QRect(box.left(), box.top() + 3, _BAR, box.height() - 6), QColor(look.accent))
