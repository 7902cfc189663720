"""What goes with a report and is no part of its document: ours, with what they added."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from clerkwell.model import Note, Report

V = TypeVar("V")


def merged_besides(base: Report, ours: Report, theirs: Report) -> Mapping[str, Any]:
    """Notes, waivers, versions, returned documents, stale words, earlier answers and the tray: ours, and those that
    they added; and whether the answers of the header are called done."""
    lists = {
        name: _joined(getattr(base, name), getattr(ours, name), getattr(theirs, name))
        for name in ("waivers", "versions", "returns", "stale", "earlier", "tray")
    }
    done = theirs.details_done if ours.details_done == base.details_done else ours.details_done
    return {"notes": _notes(base, ours, theirs), "details_done": done, **lists}


def _joined(base: Sequence[V], ours: Sequence[V], theirs: Sequence[V]) -> tuple[V, ...]:
    held = [*ours]
    known = [*base, *ours]
    return (*held, *(each for each in theirs if each not in known))


def _notes(base: Report, ours: Report, theirs: Report) -> tuple[Note, ...]:
    """Our notes with what they said under them, and theirs."""
    was, other = {note.id: note for note in base.notes}, {note.id: note for note in theirs.notes}
    mine = {note.id for note in ours.notes}
    done = [_note(was.get(note.id), note, other.get(note.id)) for note in ours.notes]
    return (*done, *(note for note in theirs.notes if note.id not in mine and note.id not in was))


def _note(base: Note | None, ours: Note, theirs: Note | None) -> Note:
    if theirs is None or theirs in (base, ours):
        return ours
    if ours == base:
        return theirs
    replies = (*ours.replies, *(each for each in theirs.replies if each not in ours.replies))
    changed = base is not None and ours.resolved == base.resolved
    return ours.model_copy(update={"replies": replies, "resolved": theirs.resolved if changed else ours.resolved})
