"""The template workshop, as the main window opens it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from clerkwell.packs import PackError
from clerkwell.session.from_word import open_word
from clerkwell.session.making import PackSession, begin_pack
from clerkwell.system import FileError, read_bytes
from clerkwell.ui.kit.busy import busy
from clerkwell.ui.kit.last_folder import LastFolder
from clerkwell.ui.shell.files import QtFileDialogs
from clerkwell.ui.studio import StudioServices, StudioWindow
from clerkwell.ui.studio.copying import CopyDialog, new_folder
from clerkwell.ui.studio.from_word import FromWordDialog
from clerkwell.ui.studio.recent import RecentFolders
from clerkwell.ui.studio.services import InUse
from clerkwell.ui.studio.start import WorkshopStart
from clerkwell.word.ooxml import WordError

if TYPE_CHECKING:
    from clerkwell.packs import Pack
    from clerkwell.session.shared_drafts import SharedDraft
    from clerkwell.ui.shell.tools import Tools

# Where templates that are being made lie, unless another folder is chosen.
HOME = "Clerkwell templates"
_KINDS = "Word documents and templates (*.docx *.dotx *.docm *.dotm)"


class Workshop:
    """Opens templates that are being made, a window each; the same folder is not opened twice."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._recent = RecentFolders(tools.services.state / "workshop.json")
        self._open: dict[Path, StudioWindow] = {}

    def begin(self) -> None:
        """Ask what to work on, and open it."""
        services = self._tools.services
        start = WorkshopStart(
            self._recent.load(),
            services.catalogue.offered(services.now().date()),
            lambda: self._tools.dialogs.folder(self._home(), "The folder of a template"),
            self._tools.frame.widget,
            services.installed.drafts(services.keeper.settings),
        )
        accepted = start.exec() == WorkshopStart.DialogCode.Accepted
        folder, original, draft, from_word = start.folder, start.original, start.draft, start.from_word
        start.deleteLater()
        if not accepted:
            return
        if original is not None:
            self._copy(original)
        elif from_word:
            self._from_word()
        elif draft is not None:
            self._go_on(draft)
        elif folder is not None:
            self.open_folder(folder)

    def open_folder(self, folder: Path) -> StudioWindow | None:
        """Open the template in a folder, or bring its window forward."""
        folder = folder.absolute()
        window = self._open.get(folder)
        if window is None:
            try:
                session = PackSession(folder)
            except (PackError, FileError) as error:
                self._tools.messages.notice(str(error), "bad")
                return None
            window = StudioWindow(session, self._services(), self._tools.frame.widget)
            window.closed.connect(lambda: self._open.pop(folder, None))
            self._open[folder] = window
            self._recent.add(folder)
        window.show()
        window.activateWindow()
        return window

    def close(self) -> None:
        """Close every window of it: all is saved."""
        for window in tuple(self._open.values()):
            window.close()

    def _copy(self, original: Pack) -> None:
        dialog = CopyDialog(
            original,
            [each.id for each in self._tools.services.catalogue.packs],
            self._home(),
            lambda start: self._tools.dialogs.folder(start, "The folder to make it in"),
            self._tools.frame.widget,
        )
        try:
            if dialog.exec() == CopyDialog.DialogCode.Accepted:
                self._make(dialog.files, dialog.folder)
        except PackError as error:
            self._tools.messages.notice(str(error), "bad")
        finally:
            dialog.deleteLater()

    def _go_on(self, draft: SharedDraft) -> None:
        """Open a draft of the shared folder there, or a copy of one that is a single file."""
        if not draft.is_file:
            self.open_folder(draft.path)
            return
        try:
            with busy():
                files = draft.files()
        except PackError as error:
            self._tools.messages.notice(str(error), "bad")
            return
        self._make(files, new_folder(self._home(), f"{draft.told.title} {draft.told.version}"))

    def _from_word(self) -> None:
        tools = self._tools
        path = tools.dialogs.to_read(tools.services.documents, "The council’s own document", _KINDS)
        if path is None:
            return
        packs = tools.services.catalogue.offered(tools.services.now().date())
        try:
            with busy():
                source = open_word(read_bytes(path), path.name, packs)
        except (FileError, WordError) as error:
            tools.messages.notice(str(error), "bad")
            return
        dialog = FromWordDialog(
            source,
            packs,
            self._home(),
            lambda start: tools.dialogs.folder(start, "The folder to make it in"),
            tools.services.now().date(),
            tools.frame.widget,
            [each.id for each in tools.services.catalogue.packs],
        )
        if dialog.exec() == FromWordDialog.DialogCode.Accepted:
            self._make(dialog.files, dialog.folder)
        dialog.deleteLater()

    def _home(self) -> Path:
        return self._tools.services.documents / HOME

    def _make(self, files: Mapping[str, bytes], folder: Path) -> None:
        try:
            begin_pack(files, folder)
        except (PackError, FileError) as error:
            self._tools.messages.notice(str(error), "bad")
            return
        self.open_folder(folder)

    def _services(self) -> StudioServices:
        services = self._tools.services
        last = LastFolder(services.state / "workshop-folder")
        return StudioServices(
            catalogue=lambda: services.catalogue,
            check=services.check_pack,
            settings=lambda: services.keeper.settings,
            documents=services.documents,
            files=lambda window: QtFileDialogs(window, services.documents, last),
            show_file=lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
            help=self._tools.frame.show_help,
            in_use=InUse(
                services.installed.own,
                lambda of_shared: services.installed.ahead(services.keeper.settings, of_shared=of_shared),
                self._refresh,
            ),
        )

    def _refresh(self) -> None:
        services = self._tools.services
        services.installed.find(services.keeper.settings)
        self._tools.frame.refresh_packs()
