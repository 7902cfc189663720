"""A process of ours that answers what the window asks over a pipe: what each of them stands on."""

import faulthandler
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO, Final

# How far it stands back for whoever types, from 0 to 19; less far with what somebody waits for at each pause.
_NICE: Final = 5
_AWAITED: Final = 1


def pipes() -> tuple[BinaryIO, BinaryIO]:
    """The standard input and output, kept for ourselves: what a library prints must not come between the answers.

    By their numbers, as a built program without a console has no `sys.stdin`.
    """
    asks, answers = os.dup(0), os.dup(1)
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(asks, os.O_BINARY)
        msvcrt.setmode(answers, os.O_BINARY)
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)
    os.close(null)
    return os.fdopen(asks, "rb"), os.fdopen(answers, "wb")


@contextmanager
def deadline(seconds: float, nowhere: BinaryIO) -> Iterator[None]:
    """End this process if what it does now takes too long, even where Python itself is kept from running."""
    faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


def stand_back(*, awaited: bool = False) -> None:
    """Let whoever types go first; even where the answer is `awaited` with each pause."""
    if sys.platform != "win32":
        with suppress(OSError):
            os.nice(_AWAITED if awaited else _NICE)
