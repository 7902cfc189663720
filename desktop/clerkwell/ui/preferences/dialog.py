"""The settings: a tab for each page."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from clerkwell.system import Settings
from clerkwell.ui.kit.style import GAP_LARGE, MARGIN
from clerkwell.ui.preferences import appearance, author, files, pages
from clerkwell.ui.preferences.page import Read, build

_PAGES = (appearance.PAGE, author.PAGE, files.PAGE, pages.PAGE)


class PreferencesDialog(QDialog):
    """Shows the settings; `settings()` is what they would be. Nothing changes before it is accepted."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._reads: dict[str, Read] = {}
        self.setWindowTitle("Settings")
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("Pages of settings")
        for spec in _PAGES:
            page, reads = build(spec, settings)
            self._reads |= reads
            self.tabs.addTab(page, spec.title)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP_LARGE)
        column.addWidget(self.tabs)
        column.addWidget(buttons)

    def settings(self) -> Settings:
        """The settings as the pages show them; what IT has locked stays."""
        return self._settings.changed(**{name: read() for name, read in self._reads.items()})
