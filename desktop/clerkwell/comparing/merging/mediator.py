"""Where both changed the same thing otherwise: what was chosen, or that it has still to be chosen."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from clerkwell.comparing.merging.words import Threefold
from clerkwell.comparing.naming import Naming
from clerkwell.comparing.results import Choice, Conflict, Piece
from clerkwell.comparing.telling import pieces, said
from clerkwell.comparing.wording import Reworded, text_worded
from clerkwell.model import Place, Runs, Text, canonical, plain

V = TypeVar("V")


class Mediator:
    """Notes what has still to be chosen; until then ours holds."""

    def __init__(self, base: Naming, ours: Naming, theirs: Naming, choices: Mapping[str, Choice]) -> None:
        self.base = base
        self.ours = ours
        self.theirs = theirs
        self.conflicts: list[Conflict] = []
        self._choices = choices

    def choose(
        self, name: str, place: Place, base: str, ours: tuple[Piece, ...], theirs: tuple[Piece, ...], part: str = ""
    ) -> Choice:
        """What was chosen for a conflict, or ours."""
        choice = self._choices.get(name)
        if choice is None:
            title = part or self.ours.part(place) or self.theirs.part(place) or self.base.part(place)
            self.conflicts.append(Conflict(name, title, place, base, ours, theirs))
        return choice or "ours"

    def pick(
        self, base: V, ours: V, theirs: V, name: str, place: Place, shown: Callable[[V, Naming], str], part: str = ""
    ) -> tuple[V, Choice]:
        """One of three values that can be taken only whole, and the choice: "both" is for the caller to make of it."""
        if theirs in (base, ours):
            return ours, "ours"
        if ours == base:
            return theirs, "theirs"
        was = shown(base, self.base)
        mine, other = shown(ours, self.ours), shown(theirs, self.theirs)
        choice = self.choose(name, place, was, told(was, mine), told(was, other), part)
        return (theirs if choice == "theirs" else ours), choice

    def runs(self, base: Runs, ours: Runs, theirs: Runs, name: str, place: Place) -> Runs:
        """Words that both may have changed; only where both changed the same words otherwise is there a conflict."""
        if theirs in (base, ours):
            return ours
        if ours == base:
            return theirs
        three = Threefold(base, ours, theirs)
        choice: Choice = "ours"
        if three.clashes:
            choice = self.choose(
                name,
                place,
                said(base, self.base),
                pieces(three.mine, self.base, self.ours),
                pieces(three.other, self.base, self.theirs),
            )
        return three.composed(choice)

    def text(self, base: str, ours: str, theirs: str, name: str, place: Place, part: str = "") -> str:
        """A text that stands alone: a heading, a caption, a title."""
        if theirs in (base, ours):
            return ours
        if ours == base:
            return theirs
        three = Threefold(*(canonical((Text(text=each),)) for each in (base, ours, theirs)))
        choice: Choice = "ours"
        if three.clashes:
            choice = self.choose(
                name,
                place,
                base,
                pieces(three.mine, self.base, self.ours),
                pieces(three.other, self.base, self.theirs),
                part,
            )
        return plain(three.composed(choice))

    def removed(self, name: str, place: Place, by: Choice, before: str, after: str, part: str = "") -> bool:
        """Whether what one removed and the other changed is kept."""
        gone = (Piece(before, "removed"),) if before else ()
        changed = told(before, after)
        mine, other = (gone, changed) if by == "ours" else (changed, gone)
        choice = self.choose(name, place, before, mine, other, part)
        return choice == "both" or choice != by


def told(before: str, after: str) -> tuple[Piece, ...]:
    """A change in words, whole."""
    texts = Reworded(text_worded(before), text_worded(after))
    done: list[Piece] = []
    at = 0
    for low, high, start, end in texts.regions:
        done += [
            Piece(plain(texts.before.cut(at, low))),
            Piece(plain(texts.before.cut(low, high)), "removed"),
            Piece(plain(texts.after.cut(start, end)), "added"),
        ]
        at = high
    done.append(Piece(plain(texts.before.cut(at, len(texts.before.keys)))))
    return tuple(each for each in done if each.text)
