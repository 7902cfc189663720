"""Looking for patterns in a process of its own, which can be ended: what that process does.

A pattern such as `(a+)+$` may take longer than anybody lives, and nothing in Python can stop it once it has begun.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from clerkwell.system.frames import get, put
from clerkwell.system.served import pipes

# Where a pattern was found in a text: from, to.
Span = tuple[int, int]


@dataclass(frozen=True)
class Sought:
    """A pattern with its flags, both as `re` has them, and the texts to look in."""

    pattern: str
    flags: int
    texts: tuple[str, ...]


def spans(pattern: re.Pattern[str], texts: Sequence[str]) -> list[list[Span]]:
    """Where the pattern is found in each of the texts."""
    return [[match.span() for match in pattern.finditer(text)] for text in texts]


def work() -> int:
    """Be that process: what is sought comes in on the standard input, what was found goes out; the exit code."""
    asks, answers = pipes()
    with asks, answers:
        serve(asks, answers)
    return 0


def serve(asks: BinaryIO, answers: BinaryIO) -> None:
    """Look for what is asked for, until nobody asks or listens any more."""
    try:
        while True:
            sought: Sought = get(asks)
            put(answers, spans(re.compile(sought.pattern, sought.flags), sought.texts))
    except (EOFError, OSError):
        return
