"""Checking an open report: once it is quiet, on a frozen report, one check at a time, with late answers dropped."""

from collections.abc import Callable
from typing import Protocol

from clerkwell.model import Problem, Report
from clerkwell.packs import Pack
from clerkwell.session.timing import Delay, Runner, Scheduler

Check = Callable[[Report, Pack], tuple[Problem, ...]]


class OwnCheck(Protocol):
    """A check of one open report, which keeps something for it: a process, what it knows of parts not changed."""

    def __call__(self, report: Report, pack: Pack, /) -> tuple[Problem, ...]:
        """All that is found in the report."""

    def close(self) -> None:
        """The report is closed: put away what was kept. A check under way ends soon, with nothing found."""


class Checker:
    """Runs the check whenever nothing has changed for a while, and hands on what it found for the newest report."""

    def __init__(
        self,
        check: Check,
        newest: Callable[[], tuple[Report, Pack, int]],
        found: Callable[[tuple[Problem, ...], int], None],
        scheduler: Scheduler,
        runner: Runner,
        seconds: float,
    ) -> None:
        self._check = check
        self._newest = newest
        self._found = found
        self._runner = runner
        self._delay = Delay(scheduler, seconds, self.run)
        self._closed = False
        self._running = self._again = False

    def changed(self) -> None:
        """The report changed: check it once it is quiet."""
        if not self._closed:
            self._delay.restart()

    def run(self) -> None:
        """Check it now; where a check is under way, once that has ended."""
        self._delay.cancel()
        if self._running:
            self._again = True
            return
        report, pack, revision = self._newest()
        self._running, self._again = True, False

        def job() -> tuple[Problem, ...]:
            try:
                return self._check(report, pack)
            finally:
                # Here, and not in `done`, which a check that fails never comes to.
                self._running = False

        def done(problems: tuple[Problem, ...]) -> None:
            if self._closed:
                return
            if revision == self._newest()[2]:
                self._found(problems, revision)
            if self._again:
                self.run()

        self._runner.run(job, done)

    def close(self) -> None:
        """Check no more; an answer that is still to come is dropped."""
        self._delay.cancel()
        self._closed = True
