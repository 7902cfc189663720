"""What a paste comes to."""

from collections import Counter
from dataclasses import dataclass, field

from clerkwell.model import Blocks

# These are said without their number, which nobody would count.
_UNCOUNTED = ("ing", "text", "colours", "cells", "formatting")


@dataclass(frozen=True)
class Pasted:
    """What was pasted, and what of it was left out, in words: "2 pictures", "underlining".

    `refused` is a sentence where nothing can be taken.
    """

    blocks: Blocks
    left_out: tuple[str, ...] = ()
    refused: str = ""


@dataclass
class Losses:
    """What is left out, counted while a paste is read."""

    counted: Counter[str] = field(default_factory=Counter)

    def add(self, what: str, count: int = 1) -> None:
        """Count some more of it."""
        if count:
            self.counted[what] += count

    def in_words(self) -> tuple[str, ...]:
        """All that was left out, in the order in which it was met."""
        return tuple(
            what if what.endswith(_UNCOUNTED) else f"{count} {what}{'s' if count > 1 else ''}"
            for what, count in self.counted.items()
        )
