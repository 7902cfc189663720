"""The preview in a window of its own: beside the editor on another screen, or alone on the whole of one."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clerkwell.ui.kit import SessionBridge
from clerkwell.ui.preview.pane import PreviewPane

# Letters across that a page is easy to read in.
_LETTERS, _LINES = 110, 60


class PreviewWindow(QWidget):
    """Holds the pane until it is closed. `closed` says that the pane is to be taken back."""

    closed = Signal()

    def __init__(self, pane: PreviewPane, bridge: SessionBridge, parent: QWidget) -> None:
        # A window of its own, which goes with the one that opened it.
        super().__init__(parent, Qt.WindowType.Window)
        self._bridge = bridge
        self._pane = pane
        self.setAccessibleName("Preview")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(pane)
        pane.set_apart(True)
        bridge.state_changed.connect(self._name)
        self._name()
        metrics, room = self.fontMetrics(), self.screen().availableGeometry().size()
        wanted = QSize(metrics.averageCharWidth() * _LETTERS, metrics.lineSpacing() * _LINES)
        self.resize(wanted.boundedTo(room * 9 / 10))
        pane.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it hides the preview; it opens beside the editor the next time."""
        super().closeEvent(event)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it; F11 gives it the whole screen, and takes that back."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        else:
            super().keyPressEvent(event)

    def _name(self) -> None:
        path = self._bridge.session.path
        self.setWindowTitle(f"Preview of {path.stem}" if path else "Preview")
