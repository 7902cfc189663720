"""The strip over the page: a notice that stays until it is put away or another takes its place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from clerkwell.ui.kit.icons import icon, pixmap
from clerkwell.ui.kit.messages import Offer, Tone
from clerkwell.ui.kit.style import GAP, colours
from clerkwell.ui.kit.widgets import announce, button

_TONES: dict[Tone, tuple[str, str, str, str]] = {
    "good": ("state-done", "good", "good_wash", "Done"),
    "plain": ("info", "info", "accent_wash", "Notice"),
    "bad": ("error", "error", "error_wash", "Problem"),
}


class NoticeStrip(QFrame):
    """One notice with its offers. Escape or the button puts it away."""

    left = Signal()
    shown = Signal()

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
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(GAP * 2, GAP, GAP, GAP)
        self._line.setSpacing(GAP)
        self._line.addWidget(self._picture)
        self._line.addWidget(self._words, 1)
        self._line.addWidget(self._away)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now; nothing when it is away."""
        return "" if self.isHidden() else self._words.text()

    def show_notice(self, text: str, tone: Tone, offers: tuple[Offer, ...]) -> None:
        """Put a notice up in place of the one before."""
        look = colours(self)
        name, colour, wash, spoken = _TONES[tone]
        self._picture.setPixmap(pixmap(name, 20, self.devicePixelRatioF(), getattr(look, colour), getattr(look, wash)))
        self._picture.setAccessibleName(spoken)
        self._away.setIcon(icon("close"))
        self._words.setText(text)
        self.setAccessibleDescription(text)
        self.setStyleSheet(
            f"#notice {{ background: {getattr(look, wash)}; border-bottom: 1px solid {getattr(look, colour)}; }}"
        )
        for old in self._offers:
            self._line.removeWidget(old)
            old.deleteLater()
        self._offers = [button(offer.text, offer.run) for offer in offers]
        for at, made in enumerate(self._offers):
            self._line.insertWidget(2 + at, made)
        self.show()
        self.shown.emit()
        announce(self, text)

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
