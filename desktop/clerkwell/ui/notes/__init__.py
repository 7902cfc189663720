"""Notes and comments on words of the report: read, answered, resolved, sent with drafts or kept private.

`NotesPanel` is the list; `NoteDialog` asks for a new one.
"""

from clerkwell.ui.notes.asking import AskNote, NoteDialog, ask_note
from clerkwell.ui.notes.panel import NotesPanel

__all__ = ["AskNote", "NoteDialog", "NotesPanel", "ask_note"]
