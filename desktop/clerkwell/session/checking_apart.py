"""Checking in a process of its own: a check takes nothing from the keys then, however long it is.

Python runs one thread at a time, so that a check in a thread of the window's is felt in each key. The process is
started when a report is opened, at the latest for its first check, and ends with the report, or with the window,
however that ends; where it cannot be had, the check runs in a thread after all.
"""

import logging
import signal
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING, Final

from clerkwell.model import Problem, Report
from clerkwell.model.advancing import advance
from clerkwell.packs import Pack
from clerkwell.rules.running import PROGRAM_FAULT
from clerkwell.rules.serving import LONGEST, Answer, Ask
from clerkwell.rules.telling import heard
from clerkwell.session.child import Child
from clerkwell.system.ourselves import ourselves

if TYPE_CHECKING:
    from clerkwell.rules import Engine

# How the program asks itself for checks, in a process apart.
CHECK: Final = "--check-reports"
# Times that the process may be lost, one after the other, before the check does without.
_CHANCES: Final = 2
_UNCHECKED: Final = Problem(
    rule=PROGRAM_FAULT,
    severity="warning",
    quote="check",
    message="The check of this report did not end, so look for problems yourself. This is a fault of Clerkwell: tell "
    "its IT.",
    why="What nobody has checked may hold faults that keep the report from being published.",
)

_log = logging.getLogger(__name__)


class CheckApart:
    """Checks one open report again and again, in a process of its own. May be called from any thread; it waits."""

    def __init__(
        self,
        own_words: Callable[[], frozenset[str]] = frozenset,
        command: Sequence[str] | None = None,
        today: Callable[[], date] | None = None,
    ) -> None:
        """`own_words` are those that the author has added; `command` starts the process, ours if it is None. With
        `today` a report that is late for its meeting is told of it."""
        self._own_words = own_words
        self._today = today
        self._command = ourselves(CHECK) if command is None else list(command)
        self._turn = Lock()
        self._worker: _Worker | None = None
        self._lost = 0
        self._closed = False
        self._here: Engine | None = None

    def begin(self) -> None:
        """Start the process now: it is ready the sooner for the first check, which waits until the window is quiet."""
        # If it cannot be had, the first check says so.
        with self._turn, suppress(OSError, EOFError):
            self._hired()

    def __call__(self, report: Report, pack: Pack) -> tuple[Problem, ...]:
        """All that is found in the report; nothing once this was closed."""
        found = self._found(report, pack)
        if self._today is None:
            return found
        # Loaded where the window does not wait for it.
        from clerkwell.rules import with_lateness

        return with_lateness(found, report, pack, self._today())

    def _found(self, report: Report, pack: Pack) -> tuple[Problem, ...]:
        with self._turn:
            while not self._closed and self._lost < _CHANCES:
                began = time.monotonic()
                try:
                    problems = self._hired().check(report, pack, self._own_words())
                except (OSError, EOFError):
                    if self._closed:
                        break
                    if self._given_up(time.monotonic() - began):
                        return (_UNCHECKED,)
                else:
                    self._lost = 0
                    return problems
            if self._closed:
                return ()
            self._here = self._here or _engine()
            return self._here.check(report, pack, self._own_words())

    def close(self) -> None:
        """End the process; a check that still waits for it ends too."""
        self._closed = True
        if self._worker is not None:
            self._worker.kill()
        with self._turn:
            if self._worker is not None:
                self._worker.end()
                self._worker = None

    def _hired(self) -> "_Worker":
        if self._worker is None:
            self._worker = _Worker(self._command)
            if self._closed:
                raise EOFError
        return self._worker

    def _given_up(self, seconds: float) -> bool:
        """Put the lost process away; whether what ended it would also keep a thread from ending, or end the window."""
        code = None
        if self._worker is not None:
            code = self._worker.end()
            self._worker = None
        self._lost += 1
        _log.warning("the process that checks reports ended with code %s after %.1f seconds", code, seconds)
        if seconds >= LONGEST or (self._lost >= _CHANCES and _crashed(code)):
            # The next report may be another one: one more chance for each.
            self._lost = _CHANCES - 1
            return True
        return False


class _Worker:
    """The process, and what it has been told."""

    def __init__(self, command: Sequence[str]) -> None:
        """Raises `OSError` if it cannot be started."""
        self._child = Child(command)
        self._number = 0
        self._report: Report | None = None
        self._pack: Pack | None = None
        self._own_words: frozenset[str] | None = None
        self._problems: tuple[Problem, ...] = ()

    def check(self, report: Report, pack: Pack, own_words: frozenset[str]) -> tuple[Problem, ...]:
        """What it finds. Raises `OSError` or `EOFError` if it is no more."""
        self._number += 1
        ask = Ask(
            self._number,
            advance(self._report, report),
            pack if pack is not self._pack else None,
            own_words if own_words != self._own_words else None,
        )
        self._report, self._pack, self._own_words = report, pack, own_words
        answer: Answer = self._child.ask(ask)
        for level, words in answer.logged:
            _log.log(level, "%s", words)
        if answer.number != self._number:
            raise EOFError
        self._problems = heard(self._problems, answer.problems)
        return (_UNCHECKED,) if answer.failed else self._problems

    def kill(self) -> None:
        """End it at once; it has nothing to save."""
        self._child.kill()

    def end(self) -> int:
        """End it and put its pipes away; its exit code."""
        return self._child.end()


def _engine() -> "Engine":
    # The rules are the other process's to load, unless it cannot be had.
    from clerkwell.rules import Engine

    return Engine()


def _crashed(code: int | None) -> bool:
    """Whether this exit code says that the process fell over something: a thread of ours would, too."""
    if code is None:
        return False
    if sys.platform == "win32":
        return code >= 0xC0000000
    return -code in (signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGILL, signal.SIGFPE)
