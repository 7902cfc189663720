"""Printing: text for people, JSON for programs."""

import json
import os
import sys
from contextlib import suppress

from clerkwell.cli.errors import CommandError


def say(text: str = "") -> None:
    """Print a line for the person."""
    _print(f"{text}\n")


def say_text(text: str) -> None:
    """Print lines as they are."""
    _print(text)


def say_json(value: object) -> None:
    """Print a value as JSON, and nothing else."""
    _print(json_text(value))


def json_text(value: object) -> str:
    """A value as JSON, in lines."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def complain(text: str) -> None:
    """Print a sentence on stderr; nowhere, if there is none."""
    with suppress(OSError):
        if sys.stderr is not None:
            # One line, whatever a file is called.
            sys.stderr.write(f"{' '.join(text.split())}\n")
            sys.stderr.flush()


def finish() -> None:
    """See to it that what was printed is written. Raises `CommandError` if it cannot be, as on a full disk."""
    _print("")


def _print(text: str) -> None:
    # A program without a terminal, and a command whose output was closed, has no stdout at all.
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(text)
        if not text:
            sys.stdout.flush()
    except OSError as error:
        # Else Python tries again when it ends, and prints a traceback of its own.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            return  # the reader of our output has left ("| head"): there is nobody to tell
        raise CommandError(f"What was to be printed could not be written: {error.strerror}.") from error
