"""A line for a path, with a button that asks for it."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import button


class PathLine(QWidget):
    """A path to be typed, or chosen with a button."""

    def __init__(self, kind: Literal["folder", "file"], path: str, name: str) -> None:
        super().__init__()
        self._kind = kind
        self._name = name
        # Where choosing begins while nothing is written: in the home folder, unless there is a better one.
        self.begin: Callable[[], Path | None] = lambda: None
        self.line = QLineEdit(path)
        self.line.setAccessibleName(name)
        self.line.setMinimumWidth(self.line.fontMetrics().averageCharWidth() * 30)
        self.browse = button("Choose…", self._choose)
        self.browse.setAccessibleName(f"Choose: {name}")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(self.line, 1)
        line.addWidget(self.browse)
        self.setFocusProxy(self.line)

    def text(self) -> str:
        """The path as it is written."""
        return self.line.text().strip()

    def _choose(self) -> None:
        start = self.text() or str(self.begin() or Path.home())
        if self._kind == "folder":
            chosen = QFileDialog.getExistingDirectory(self, self._name, start)
        else:
            chosen = QFileDialog.getOpenFileName(self, self._name, start)[0]
        if chosen:
            self.line.setText(chosen)
