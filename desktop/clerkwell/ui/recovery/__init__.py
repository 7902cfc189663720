"""What to do with unsaved work at start.

`RecoveryDialog` lists it; the choice is the user's, and nothing is deleted without it.
"""

from clerkwell.ui.recovery.dialog import RecoveryDialog

__all__ = ["RecoveryDialog"]
