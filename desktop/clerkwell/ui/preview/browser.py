"""A page of words that neither loads nor opens anything by itself."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QTextDocument, QTextOption
from PySide6.QtWidgets import QTextBrowser, QWidget

from clerkwell.ui.kit.style import GAP, colours

# How far tab stops are apart, in pixels.
_STEP = 34


class ClosedBrowser(QTextBrowser):
    """A text browser that loads nothing and opens nothing by itself. `link_requested` carries the address of a link.

    Only pictures that lie in the folder `pictures`, named without any path, are shown, as wide as there is room for.
    """

    link_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictures: Path | None = None
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTabStopDistance(_STEP)
        # Else a narrow column breaks words anywhere.
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.document().setDocumentMargin(2 * GAP)
        self.anchorClicked.connect(lambda url: self.link_requested.emit(url.toString()))
        self._colour()

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802 - Qt's name and signature
        """A picture of the folder that was given, and nothing else: neither another file nor the network is asked."""
        asked = name.toString() if isinstance(name, QUrl) else name
        wanted = asked == Path(asked).name and asked.endswith(".png")
        if self.pictures is None or kind != QTextDocument.ResourceType.ImageResource.value or not wanted:
            return None
        picture = QImage(str(self.pictures / asked))
        room = self.viewport().width() - 2 * round(self.document().documentMargin()) - GAP
        if picture.width() > room > 0:
            return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        return picture

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
