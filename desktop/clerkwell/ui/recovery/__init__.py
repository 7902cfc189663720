"""What to do with unsaved work at start.

`RecoveryDialog` lists it with what each piece has that its file has not; nothing is deleted without the user.
"""

from clerkwell.ui.recovery.dialog import Look, RecoveryDialog, Told

__all__ = ["Look", "RecoveryDialog", "Told"]
