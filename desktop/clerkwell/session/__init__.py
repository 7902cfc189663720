"""An open report: its current value, history, events, saving, checking, exporting.

Without Qt: the window gives it a `Scheduler` (timers) and a `Runner` (threads).
"""

from clerkwell.session.changed import ReportChanged
from clerkwell.session.events import Event
from clerkwell.session.session import Session
from clerkwell.session.timing import Cancel, Pace, Runner, Scheduler

__all__ = ["Cancel", "Event", "Pace", "ReportChanged", "Runner", "Scheduler", "Session"]
