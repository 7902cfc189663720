"""Sentences that break off: a full stop after a word that none can end with."""

import re
from collections.abc import Iterator
from typing import Final

# Looked for first: most texts have none of them.
_HINTS: Final = (" the.", " an.", " and.", " or.", " because.", " than.", " whose.", " our.", " their.")
_BROKEN: Final = re.compile(
    # "Option a." and "route a." may end a sentence.
    r"(?<=[a-z] )(?P<word>the|an|and|or|because|than|whose|our|their)\.(?=[ \u00a0\n]+[A-Z]|\s*\Z)"
)


def broken_off(text: str) -> Iterator[tuple[int, int]]:
    """The words at which the sentences of a text break off, with the full stop after them."""
    for hint in _HINTS:
        if hint in text:
            for match in _BROKEN.finditer(text):
                yield match.span()
            return
