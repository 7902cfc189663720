"""What can go wrong when pages are made."""


class PrintingError(Exception):
    """No pages could be made of a document; the message is one plain sentence for the person at the screen."""
