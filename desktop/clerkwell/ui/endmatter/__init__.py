"""Appendices, background papers, the consultation log, and the tray of words that have no place yet.

The page of the log is imported where it is opened: it brings the whole room of comparing along.
"""

from clerkwell.ui.endmatter.appendices import AppendicesPage
from clerkwell.ui.endmatter.notice import SinceNotice
from clerkwell.ui.endmatter.papers import BackgroundPapersPage
from clerkwell.ui.endmatter.tray import TrayPage

__all__ = ["AppendicesPage", "BackgroundPapersPage", "SinceNotice", "TrayPage"]
