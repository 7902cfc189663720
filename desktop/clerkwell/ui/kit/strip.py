"""The strip over the page: a notice that stays until it is put away or another takes its place."""

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLabel, QPushButton, QToolButton, QWidget

from clerkwell.ui.kit.folding_row import FoldingRow
from clerkwell.ui.kit.icons import icon, pixmap
from clerkwell.ui.kit.messages import Offer, Tone
from clerkwell.ui.kit.style import GAP, colours, scaled
from clerkwell.ui.kit.widgets import announce, button

_TONES: dict[Tone, tuple[str, str, str, str]] = {
    "good": ("state-done", "good", "good_wash", "Done"),
    "plain": ("info", "info", "accent_wash", "Notice"),
    "bad": ("error", "error", "error_wash", "Problem"),
}


# Letters of the words that stand in a line at the least, where what is offered is beside them.
_WORDS = 48


class NoticeStrip(QFrame):
    """One notice with its offers. Escape or the button puts it away."""

    left = Signal()
    shown = Signal()
    _tone: Tone | None = None
    _dressed: tuple[Tone, str, int] | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAccessibleName("Notice")
        self._picture = QLabel()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._offers: list[QPushButton] = []
        self._away = QToolButton()
        self._away.setAccessibleName("Put this notice away")
        self._away.setToolTip("Put this notice away (Esc)")
        self._away.clicked.connect(self.clear)
        self._row: FoldingRow | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(GAP * 2, GAP, GAP, GAP)
        self._grid.setSpacing(GAP)
        self._grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self._picture, 0, 0, top)
        self._grid.addWidget(self._words, 0, 1)
        self._grid.addWidget(self._away, 0, 3, top)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now; nothing when it is away."""
        return "" if self.isHidden() else self._words.text()

    def show_notice(self, text: str, tone: Tone, offers: tuple[Offer, ...]) -> None:
        """Put a notice up in place of the one before."""
        self._tone = tone
        self._dress()
        self._words.setText(text)
        self.setAccessibleDescription(text)
        if self._row is not None:
            self._grid.removeWidget(self._row)
            self._row.hide()
            self._row.deleteLater()
            self._row = None
        self._offers = [button(offer.text, offer.run) for offer in offers]
        if self._offers:
            self._row = FoldingRow(*self._offers)
            self._place_offers()
            self._row.show()
            # They come after the words and before the cross for who goes by Tab.
            for one, other in pairwise([*self._offers, self._away]):
                QWidget.setTabOrder(one, other)
        self.show()
        self.shown.emit()
        announce(self, text)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of the look when it changes."""
        if event.type() == QEvent.Type.StyleChange:
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        if self._tone is None:
            return
        look = colours(self)
        name, colour, wash, spoken = _TONES[self._tone]
        sheet = f"#notice {{ background: {getattr(look, wash)}; border-bottom: 1px solid {getattr(look, colour)}; }}"
        # Its own sheet is a change of style too.
        side = scaled(20)
        if self._dressed == (self._tone, sheet, side):
            return
        self._dressed = self._tone, sheet, side
        self._picture.setPixmap(
            pixmap(name, side, self.devicePixelRatioF(), getattr(look, colour), getattr(look, wash))
        )
        self._picture.setAccessibleName(spoken)
        self._away.setIcon(icon("close"))
        self.setStyleSheet(sheet)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window what is offered goes under the words."""
        super().resizeEvent(event)
        self._place_offers()

    def _place_offers(self) -> None:
        if self._row is None:
            return
        wanted = self._row.sizeHint().width()
        words_left = self.width() - wanted - self._away.sizeHint().width() - 60
        beside = words_left >= self.fontMetrics().averageCharWidth() * _WORDS
        place = (0, 2, 1, 1) if beside else (1, 1, 1, 3)
        at = self._grid.indexOf(self._row)
        if at < 0 or self._grid.getItemPosition(at) != place:
            self._row.setMinimumWidth(wanted if beside else 0)
            self._grid.addWidget(self._row, *place)

    def clear(self) -> None:
        """Put the notice away; `left` says that the keyboard was in it."""
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        self.hide()
        if inside:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            return
        super().keyPressEvent(event)
