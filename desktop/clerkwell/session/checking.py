"""Checking an open report: once it is quiet, on a frozen report, with late answers dropped."""

from collections.abc import Callable

from clerkwell.model import Problem, Report
from clerkwell.packs import Pack
from clerkwell.session.timing import Delay, Runner, Scheduler

Check = Callable[[Report, Pack], tuple[Problem, ...]]


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

    def changed(self) -> None:
        """The report changed: check it once it is quiet."""
        if not self._closed:
            self._delay.restart()

    def run(self) -> None:
        """Check it now."""
        self._delay.cancel()
        report, pack, revision = self._newest()
        check = self._check

        def done(problems: tuple[Problem, ...]) -> None:
            if not self._closed and revision == self._newest()[2]:
                self._found(problems, revision)

        self._runner.run(lambda: check(report, pack), done)

    def close(self) -> None:
        """Check no more; an answer that is still to come is dropped."""
        self._delay.cancel()
        self._closed = True
