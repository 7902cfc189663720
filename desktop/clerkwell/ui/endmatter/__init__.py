"""Appendices, background papers, and the tray of words that have no place yet."""

from clerkwell.ui.endmatter.appendices import AppendicesPage
from clerkwell.ui.endmatter.papers import BackgroundPapersPage
from clerkwell.ui.endmatter.tray import TrayPage

__all__ = ["AppendicesPage", "BackgroundPapersPage", "TrayPage"]
