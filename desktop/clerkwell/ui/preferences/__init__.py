"""The settings pages, one module each.

`PreferencesDialog` shows them all.
"""

from clerkwell.ui.preferences.dialog import PreferencesDialog

__all__ = ["PreferencesDialog"]
