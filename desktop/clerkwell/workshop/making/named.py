"""What a document seems to be called, and whose it seems to be."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from clerkwell.word.template.shapes import LineShape

_COUNCIL: Final = re.compile(
    r"\b((?:[A-Z][\w’'&-]*\s+(?:(?:and|of|upon|on|the|in|&)\s+)*){1,5}(?:Council|Corporation|Authority))\b"
)
_OF_COUNCIL: Final = re.compile(
    r"\b((?:London Borough|City|Royal Borough|Borough) of (?:[A-Z][\w’'-]*(?:\s+(?:and|upon|on|&)\s+|\s+)?){1,4})"
)
_NOT_ITS_NAME: Final = re.compile(
    r"^(?:The|Full|Report To|Meeting Of|County|Town|City|Borough|District) Council$", re.IGNORECASE
)


def council_in(shapes: Sequence[LineShape]) -> str:
    """The council's name, as it stands in a head, a foot or above the report; "" where none is found."""
    for lines in ([each for each in shapes if each.line.at.part], shapes[:12], shapes):
        found = [name for shape in lines for name in _names(shape.raw)]
        if found:
            # The whole name rather than what it is called for short.
            return max(found, key=lambda name: (found.count(name), len(name)))
    return ""


def _names(words: str) -> Iterator[str]:
    for pattern in (_COUNCIL, _OF_COUNCIL):
        for found in pattern.finditer(words):
            name = " ".join(found[1].split())
            if not _NOT_ITS_NAME.match(name):
                yield name.removeprefix("The ")


def title_in(name: str) -> str:
    """What a template made of a file of this name is called."""
    stem = re.split(r"[\\/]", name)[-1].rpartition(".")[0] or name
    said = " ".join(re.split(r"[\s_]+|(?<=\D)-(?=\D)", stem)).strip()
    return said[:1].upper() + said[1:60]
