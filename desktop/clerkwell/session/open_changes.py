"""Changes that nobody has decided, as a report keeps them: in words, so that nobody has to read the document again."""

from collections.abc import Iterable

from clerkwell.model import OpenChange
from clerkwell.session.results import ReviewItem


def open_changes(items: Iterable[ReviewItem]) -> tuple[OpenChange, ...]:
    """What is left to decide, in the order it was listed."""
    return tuple(
        OpenChange(id=item.id, kind=item.kind, before=item.before, after=item.after, by=item.author, when=item.when)
        for item in items
    )
