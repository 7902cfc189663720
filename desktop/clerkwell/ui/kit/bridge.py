"""The bridge between a session, which knows no Qt, and the widgets that show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from clerkwell.ui.kit.messages import Messages

if TYPE_CHECKING:
    from clerkwell.session import Session


class SessionBridge(QObject):
    """One open report, for widgets: the session, its events as Qt signals, and the door for messages.

    `changed` carries the session's `ReportChanged`; `problems_changed` the tuple of problems; `state_changed` says that
    the saved state, the path or what can be undone is other than before; `trouble` carries a sentence for the user.
    """

    changed = Signal(object)
    problems_changed = Signal(object)
    state_changed = Signal()
    trouble = Signal(str)

    def __init__(self, session: Session, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.messages = messages
