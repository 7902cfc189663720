"""Contents lists of a template, filled with what the document has."""

from clerkwell.word.writer.contents.filling import fill_contents

__all__ = ["fill_contents"]
