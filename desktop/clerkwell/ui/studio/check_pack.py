"""Checking a pack that somebody is making: choose its folder, read what is wrong with it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from clerkwell.packs import Pack, PackError, load_folder
from clerkwell.ui.kit.choices import ChoiceList
from clerkwell.ui.kit.widgets import button, fit, framed, row, words
from clerkwell.ui.studio.findings import finding_items, verdict
from clerkwell.workshop import PackProblem


class CheckPackDialog(QDialog):
    """Checks the pack in a folder, as often as it is asked to."""

    def __init__(
        self,
        check: Callable[[Pack], tuple[PackProblem, ...]],
        ask_folder: Callable[[], Path | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._check = check
        self._ask = ask_folder
        self._folder: Path | None = None
        self.verdict = words("Choose the folder that holds the pack’s pack.toml and template.docx.")
        self.findings = ChoiceList("What is wrong with the pack")
        self.findings.setMinimumHeight(self.fontMetrics().lineSpacing() * 5)
        self._again = button("Check &again", self.check_again)
        self._again.setEnabled(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = framed(self, "Check a template")
        column.addWidget(row(button("Choose a &folder…", self._choose, picture="folder"), self._again))
        column.addWidget(self.verdict)
        column.addWidget(self.findings, 1)
        column.addWidget(buttons)
        fit(self, 92, 28)

    def check_folder(self, folder: Path) -> None:
        """Check the pack in this folder and list what was found."""
        self._folder = folder
        self._again.setEnabled(True)
        try:
            pack = load_folder(folder)
        except PackError as error:
            self._show((PackProblem("error", str(error)),), f"“{folder.name}”")
            return
        self.setCursor(Qt.CursorShape.WaitCursor)
        found = self._check(pack)
        self.unsetCursor()
        self._show(found, f"{pack.manifest.pack.title} {pack.manifest.pack.version}")

    def check_again(self) -> None:
        """Check the same folder once more."""
        if self._folder is not None:
            self.check_folder(self._folder)

    def _choose(self) -> None:
        folder = self._ask()
        if folder is not None:
            self.check_folder(folder)

    def _show(self, found: tuple[PackProblem, ...], name: str) -> None:
        self.verdict.setText(verdict(found, name))
        self.findings.show_items(finding_items(found))
