"""Saying things, running commands, and stopping with a sentence."""

import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from housekeeping.places import ROOT, environment


class ChoreError(Exception):
    """A chore cannot go on; the message says why and what to do, in sentences."""

    def __init__(self, message: str, code: int = 1) -> None:
        super().__init__(message)
        self.code = code


def say(text: str) -> None:
    """One line for the person who is watching."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def run(
    command: Sequence[str | Path], *, cwd: Path = ROOT, env: Mapping[str, str] | None = None, check: bool = False
) -> int:
    """Run a command with its output on the screen and return its exit code; with `check`, a failure ends the chore."""
    words = [str(word) for word in command]
    try:
        code = subprocess.run(words, cwd=cwd, env=dict(env or environment()), check=False).returncode
    except OSError as error:
        raise ChoreError(f"{words[0]} could not be started: {error.strerror}.") from error
    if check and code:
        raise ChoreError(f"This command failed with exit code {code}: {shlex.join(words)}", code if code > 0 else 1)
    return code


def ask(
    command: Sequence[str | Path], *, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> tuple[int, str]:
    """Run a command quietly; its exit code and all that it printed. One that is not there gives 127."""
    try:
        done = subprocess.run(
            [str(word) for word in command],
            cwd=cwd,
            env=dict(env or environment()),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        return 127, str(error)
    return done.returncode, done.stdout
