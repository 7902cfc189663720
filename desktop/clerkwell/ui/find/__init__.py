"""Find and replace through the whole report."""

from clerkwell.ui.find.bar import FindBar

__all__ = ["FindBar"]
