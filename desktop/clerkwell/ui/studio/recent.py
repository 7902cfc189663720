"""The templates worked on last, by the folders they are made in: a file of the profile's state folder."""

import json
from pathlib import Path

from clerkwell.system import FileError, atomic_write, make_folder

_MOST = 12


class RecentFolders:
    """The folders, newest first. A damaged file counts as an empty list."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def load(self) -> tuple[Path, ...]:
        """Those that are still there."""
        return tuple(each for each in self._read() if (each / "pack.toml").is_file())

    def add(self, folder: Path) -> None:
        """Put a folder first. That the list cannot be kept is no reason to trouble anybody."""
        every = [folder, *(each for each in self._read() if each != folder)][:_MOST]
        try:
            make_folder(self._file.parent)
            atomic_write(self._file, json.dumps([str(each) for each in every]).encode(), durable=False)
        except (FileError, OSError):
            return

    def _read(self) -> list[Path]:
        try:
            return [Path(each) for each in json.loads(self._file.read_text("utf-8"))]
        except (OSError, ValueError, TypeError):
            return []
