"""As long as a report is open: its author is told when another version of the template is in date for its meeting."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from clerkwell.session.in_date import better
from clerkwell.ui.kit import Offer

if TYPE_CHECKING:
    from clerkwell.session import ReportChanged
    from clerkwell.ui.kit import SessionBridge
    from clerkwell.ui.shell.services import Services

# Milliseconds after the last change to an answer: a date is typed letter by letter.
_PAUSE = 1200


class InDate(QObject):
    """Follows one open report. What it has told it does not tell again."""

    def __init__(self, services: Services, bridge: SessionBridge, see: Callable[[], object]) -> None:
        """`see` shows what moving to another template would change."""
        super().__init__(bridge)
        self._services = services
        self._bridge = bridge
        self._see = see
        self._told = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        bridge.changed.connect(self._changed)

    def look(self) -> bool:
        """Tell it now, if there is anything to tell; whether there was."""
        self._timer.stop()
        session = self._bridge.session
        if session.read_only:
            return False
        found = better(session.report, session.pack, self._services.catalogue, self._services.now().date())
        told, self._told = self._told, found.words if found is not None else ""
        if found is None or found.words == told:
            return False
        self._bridge.messages.notice(found.words, "plain", (Offer("See what &changes…", self._see),))
        return True

    def _changed(self, event: ReportChanged) -> None:
        before, after = event.before, event.after
        if before.fields is not after.fields or before.repeats is not after.repeats:
            self._timer.start(_PAUSE)
