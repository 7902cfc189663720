"""What a document seems to be called, and whose it seems to be."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from clerkwell.word.template.shapes import LineShape

_COUNCIL: Final = re.compile(
    r"^\W*((?:[A-Z][\w’'&-]*\s+(?:(?:and|of|upon|on|the|in|&)\s+)*){1,6}(?:Council|Corporation|Authority))\b"
)
_OF_COUNCIL: Final = re.compile(
    r"^\W*((?:London Borough|City|Royal Borough|Borough) of (?:[A-Z][\w’'-]*(?:\s+(?:and|upon|on|&)\s+|\s+)?){1,4})"
)
_NOT_ITS_NAME: Final = re.compile(
    r"^(?:(?:the|full|report to|meeting of|county|town|city|borough|district|unitary|planning|local|key|other)\s+)*"
    r"(?:council|authority|corporation)$",
    re.IGNORECASE,
)
_SMALL: Final = re.compile(r"\b(?:And|Of|Upon|On|The|In)\b")
# A name stands on a line of its own, or begins one.
_MOST_WORDS: Final = 10
_TOP: Final = 12


def council_in(shapes: Sequence[LineShape]) -> str:
    """The council's name, as it stands in a head or a foot of the pages or above the report; "" where none does."""
    for lines in ([each for each in shapes if each.line.at.part], shapes[:_TOP]):
        found = [name for shape in lines if len(shape.raw.split()) <= _MOST_WORDS for name in _names(shape.raw)]
        if found:
            # The whole name rather than what it is called for short.
            return max(found, key=lambda name: (found.count(name), len(name)))
    return ""


def _names(words: str) -> Iterator[str]:
    said = words.strip()
    if said.isupper():
        said = _SMALL.sub(lambda found: found[0].casefold(), said.title())
    for pattern in (_COUNCIL, _OF_COUNCIL):
        found = pattern.match(said)
        if found is not None and not _NOT_ITS_NAME.match(name := " ".join(found[1].split())):
            yield name.removeprefix("The ")


def title_in(name: str) -> str:
    """What a template made of a file of this name is called."""
    stem = re.split(r"[\\/]", name)[-1].rpartition(".")[0] or name
    said = " ".join(re.split(r"[\s_]+|(?<=\D)-(?=\D)", stem)).strip()
    return said[:1].upper() + said[1:60]
