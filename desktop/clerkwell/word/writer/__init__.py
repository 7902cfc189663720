"""A report and its pack made into a Word document, and a pack made into a blank form."""

from clerkwell.word.ooxml import WordError
from clerkwell.word.writer.blank import write_blank
from clerkwell.word.writer.document import write_document

__all__ = ["WordError", "write_blank", "write_document"]
