"""A Word document read into plain values."""

from clerkwell.word.reader.lines import Line, document_lines
from clerkwell.word.reader.reading import read_document

__all__ = ["Line", "document_lines", "read_document"]
