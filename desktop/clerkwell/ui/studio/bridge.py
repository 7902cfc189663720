"""The bridge between a pack that is being made, which knows no Qt, and the pages of the workshop that show it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from clerkwell.packs import Pack, PackError
from clerkwell.session.making import PackSession, Stamps
from clerkwell.system import FileError
from clerkwell.ui.kit.messages import Messages
from clerkwell.ui.kit.workers import QtRunner

if TYPE_CHECKING:
    from clerkwell.ui.studio.services import FileQuestions, StudioServices
    from clerkwell.workshop import PackProblem

# Milliseconds: how often the folder is looked at, and how long nothing changes before the pack is checked.
_LOOK = 700
_QUIET = 400


class PackBridge(QObject):
    """One pack being made, for widgets.

    `changed` carries what was done, in words, also for what another program did; `checked` says that `problems` are of
    the pack as it is now, `page_wanted` which page one is led to. Pages change the pack with `apply` alone.
    """

    changed = Signal(str)
    checked = Signal()
    page_wanted = Signal(str)

    def __init__(
        self, session: PackSession, services: StudioServices, messages: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.services = services
        self._window = parent
        self.messages = messages
        self.runner = QtRunner(self)
        self.problems: tuple[PackProblem, ...] | None = None
        self._end = session.changed.connect(self._tell)
        self._look = QTimer(self, interval=_LOOK)
        self._look.timeout.connect(self._look_elsewhere)
        self._looking = False
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET)
        self._quiet.timeout.connect(self.check)
        self._checking = False

    @property
    def pack(self) -> Pack:
        """The pack as it is now."""
        return self.session.pack

    @property
    def before(self) -> Pack:
        """What it is compared with: the version in use, else the pack as it was when it was opened here."""
        return self.services.catalogue().newest(self.pack.id) or self.session.opened

    @property
    def files(self) -> FileQuestions:
        """What asks for files and folders."""
        return self.services.files(self._window or QWidget())

    def begin(self) -> None:
        """Follow the folder from now on, and check the pack."""
        self._look.start()
        self.check()

    def apply(self, edit: Callable[[Pack], Pack], label: str, stay: object | None = None) -> bool:
        """Change the pack; whether that could be done. Why not is told. `stay` as in `PackSession.apply`."""
        return self._done(lambda: self.session.apply(edit, label, stay))

    def undo(self) -> bool:
        """Take the last change back."""
        return self._done(self.session.undo)

    def redo(self) -> bool:
        """Do again what was taken back."""
        return self._done(self.session.redo)

    def put_back(self) -> bool:
        """Put the files in the folder back as they were last sound."""
        return self._done(self.session.put_back)

    def look_again(self) -> None:
        """Take in what another program changed, once it stands still."""
        self.session.look_again()

    def _look_elsewhere(self) -> None:
        """Look at the folder without waiting for it: it may be on a share."""
        if self._looking:
            return
        self._looking = True

        def done(stamps: Stamps) -> None:
            self._looking = False
            self.session.look_again(stamps)

        self.runner.run(self.session.stamps, done)

    def check(self) -> None:
        """Check the pack, elsewhere; `checked` follows."""
        self._quiet.stop()
        if self._checking:
            self._quiet.start()
            return
        self._checking = True
        pack, check = self.pack, self.services.check

        def done(found: tuple[PackProblem, ...]) -> None:
            self._checking = False
            if pack is self.session.pack:
                self.problems = found
                self.checked.emit()

        self.runner.run(lambda: check(pack), done)

    def let_go(self) -> None:
        """Follow nothing any more."""
        self._look.stop()
        self._quiet.stop()
        self._end()
        self.runner.stop()

    def _tell(self, label: str) -> None:
        self.problems = None
        self._quiet.start()
        self.changed.emit(label)

    def _done(self, run: Callable[[], None]) -> bool:
        try:
            run()
        except (PackError, FileError) as error:
            self.messages.notice(str(error), "bad")
            return False
        return True
