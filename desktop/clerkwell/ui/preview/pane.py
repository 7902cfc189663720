"""The pane that shows the look of the report beside the editor."""

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QShowEvent, QTextOption
from PySide6.QtWidgets import QLabel, QTextBrowser, QVBoxLayout, QWidget

from clerkwell.ui.kit.bridge import SessionBridge
from clerkwell.ui.kit.style import GAP, colours
from clerkwell.ui.kit.widgets import words
from clerkwell.ui.preview.html import HANG, preview_html


class PreviewPane(QWidget):
    """Follows one open report after each pause, while it can be seen."""

    link_requested = Signal(str)

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._shown: object = None
        self.label: QLabel = words("Approximate preview. Export a draft to see the council’s own layout.", muted=True)
        self.browser = ClosedBrowser(self)
        self.browser.setAccessibleName("Approximate preview of the report")
        self.browser.link_requested.connect(self.link_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self.label)
        layout.addWidget(self.browser, 1)
        # The checks run after a pause, and say so: the page is made anew at the same moment.
        bridge.problems_changed.connect(self._refresh)

    def showEvent(self, event: QShowEvent) -> None:
        """What happened while it was hidden shows now."""
        super().showEvent(event)
        self._refresh()

    def _refresh(self, _: object = None) -> None:
        session = self._bridge.session
        if not self.isVisible() or session.report is self._shown:
            return
        self._shown = session.report
        bar = self.browser.verticalScrollBar()
        at = bar.value()
        self.browser.setHtml(preview_html(session.report, session.pack))
        bar.setValue(at)


class ClosedBrowser(QTextBrowser):
    """A text browser that loads nothing and opens nothing by itself. `link_requested` carries the address of a link."""

    link_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTabStopDistance(HANG)
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
