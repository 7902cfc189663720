"""Where the template workshop begins: a template that is being made, a copy of one in use, or a Word document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from clerkwell.packs import Pack, PackError
from clerkwell.packs.load import MANIFEST, read_manifest
from clerkwell.session.shared_drafts import SharedDraft
from clerkwell.system import FileError
from clerkwell.system.files import read_bytes
from clerkwell.ui.kit.choices import ChoiceList, Item
from clerkwell.ui.kit.widgets import button, fit, framed, row, words

_GOING_ON = "Go on with a template that you are making"
_SHARED = "Go on with a draft in the shared folder"
_COPIES = "Begin with a copy of a template in use"


class WorkshopStart(QDialog):
    """Asks what to work on. Once it is accepted, `folder` is a pack's folder to open, `original` a pack to copy, or
    `draft` one of the shared folder to go on with; `from_word` says that one is to be made of a Word document."""

    def __init__(
        self,
        recent: Sequence[Path],
        packs: Sequence[Pack],
        ask_folder: Callable[[], Path | None],
        parent: QWidget | None = None,
        drafts: Sequence[SharedDraft] = (),
    ) -> None:
        super().__init__(parent)
        self.folder: Path | None = None
        self.draft: SharedDraft | None = None
        self.original: Pack | None = None
        self.from_word = False
        self._ask = ask_folder
        self._folders = {f"folder:{at}": folder for at, folder in enumerate(recent)}
        # One that was worked on here is listed among those.
        self._drafts = {f"draft:{at}": draft for at, draft in enumerate(drafts) if draft.path not in recent}
        self._packs = {f"pack:{pack.id}:{pack.told.version}": pack for pack in packs}
        self.list = ChoiceList("What to work on", marked_first=True)
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * 5)
        going_on = (_being_made(*each) for each in self._folders.items())
        shared = (_in_shared(*each) for each in self._drafts.items())
        self.list.show_items((*going_on, *shared, *self._copies()))
        self.list.chosen.connect(self._take)
        column = framed(
            self,
            "Template workshop",
            "Change a council’s template or make a new one. Authors get what you do here once you put it into use.",
        )
        column.addWidget(self.list, 1)
        self.word = button("Make one from a &Word document…", self._word, picture="document")
        column.addWidget(row(self.word, button("Open a &folder…", self._open, picture="folder")))
        column.addWidget(words("Nothing of the templates in use is changed here.", muted=True))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        go = button("&Go on", lambda: self._take(self.list.marked()), primary=True)
        go.setDefault(True)
        buttons.addButton(go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        fit(self, 96, 34)

    def _copies(self) -> tuple[Item, ...]:
        return tuple(
            Item(key, pack.told.title, f"Version {pack.told.version}", _COPIES, "new")
            for key, pack in self._packs.items()
        )

    def _take(self, item: str) -> None:
        self.folder, self.original = self._folders.get(item), self._packs.get(item)
        self.draft = self._drafts.get(item)
        if self.folder is not None or self.original is not None or self.draft is not None:
            self.accept()

    def _word(self) -> None:
        self.from_word = True
        self.accept()

    def _open(self) -> None:
        self.folder = self._ask()
        if self.folder is not None:
            self.accept()


def _in_shared(key: str, draft: SharedDraft) -> Item:
    """A draft that lies where everybody’s templates do: a folder is worked in there, one file is not."""
    where = f"a copy of the file {draft.path}" if draft.is_file else f"in {draft.path}"
    return Item(key, draft.told.title, f"Version {draft.told.version}, {where}", _SHARED, "document")


def _being_made(key: str, folder: Path) -> Item:
    """A template that somebody has begun; one whose description cannot be read is opened all the same, to be told."""
    try:
        about = read_manifest(read_bytes(folder / MANIFEST), MANIFEST).pack
    except (PackError, FileError):
        return Item(key, folder.name, f"In {folder}", _GOING_ON, "warning")
    return Item(key, about.title, f"Version {about.version}, in {folder}", _GOING_ON, "document")
