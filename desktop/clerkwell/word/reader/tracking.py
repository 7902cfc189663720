"""Tracked changes of a document, numbered in its order (ECMA-376 part 1, 17.13.5).

What one person put in at one time is one change to Word, however many runs and paragraphs it is written in: words,
marks and rows that follow each other with one kind, author and time are one change here too.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import w
from clerkwell.word.reader.document import Change, ChangeKind

_AUTHOR, _DATE = w("author"), w("date")


@dataclass(frozen=True)
class Mark:
    """What an element of a tracked change says. `move` is the name that both halves of a move share."""

    kind: ChangeKind
    author: str
    date: str
    move: str = ""


def mark_of(element: Element, kind: ChangeKind, move: str = "") -> Mark:
    """What this element of a tracked change says."""
    return Mark(kind, element.get(_AUTHOR, ""), element.get(_DATE, ""), move)


def moment(text: str) -> datetime | None:
    """A time as Word writes it (ISO 8601); one without a zone counts as universal time, so that any two compare."""
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


class Tracked:
    """The changes met so far."""

    def __init__(self) -> None:
        self._found: list[Mark] = []
        self._words: list[list[str]] = []
        self._open: dict[Mark, int] = {}
        self._moves: dict[Mark, int] = {}

    def ids(self, marks: tuple[Mark, ...], words: str) -> tuple[str, ...]:
        """The changes that the next words (or a mark, a row: "") stand in; what goes on from before has one id."""
        if not marks:
            if self._open:
                self._open = {}
            return ()
        now: dict[Mark, int] = {}
        for mark in marks:
            number = self._open.get(mark)
            if number is None and mark.move:
                number = self._moves.get(mark)
            if number is None:
                self._found.append(mark)
                self._words.append([])
                number = len(self._found)
            if mark.move:
                self._moves[mark] = number
            if mark not in now:
                now[mark] = number
                self._words[number - 1].append(words)
        self._open = now
        return tuple(f"c{number}" for number in now.values())

    def done(self) -> tuple[Change, ...]:
        """All of them, with the halves of moves paired."""
        made = [
            Change(f"c{number}", mark.kind, mark.author, moment(mark.date), "".join(words).strip("\n"))
            for number, (mark, words) in enumerate(zip(self._found, self._words, strict=True), 1)
        ]
        halves: dict[tuple[str, str], str] = {}
        for change, mark in zip(made, self._found, strict=True):
            if mark.move:
                halves.setdefault((mark.move, mark.kind), change.id)
        other = {"move-from": "move-to", "move-to": "move-from"}
        return tuple(
            replace(change, pair=halves.get((mark.move, other[mark.kind]), "")) if mark.move else change
            for change, mark in zip(made, self._found, strict=True)
        )
