"""The words under the list: why the chosen line is a problem, as much of it as there is room for."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLabel

_WRAP = int(Qt.TextFlag.TextWordWrap)


class Explanation(QLabel):
    """Muted words that never take the room of the list; `whole` is all of what they would say.

    What was left out is still read out by a screen reader and shown to who points at it.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.whole = ""
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "muted")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(name)
        self.hide()

    def tell(self, text: str, room: QSize) -> None:
        """Say this in so much room; where not even one line fits, nothing."""
        self.whole = text
        shown = self._cut(text, room)
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(text if shown != text else "")
        self.setAccessibleDescription(text)
        self.setVisible(bool(shown))

    def _cut(self, text: str, room: QSize) -> str:
        """The text, or as many whole words of it as fit."""
        if not text or self._fits(text, room):
            return text
        parts = text.split()
        low, high = 0, len(parts)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._fits(_some(parts, middle), room) else (low, middle - 1)
        return _some(parts, low) if low else ""

    def _fits(self, text: str, room: QSize) -> bool:
        needed = self.fontMetrics().boundingRect(QRect(0, 0, max(room.width(), 1), 100_000), _WRAP, text)
        return needed.height() <= room.height() and needed.width() <= room.width()


def _some(parts: list[str], count: int) -> str:
    return f"{' '.join(parts[:count]).rstrip('.,;:')}…"
