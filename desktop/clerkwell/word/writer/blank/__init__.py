"""The blank form of a pack: its template with room to write and its guidance in numbered notes."""

from clerkwell.word.writer.blank.writing import write_blank

__all__ = ["write_blank"]
