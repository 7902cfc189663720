"""The report's pages as they will be exported, and the help pages."""

from clerkwell.ui.preview.help_viewer import HelpPage, HelpViewer, help_pages
from clerkwell.ui.preview.making import Maker
from clerkwell.ui.preview.pane import PreviewPane
from clerkwell.ui.preview.window import PreviewWindow

__all__ = ["HelpPage", "HelpViewer", "Maker", "PreviewPane", "PreviewWindow", "help_pages"]
