"""Where the preview stands: beside the editor, or in a window of its own."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QSplitter

from clerkwell.ui.kit import SessionBridge
from clerkwell.ui.preview import PreviewPane, PreviewWindow


class Previewing(QObject):
    """Shows and hides the pane where it is wanted. `changed` says that the panes beside it have other room now."""

    changed = Signal()

    def __init__(self, pane: PreviewPane, beside: QSplitter, bridge: SessionBridge) -> None:
        super().__init__(beside)
        self._pane = pane
        self._beside = beside
        self._bridge = bridge
        self.window: PreviewWindow | None = None
        pane.hide()
        pane.apart_requested.connect(self._change_place)

    @property
    def is_beside(self) -> bool:
        """Whether it takes room beside the editor."""
        return self.window is None and not self._pane.isHidden()

    def toggle(self) -> None:
        """Show the preview beside the editor, or hide it wherever it is."""
        if self.window is not None:
            self.window.close()
            return
        self._pane.setVisible(self._pane.isHidden())
        self.changed.emit()

    def toggle_apart(self) -> None:
        """Show the preview in a window of its own, or close that."""
        if self.window is not None:
            self.window.close()
            return
        self.window = PreviewWindow(self._pane, self._bridge, self._beside.window())
        self.window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.window.closed.connect(self._take_back)
        self.window.show()
        self.changed.emit()

    def close_down(self) -> None:
        """The report is closed: end what works for the preview, and close its window."""
        self._pane.close_down()
        if self.window is not None:
            self.window.close()

    def _change_place(self) -> None:
        if self.window is None:
            self.toggle_apart()
        else:
            self.window.close()
            self.toggle()

    def _take_back(self) -> None:
        self.window = None
        self._pane.hide()
        self._pane.set_apart(False)
        self._beside.addWidget(self._pane)
        self._pane.hide()
        self.changed.emit()
