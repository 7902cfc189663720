"""What the template workshop is handed by the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from clerkwell.packs import Catalogue, Pack
    from clerkwell.system import Settings
    from clerkwell.workshop import PackProblem


class FileQuestions(Protocol):
    """Asks for files and folders, as the main window's dialogs do. None: nothing was chosen."""

    def to_read(self, folder: Path, title: str, kinds: str) -> Path | None:
        """A file to read."""

    def to_export(self, suggested: Path, title: str) -> Path | None:
        """Where to write a file."""

    def folder(self, start: Path, title: str) -> Path | None:
        """A folder."""


@dataclass(frozen=True)
class StudioServices:
    """The packs that are installed, the check of a pack, the user's folders and settings, and ways out of the program.

    `check` compares with the version in use too. `files` asks over a window. `show_file` opens a file in the program
    that it belongs to, Word for a template, and says whether there is one. `help` opens a page of the help.
    """

    catalogue: Callable[[], Catalogue]
    check: Callable[[Pack], tuple[PackProblem, ...]]
    settings: Callable[[], Settings]
    documents: Path
    files: Callable[[QWidget], FileQuestions]
    show_file: Callable[[Path], bool]
    help: Callable[[str], object]
