"""Changes that nobody has decided, as a report keeps them: in words, so that nobody has to read the document again."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from clerkwell.model import OpenChange, TrayItem
from clerkwell.session.coming_home.results import ReviewItem


def open_changes(items: Iterable[ReviewItem]) -> tuple[OpenChange, ...]:
    """What is left to decide, in the order it was listed."""
    return tuple(
        OpenChange(id=item.id, kind=item.kind, before=item.before, after=item.after, by=item.author, when=item.when)
        for item in items
    )


def tray_now(ours: Sequence[TrayItem], before: Sequence[TrayItem], after: Sequence[TrayItem]) -> tuple[TrayItem, ...]:
    """The tray of a report where the document's was `before` and is `after`: what changed stands where it stood.

    What somebody has taken out of it since comes back only where its words are others now.
    """
    gone = [each for each in before if each not in after]
    new = [each for each in after if each not in before]
    done = list(ours)
    for old, now in zip_longest(gone, new):
        at = done.index(old) if old in done else len(done)
        done[at : at + 1] = [now] if now is not None else []
    return tuple(done)
