"""Differences and conflicts in a line of plain words, for where there are no colours: what came, what went."""

from collections.abc import Iterable
from typing import Final, Protocol

from clerkwell.comparing import Piece

_LONGEST: Final = 160


class Changed(Protocol):
    """What there is to say of a difference, or of an item to decide."""

    @property
    def kind(self) -> str:
        """What kind of change it is."""

    @property
    def before(self) -> str:
        """The words that go."""

    @property
    def after(self) -> str:
        """The words that come, or what differs."""

    @property
    def worded(self) -> bool:
        """Whether it is in words."""


def difference_words(change: Changed) -> str:
    """A difference as a sentence without an end: "changed: “seven” to “nine”"."""
    if not change.worded:
        return f"{change.kind}: {change.after or change.before}"
    before, after = change.before.strip(), change.after.strip()
    if before and after:
        return f"{change.kind}: “{_short(before)}” to “{_short(after)}”"
    how = change.kind
    if how == "changed":
        how = "taken out" if before else "put in"
    return f"{how}: “{_short(after or before)}”"


def pieces_words(pieces: Iterable[Piece]) -> str:
    """Words with what came in and what went out marked by brackets: "the [-seven-] [+nine+] trees"."""
    marks = {"same": "{}", "added": "[+{}+]", "removed": "[-{}-]"}
    return " ".join("".join(marks[each.kind].format(each.text) for each in pieces).split())


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
