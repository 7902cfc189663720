"""The folder in which somebody chose a file last: kept in this computer's profile, for the next dialog to begin in."""

from pathlib import Path

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
