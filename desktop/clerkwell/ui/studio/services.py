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

    def to_pack(self, suggested: Path) -> Path | None:
        """Where to save a template as one file."""

    def folder(self, start: Path, title: str) -> Path | None:
        """A folder."""


@dataclass(frozen=True)
class InUse:
    """Where packs are used from on this computer.

    `own` is the user's folder of them, `ahead` are the folders that are searched before that, or before the shared one
    (asked with True). `refresh` lets the program know at once what was put there.
    """

    own: Path
    ahead: Callable[[bool], tuple[Path, ...]]
    refresh: Callable[[], None]


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
    in_use: InUse
