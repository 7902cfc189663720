"""What a hand-off says of itself at its beginning: no words of the report, so nothing to bring home."""

from dataclasses import replace

from clerkwell.word.reader.document import WordDocument
from clerkwell.word.writer.handoff import ABOUT_TAG, ABOUT_TITLE


def without_account(document: WordDocument) -> WordDocument:
    """The document without that; known by its control's tag, or by its title where a program dropped the tag."""
    own = {
        number
        for number, each in document.controls.items()
        if each.tag == ABOUT_TAG or (not each.tag and each.title == ABOUT_TITLE)
    }
    if not own:
        return document
    return replace(document, blocks=tuple(each for each in document.blocks if own.isdisjoint(each.controls)))
