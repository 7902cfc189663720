"""A report of the list whose file is not where it was."""

from pathlib import Path

from clerkwell.ui.kit import Choice, Question


def lost(path: Path) -> Question:
    """What is to become of it."""
    return Question(
        "The file is not there",
        f"“{path.name}” is not in {path.parent} any more: it was moved, renamed or deleted, or its drive is away.",
        (Choice("look", "&Look for it…"), Choice("remove", "&Remove it from the list"), Choice("no", "Cancel")),
        "no",
        "Its words may also be in a version, a draft or an export that you sent to somebody.",
    )
