"""A process of ours that works for the window: started, asked, and ended with the window, however that ends."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from clerkwell.system.frames import get, put
from clerkwell.system.ourselves import for_ourselves


class Child:
    """The process. It reads what it is asked on its standard input, and ends where nobody is left to ask."""

    def __init__(self, command: Sequence[str]) -> None:
        """Raises `OSError` if it cannot be started."""
        self._process, self._let_go = _started(command)

    @property
    def pid(self) -> int:
        """Its number."""
        return self._process.pid

    def ask(self, question: object) -> Any:  # noqa: ANN401 - whatever the process answers
        """Ask it, and wait for its answer. Raises `OSError` or `EOFError` if it is no more."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        put(self._process.stdin, question)
        return get(self._process.stdout)

    def kill(self) -> None:
        """End it at once; it has nothing to save."""
        self._process.kill()

    def end(self) -> int:
        """End it and put its pipes away; its exit code."""
        for pipe in (self._process.stdin, self._process.stdout):
            # What was still to be written has no reader any more.
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()
        self._process.kill()
        code = self._process.wait()
        self._let_go()
        return code


if sys.platform == "win32":
    from clerkwell.printing.windows import Job

    def _started(command: Sequence[str]) -> tuple["subprocess.Popen[bytes]", Callable[[], None]]:
        """The process, in a job that ends with ours; and what puts the job away."""
        job = Job()
        process = subprocess.Popen(
            list(command),
            env={**os.environ, **for_ourselves()},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS,
        )
        job.take(process.pid)
        return process, job.end

else:

    def _started(command: Sequence[str]) -> tuple["subprocess.Popen[bytes]", Callable[[], None]]:
        """The process, in a session of its own, so that no signal meant for ours reaches it."""
        process = subprocess.Popen(
            list(command),
            env={**os.environ, **for_ourselves()},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        return process, _nothing


def _nothing() -> None:
    return None
