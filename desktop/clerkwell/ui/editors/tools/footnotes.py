"""Footnotes that are there: their words changed, taken out, listed."""

from PySide6.QtWidgets import QWidget

from clerkwell.model import Footnote, Place, plain
from clerkwell.session.footnotes import Footnoted, footnotes, retyped
from clerkwell.ui.editors.richtext.beside import Beside, object_beside
from clerkwell.ui.editors.richtext.wording import put_runs
from clerkwell.ui.editors.tools.context import Tools
from clerkwell.ui.kit.choices import Item
from clerkwell.ui.kit.search_list import SearchDialog

CHANGE, DELETE = "Change the footnote", "Delete the footnote"


def footnote_here(tools: Tools) -> Beside | None:
    """The footnote mark at the caret."""
    found = object_beside(tools.editor.blocks, tools.editor.selection())
    return found if found is not None and isinstance(found.run, Footnote) else None


def change_footnote(tools: Tools, found: Beside) -> None:
    """Ask for other words of a footnote."""
    editor, note = tools.editor, found.run
    if editor.isReadOnly() or not isinstance(note, Footnote):
        return

    def done(answers: tuple[str, ...]) -> str:
        if not answers[0]:
            return "Type what the footnote says, or delete it."
        if object_beside(editor.blocks, found.selection) != found:
            return "The footnote has been changed meanwhile. Cancel, and look again."
        if answers[0] != plain(note.runs):
            editor.select(found.selection)
            editor.run(put_runs((retyped(note, answers[0]),)), CHANGE)
        return ""

    tools.bar.ask(
        ("Footnote",), (plain(note.runs),), "Change it", done, ("&Delete", lambda: delete_footnote(tools, found))
    )


def delete_footnote(tools: Tools, found: Beside) -> None:
    """Take a footnote out, its mark and its words."""
    if object_beside(tools.editor.blocks, found.selection) == found:
        tools.editor.select(found.selection)
        tools.editor.run(put_runs(()), DELETE)
        tools.editor.notice.emit("The footnote is gone, and those after it are numbered anew. Undo brings it back.")


class FootnotesDialog(SearchDialog):
    """The footnotes of the whole report."""

    def __init__(self, found: tuple[Footnoted, ...], parent: QWidget | None = None) -> None:
        super().__init__(
            "Footnotes",
            "&Go to it",
            [Item(str(each.number), f"Footnote {each.number}", each.words, each.part) for each in found],
            "This report has no footnotes.",
            parent,
        )
        self._found = {str(each.number): each.place for each in found}
        self.line.setPlaceholderText("A number, or words of the footnote")
        self.fit_to(84, 26)

    @property
    def place(self) -> Place | None:
        """The place of the one that was chosen."""
        return self._found.get(self.picked)


def ask_footnotes(found: tuple[Footnoted, ...], parent: QWidget) -> Place | None:
    """Put the list and wait."""
    dialog = FootnotesDialog(found, parent)
    dialog.exec()
    place = dialog.place
    dialog.deleteLater()
    return place


def list_footnotes(tools: Tools) -> None:
    """Show the footnotes of the report, and go to the one that is chosen."""
    session = tools.bridge.session
    place = ask_footnotes(footnotes(session.report, session.pack), tools.page)
    if place is not None:
        tools.go_to(place)
    else:
        tools.editor.setFocus()
