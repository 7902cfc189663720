"""Problems: what a rule has to say about a report."""

from collections.abc import Mapping
from typing import Final, Literal

from clerkwell.model.edits import Edit
from clerkwell.model.places import Place
from clerkwell.model.values import Value

Severity = Literal["error", "warning", "info"]

# The order in which problems are told: what stops the final document first.
GRAVITY: Final[Mapping[Severity, int]] = {"error": 0, "warning": 1, "info": 2}


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
