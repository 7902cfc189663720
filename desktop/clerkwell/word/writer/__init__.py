"""A report and its pack made into a Word document, and a pack made into a blank form.

What writes them is loaded when it is first asked for: the window uses small parts of this room long before it writes.
"""

from typing import TYPE_CHECKING, Final

from clerkwell.system.on_demand import on_demand
from clerkwell.word.ooxml import WordError

if TYPE_CHECKING:
    from clerkwell.word.writer.blank import write_blank
    from clerkwell.word.writer.document import write_document

__all__ = ["WordError", "write_blank", "write_document"]

# Where in this room each of them is.
_WHERE: Final = {"write_blank": "blank", "write_document": "document"}

__getattr__ = on_demand(__name__, _WHERE)
