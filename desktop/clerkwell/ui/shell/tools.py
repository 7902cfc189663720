"""What the flows of documents share: the window, what the program handed it, and how it asks, tells and works."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from clerkwell.ui.kit import Messages
from clerkwell.ui.shell.files import FileDialogs
from clerkwell.ui.shell.services import Services
from clerkwell.ui.shell.work import Work

if TYPE_CHECKING:
    from clerkwell.ui.shell.desk_commands import Frame
    from clerkwell.ui.shell.opening import Opened, Opening


@dataclass(frozen=True)
class Tools:
    """Handed to each flow. `open_file` opens a file as the Open command does; `show` puts a report on the desk,
    and `start` a new one in the pack of this id."""

    frame: Frame
    services: Services
    messages: Messages
    dialogs: FileDialogs
    opening: Opening
    work: Work
    open_file: Callable[[Path], None]
    may_leave: Callable[[], bool]
    show: Callable[[Opened | None], None]
    start: Callable[[str], None]

    @property
    def folder(self) -> Path:
        """Where one looks for files first: where the report is, or among the user's documents."""
        opened = self.frame.opened
        path = opened.session.path if opened else None
        return path.parent if path else self.services.documents

    @property
    def author(self) -> str:
        """Who is at the desk."""
        return self.services.keeper.settings.author_name
