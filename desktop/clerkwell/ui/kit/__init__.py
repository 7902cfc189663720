"""What every part of the window uses: the bridge to the session, the door for messages, looks, small widgets."""

from clerkwell.ui.kit.bridge import SessionBridge
from clerkwell.ui.kit.messages import Choice, Messages, Offer, Question
from clerkwell.ui.kit.workers import QtRunner, QtScheduler

__all__ = ["Choice", "Messages", "Offer", "QtRunner", "QtScheduler", "Question", "SessionBridge"]
