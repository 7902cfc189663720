"""The menu of a right click or the menu key: what is wrong with these words and how to mend it, then the clipboard."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from clerkwell.model import Problem
from clerkwell.ui.editors.richtext.marks import sentence
from clerkwell.ui.editors.richtext.view import SectionEditor
from clerkwell.ui.kit.remedies import head_menu


def context_menu(
    editor: SectionEditor,
    actions: Mapping[str, QAction],
    offer: Callable[[QMenu, Problem], object],
    note: Callable[[], object],
    here: Callable[[QMenu], object] = lambda _: None,
) -> QMenu:
    """The menu for where the caret is.

    `offer` puts in what can be done about a problem, `note` asks for a note on the words, and `here` puts in what can
    be done with a reference or a footnote that the caret is at.
    """
    menu = QMenu(editor)
    menu.setAccessibleName("What can be done here")
    writable = not editor.isReadOnly()
    for problem in editor.problems_at(editor.selection().caret):
        head_menu(menu, sentence(problem))
        offer(menu, problem)
        menu.addSeparator()
    here(menu)
    chosen = not editor.selection().empty
    for text, run, usable in (
        ("Cu&t", editor.cut_piece, chosen and writable),
        ("&Copy", editor.copy, chosen),
        ("&Paste", editor.paste, writable and editor.canPaste()),
    ):
        _add(menu, text, run, usable)
    menu.addAction(actions["paste-plain"])
    menu.addSeparator()
    for name in ("link", "reference", "footnote", "bold", "italic"):
        menu.addAction(actions[name])
    menu.addSeparator()
    _add(menu, "&Note on these words…", note, writable)
    menu.addAction(actions["private"])
    menu.addAction(actions["move-to"])
    menu.addSeparator()
    _add(menu, "Select &all", editor.selectAll, True)
    return menu


def _add(menu: QMenu, text: str, run: Callable[[], object], usable: bool) -> None:
    action = menu.addAction(text)
    action.triggered.connect(lambda _=False: run())
    action.setEnabled(usable)
