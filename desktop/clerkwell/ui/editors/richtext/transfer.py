"""Pasting and dropping into a section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent

from clerkwell.model import Blocks
from clerkwell.ui.editors.richtext import wording
from clerkwell.ui.editors.richtext.clipboard import from_mime
from clerkwell.ui.editors.richtext.spots import Selection, to_spot

if TYPE_CHECKING:
    from clerkwell.ui.editors.richtext.view import SectionEditor


def put(editor: SectionEditor, piece: Blocks, label: str) -> None:
    """Put blocks in place of the selection, as one step."""
    editor.run(lambda blocks, selection: wording.splice(blocks, selection, piece), label)


def paste(editor: SectionEditor, mime: QMimeData) -> None:
    """Put in what the clipboard holds, and say what of it was left out."""
    pasted = from_mime(mime, editor.host.free, numbered=editor.host.numbers_paragraphs)
    if pasted.refused:
        editor.notice.emit(pasted.refused)
        return
    if pasted.blocks:
        put(editor, pasted.blocks, "Paste")
    if pasted.left_out:
        done = "Pasted" if pasted.blocks else "There were no words to paste"
        editor.notice.emit(f"{done}. Left out: {', '.join(pasted.left_out)}.")


def drop(editor: SectionEditor, event: QDropEvent) -> None:
    """What is dragged within the section moves; what comes from elsewhere is pasted where it is dropped."""
    spot = to_spot(editor.document(), editor.cursorForPosition(event.position().toPoint()).position())
    within = event.source() in (editor, editor.viewport())
    if within and event.dropAction() == Qt.DropAction.MoveAction:
        editor.run(lambda blocks, selection: wording.move_piece(blocks, selection, spot), "Move")
    elif editor.canInsertFromMimeData(event.mimeData()):
        mime = event.mimeData()
        editor.select(Selection(spot, spot))
        paste(editor, mime)
    event.acceptProposedAction()
