"""What a comparison and a merge hand back."""

from dataclasses import dataclass
from typing import Literal

from clerkwell.model import Place, Report

Choice = Literal["ours", "theirs", "both"]


@dataclass(frozen=True)
class Piece:
    """Words that both have, or that only the later or only the earlier one has."""

    text: str
    kind: Literal["same", "added", "removed"] = "same"


@dataclass(frozen=True)
class Difference:
    """One difference between two reports, in words. `part` is the title of the part it is in.

    `id` is the same each time the same two reports are compared. `place` is where it is in the later report, or where
    it was. `pieces` are the words round it and in it, for showing; `before` and `after` the words that differ. A
    difference that is not in words ("bold", "the order of sections") says itself in `after` with `worded` False.
    """

    id: str
    part: str
    place: Place
    kind: Literal["added", "removed", "changed", "moved"]
    pieces: tuple[Piece, ...] = ()
    before: str = ""
    after: str = ""
    worded: bool = True


@dataclass(frozen=True)
class Conflict:
    """Where both changed the same thing otherwise: what was there, and what each has now, against that."""

    id: str
    part: str
    place: Place
    base: str
    ours: tuple[Piece, ...]
    theirs: tuple[Piece, ...]


@dataclass(frozen=True)
class Merged:
    """A merge: the report with all that does not conflict, what came from them, and what has still to be chosen.

    Until it is chosen, a conflict has our words.
    """

    report: Report
    taken: tuple[Difference, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
