"""The parts of a document that hold text: the main one, headers, footers, notes (ECMA-376 part 1, 11.3)."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from clerkwell.word.ooxml.names import ENDNOTES, FOOTER, FOOTNOTES, HEADER, SECT_PR, R, w
from clerkwell.word.ooxml.opened import OpenPackage

_BESIDE_THE_BODY = frozenset({HEADER, FOOTER, FOOTNOTES, ENDNOTES})
_PAGES = {"default": "", "first": " of the first page", "even": " of even pages"}


class HeadOrFoot(NamedTuple):
    """A header or footer: its part, and what a person calls it: `the header of the first page`."""

    part: str
    kind: Literal["header", "footer"]
    words: str


def heads_and_feet(package: OpenPackage) -> Iterator[HeadOrFoot]:
    """The headers and footers that the sections of a document use, each once (17.10)."""
    relations = package.relations(package.main)
    seen: set[str] = set()
    for section in package.tree(package.main).iter(SECT_PR):
        for element in section.iterchildren(w("headerReference"), w("footerReference")):
            kind: Literal["header", "footer"] = "header" if element.tag == w("headerReference") else "footer"
            relation = relations.get(element.get(f"{{{R}}}id", ""))
            if relation is None or relation.kind != (HEADER if kind == "header" else FOOTER):
                continue
            if relation.external or relation.target in seen or relation.target not in package.names:
                continue
            seen.add(relation.target)
            yield HeadOrFoot(relation.target, kind, f"the {kind}{_PAGES.get(element.get(w('type'), ''), '')}")


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
