"""What the window is in the middle of, for the actions: worked out from the session and the part that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerkwell.ui.shell.actions import Situation

if TYPE_CHECKING:
    from clerkwell.session import Session


def situation(session: Session | None, part: str, *, account: bool = False) -> Situation:
    """The situation now; without a session, that no report is open. `account`: there is something to know about how
    the report came in."""
    if session is None:
        return Situation()
    from clerkwell.packs import outline

    shown = next((each for each in outline(session.report, session.pack) if each.id == part), None)
    return Situation(
        open=True,
        read_only=session.read_only,
        undo=session.undo_label,
        redo=session.redo_label,
        problems=len(session.problems),
        section=shown is not None,
        begun=shown is not None and shown.section is not None,
        account=account,
        returns=bool(session.report.returns),
        own_order=session.pack.manifest.pack.order == "report",
    )
