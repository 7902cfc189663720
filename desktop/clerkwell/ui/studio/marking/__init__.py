"""The page on which somebody says what goes where in a pack's Word document."""

from clerkwell.ui.studio.marking.page import MarkingPage

__all__ = ["MarkingPage"]
