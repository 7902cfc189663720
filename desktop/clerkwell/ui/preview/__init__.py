"""The look of the report, approximately; and the help pages."""

from clerkwell.ui.preview.help_viewer import HelpPage, HelpViewer, help_pages
from clerkwell.ui.preview.pane import PreviewPane

__all__ = ["HelpPage", "HelpViewer", "PreviewPane", "help_pages"]
