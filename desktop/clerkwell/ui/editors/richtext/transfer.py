"""Pasting and dropping into a section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent

from clerkwell.model import Blocks
from clerkwell.ui.editors.richtext import wording
from clerkwell.ui.editors.richtext.carrying import brought, picture_files, picture_itself
from clerkwell.ui.editors.richtext.clipboard import from_mime
from clerkwell.ui.editors.richtext.marked import marked_card
from clerkwell.ui.editors.richtext.spots import Selection, to_spot

if TYPE_CHECKING:
    from clerkwell.ui.editors.richtext.view import SectionEditor


def put(editor: SectionEditor, piece: Blocks, label: str) -> None:
    """Put blocks in place of the selection, as one step; behind a table or a picture that is selected whole."""
    selection = editor.selection()
    if marked_card(editor.blocks, selection) is not None:
        editor.select(Selection.at(selection.end.line, 1))
    editor.run(lambda blocks, selection: wording.splice(blocks, selection, piece), label)


def paste(editor: SectionEditor, mime: QMimeData) -> None:
    """Put in what the clipboard holds, and say what of it was left out."""
    files = picture_files(mime)
    if editor.pictures is not None and files:
        editor.pictures.came(files)
        return
    pasted = from_mime(mime, editor.host.free, numbered=editor.host.numbers_paragraphs)
    if pasted.refused:
        editor.notice.emit(pasted.refused)
        return
    image = None if pasted.blocks else picture_itself(mime)
    if editor.pictures is not None and image is not None:
        editor.pictures.came(image)
        return
    piece, lost = brought(mime, pasted.blocks, editor.pictures)
    if piece:
        put(editor, piece, "Paste")
    left_out = (*pasted.left_out, *(("pictures of another report",) if lost else ()))
    if left_out:
        done = "Pasted" if piece else "There were no words to paste"
        editor.notice.emit(f"{done}. Left out: {', '.join(left_out)}.")


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
