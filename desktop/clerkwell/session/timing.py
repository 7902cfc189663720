"""Time and work, as the session asks for them: the window gives timers and threads, tests their own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

T = TypeVar("T")
Cancel = Callable[[], None]


class Scheduler(Protocol):
    """Runs something once after a while, on the session's own thread."""

    def later(self, seconds: float, run: Callable[[], None]) -> Cancel:
        """Run `run` once after `seconds`; what comes back keeps it from running, and may be called afterwards too."""
        ...


class Runner(Protocol):
    """Runs a job, perhaps on another thread, and gives its answer back on the session's own."""

    def run(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Run `job` and hand what it returns to `done`, on the thread that called this. A job that raises is a fault
        of the program: `done` is not called, and the exception goes where unexpected ones go."""
        ...


@dataclass(frozen=True)
class Pace:
    """How long the session waits, in seconds.

    `quiet` without a change before the report is checked; `save` after a change until a named file saves itself
    (None: never); `snapshot` after a change until it is in a recovery snapshot, typing or not; `joined` between two
    keys of one step of undo.
    """

    quiet: float = 0.4
    save: float | None = 2.0
    snapshot: float = 0.3
    joined: float = 1.5


class Delay:
    """One run, some time after it was asked for."""

    def __init__(self, scheduler: Scheduler, seconds: float, run: Callable[[], None]) -> None:
        self._scheduler = scheduler
        self._seconds = seconds
        self._run = run
        self._cancel: Cancel | None = None

    def start(self) -> None:
        """Ask for a run; one that has been asked for already stays as it is."""
        if self._cancel is None:
            self._cancel = self._scheduler.later(self._seconds, self._begin)

    def restart(self) -> None:
        """Ask for a run, counting from now."""
        self.cancel()
        self.start()

    def cancel(self) -> None:
        """Do without the run."""
        if self._cancel is not None:
            self._cancel()
            self._cancel = None

    def _begin(self) -> None:
        self._cancel = None
        self._run()
