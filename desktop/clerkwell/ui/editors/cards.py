"""The cards of a section: tables, pictures and pages on their side, put in, opened, turned."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMenu, QWidget

from clerkwell.model import Image, Table
from clerkwell.session import Session
from clerkwell.session.pictures import keep_picture
from clerkwell.ui.editors.pictures import cards as pictures
from clerkwell.ui.editors.richtext.actions import EditorAction
from clerkwell.ui.editors.richtext.formats import card_words
from clerkwell.ui.editors.richtext.landscape import LANDSCAPE, turn_label, turn_over, turned_here
from clerkwell.ui.editors.richtext.view import SectionEditor
from clerkwell.ui.editors.table_cards import TABLE, insert_table, open_table
from clerkwell.ui.editors.within import opens
from clerkwell.ui.kit.last_folder import LastFolder


class Cards:
    """What can be done with the cards of one section, or of an appendix. `page` is what choosing a file stands over,
    which begins where one was chosen `last`."""

    def __init__(self, session: Session, editor: SectionEditor, page: QWidget, last: LastFolder | None = None) -> None:
        self._session, self._editor, self._page = session, editor, page
        self._last = last
        self.choose_files: Callable[[QWidget], list[Path]] = lambda over: pictures.choose_files(over, last)
        editor.opened.connect(self.open)
        editor.keep_pictures(self)

    def actions(self) -> tuple[EditorAction, ...]:
        """The actions of cards."""
        return (
            EditorAction("table", *TABLE, insert_table, hint="Or paste cells from Excel into the text"),
            EditorAction(
                "picture", *pictures.PICTURE, self._insert_picture, hint="Or paste one, or drop its file here"
            ),
            EditorAction(
                "landscape",
                *LANDSCAPE,
                turn_over,
                lambda _: turned_here(self._editor),
                hint="For a wide table or picture",
            ),
        )

    def open(self, block_id: str) -> None:
        """Open what a card stands for; of several on a page on its side one is chosen."""
        found = opens(self._editor.blocks, block_id)
        if len(found) == 1:
            self._open(found[0])
        elif found:
            menu = QMenu(self._editor)
            menu.setAccessibleName("What to open on these pages")
            for each in found:
                action = menu.addAction(card_words(each).replace("&", "&&"))
                action.triggered.connect(lambda _=False, chosen=each: self._open(chosen))
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self._editor.viewport().mapToGlobal(self._editor.cursorRect().bottomLeft()))
        elif not self._editor.isReadOnly():
            self._editor.notice.emit(f"There is no table or picture on these pages. {turn_label(self._editor)}.")

    def picture(self, name: str) -> bytes | None:
        """The bytes of a picture that is kept with the report."""
        return self._session.attachments.get(name)

    def keep(self, name: str, data: bytes) -> str:
        """Keep a picture of another report; gives the name it has here."""
        return keep_picture(self._session, name, data)

    def came(self, found: Iterable[Path] | QImage) -> None:
        """Pictures were pasted or dropped: each is asked about."""
        if self._editor.isReadOnly():
            return
        # Once the drop is over: the program that it came from waits for that.
        if isinstance(found, QImage):
            QTimer.singleShot(0, self._editor, lambda: pictures.insert_copied(self._editor, self._session, found))
        else:
            QTimer.singleShot(0, self._editor, lambda: pictures.insert_pictures(self._editor, self._session, found))

    def _open(self, card: Table | Image) -> None:
        if isinstance(card, Table):
            open_table(self._editor, card.id)
        else:
            pictures.open_picture(self._editor, self._session, card.id, self._last)

    def _insert_picture(self, editor: SectionEditor) -> None:
        if not editor.isReadOnly():
            pictures.insert_pictures(editor, self._session, self.choose_files(self._page))
