"""Copies of what has just been saved, made where nobody waits for them: their folder may be on a network."""

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import TypeAlias

from clerkwell.packs import Pack
from clerkwell.session.timing import Runner
from clerkwell.storage import StoredReport
from clerkwell.system import FileError

# Makes a copy of the report that was saved in a file; its `digest` is that of the file then. Raises `FileError`.
Copy: TypeAlias = Callable[[Path, StoredReport, Pack], None]


class Copies:
    """The copies of one open report. What was saved last is copied; `trouble` hears why it was not, once."""

    def __init__(self, copy: Copy, trouble: Callable[[str], None], runner: Runner) -> None:
        self._copy = copy
        self._trouble = trouble
        self._runner = runner
        self._due: tuple[Path, StoredReport, Pack] | None = None
        self._taking, self._copying = Lock(), Lock()
        self._said = ""

    def saved(self, path: Path, stored: StoredReport, pack: Pack) -> None:
        """This has just been saved in its file: copy it soon."""
        self._due = (path, stored, pack)
        self._runner.run(self._make, self._tell)

    def close(self) -> None:
        """Copy what has not been copied yet: the thread that would have is not coming any more."""
        self._tell(self._make())

    def _make(self) -> str:
        """Why it could not be done; "" where it was, or where there is nothing to do any more."""
        with self._taking:
            due, self._due = self._due, None
        if due is None:
            return self._said
        with self._copying:
            try:
                self._copy(*due)
            except FileError as error:
                return f"The report is saved, but its copy in the folder for copies is not up to date. {error}"
        return ""

    def _tell(self, why_not: str) -> None:
        if why_not and why_not != self._said:
            self._trouble(why_not)
        self._said = why_not
