"""Recovery snapshots of an open report: soon after each change, typing or not, until it is saved."""

from collections.abc import Callable
from pathlib import Path

from clerkwell.session.saving import State
from clerkwell.session.timing import Delay, Runner, Scheduler
from clerkwell.storage import RecoveryFolder
from clerkwell.storage.keeper import Keeper
from clerkwell.system import FileError


class Snapshots:
    """Keeps the unsaved states of one report where they are found after a crash."""

    def __init__(
        self,
        folder: RecoveryFolder | None,
        base: tuple[Path | None, str],
        state: Callable[[], State],
        trouble: Callable[[str], None],
        scheduler: Scheduler,
        runner: Runner,
        seconds: float,
    ) -> None:
        self._folder = folder
        self._base = base
        self._state = state
        self._trouble = trouble
        self._runner = runner
        # Not put off by the next key: who types without a pause is to lose as little as anybody.
        self._delay = Delay(scheduler, seconds, self._write)
        self._keeper: Keeper | None = None
        self._running = False
        self._said = False
        self._closed = False

    def changed(self) -> None:
        """The report is no longer what is kept of it."""
        if self._folder is not None and not self._closed:
            self._delay.start()

    def write_now(self) -> None:
        """Keep the present state at once, on this thread: the program is about to end in a way it did not choose."""
        keeper = self._open()
        if keeper is not None:
            state = self._state()
            keeper.write(state.stored, state.order)

    def saved(self, order: int, base: tuple[Path | None, str]) -> None:
        """This state is in a file now: what is kept of it and of earlier ones can go."""
        self._base = base
        keeper = self._keeper
        if keeper is not None and not self._closed:
            # Elsewhere: a snapshot that is being flushed to the disk would have to be waited for.
            self._runner.run(lambda: _attempt(lambda each: each.forget(order, *base), keeper), self._tell)

    def abandon(self) -> None:
        """Keep nothing more, and leave what is kept to be found."""
        self._delay.cancel()
        self._closed = True
        if self._keeper is not None:
            self._keeper.abandon()

    def close(self) -> None:
        """Keep nothing more, and remove what is kept."""
        self._delay.cancel()
        self._closed = True
        if self._keeper is not None:
            self._keeper.close()

    def _open(self) -> Keeper | None:
        if self._keeper is None and self._folder is not None and not self._closed:
            self._keeper = self._folder.keep(*self._base)
        return self._keeper

    def _write(self) -> None:
        if self._running:
            self._delay.start()
            return
        try:
            keeper = self._open()
        except FileError as error:
            self._tell(error)
            return
        if keeper is None:
            return
        self._running = True
        state = self._state()

        def job() -> FileError | None:
            try:
                return _attempt(lambda keeper: keeper.write(state.stored, state.order), keeper)
            finally:
                # Also after a fault of the program: the next change is kept again.
                self._running = False

        self._runner.run(job, self._tell)

    def _tell(self, error: FileError | None) -> None:
        """Say once that there are no recovery copies: the user can do nothing about it while writing."""
        if error is None:
            self._said = False
        elif not self._said and not self._closed:
            self._said = True
            self._trouble(f"Your work is not being kept for recovery: {error}")


def _attempt(action: Callable[[Keeper], None], keeper: Keeper) -> FileError | None:
    try:
        action(keeper)
    except FileError as error:
        return error
    return None
