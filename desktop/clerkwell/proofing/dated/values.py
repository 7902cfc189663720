"""What is looked for, and against which two meetings."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Dated:
    """Words that may be true no longer: where they stand (code points), and why, in a sentence."""

    start: int
    end: int
    words: str
    why: str


@dataclass(frozen=True)
class Times:
    """The meeting that a report was written for, and the one that it is taken up again for."""

    earlier: date
    later: date
