"""Tables in a section: a card in the text is opened in the table editor, and a new one is put in after the caret."""

from collections.abc import Iterable

from PySide6.QtCore import QTimer

from clerkwell.model import Place, Problem, Table
from clerkwell.ui.editors.richtext.view import SectionEditor
from clerkwell.ui.editors.tables import blank_table, edit_table, too_wide
from clerkwell.ui.editors.within import change, opens

# What a new table is called in menus, and its keys.
TABLE = ("&Table…", "Ctrl+Alt+T")


def open_cell(editor: SectionEditor, place: Place, problems: Iterable[Problem]) -> None:
    """Where a problem is in a cell, open its table there: once the page is shown, as the table stands over it."""
    if len(place.path) >= 2 and any(problem.place == place for problem in problems):
        at = (place.path[0], place.path[1])
        QTimer.singleShot(0, editor, lambda: open_table(editor, place.block, at))


def open_table(editor: SectionEditor, block_id: str, at: tuple[int, int] | None = None) -> None:
    """Edit the table of this id, if it is one, with the keyboard `at` a cell; the change is one step of undo."""
    table = next((each for each in opens(editor.blocks, block_id) if each.id == block_id), None)
    if not isinstance(table, Table) or editor.isReadOnly():
        return
    edited = edit_table(editor, table, at=at)
    if edited is not None and edited != table:
        change(editor, block_id, edited, "Table")
        if any(block.id == block_id for block in editor.blocks):
            _tell(editor, edited)
    editor.setFocus()


def insert_table(editor: SectionEditor) -> None:
    """Ask for a table and put it in at the caret."""
    if editor.isReadOnly():
        return
    table = edit_table(editor, blank_table(), new=True)
    if table is not None:
        editor.insert_piece((table,), "Table")
        _tell(editor, table)
    editor.setFocus()


def _tell(editor: SectionEditor, table: Table) -> None:
    """Say that an upright page is narrow for a table."""
    said = too_wide(table)
    if said:
        editor.notice.emit(said)
