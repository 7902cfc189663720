"""What differs between two reports as a Word document with tracked changes: accept all, or reject all."""

from clerkwell.word.writer.compared.document import write_comparison

__all__ = ["write_comparison"]
