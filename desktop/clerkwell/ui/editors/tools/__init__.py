"""What the author can do in a section besides typing: references, footnotes, characters, wordings, moving."""

from clerkwell.ui.editors.tools.context import Tools

__all__ = ["Tools"]
