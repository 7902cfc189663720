"""The comments of a document that came back, as notes of the report that it is taken into."""

from collections.abc import Sequence

from clerkwell.intake.comments.noted import merged_notes
from clerkwell.intake.comments.pinning import pinned_notes
from clerkwell.model import Note, Report
from clerkwell.model.pins import stands
from clerkwell.session.coming_home.incoming import Incoming, Read


def notes_after(document: Incoming, read: Read, report: Report, result: Report) -> tuple[Note, ...]:
    """The notes that `report` has once the comments of a document have come in; `result` is what it becomes.

    What went out as a comment is brought up to date, what is new is added, and what was taken out there is resolved.
    """
    came = pinned_notes(read.document, read.report)
    if not came:
        # Whoever takes all comments out, or whose program drops them, says nothing about any of them.
        return report.notes
    notes = merged_notes(report.notes, came, sent=_sent(document, report, came))
    known = {note.id for note in report.notes}
    return tuple(note if note.id in known else _pinned(note, result) for note in notes)


def _sent(document: Incoming, report: Report, came: Sequence[Note]) -> tuple[Note, ...] | None:
    """The notes that went out in the document; None where that is not known."""
    if document.mark is None or not document.base_found:
        return None
    sent = [note for note in document.base.notes if note.shared]
    if document.sections:
        sent = [note for note in sent if note.place.section in document.sections]
    # The version is of the same words, but a draft of them may have been made again with later notes.
    known = {note.id for note in document.base.notes}
    said = {(note.text, note.by) for note in came}
    later = [note for note in report.notes if note.shared and note.id not in known and (note.text, note.by) in said]
    return (*sent, *later)


def _pinned(note: Note, result: Report) -> Note:
    """The note where its words stand in the report, as far as they do; they may have been rejected."""
    place = stands(result, note.place, note.quote)
    return note if place is None else note.model_copy(update={"place": place})
