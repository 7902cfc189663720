"""Problems: what a rule has to say about a report."""

from typing import Literal

from clerkwell.model.edits import Edit
from clerkwell.model.places import Place
from clerkwell.model.values import Value

Severity = Literal["error", "warning", "info"]


class Problem(Value):
    """One finding. `message` says what happened and how to put it right; `why` names the law, rule or style.

    `place` is None for the whole report; `quote` are the words it is about; `fix` is an edit, where one is right.
    """

    rule: str
    severity: Severity
    place: Place | None = None
    quote: str = ""
    message: str
    why: str = ""
    fix: Edit | None = None
