"""What the session says when the report has changed."""

from dataclasses import dataclass

from clerkwell.model import Changes, Place, Report


@dataclass(frozen=True)
class ReportChanged:
    """What happened to the report, and who did it, so that followers can skip what they do not show and the one who
    did it can ignore the echo. `caret` is where undo and redo put the caret; None where that is up to the editor.
    """

    before: Report
    after: Report
    changes: Changes
    origin: object | None
    revision: int
    label: str
    caret: Place | None = None
