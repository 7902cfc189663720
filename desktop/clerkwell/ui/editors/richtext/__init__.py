"""The section editor: blocks are the truth, QTextDocument a view of them."""

from clerkwell.ui.editors.richtext.binding import Host
from clerkwell.ui.editors.richtext.spots import Selection, Spot
from clerkwell.ui.editors.richtext.view import SectionEditor

__all__ = ["Host", "SectionEditor", "Selection", "Spot"]
