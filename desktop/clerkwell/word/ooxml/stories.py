"""The parts of a document that hold text: the main one, headers, footers, notes (ECMA-376 part 1, 11.3)."""

from clerkwell.word.ooxml.names import ENDNOTES, FOOTER, FOOTNOTES, HEADER
from clerkwell.word.ooxml.opened import OpenPackage

_BESIDE_THE_BODY = frozenset({HEADER, FOOTER, FOOTNOTES, ENDNOTES})


def stories(package: OpenPackage) -> list[str]:
    """The names of the parts with text, each once, the main one first."""
    found = [package.main]
    for relation in package.relations(package.main):
        if relation.kind in _BESIDE_THE_BODY and relation.target in package.names and relation.target not in found:
            found.append(relation.target)
    return found


def stories_with_controls(package: OpenPackage) -> list[str]:
    """Those of them with a content control anywhere; found without reading the others as XML."""
    return [each for each in stories(package) if b"sdt" in package.data(each)]
