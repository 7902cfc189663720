"""Time and work in a test's own hands, for sessions without a window."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TypeVar

T = TypeVar("T")


class Clock:
    """A scheduler whose time passes only when the test says so."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
        self._waiting: list[tuple[datetime, int, Callable[[], None]]] = []
        self._count = 0

    def now(self) -> datetime:
        """The time it is."""
        return self.time

    def later(self, seconds: float, run: Callable[[], None]) -> Callable[[], None]:
        """Run something when so much time has passed."""
        self._count += 1
        entry = (self.time + timedelta(seconds=seconds), self._count, run)
        self._waiting.append(entry)

        def cancel() -> None:
            if entry in self._waiting:
                self._waiting.remove(entry)

        return cancel

    def advance(self, seconds: float) -> None:
        """Let time pass: what is due is run when it is due."""
        end = self.time + timedelta(seconds=seconds)
        while due := [entry for entry in self._waiting if entry[0] <= end]:
            first = min(due, key=lambda entry: entry[:2])
            self._waiting.remove(first)
            self.time = max(self.time, first[0])
            first[2]()
        self.time = end

    @property
    def waiting(self) -> int:
        """How many things are still to be run."""
        return len(self._waiting)


class AtOnce:
    """A runner that does each job on the spot."""

    def run(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do the job and hand its answer back."""
        done(job())


class WhenTold:
    """A runner that does its jobs when the test says so."""

    def __init__(self) -> None:
        self._jobs: list[Callable[[], Callable[[], None]]] = []
        self._answers: list[Callable[[], None]] = []

    def run(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Take a job."""

        def work() -> Callable[[], None]:
            answer = job()
            return lambda: done(answer)

        self._jobs.append(work)

    def work(self) -> None:
        """Do the jobs there are; their answers wait."""
        jobs, self._jobs = self._jobs, []
        self._answers += [job() for job in jobs]

    def answer(self) -> None:
        """Hand the answers back."""
        answers, self._answers = self._answers, []
        for each in answers:
            each()

    @property
    def jobs(self) -> int:
        """How many jobs wait."""
        return len(self._jobs)
