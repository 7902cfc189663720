"""What a document seems to be called, and whose it seems to be."""

import re
from collections.abc import Sequence
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
    ordered = sorted(shapes[:40], key=lambda each: not each.line.at.part) + list(shapes[40:])
    for shape in [*(each for each in shapes if each.line.at.part), *ordered]:
        for pattern in (_COUNCIL, _OF_COUNCIL):
            for found in pattern.finditer(shape.raw):
                name = " ".join(found[1].split())
                if not _NOT_ITS_NAME.match(name):
                    return name.removeprefix("The ")
    return ""


def title_in(name: str) -> str:
    """What a template made of a file of this name is called."""
    stem = re.split(r"[\\/]", name)[-1].rpartition(".")[0] or name
    said = " ".join(re.split(r"[\s_]+|(?<=\D)-(?=\D)", stem)).strip()
    return said[:1].upper() + said[1:60]
