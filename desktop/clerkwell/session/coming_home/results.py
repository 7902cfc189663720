"""What a review of a returned document hands back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from clerkwell.comparing import Conflict, Difference, Piece
from clerkwell.model import Note, Place, Report, Return

ItemKind = Literal["added", "removed", "changed", "moved", "formatting"]


@dataclass(frozen=True)
class ReviewItem:
    """One thing to decide in a document that came back: a tracked change, or a difference that nobody tracked.

    Tracked changes that one person made side by side ("seven" out, "nine" in) are one item; `changes` are their ids in
    the document. `pieces` are the words round it and in it, for showing; `before` and `after` those that differ.
    `part` is the title of the part it is in, `place` where that is in the report as it is now. An item that is not in
    words (bold, the order of sections) says itself in `after` with `worded` False. `author` is "" and `when` None where
    nobody tracked it.
    """

    id: str
    part: str
    place: Place
    kind: ItemKind
    pieces: tuple[Piece, ...] = ()
    before: str = ""
    after: str = ""
    worded: bool = True
    author: str = ""
    when: datetime | None = None
    tracked: bool = False
    changes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What a report becomes by a decision. Nothing of it has happened yet: `deciding.bring_in` makes it so.

    `taken` is what comes in, in words. While `conflicts` are left, the report has our words for each. `notes` are the
    comments that come in, and notes that were answered; `open_items` what is left for later, and `returned` what the
    report then keeps of it (None when everything is decided). `attachments` are the files that come in, by the names
    that the report has for them. `said` are sentences on what is not for publication: what was marked so, and words
    of it that cannot be.
    """

    report: Report
    taken: tuple[Difference, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    open_items: tuple[ReviewItem, ...] = ()
    notes: tuple[Note, ...] = ()
    returned: Return | None = None
    attachments: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    said: tuple[str, ...] = ()
