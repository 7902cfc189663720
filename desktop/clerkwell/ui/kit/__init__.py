"""What every part of the window uses: the bridge to the session, the door for messages, looks, small widgets."""

from typing import TYPE_CHECKING

from clerkwell.system.on_demand import on_demand
from clerkwell.ui.kit.messages import Choice, Messages, Offer, Question
from clerkwell.ui.kit.workers import QtRunner, QtScheduler

if TYPE_CHECKING:
    from clerkwell.ui.kit.bridge import SessionBridge

__all__ = ["Choice", "Messages", "Offer", "QtRunner", "QtScheduler", "Question", "SessionBridge"]

# There is none before there is a report.
__getattr__ = on_demand(__name__, {"SessionBridge": "bridge"})
