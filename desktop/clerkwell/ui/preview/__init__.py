"""The look of the report, approximately; and the help pages."""

from clerkwell.ui.preview.pane import PreviewPane

__all__ = ["PreviewPane"]
