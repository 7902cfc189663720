"""A report and its pack made into a Word document."""

from clerkwell.word.ooxml import WordError
from clerkwell.word.writer.document import write_document

__all__ = ["WordError", "write_document"]
