"""Text with its white space folded, and the way back to where each character stood."""

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Folded:
    """`folded` is `text` with every stretch of white space as one space and none at its ends."""

    text: str

    @cached_property
    def folded(self) -> str:
        """The folded text."""
        return " ".join(self.text.split())

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where each character of the folded text begins in the text, and where the last one ends."""
        starts: list[int] = []
        for index, character in enumerate(self.text):
            if not character.isspace():
                if starts and self.text[index - 1].isspace():
                    starts.append(starts[-1] + 1)
                starts.append(index)
        return (*starts, starts[-1] + 1 if starts else 0)

    def inner(self, start: int, end: int) -> tuple[int, int]:
        """From where to where in the folded text the characters from `start` to `end` stand, white space apart."""
        starts = self._starts[:-1]
        low = sum(1 for each in starts if each < start)
        high = sum(1 for each in starts if each < end)
        while low < high and self.folded[low] == " ":
            low += 1
        while high > low and self.folded[high - 1] == " ":
            high -= 1
        return low, max(low, high)

    def outer_of(self, low: int, high: int) -> tuple[int, int]:
        """From where to where in the text a stretch of the folded text stands."""
        if low >= high:
            at = self._starts[min(low, len(self._starts) - 1)]
            return at, at
        return self._starts[low], self._starts[high - 1] + 1
