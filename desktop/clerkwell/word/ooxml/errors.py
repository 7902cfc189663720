"""What can go wrong with a Word document, in words for the person who has it."""


class WordError(Exception):
    """A Word document could not be read or made. The message is one sentence that says how to put it right."""
