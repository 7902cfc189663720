"""A program run apart from ours: with a time limit, stopped when nobody waits for it any more, leaving nothing behind.

What it starts ends with it, whatever it did to stay: LibreOffice is a script that starts a starter that starts the
program, and one that hangs takes no notice of a polite word.
"""

import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import IO, Literal

from clerkwell.printing.errors import PrintingError

Ending = Literal["ended", "too long", "stopped"]

# Marks a program and whatever it starts, in their surroundings.
_MARK = "CLERKWELL_RUN"
# Seconds between two looks at whether it has ended.
_LOOK = 0.02
# How far it stands back for other programs, from 0 to 19.
_NICE = 5
# Times that what is still there is looked for: each may start another while it is being ended.
_ROUNDS = 20


def run(
    arguments: Sequence[str],
    *,
    name: str,
    folder: Path,
    more: Mapping[str, str],
    seconds: float,
    stop: Event,
    said: IO[bytes] | None = None,
) -> tuple[Ending, int]:
    """Run a program in `folder`, and end it and all its children; how it ended, and its exit code.

    `more` is added to its surroundings. It gets no input; its words, which may hold a report's, go nowhere unless they
    are asked for, in the file `said`. It has `seconds`, and no more once `stop` is set. Raises `PrintingError`, with
    `name`, if it cannot be started.
    """
    mark = secrets.token_hex(16)
    surroundings = {**os.environ, "TMPDIR": str(folder), "TMP": str(folder), "TEMP": str(folder), **more, _MARK: mark}
    try:
        started = _Started(arguments, folder, surroundings, mark, said)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its path cannot be used"
        raise PrintingError(f"{name} could not be started: {reason}.") from error
    deadline = time.monotonic() + seconds
    ending: Ending = "ended"
    try:
        while started.process.poll() is None:
            if stop.wait(_LOOK):
                ending = "stopped"
                break
            if time.monotonic() > deadline:
                ending = "too long"
                break
    finally:
        started.end()
    return ending, started.process.returncode


if sys.platform == "win32":
    from clerkwell.printing.windows import Job

    class _Started:
        """A program in a job of its own, which Windows ends as a whole, even if ours is ended first."""

        def __init__(
            self,
            arguments: Sequence[str],
            folder: Path,
            surroundings: Mapping[str, str],
            _: str,
            said: IO[bytes] | None,
        ) -> None:
            self._job = Job()
            self.process = subprocess.Popen(
                list(arguments),
                cwd=folder,
                env=surroundings,
                stdin=subprocess.DEVNULL,
                stdout=said or subprocess.DEVNULL,
                stderr=subprocess.STDOUT if said else subprocess.DEVNULL,
                creationflags=subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS,
            )
            self._job.take(self.process.pid)

        def end(self) -> None:
            """End it and all that it started."""
            self._job.end()
            if self.process.poll() is None:
                self.process.kill()
            self.process.wait()

else:

    class _Started:
        """A program in a session of its own, so that no signal meant for ours reaches it and one ends them all."""

        def __init__(
            self,
            arguments: Sequence[str],
            folder: Path,
            surroundings: Mapping[str, str],
            mark: str,
            said: IO[bytes] | None,
        ) -> None:
            self._mark = f"{_MARK}={mark}".encode()
            self.process = subprocess.Popen(
                list(arguments),
                cwd=folder,
                env=surroundings,
                stdin=subprocess.DEVNULL,
                stdout=said or subprocess.DEVNULL,
                stderr=subprocess.STDOUT if said else subprocess.DEVNULL,
                start_new_session=True,
            )
            # Whoever types comes first. Its children have what it has.
            with suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, self.process.pid, _NICE)

        def end(self) -> None:
            """End it and all that it started. Not politely: it has nothing to save, and its folders go with it."""
            # Its group keeps the number as long as one is left in it, so that no stranger is met.
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            for _ in range(_ROUNDS):
                left = self._left()
                if not left:
                    return
                for each in left:
                    with suppress(ProcessLookupError, PermissionError):
                        os.kill(each, signal.SIGKILL)
                time.sleep(_LOOK)

        def _left(self) -> list[int]:
            """Those that left the group but still bear the mark. Only Linux tells."""
            left = []
            for entry in Path("/proc").glob("[0-9]*/environ"):
                with suppress(OSError):
                    if self._mark in entry.read_bytes().split(b"\0"):
                        left.append(int(entry.parent.name))
            return left
