"""The folder in which somebody chose a file last: kept in this computer's profile, for the next dialog to begin in."""

import os
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from clerkwell.system import FileError, atomic_write, make_folder, read_bytes

_LARGEST = 10_000


class LastFolder:
    """One folder, in a small file. One that is gone, or cannot be read, counts as none."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def get(self) -> Path | None:
        """The folder, if it is still there."""
        try:
            folder = Path(read_bytes(self._file, _LARGEST).decode())
            return folder if folder.is_absolute() and folder.is_dir() else None
        except (FileError, OSError, ValueError):
            return None

    def keep(self, folder: Path) -> None:
        """Begin there next time. Where that cannot be kept, the dialog begins where it began before."""
        try:
            make_folder(self._file.parent)
            atomic_write(self._file, str(folder).encode(), durable=False)
        except (FileError, OSError):
            return


def ask_to_read(
    parent: QWidget, title: str, kinds: str, last: LastFolder | None, *, several: bool = False
) -> list[Path]:
    """Ask for a file of these kinds, or for `several`, where one was chosen `last`; none when the user would rather
    not."""
    begin = last.get() if last is not None else None
    dialog = QFileDialog(parent, title, str(begin or ""), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles if several else QFileDialog.FileMode.ExistingFile)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog, os.environ.get("CLERKWELL_PLAIN_DIALOGS") == "1")
    chosen = [Path(each) for each in dialog.selectedFiles()] if dialog.exec() else []
    dialog.deleteLater()
    if chosen and last is not None:
        last.keep(chosen[0].parent)
    return chosen
