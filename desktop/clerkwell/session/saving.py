"""Saving: the file of an open report, now when asked for, and by itself a while after a change."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from clerkwell.packs import Pack
from clerkwell.session.copying import Copies, Copy
from clerkwell.session.timing import Delay, Runner, Scheduler
from clerkwell.storage import SUFFIX, ConflictError, Locking, OnDisk, ReportFile, StorageError, StoredReport
from clerkwell.system import FileError


@dataclass(frozen=True)
class State:
    """What is to be saved, its place among the states of the report, and the pack that it is in."""

    stored: StoredReport
    order: int
    pack: Pack


@dataclass
class _Autosave:
    delay: Delay | None = None
    running: bool = False
    # What was said last, so that a drive that is away is not complained of every two seconds.
    said: str = ""
    # After a conflict only the user can say what is to be saved where.
    stopped: bool = field(default=False)
    conflict: bool = field(default=False)


class Saver:
    """Saves the states of one report. It asks for the state when it is time, and tells what was saved."""

    def __init__(
        self,
        file: ReportFile | None,
        state: Callable[[], State],
        dirty: Callable[[], bool],
        saved: Callable[[StoredReport, int], None],
        trouble: Callable[[str], None],
        scheduler: Scheduler,
        runner: Runner,
        seconds: float | None,
        outside: Callable[[OnDisk], None],
        locking: Locking | None = None,
        copy: Copy | None = None,
    ) -> None:
        """`outside` is told when the file is found to be other than we know it, once for each way that it is. `copy`
        makes a copy of what has just been saved; it raises `FileError`."""
        self.file = file
        self._state = state
        self._dirty = dirty
        self._saved = saved
        self._trouble = trouble
        self._runner = runner
        self._outside = outside
        self._locking = locking
        self._copies = Copies(copy, trouble, runner) if copy is not None else None
        self._looking = False
        self._found: OnDisk | None = None
        self._auto = _Autosave()
        if seconds is not None:
            self._auto.delay = Delay(scheduler, seconds, self._save_by_itself)

    @property
    def base(self) -> tuple[Path | None, str]:
        """The report's file, and the digest of what it holds."""
        return (self.file.path, self.file.known) if self.file is not None else (None, "")

    def changed(self) -> None:
        """The report is no longer what its file holds: a named one will save itself."""
        if self._auto.delay is not None and self.file is not None and not self._auto.stopped:
            self._auto.delay.start()

    def save(self, path: Path | None, *, overwrite: bool) -> None:
        """Save now, in the file the report has or in another one, which is its file from then on.

        Raises `FileError`, `StorageError`; the report then still has the file it had.
        """
        state = self._state()
        if path is None or (self.file is not None and _same(path, self.file.path)):
            if self.file is None:
                raise StorageError("This report has no file yet; choose a name for it.")
            self.file.save(state.stored, state.order, overwrite=overwrite)
        else:
            _check_name(path)
            file = ReportFile(path, locking=self._locking)
            try:
                file.save(state.stored, state.order)
            except (FileError, StorageError):
                file.close()
                raise
            if self.file is not None:
                self.file.close()
            self.file = file
        if self._auto.delay is not None:
            self._auto.delay.cancel()
        self._auto.stopped, self._auto.conflict, self._auto.said = False, False, ""
        self._found = None
        self._saved(state.stored, state.order)
        self._copy(state)

    def save_copy(self, path: Path) -> None:
        """Save what there is now in another file, and go on with this one. Raises `FileError`, `StorageError`."""
        if self.file is not None and _same(path, self.file.path):
            raise StorageError(f'"{path.name}" is the report itself; choose another name for the copy.')
        _check_name(path)
        # Somebody may have that file open, and would be told that it changed under their hands.
        with closing(ReportFile(path, locking=self._locking)) as file:
            file.save(self._state().stored, 0)

    def look(self) -> None:
        """See whether the file is still as we know it. Elsewhere: a share may take its time to answer."""
        file = self.file
        if file is None or self._looking:
            return
        self._looking = True

        def job() -> OnDisk:
            try:
                return file.look()
            finally:
                self._looking = False

        def done(found: OnDisk) -> None:
            if file is not self.file or found.state == "unknown":
                return
            new = self._found is None or found.state != self._found.state
            self._found = found
            if found.state == "same":
                self._go_on()
            elif new:
                self._outside(found)

        self._runner.run(job, done)

    def close(self) -> None:
        """Save nothing more, and let others have the file."""
        if self._auto.delay is not None:
            self._auto.delay.cancel()
        self._auto.stopped, self._auto.conflict = True, False
        if self.file is not None:
            self.file.close()
        if self._copies is not None:
            self._copies.close()

    def _copy(self, state: State) -> None:
        if self._copies is not None and self.file is not None:
            self._copies.saved(self.file.path, replace(state.stored, digest=self.file.known), state.pack)

    def _go_on(self) -> None:
        """The file is as we know it, also where it was not for a while."""
        if self._auto.conflict:
            self._auto.conflict = self._auto.stopped = False
            self.changed()

    def _save_by_itself(self) -> None:
        if self.file is None or self._auto.stopped:
            return
        if self._auto.running:
            self.changed()  # a slow drive: once more when this one is through
            return
        if not self._dirty():
            return  # the change was undone
        self._auto.running = True
        file, state = self.file, self._state()

        def job() -> FileError | StorageError | None:
            try:
                file.save(state.stored, state.order)
            except (FileError, StorageError) as error:
                return error
            finally:
                # Also after a fault of the program, of which `done` does not hear: the next change is saved again.
                self._auto.running = False
            return None

        def done(error: FileError | StorageError | None) -> None:
            if file is not self.file or self._auto.stopped:
                return  # saved elsewhere or closed meanwhile
            if error is None:
                self._auto.said = ""
                self._saved(state.stored, state.order)
                self._copy(state)
                return
            if isinstance(error, ConflictError):
                # What has happened to the file is told with what can be done about it.
                self._auto.stopped = self._auto.conflict = True
                self._found = None
                self.look()
                return
            if str(error) != self._auto.said:
                self._auto.said = str(error)
                self._trouble(str(error))
            self.changed()

        self._runner.run(job, done)


def _check_name(path: Path) -> None:
    """Raise `StorageError` for a new name that the program would not offer when a report is looked for."""
    if path.suffix.casefold() != SUFFIX:
        raise StorageError(f'A report needs a name that ends in {SUFFIX}; "{path.name}" does not.')


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()
