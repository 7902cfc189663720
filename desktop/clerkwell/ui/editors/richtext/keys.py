"""What keys do: structure by our commands, shortcuts by the window's actions, words by Qt."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from clerkwell.model import Blocks, ListItem
from clerkwell.ui.editors.richtext import autoformat
from clerkwell.ui.editors.richtext.belonging import move_lines
from clerkwell.ui.editors.richtext.beside import object_beside
from clerkwell.ui.editors.richtext.binding import TYPING
from clerkwell.ui.editors.richtext.formats import Card, marks_of
from clerkwell.ui.editors.richtext.kinds import nest, outdent
from clerkwell.ui.editors.richtext.marked import come_upon, keep_from_typing, marked_card, take_out
from clerkwell.ui.editors.richtext.outcome import Command
from clerkwell.ui.editors.richtext.spots import Selection, lines_of
from clerkwell.ui.editors.richtext.standing import current_run
from clerkwell.ui.editors.richtext.structure import backspace, delete_forward, split

if TYPE_CHECKING:
    from clerkwell.ui.editors.richtext.view import SectionEditor

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_BY: Mapping[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAB = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_MOVES = frozenset(
    {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
     Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
)  # fmt: skip


class Bound(NamedTuple):
    """What a key does: the command, its label in undo, whether it joins the typing, and whether the key is used up
    where the command finds nothing to do."""

    command: Command
    label: str
    typing: bool
    uses_up: bool


def command_for(event: QKeyEvent, blocks: Blocks, selection: Selection) -> Bound | None:
    """What a key does to the structure here; None leaves it to Qt."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = event.key()
    in_list = selection_in_list(blocks, selection)
    if key in _BY and modifiers == _ALT | _SHIFT:
        # Word's own keys for it.
        return Bound(move_lines(_BY[key]), "Move up" if _BY[key] < 0 else "Move down", False, True)
    if key in _ENTER and modifiers == _NONE:
        return Bound(split, TYPING, True, True)
    if key == Qt.Key.Key_Backspace and modifiers in (_NONE, _SHIFT):
        return Bound(backspace, TYPING, True, False)
    if key == Qt.Key.Key_Delete and modifiers == _NONE:
        return Bound(delete_forward, TYPING, True, False)
    if key == Qt.Key.Key_Tab and modifiers == _NONE and in_list:
        return Bound(nest, "Move in a level", False, True)
    if key in _TAB and modifiers == _SHIFT and in_list:
        return Bound(outdent, "Move out a level", False, True)
    return None


def _is_mnemonic(event: QKeyEvent) -> bool:
    """Whether a key was meant for a button that is hidden or greyed now: Alt with a letter or figure.

    Qt's editor would write the letter, over the table that is selected, say. On a Mac that key types, and the figures
    of the keypad make characters on Windows.
    """
    if sys.platform == "darwin" or event.modifiers() not in (_ALT, _ALT | _SHIFT):
        return False
    return event.text().isascii() and event.text().isalnum()


def press(editor: SectionEditor, event: QKeyEvent) -> bool:
    """Do what a key does to the structure. False leaves it to Qt, and `pressed` is to be called after."""
    if _is_mnemonic(event):
        event.ignore()
        return True
    selection = editor.selection()
    line = lines_of(editor.blocks)[selection.caret.line]
    if event.matches(QKeySequence.StandardKey.Cut):
        editor.cut_piece()
        return True
    if event.modifiers() & _CONTROL and event.key() in _TAB:
        editor.leave(event.key() == Qt.Key.Key_Tab)
        return True
    if event.key() in _MOVES:
        editor.host.close_step()
    if event.key() in _ENTER and not selection.empty and object_beside(editor.blocks, selection) is not None:
        # As with a card: what is selected whole is opened, and never typed over by this key.
        editor.followed.emit()
        return True
    if event.key() == Qt.Key.Key_Backspace and event.modifiers() == _NONE and editor.take_back():
        return True
    bound = command_for(event, editor.blocks, selection)
    if _is_for_a_card(editor, event, selection, bound):
        return True
    if bound is not None:
        carried = marks_of(current_run(editor.currentCharFormat())) if bound.command is split else ""
        if editor.run(bound.command, bound.label, bound.typing):
            if carried:
                editor.type_next(carried)
            return True
        return bound.uses_up
    if is_typing(event) and selection.empty and isinstance(line, Card):
        # Words never stand beside a card: they begin a line of their own.
        editor.run(split, TYPING, typing=True)
    return False


def _is_for_a_card(editor: SectionEditor, event: QKeyEvent, selection: Selection, bound: Bound | None) -> bool:
    """Whether a key is for the card that is selected: it is opened, taken out, and never typed over."""
    line = lines_of(editor.blocks)[selection.caret.line]
    card = marked_card(editor.blocks, selection)
    if isinstance(line, Card) and event.key() in _ENTER and not selection.empty:
        editor.opened.emit(line.id)
    elif card is not None and is_typing(event):
        keep_from_typing(editor, card)
    elif card is not None and bound is not None and bound.command in (backspace, delete_forward):
        take_out(editor, card)
    else:
        return False
    return True


def pressed(editor: SectionEditor, event: QKeyEvent, before: int) -> None:
    """After Qt has done a key, with the caret in the line `before`: what is typed and meant otherwise becomes that, as
    a step of its own; a card that the caret has come to is marked."""
    if event.key() in _BY and event.modifiers() & ~_KEYPAD == _NONE:
        come_upon(editor, before)
        return
    for command, label in _MEANT.get(event.text(), ()):
        if editor.form(command, label):
            return


_MEANT: Mapping[str, tuple[tuple[Command, str], ...]] = {
    " ": ((autoformat.begin_list, "Begin a list"), (autoformat.dash, "Dash")),
    "'": ((autoformat.curly, "Curly quotation mark"),),
    '"': ((autoformat.curly, "Curly quotation mark"),),
}


def selection_in_list(blocks: Blocks, selection: Selection) -> bool:
    """Whether the selection begins in a list, where Tab nests; elsewhere it moves the focus."""
    lines = lines_of(blocks)
    return isinstance(lines[min(selection.start.line, len(lines) - 1)], ListItem)


def is_typing(event: QKeyEvent) -> bool:
    """Whether a key types a character."""
    # AltGr comes as both modifiers.
    modifiers = event.modifiers() & (_CONTROL | _ALT)
    return bool(event.text()) and event.text().isprintable() and modifiers in (_NONE, _CONTROL | _ALT)


def is_for_the_window(event: QKeyEvent, shortcuts: frozenset[QKeySequence]) -> bool:
    """Whether a key is an action's, though Qt's editor has a use of its own for it: undo, redo, and these."""
    if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
        return True
    key = QKeySequence(event.keyCombination())
    return key in shortcuts or key in (QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z"))


def is_for_the_text(event: QKeyEvent) -> bool:
    """Whether a key is the text's own while it is written, though the window has an action with it: Word's keys that
    move a paragraph."""
    return event.key() in _BY and event.modifiers() & ~_KEYPAD == _ALT | _SHIFT
