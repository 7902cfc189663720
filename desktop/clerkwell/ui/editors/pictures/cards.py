"""Pictures in a section: put in from files, the clipboard or by dropping, and opened again from their cards."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from clerkwell.model import Image
from clerkwell.session import Session
from clerkwell.session.pictures import keep_picture
from clerkwell.ui.editors.pictures.dialog import ask_about
from clerkwell.ui.editors.pictures.preparing import NotAPictureError, Prepared, prepare_file, prepare_image
from clerkwell.ui.editors.richtext.carrying import ENDINGS
from clerkwell.ui.editors.richtext.view import SectionEditor
from clerkwell.ui.editors.within import change, opens
from clerkwell.ui.kit.last_folder import LastFolder, ask_to_read

# What a new picture is called in menus, and its keys.
PICTURE = ("P&icture…", "Ctrl+Shift+I")
_FILES = f"Pictures ({' '.join(f'*.{each}' for each in ENDINGS)});;All files (*)"


def choose_files(parent: QWidget, last: LastFolder | None = None) -> list[Path]:
    """Ask for pictures, where a file was chosen `last`; none when the user would rather not."""
    return ask_to_read(parent, "Choose a picture", _FILES, last, several=True)


def choose_one(parent: QWidget, say: Callable[[str], object], last: LastFolder | None = None) -> Prepared | None:
    """Ask for one picture to put in the place of another; what is none is said."""
    chosen = ask_to_read(parent, "Choose another picture", _FILES, last)
    try:
        return prepare_file(chosen[0]) if chosen else None
    except NotAPictureError as error:
        say(str(error))
        return None


def insert_pictures(editor: SectionEditor, session: Session, paths: Iterable[Path]) -> None:
    """Ask about each of these files and put it in at the caret."""
    for path in paths:
        try:
            prepared = prepare_file(path)
        except NotAPictureError as error:
            editor.notice.emit(str(error))
            continue
        if not _insert(editor, session, prepared):
            break
    editor.setFocus()


def insert_copied(editor: SectionEditor, session: Session, image: QImage) -> None:
    """Ask about a picture from the clipboard and put it in at the caret."""
    try:
        _insert(editor, session, prepare_image(image))
    except NotAPictureError as error:
        editor.notice.emit(str(error))
    editor.setFocus()


def open_picture(editor: SectionEditor, session: Session, block_id: str, last: LastFolder | None = None) -> None:
    """Ask again about a picture; the change is one step of undo."""
    image = next((each for each in opens(editor.blocks, block_id) if each.id == block_id), None)
    if not isinstance(image, Image) or editor.isReadOnly():
        return
    data = session.attachments.get(image.attachment)
    answer = ask_about(editor, image, data, lambda parent: choose_one(parent, editor.notice.emit, last))
    if answer is None:
        return
    edited, prepared = answer
    if edited is not None and prepared is not None:
        kept = keep_picture(session, prepared.name, prepared.data)
        edited = edited.model_copy(update={"attachment": kept})
    if edited != image:
        change(editor, block_id, edited, "Remove the picture" if edited is None else "Picture")
    editor.setFocus()


def _insert(editor: SectionEditor, session: Session, prepared: Prepared) -> bool:
    """Ask about a picture, and put it in. False when nothing more is to be put in."""
    if editor.isReadOnly():
        return False
    answer = ask_about(
        editor, Image(attachment=prepared.name), prepared.data, lambda _: None, new=True, told=prepared.told
    )
    if answer is None or answer[0] is None:
        return False
    kept = keep_picture(session, prepared.name, prepared.data)
    editor.insert_apart((answer[0].model_copy(update={"attachment": kept}),), "Picture")
    return True
