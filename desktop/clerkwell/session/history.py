"""History: the reports that were, for undo and redo across every part of the report."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from clerkwell.model import Place, Report, changes

# An afternoon's work; the steps share what they did not touch.
_MOST = 1000


@dataclass(frozen=True)
class Step:
    """One step of undo. `caret` is where the caret stood before it, if the editor said so."""

    before: Report
    after: Report
    label: str
    merge: str
    at: datetime
    caret: Place | None


class History:
    """The steps that can be undone, and those that can be done again."""

    def __init__(self, joined: float) -> None:
        self._joined = timedelta(seconds=joined)
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._open = False

    @property
    def last(self) -> Step | None:
        """The step that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def next(self) -> Step | None:
        """The step that redo would do again."""
        return self._undone[-1] if self._undone else None

    def add(self, step: Step) -> None:
        """Take a step; it joins the last one if both have the same merge key and little time passed between them."""
        self._undone.clear()
        last = self.last
        if (
            last is not None
            and self._open
            and step.merge
            and step.merge == last.merge
            and timedelta() <= step.at - last.at <= self._joined
        ):
            joined = replace(last, after=step.after, at=step.at)
            # Words typed and taken away again leave nothing to undo.
            self._done[-1:] = [joined] if changes(joined.before, joined.after).any else []
        else:
            self._done.append(step)
            del self._done[:-_MOST]
        self._open = bool(self._done)

    def close(self) -> None:
        """Let nothing more join the last step."""
        self._open = False

    def undo(self) -> Step | None:
        """Move the last step to those that can be done again; none where there is none."""
        self._open = False
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._undone[-1]

    def redo(self) -> Step | None:
        """Move the next step back to those that can be undone; none where there is none."""
        self._open = False
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1]
