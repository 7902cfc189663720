"""Asking for files: the system's own dialogs, or Qt's plain ones where a test has to drive them."""

import os
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from clerkwell.ui.kit.last_folder import LastFolder

REPORTS = "Reports (*.clerkwell)"
EARLIER = "Reports, Word documents and texts (*.clerkwell *.docx *.dotx *.docm *.dotm *.txt)"
READABLE = f"{EARLIER};;Templates that came as one file (*.clerkpack)"
WORD = "Word documents (*.docx)"
PDF = "PDF documents (*.pdf)"
WORD_IN = "Word documents (*.docx *.dotx *.docm *.dotm)"
READABLE_SIDES = "Word documents and reports (*.docx *.dotx *.docm *.dotm *.clerkwell)"
PACKS = "Templates as one file (*.clerkpack)"
GATHERED = "One file with the texts (*.zip)"
LETTER = "Letters (*.docx *.pdf *.txt);;All files (*)"


class FileDialogs(Protocol):
    """Where the flows ask for a path. None means that the user thought better of it."""

    def to_open(self, folder: Path) -> Path | None:
        """A report, a Word document or a text to open."""

    def to_read(self, folder: Path, title: str, kinds: str) -> Path | None:
        """A file of these kinds to read."""

    def to_save(self, suggested: Path) -> Path | None:
        """Where to save the report."""

    def to_export(self, suggested: Path, title: str = "Export to Word") -> Path | None:
        """Where to put the Word document."""

    def to_pdf(self, suggested: Path) -> Path | None:
        """Where to put the PDF."""

    def to_gathered(self, suggested: Path) -> Path | None:
        """Where to put what was gathered for IT."""

    def folder(self, start: Path, title: str = "Choose a folder") -> Path | None:
        """A folder."""


class QtFileDialogs:
    """Qt's file dialogs over a window.

    A dialog begins in the folder it is given: that of the report. Where that is only `usual`, the folder of the user's
    documents, it begins where a file was chosen `last`.
    """

    def __init__(self, window: QWidget, usual: Path, last: LastFolder) -> None:
        self._window = window
        self._usual = usual
        self._last = last

    def to_open(self, folder: Path) -> Path | None:
        """A report, a Word document or a text to open."""
        return self.to_read(folder, "Open a report", READABLE)

    def to_read(self, folder: Path, title: str, kinds: str) -> Path | None:
        """A file of these kinds to read."""
        dialog = self._dialog(title, folder, kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return self._answer(dialog)

    def to_save(self, suggested: Path) -> Path | None:
        """Where to save the report; `.clerkwell` is put behind a name without an ending."""
        return self._to_write("Save the report", suggested, REPORTS, "clerkwell")

    def to_export(self, suggested: Path, title: str = "Export to Word") -> Path | None:
        """Where to put the Word document; `.docx` is put behind a name without an ending."""
        return self._to_write(title, suggested, WORD, "docx")

    def to_pdf(self, suggested: Path) -> Path | None:
        """Where to put the PDF; `.pdf` is put behind a name without an ending."""
        return self._to_write("Export PDF", suggested, PDF, "pdf")

    def to_pack(self, suggested: Path) -> Path | None:
        """Where to save a template as one file; `.clerkpack` is put behind a name without an ending."""
        return self._to_write("Save the template as one file", suggested, PACKS, "clerkpack")

    def to_gathered(self, suggested: Path) -> Path | None:
        """Where to put what was gathered for IT; `.zip` is put behind a name without an ending."""
        return self._to_write("Save what IT asks for", suggested, GATHERED, "zip")

    def folder(self, start: Path, title: str = "Choose a folder") -> Path | None:
        """A folder."""
        dialog = self._dialog(title, start, "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return self._answer(dialog, folder=True)

    def _to_write(self, title: str, suggested: Path, kinds: str, ending: str) -> Path | None:
        """Qt takes the ".2" of "Report 1.2" for an ending; it gets the right one, and Qt asks before it replaces."""
        while True:
            chosen = self._answer(self._saving(title, suggested, kinds, ending))
            if chosen is None or chosen.suffix.casefold() == f".{ending}":
                return chosen
            suggested = chosen.with_name(f"{chosen.name}.{ending}")
            if not suggested.exists():
                return suggested

    def _saving(self, title: str, suggested: Path, kinds: str, ending: str) -> QFileDialog:
        dialog = self._dialog(title, suggested.parent, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(suggested.name)
        return dialog

    def _dialog(self, title: str, folder: Path, kinds: str) -> QFileDialog:
        if folder == self._usual:
            folder = self._last.get() or folder
        dialog = QFileDialog(self._window, title, str(folder), kinds)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog, os.environ.get("CLERKWELL_PLAIN_DIALOGS") == "1")
        return dialog

    def _answer(self, dialog: QFileDialog, *, folder: bool = False) -> Path | None:
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        if not chosen:
            return None
        path = Path(chosen[0])
        self._last.keep(path if folder else path.parent)
        return path
