"""A tick box whose words wrap, and the paragraphs of Schedule 12A as such boxes."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from clerkwell.packs.exemption import EXEMPT
from clerkwell.ui.kit.style import GAP_LARGE, GAP_SMALL


class Tick(QWidget):
    """A tick box whose words wrap; a click on the words counts as one on the box."""

    def __init__(self, option: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.option = option
        self.box = QCheckBox(self)
        self.box.setAccessibleName(option)
        label = QLabel(option, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._label = label
        self._level()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_SMALL)
        layout.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(label, 1)

    def changeEvent(self, event: QEvent) -> None:
        """The box grows with the words."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_label"):
            self._level()

    def _level(self) -> None:
        """Let the first line stand beside the middle of the box, and begin where the words of any other box begin."""
        self.box.ensurePolished()
        option = QStyleOptionButton()
        self.box.initStyleOption(option)
        place = QStyle.SubElement.SE_CheckBoxContents
        self.box.setFixedWidth(self.box.style().subElementRect(place, option, self.box).left() - GAP_SMALL)
        spare = self.box.sizeHint().height() - self._label.fontMetrics().height()
        self._label.setContentsMargins(0, max(spare // 2, 0), 0, 0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The label lets clicks through to here."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.setFocus(Qt.FocusReason.MouseFocusReason)
            self.box.click()
        super().mouseReleaseEvent(event)


class ParagraphTicks(QWidget):
    """Paragraphs 1 to 7 of Schedule 12A with what they are about, a box each, in one or more columns.

    `chosen`: somebody ticked or cleared one.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None, *, columns: int = 1) -> None:
        super().__init__(parent)
        self.ticks = {number: Tick(f"{number}  {meaning}", self) for number, meaning in EXEMPT.items()}
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(GAP_LARGE)
        layout.setVerticalSpacing(GAP_SMALL)
        rows = -(-len(self.ticks) // columns)
        for at in range(columns):
            layout.setColumnStretch(at, 1)
        for at, (number, tick) in enumerate(self.ticks.items()):
            tick.box.setAccessibleName(f"Paragraph {number}: {EXEMPT[number]}")
            tick.box.clicked.connect(self.chosen)
            layout.addWidget(tick, at % rows, at // rows)

    def show_ticked(self, paragraphs: Collection[int]) -> None:
        """Tick these paragraphs and no others."""
        for number, tick in self.ticks.items():
            tick.box.setChecked(number in paragraphs)

    def ticked(self) -> tuple[int, ...]:
        """The paragraphs that are ticked."""
        return tuple(number for number, tick in self.ticks.items() if tick.box.isChecked())
