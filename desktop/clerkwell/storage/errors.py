"""What can go wrong with a report's file, in one plain sentence for the person at the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clerkwell.storage.lock import Holder


class StorageError(Exception):
    """A report could not be read or saved. The message is a sentence for the user."""


class ConflictError(StorageError):
    """The file on the disk is not the one that was opened: somebody else saved it meanwhile."""


class LockedError(StorageError):
    """Somebody else has the report open. `holder` says who, where and since when."""

    def __init__(self, message: str, holder: Holder) -> None:
        super().__init__(message)
        self.holder = holder


class ReadOnlyError(StorageError):
    """The report was opened to be read only."""
