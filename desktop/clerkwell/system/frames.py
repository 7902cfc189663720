"""Frames: values that one process of ours hands another over a pipe, each with its length before it.

Only for pipes between this program and itself: reading a frame makes whatever object it says.
"""

import pickle
import struct
from typing import Any, Final, Protocol

_LENGTH: Final = struct.Struct(">Q")


class Writer(Protocol):
    """What a frame is written to."""

    def write(self, data: bytes, /) -> int | None:
        """Take these bytes."""

    def flush(self) -> None:
        """Hand on what was written."""


class Reader(Protocol):
    """What a frame is read from; it waits for all that it is asked for, unless nothing more is to come."""

    def read(self, size: int, /) -> bytes:
        """So many bytes; fewer at the end."""


def put(pipe: Writer, value: object) -> None:
    """Hand a value on. Raises `OSError` where nobody takes it any more."""
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    pipe.write(_LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def get(pipe: Reader) -> Any:  # noqa: ANN401 - whatever the other process handed on
    """Wait for the next value. Raises `EOFError` where none is to come, for the other process has ended."""
    (length,) = _LENGTH.unpack(_exactly(pipe, _LENGTH.size))
    return pickle.loads(_exactly(pipe, length))


def _exactly(pipe: Reader, size: int) -> bytes:
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError("the other process has ended")
    return data
