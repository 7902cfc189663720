"""Ids of notes where two people wrote some meanwhile."""

from collections.abc import Sequence

from clerkwell.model import Note, Report


def with_free_ids(notes: Sequence[Note], base: Report, report: Report) -> tuple[Note, ...]:
    """Notes that came with a document made of `base`, none under the id of another note that `report` has since."""
    known = {note.id for note in base.notes}
    held = {note.id: note for note in report.notes}
    taken = {*known, *held, *(note.id for note in notes)}
    done: list[Note] = []
    for note in notes:
        here = held.get(note.id)
        if here is not None and note.id not in known and (here.text, here.by) != (note.text, note.by):
            number = 1
            while f"n{number}" in taken:
                number += 1
            note = note.model_copy(update={"id": f"n{number}"})
            taken.add(note.id)
        done.append(note)
    return tuple(done)
