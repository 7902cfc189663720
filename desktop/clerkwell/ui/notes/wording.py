"""What the list says about notes, worked out from the values alone."""

from collections.abc import Iterable

from clerkwell.model import Note, Place, Reply, Report
from clerkwell.packs import Pack
from clerkwell.session.days import day
from clerkwell.session.noting import replies, spoken, standing
from clerkwell.session.whereabouts import Whereabouts
from clerkwell.ui.kit.choices import Item

RESOLVED = "Resolved"
# Of a note whose part is no longer in the report.
GONE = "No longer in the report"
# Of a note's words, and of those it stands on, so many letters are in the list; all are in the pane below it.
_SHORT = 110
_QUOTE = 48


def in_order(report: Report, pack: Pack) -> tuple[Note, ...]:
    """The notes as one reads them: those that are open in the report's order, then the resolved ones."""
    where = Whereabouts(report, pack)
    return tuple(
        sorted(report.notes, key=lambda note: (note.resolved, where.order(standing(report, note) or note.place)))
    )


def items(report: Report, pack: Pack) -> tuple[Item, ...]:
    """The notes as lines of a list, by the part that they are in."""
    where = Whereabouts(report, pack)
    return tuple(_item(note, standing(report, note), where) for note in in_order(report, pack))


def summary(notes: Iterable[Note]) -> str:
    """How many there are, in a sentence."""
    every = tuple(notes)
    if not every:
        return "No notes. Select words and choose “Note on these words” to add one."
    left = [note for note in every if not note.resolved]
    told = "No note is open" if not left else "1 note is open" if len(left) == 1 else f"{len(left)} notes are open"
    done = len(every) - len(left)
    sent = sum(note.shared for note in left)
    more = [f"{done} resolved"] if done else []
    more += [f"{sent} {'goes' if sent == 1 else 'go'} out with drafts"] if sent else []
    return f"{told}; {', '.join(more)}." if more else f"{told}."


def said_by(who: Note | Reply) -> str:
    """Who said it and when: "J. Smith, 3 November 2026"."""
    return ", ".join(filter(None, (who.by, day(who.when)))) or "No name"


def is_cut(note: Note) -> bool:
    """Whether the list has not all of a note's words."""
    return len(" ".join(note.text.split())) > _SHORT or "\n" in note.text


def thread(note: Note) -> str:
    """All of a note as one reads it: its words, then each reply under it."""
    told = [f"{said_by(note)}\n{note.text}"]
    told += [f"{said_by(reply)}\n{reply.text}" for reply in note.replies]
    return "\n\n".join(told)


def _item(note: Note, stands: Place | None, where: Whereabouts) -> Item:
    quote = f"“{_cut(note.quote, _QUOTE)}”" if note.quote.strip() else ""
    state = "goes out with drafts" if note.shared else "private"
    place = where.words(stands) if stands else GONE
    detail = " · ".join(filter(None, (said_by(note), quote, replies(note), state)))
    part = RESOLVED if note.resolved else place.partition(",")[0]
    read = f"{spoken(note)} On {quote or 'the whole part'}, {place}. {state.capitalize()}."
    return Item(note.id, _cut(note.text, _SHORT), detail, part, "state-done" if note.resolved else "note", read)


def _cut(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rstrip()}…"
