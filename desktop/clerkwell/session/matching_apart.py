"""Looking for a pattern that somebody typed, in a process of its own: one that takes too long is stopped with it.

The process is started for the first pattern, and stays for the next ones until nobody looks for any.
"""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Event, Thread
from typing import Final

from clerkwell.session.child import Child
from clerkwell.system.matching import Sought, Span, spans
from clerkwell.system.ourselves import ourselves

# How the program asks itself for it, in a process apart.
MATCH: Final = "--match-patterns"
LONGEST: Final = 2.0
"""Seconds that a pattern may take, in the whole of a report: those that mean to find something take a tenth of one."""
_FELT: Final = 0.15


class TooLongError(Exception):
    """A pattern takes too long; it was given up."""


class MatchingApart:
    """Finds patterns. It waits for what is found, on the thread that asks."""

    def __init__(self, command: Sequence[str] | None = None, longest: float = LONGEST) -> None:
        """`command` starts the process, ours if it is None."""
        self._command = ourselves(MATCH) if command is None else list(command)
        self._longest = longest
        self._child: Child | None = None

    def __call__(
        self, pattern: re.Pattern[str], texts: Sequence[str], felt: Callable[[], object] | None = None
    ) -> list[list[Span]]:
        """Where the pattern is found in each of the texts. `felt` is called once where that can be felt, to say so.

        Raises `TooLongError`. Where no process can be had, it is looked for here.
        """
        try:
            self._child = self._child or Child(self._command)
        except OSError:
            return spans(pattern, texts)
        asked = _Asked(self._child, Sought(pattern.pattern, pattern.flags, tuple(texts)))
        if felt is not None and not asked.done.wait(min(_FELT, self._longest)):
            felt()
        if not asked.done.wait(self._longest):
            self.close()
            raise TooLongError("The pattern takes too long.")
        if asked.found is None:
            # The process was lost, for whatever reason.
            self.close()
            raise TooLongError("The pattern was given up.")
        return asked.found

    def close(self) -> None:
        """End the process; the next pattern starts another."""
        if self._child is not None:
            # First of all, as somebody may be waiting for its answer.
            self._child.kill()
            self._child.end()
            self._child = None


class _Asked:
    """One question, asked on a thread of its own, so that the answer need not be waited for for ever."""

    def __init__(self, child: Child, sought: Sought) -> None:
        self.done = Event()
        self.found: list[list[Span]] | None = None
        self._child, self._sought = child, sought
        Thread(target=self._ask, daemon=True).start()

    def _ask(self) -> None:
        # Without an answer where the process was ended, here or by somebody else.
        with suppress(OSError, EOFError, ValueError):
            self.found = self._child.ask(self._sought)
        self.done.set()
