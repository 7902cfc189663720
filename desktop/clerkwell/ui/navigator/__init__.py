"""The parts list: every part of the report in the template's order, with its state in words and shape.

`PartsList` is the widget; `entries` and `part_of` work its lines out from the values alone.
"""

from clerkwell.session.parts import AUTHORS, CHECK, HEADER, TRAY, Entry, State, entries, entry_of, part_of, progress
from clerkwell.ui.navigator.list import PartsList

__all__ = [
    "AUTHORS",
    "CHECK",
    "HEADER",
    "TRAY",
    "Entry",
    "PartsList",
    "State",
    "entries",
    "entry_of",
    "part_of",
    "progress",
]
