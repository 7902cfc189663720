"""What can be done with notes, as edits: add, answer, resolve, send with drafts or keep private, delete."""

from collections.abc import Callable
from datetime import datetime

from clerkwell.model import Note, Place, Reply, Report, SetNotes
from clerkwell.model.pins import stands, words_at
from clerkwell.session.days import by_and_on


def adding(report: Report, note: Note) -> SetNotes:
    """With this note, which gets an id that no other note has."""
    return SetNotes(notes=(*report.notes, note.model_copy(update={"id": fresh_id(report)})))


def fresh_id(report: Report) -> str:
    """An id that no note has."""
    taken = {note.id for note in report.notes}
    number = len(taken) + 1
    while f"note-{number}" in taken:
        number += 1
    return f"note-{number}"


def answering(report: Report, note_id: str, text: str, by: str, when: datetime) -> SetNotes:
    """With one more reply under a note. A note that was resolved is open again: there is something to read in it."""
    reply = Reply(text=text.strip(), by=by, when=when)
    return _changed(
        report, note_id, lambda note: note.model_copy(update={"replies": (*note.replies, reply), "resolved": False})
    )


def resolving(report: Report, note_id: str, resolved: bool) -> SetNotes:
    """With a note resolved, or open again."""
    return _changed(report, note_id, lambda note: note.model_copy(update={"resolved": resolved}))


def sharing(report: Report, note_id: str, shared: bool) -> SetNotes:
    """With a note that goes out with drafts, or is kept private."""
    return _changed(report, note_id, lambda note: note.model_copy(update={"shared": shared}))


def deleting(report: Report, note_id: str) -> SetNotes:
    """Without a note."""
    return SetNotes(notes=tuple(note for note in report.notes if note.id != note_id))


def note_on(place: Place, quote: str, text: str, by: str, when: datetime, *, shared: bool) -> Note:
    """A new note on words of the report; `adding` gives it its id."""
    return Note(id="", place=place, quote=quote, text=text.strip(), by=by, when=when, shared=shared)


def quoted(report: Report, place: Place) -> str:
    """The words at a place that a note is pinned to: a stretch of a block, or an answer; "" for a whole part."""
    return report.field(place.field, place.row).text if place.field else words_at(report, place)


def standing(report: Report, note: Note) -> Place | None:
    """Where a note's words stand now; where they are gone, what is left of where they stood; None if nothing is."""
    part = Place(field=note.place.field, section=note.place.section, appendix=note.place.appendix)
    return stands(report, note.place, note.quote) or stands(report, part)


def spoken(note: Note) -> str:
    """A note in a sentence, as a screen reader says it where the caret comes upon its words."""
    answers = f" {replies(note)}." if note.replies else ""
    resolved = ", resolved" if note.resolved else ""
    return f"Note{by_and_on(note.by, note.when)}{resolved}: {' '.join(note.text.split())}{answers}"


def replies(note: Note) -> str:
    """How many replies it has, in words; nothing for none."""
    count = len(note.replies)
    return "" if not count else "1 reply" if count == 1 else f"{count} replies"


def _changed(report: Report, note_id: str, change: Callable[[Note], Note]) -> SetNotes:
    return SetNotes(notes=tuple(change(note) if note.id == note_id else note for note in report.notes))
