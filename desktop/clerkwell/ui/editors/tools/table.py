"""The tools of a section's page as data, and what the menu of the words at the caret offers of them."""

from PySide6.QtWidgets import QMenu

from clerkwell.model import Landscape
from clerkwell.ui.editors.richtext.actions import EditorAction
from clerkwell.ui.editors.richtext.belonging import move_lines
from clerkwell.ui.editors.richtext.formats import Card
from clerkwell.ui.editors.richtext.marked import marked_card, name_of, take_out
from clerkwell.ui.editors.tools.context import Tools
from clerkwell.ui.editors.tools.footnotes import change_footnote, delete_footnote, footnote_here, list_footnotes
from clerkwell.ui.editors.tools.moving import move_to_section
from clerkwell.ui.editors.tools.references import (
    go_to_target,
    insert_reference,
    make_live,
    reference_here,
    target_named,
    typed_here,
)
from clerkwell.ui.editors.tools.symbols import insert_symbol
from clerkwell.ui.editors.tools.wordings import go_to_gap, insert_wording, save_wording

# What each is called in menus, and its keys.
REFERENCE = ("&Reference to another part…", "Ctrl+Shift+R")
FOOTNOTES = ("List of f&ootnotes…", "Ctrl+Shift+F")
HERE = ("Open or go to what is at the &caret", "Ctrl+Shift+Return")
SYMBOL = ("Special c&haracter…", "Ctrl+Alt+Y")
WORDING = ("Standard &wording…", "Ctrl+Shift+W")
KEEP = ("&Keep as a wording of mine…", "Ctrl+Alt+W")
GAP = ("Next &gap to fill", "Ctrl+J")
MOVE = ("Move the paragraph to &another section…", "Ctrl+Alt+J")
SHOWN = (REFERENCE, FOOTNOTES, HERE, SYMBOL, WORDING, KEEP, GAP, MOVE)


def section_tools(tools: Tools) -> tuple[EditorAction, ...]:
    """The actions of these tools."""
    return (
        EditorAction("reference", *REFERENCE, lambda _: insert_reference(tools)),
        EditorAction("footnotes", *FOOTNOTES, lambda _: list_footnotes(tools)),
        EditorAction("symbol", *SYMBOL, lambda _: insert_symbol(tools)),
        EditorAction("wording", *WORDING, lambda _: insert_wording(tools, tools.spec())),
        EditorAction("keep-wording", *KEEP, lambda _: save_wording(tools)),
        EditorAction("gap", *GAP, lambda _: go_to_gap(tools)),
        EditorAction("move-to", *MOVE, lambda _: move_to_section(tools)),
        EditorAction("here", *HERE, lambda _: open_here(tools), hint="A reference, a footnote, a table"),
    )


def open_here(tools: Tools) -> None:
    """Go to what the reference at the caret points at, change the footnote there, or open the table."""
    reference, note = reference_here(tools), footnote_here(tools)
    card = tools.editor.card_here()
    if reference is not None:
        go_to_target(tools, reference)
    elif note is not None:
        change_footnote(tools, note)
    elif card:
        tools.editor.opened.emit(card)
    else:
        tools.editor.notice.emit("There is no reference, footnote or table at the caret.")


def offer_here(menu: QMenu, tools: Tools) -> None:
    """Put into a menu what can be done with what is at the caret, and a line under it."""
    before = len(menu.actions())
    reference, note = reference_here(tools), footnote_here(tools)
    writable = not tools.editor.isReadOnly()
    if reference is not None:
        to = target_named(tools, reference)
        menu.addAction(_text(f"Go to {to}")).triggered.connect(lambda: go_to_target(tools, reference))
    if note is not None and writable:
        menu.addAction("Chan&ge the footnote…").triggered.connect(lambda: change_footnote(tools, note))
        menu.addAction("&Delete the footnote").triggered.connect(lambda: delete_footnote(tools, note))
    card = marked_card(tools.editor.blocks, tools.editor.selection())
    if card is not None and writable:
        _offer_card(menu, tools, card)
    typed = typed_here(tools) if reference is None and tools.editor.selection().empty else None
    if typed is not None:
        text = f"Make “{typed.said}” a live reference"
        menu.addAction(_text(text)).triggered.connect(lambda: make_live(tools, typed))
    if len(menu.actions()) > before:
        menu.addSeparator()


def _offer_card(menu: QMenu, tools: Tools, card: Card) -> None:
    """What can be done with a table or a picture as a whole."""
    editor, name = tools.editor, name_of(card)
    opening = "&Open what is on it…" if isinstance(card, Landscape) else f"&Edit {name}…"
    menu.addAction(opening).triggered.connect(lambda: editor.opened.emit(card.id))
    menu.addAction(f"&Remove {name}").triggered.connect(lambda: take_out(editor, card))
    for text, by in (("Move &up", -1), ("Move &down", 1)):
        move = menu.addAction(text)
        move.setEnabled(move_lines(by)(editor.blocks, editor.selection()) is not None)
        move.triggered.connect(lambda _=False, by=by, text=text: editor.run(move_lines(by), text.replace("&", "")))


def _text(text: str) -> str:
    return text.replace("&", "&&")
