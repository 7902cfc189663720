"""A page of words that neither loads nor opens anything by itself."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTextDocument, QTextOption
from PySide6.QtWidgets import QTextBrowser, QWidget

from clerkwell.ui.kit.style import GAP, colours

# How far tab stops are apart, in pixels.
_STEP = 34
# They take no room, and let a line end or keep it from ending: where a page is laid out, never in what is copied.
BREAK: Final = "\u200b"
JOIN: Final = "\u2060"
MARKS: Final = BREAK + JOIN
_UNMARKED: Final = str.maketrans("", "", MARKS)


class ClosedBrowser(QTextBrowser):
    """A text browser that loads nothing and opens nothing by itself. `link_requested` carries the address of a link.

    Only pictures that lie in the folder `pictures`, named without any path, are shown, as wide as there is room for.
    """

    link_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictures: Path | None = None
        self._shown: set[str] = set()
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTabStopDistance(_STEP)
        # Else a narrow column breaks words anywhere.
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.document().setDocumentMargin(2 * GAP)
        self.anchorClicked.connect(lambda url: self.link_requested.emit(url.toString()))
        self._colour()

    def show_pictures_of(self, folder: Path | None) -> None:
        """Show the pictures of this folder in what comes next, and no others."""
        self.pictures, self._shown = folder, set()

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied, as it is written."""
        copied = super().createMimeDataFromSelection()
        copied.setText(copied.text().translate(_UNMARKED))
        copied.setHtml(copied.html().translate(_UNMARKED))
        return copied

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802 - Qt's name and signature
        """A picture of the folder that was given, and nothing else: neither another file nor the network is asked."""
        asked = name.toString() if isinstance(name, QUrl) else name
        wanted = asked == Path(asked).name and asked.endswith(".png")
        if self.pictures is None or kind != QTextDocument.ResourceType.ImageResource.value or not wanted:
            return None
        self._shown.add(asked)
        return self._fitting(self.pictures / asked)

    def _fitting(self, path: Path) -> QImage:
        picture = QImage(str(path))
        # A page that is being set may get its scroll bar yet.
        bar = self.verticalScrollBar()
        taken = 0 if bar.isVisible() else bar.sizeHint().width()
        room = self.viewport().width() - taken - 2 * round(self.document().documentMargin()) - GAP
        if picture.width() > room > 0:
            return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        return picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures keep to the room that there is."""
        super().resizeEvent(event)
        if self.pictures is None or not self._shown or event.size().width() == event.oldSize().width():
            return
        kind, document = QTextDocument.ResourceType.ImageResource, self.document()
        for name in self._shown:
            document.addResource(kind.value, QUrl(name), self._fitting(self.pictures / name))
        document.markContentsDirty(0, document.characterCount())

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
