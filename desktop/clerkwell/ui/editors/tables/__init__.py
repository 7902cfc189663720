"""The table editor: a dialog over one table of a section."""

from clerkwell.ui.editors.tables.cells import blank_table
from clerkwell.ui.editors.tables.dialog import TableDialog, edit_table, too_wide

__all__ = ["TableDialog", "blank_table", "edit_table", "too_wide"]
