"""What the review is given, what it hands back, and what it has to ask."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from clerkwell.comparing.results import Choice
from clerkwell.model import Note
from clerkwell.session.coming_home.results import Outcome, ReviewItem
from clerkwell.ui.kit import Choice as Answer
from clerkwell.ui.kit import Question


@dataclass(frozen=True)
class Decided:
    """What was decided: the ids of the changes accepted and of those left for later, and what stays of conflicts."""

    accepted: tuple[str, ...]
    open: tuple[str, ...]
    choices: Mapping[str, Choice]


class Came(Protocol):
    """A document that came back, as far as the review needs it."""

    @property
    def name(self) -> str:
        """The file's name."""

    @property
    def items(self) -> tuple[ReviewItem, ...]:
        """What there is to decide."""

    @property
    def notes(self) -> Sequence[Note]:
        """The comments that come in with the first decision."""

    @property
    def said(self) -> tuple[str, ...]:
        """What there is to know about it."""


# Works out what the report becomes by these decisions, perhaps elsewhere, and hands it on.
Find = Callable[[Decided, Callable[[Outcome], None]], None]


def about_conflicts(count: int) -> Question:
    """What to do about conflicts that nothing was chosen for."""
    them = "A conflict is" if count == 1 else f"{count} conflicts are"
    return Question(
        "Conflicts to choose",
        f"{them} not chosen yet.",
        (Answer("look", "&Look at them"), Answer("ours", "&Keep what the report has"), Answer("no", "Cancel")),
        "no",
        "Where you keep what the report has, the document’s words for the same place are left out.",
    )
