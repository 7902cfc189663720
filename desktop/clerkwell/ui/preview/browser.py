"""A page of words that neither loads nor opens anything by itself."""

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QTextBrowser, QWidget

from clerkwell.ui.kit.style import GAP, colours

# How far tab stops are apart, in pixels.
_STEP = 34


class ClosedBrowser(QTextBrowser):
    """A text browser that loads nothing and opens nothing by itself. `link_requested` carries the address of a link."""

    link_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTabStopDistance(_STEP)
        # Else a narrow column breaks words anywhere.
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.document().setDocumentMargin(2 * GAP)
        self.anchorClicked.connect(lambda url: self.link_requested.emit(url.toString()))
        self._colour()

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802, ARG002 - Qt's name and signature
        """Nothing: neither a file nor the network is asked."""
        return None

    def changeEvent(self, event: QEvent) -> None:
        """Another look has other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def _colour(self) -> None:
        look = colours(self)
        self.document().setDefaultStyleSheet(
            f"a {{ color: {look.accent}; }} .note {{ color: {look.muted}; }}"
            "h1 { font-size: x-large; } h2 { font-size: large; } h3, h4 { font-size: medium; }"
            "th { font-weight: 600; }"
        )
