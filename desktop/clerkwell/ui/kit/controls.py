"""Qt's lists to choose from and boxes for numbers, with the manners that they have everywhere in the program."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox, QStyle, QStyleOptionComboBox, QToolTip, QWidget

# Answers that an open list shows at once; more of them are scrolled to.
_AT_ONCE = 12
# The room beside an answer in an open list, in pixels; and before the number in its box, as other boxes have it.
_ROUND_ANSWER = 24
_BESIDE_NUMBER = 5


class ComboBox(QComboBox):
    """A list to choose from.

    The wheel is the page's: turned over this on the way, it must never change an answer. A list that is open has a
    wheel of its own. Words too long for the box are told whole when the pointer rests on it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxVisibleItems(_AT_ONCE)
        # What the words that were typed into it are understood as, where that is another name.
        self.understood = ""
        _keep_focus_from_wheel(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the page."""
        event.ignore()

    def event(self, event: QEvent) -> bool:
        """Tell the words that are cut off, where nothing else is told."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and not self.toolTip():
            QToolTip.showText(event.globalPos(), self.told_when_cut(), self)
            return True
        return super().event(event)

    def showPopup(self) -> None:  # noqa: N802 - Qt's own name
        """Open the list as wide as its longest answer, as far as the screen has room for it."""
        self.view().setMinimumWidth(self.wide_enough(self.screen().availableGeometry().width()))
        super().showPopup()
        self._mark_current()

    def _mark_current(self) -> None:
        """Mark the answer that was typed, or written by the report, which Qt does for one that was chosen here."""
        if self.currentIndex() >= 0 or not self.isEditable():
            return
        names = (name for name in (self.currentText().strip(), self.understood) if name)
        at = next((at for name in names if (at := self.findText(name, Qt.MatchFlag.MatchFixedString)) >= 0), -1)
        if at >= 0:
            here = self.model().index(at, self.modelColumn(), self.rootModelIndex())
            self.view().setCurrentIndex(here)
            self.view().scrollTo(here)

    def wide_enough(self, room: int, shown: Iterable[str] | None = None) -> int:
        """How wide a list of the answers, or of those `shown`, has to be for the longest, in so many pixels' room."""
        metrics = self.fontMetrics()
        answers = (self.itemText(at) for at in range(self.count())) if shown is None else shown
        widest = max(map(metrics.horizontalAdvance, answers), default=0)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return max(self.width(), min(widest + bar + _ROUND_ANSWER, room))

    def told_when_cut(self) -> str:
        """The words chosen, where the box has no room for all of them; else nothing."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        place = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, place, self).width()
        return self.currentText() if self.fontMetrics().horizontalAdvance(self.currentText()) > room else ""


class SpinBox(QSpinBox):
    """A box for a number, which the wheel does not change either."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A style sheet's padding does not reach the words of a box with arrows.
        self.lineEdit().setTextMargins(_BESIDE_NUMBER, 0, 0, 0)
        _keep_focus_from_wheel(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the page."""
        event.ignore()


def _keep_focus_from_wheel(control: QWidget) -> None:
    control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
