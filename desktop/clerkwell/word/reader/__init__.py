"""A Word document read into plain values."""

from clerkwell.word.reader.lines import Line, document_lines

__all__ = ["Line", "document_lines"]
