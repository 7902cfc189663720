"""A report that is only read because a colleague has it open: who reads it is told when they have closed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from clerkwell.session.filing import locking
from clerkwell.session.lock_watch import Held, Seen, look
from clerkwell.ui.kit import Offer

if TYPE_CHECKING:
    from clerkwell.ui.shell.opening import Opened, Read
    from clerkwell.ui.shell.tools import Tools

# Seconds between two looks: somebody waits, and a look costs a share one question.
_EVERY = 8.0


class Waiting(QObject):
    """Looks every few seconds, and whenever somebody comes back to the window, for as long as the report is open."""

    def __init__(self, tools: Tools, opened: Opened, held: Held) -> None:
        super().__init__(opened.scheduler)
        self._tools = tools
        self._opened = opened
        self._digest = held.digest
        self._holder = held.holder
        self._looking = self._again = self._told = False

    def watch(self) -> None:
        """Begin."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.applicationStateChanged.connect(self._came_back)
        self._later()

    def look(self) -> None:
        """See on another thread whether they have it open still."""
        path = self._opened.session.path
        if path is None or not self._is_open:
            return
        if self._looking:
            # What was asked a moment ago may be answered with what was so a moment ago.
            self._again = True
            return
        known, self._looking = self._digest, True
        counting = locking(self._tools.services.keeper.settings)
        self._opened.runner.run(lambda: look(path, known, counting), self._seen)

    def _later(self) -> None:
        def again() -> None:
            self.look()
            self._later()

        self._opened.scheduler.later(_EVERY, again)

    def _came_back(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look()

    @property
    def _is_open(self) -> bool:
        return self._tools.frame.opened is self._opened

    def _seen(self, seen: Seen) -> None:
        self._looking = False
        if not self._is_open:
            return
        if self._again:
            self._again = False
            self.look()
        if seen.state == "held" and seen.holder is not None:
            if self._told:
                # What was offered can be had no longer.
                self._tools.messages.notice(f"{seen.holder.words} has opened this report. You can still read it here.")
            self._holder, self._told = seen.holder, False
        elif seen.state == "free" and not self._told:
            self._told = True
            who = self._holder.user or "Your colleague"
            since = ", and has changed it since you opened it" if seen.changed else ""
            edit = Offer("&Edit it now", self._edit)
            self._tools.messages.notice(f"{who} has closed this report{since}. Edit it now?", "plain", (edit,))

    def _edit(self) -> None:
        """Open it to write, as it is in the file now. Until that is read, what is open here stays as it is."""
        path, opening = self._opened.session.path, self._tools.opening
        if path is None or not self._is_open:
            return
        self._tools.frame.clear_notice()

        def show(read: Read | str) -> None:
            if isinstance(read, str):
                self._tools.messages.notice(read, "bad")
            elif self._is_open:
                opened = opening.opened(read)
                self._tools.show(opened)
                if opened is not None and not opened.session.read_only:
                    self._tools.messages.say("You can edit the report now.")

        self._tools.work.do(f"Opening {path.name}", lambda: opening.read(path), show)
