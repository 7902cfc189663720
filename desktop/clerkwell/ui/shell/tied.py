"""Notices that tell of an edit go when the edit is undone: what they say is true no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from clerkwell.model import Report
    from clerkwell.session import ReportChanged
    from clerkwell.ui.kit import SessionBridge
    from clerkwell.ui.kit.strip import NoticeStrip


class Tied(QObject):
    """Follows one open report and the strip of its window.

    A notice that comes up in the same breath as an edit is about that edit. It goes once the report is what it was
    before.
    """

    def __init__(self, strip: NoticeStrip, bridge: SessionBridge) -> None:
        super().__init__(bridge)
        self._strip = strip
        self._edit: tuple[Report, Report] | None = None
        self._about: tuple[Report, Report] | None = None
        strip.shown.connect(self._shown)
        bridge.changed.connect(self._changed)

    def _changed(self, event: ReportChanged) -> None:
        about = self._about
        if about is not None and event.after == about[0] and event.before == about[1]:
            self._about = None
            self._strip.clear()
            return
        self._edit = (event.before, event.after)
        QTimer.singleShot(0, self, self._breathe)

    def _breathe(self) -> None:
        self._edit = None

    def _shown(self) -> None:
        self._about = self._edit
