"""What the parts list says: of parts that are open again, that have left the list and that have come back."""

from collections.abc import Sequence

from clerkwell.session.parts import Entry


def open_again(parts: Sequence[Entry]) -> str:
    """Of parts that were called done and need attention."""
    if len(parts) == 1:
        return f"“{parts[0].title}” is open again: {parts[0].why}"
    return f"{_named(parts)} are open again: each needs attention."


def has_left(parts: Sequence[Entry]) -> str:
    """Of parts that an answer has made irrelevant; nothing for none."""
    if not parts:
        return ""
    if len(parts) == 1:
        return f"“{parts[0].title}” is not needed now and has left the list of parts. What is written in it is kept."
    return f"{_named(parts)} are not needed now and have left the list of parts. What is written in them is kept."


def came_back(parts: Sequence[Entry]) -> str:
    """Of parts that an answer has brought back; nothing for none."""
    if not parts:
        return ""
    if len(parts) == 1:
        return f"“{parts[0].title}” is back in the list of parts, with what was written in it."
    return f"{_named(parts)} are back in the list of parts, with what was written in them."


def foot(count: int, shown: bool) -> str:
    """What the button under the list says of the parts that have left it."""
    parts = "1 part is" if count == 1 else f"{count} parts are"
    return f"{parts} not needed: {'hide' if shown else 'show'}"


def done_and_open(entry: Entry) -> str:
    """Beside the box of a part that was called done and needs attention."""
    return f"You have called this done, but it is open again: {entry.why} Put it right, or set it aside with a reason."


def not_needed(entry: Entry) -> str:
    """Over the page of a part that the report does without: why."""
    return f"Not needed in this report. {entry.why}"


def _named(parts: Sequence[Entry]) -> str:
    *others, last = [f"“{each.title}”" for each in parts]
    return f"{', '.join(others)} and {last}"
