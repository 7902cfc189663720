"""An open report: its current value, history, events, saving, checking, exporting.

Without Qt: the window gives it a `Scheduler` (timers) and a `Runner` (threads).

What is exported is loaded when it is first asked for: a start page needs little of it.
"""

from typing import TYPE_CHECKING, Final

from clerkwell.system.on_demand import on_demand

if TYPE_CHECKING:
    from clerkwell.session.changed import ReportChanged
    from clerkwell.session.events import Event
    from clerkwell.session.session import Session
    from clerkwell.session.timing import Cancel, Pace, Runner, Scheduler

__all__ = ["Cancel", "Event", "Pace", "ReportChanged", "Runner", "Scheduler", "Session"]

# Where in this room each of them is.
_WHERE: Final = {
    "Cancel": "timing",
    "Event": "events",
    "Pace": "timing",
    "ReportChanged": "changed",
    "Runner": "timing",
    "Scheduler": "timing",
    "Session": "session",
}

__getattr__ = on_demand(__name__, _WHERE)
