"""A fault of form in a text: where it stands, and what puts it right."""

from typing import NamedTuple


class Fault(NamedTuple):
    """`start` to `end` are the words to show; `better`, where there is one answer, goes in place of `cut`.

    `cut` is often narrower than what is shown, so that the words beside it keep their look.
    """

    start: int
    end: int
    cut: tuple[int, int] = (0, 0)
    better: str | None = None

    @property
    def touched(self) -> tuple[int, int]:
        """Where the fault itself is, among the words that are shown with it."""
        return self.cut if self.cut[1] else (self.start, self.end)

    def said(self, text: str) -> str:
        """The words to show as they should be."""
        return text[self.start : self.cut[0]] + (self.better or "") + text[self.cut[1] : self.end]
