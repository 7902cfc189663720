"""Tables in a section: a card in the text is opened in the table editor, and a new one is put in after the caret."""

from PySide6.QtWidgets import QWidget

from clerkwell.model import SetBlocks, Table
from clerkwell.session import Session
from clerkwell.ui.editors.richtext.view import SectionEditor
from clerkwell.ui.editors.tables import blank_table, edit_table
from clerkwell.ui.editors.within import opens, with_changed

# What a new table is called in menus, and its keys.
TABLE = ("&Table…", "Ctrl+Alt+T")


def open_table(session: Session, section_id: str, block_id: str, parent: QWidget) -> None:
    """Edit the table of this id, if it is one; the change is one step of undo."""
    table = next((each for each in opens(session.report.blocks(section_id), block_id) if each.id == block_id), None)
    if not isinstance(table, Table) or session.read_only:
        return
    edited = edit_table(parent, table)
    if edited is not None and edited != table:
        # Asked for again: the report may have gone on while the dialog was open.
        after = with_changed(session.report.blocks(section_id), block_id, edited)
        session.apply(SetBlocks(section=section_id, blocks=after), "Table", origin=parent)


def insert_table(editor: SectionEditor) -> None:
    """Ask for a table and put it in at the caret."""
    if editor.isReadOnly():
        return
    table = edit_table(editor, blank_table())
    if table is not None:
        editor.insert_piece((table,), "Table")
    editor.setFocus()
