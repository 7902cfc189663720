"""The pages of a template: their size and margins, and the pictures that stand on all of them."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Final

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import IMAGE, SECT_PR, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.stories import heads_and_feet
from clerkwell.word.ooxml.styles import whole

# Twentieths of a point to a millimetre.
_TWIPS: Final = 1440 / 25.4
_SIDES: Final = ("top", "right", "bottom", "left", "header", "footer")


def template_pages(template: bytes) -> Mapping[str, str]:
    """What makes a template's pages, by what a person calls it; `WordError` if it is no sound Word document."""
    package = OpenPackage(template)
    found: dict[str, str] = {}
    sections = list(package.tree(package.main).iter(SECT_PR))
    for number, section in enumerate(sections, 1):
        of = "" if len(sections) == 1 else f" of page section {number}"
        found |= {f"{name}{of}": value for name, value in _set_up(section)}
    for part, words in [(package.main, "the document"), *((each.part, each.words) for each in heads_and_feet(package))]:
        pictures = [each.target for each in package.relations(part) if each.kind == IMAGE and not each.external]
        known = sorted(hashlib.sha256(package.data(each)).hexdigest() for each in pictures if each in package.names)
        if known:
            found[f"the pictures in {words}"] = " ".join(known)
    return found


def has_landscape(template: bytes) -> bool:
    """Whether pages of the template lie on their side; `WordError` if it is no sound Word document."""
    package = OpenPackage(template)
    sizes = (section.find(w("pgSz")) for section in package.tree(package.main).iter(SECT_PR))
    return any(size is not None and size.get(w("orient")) == "landscape" for size in sizes)


def _set_up(section: Element) -> Iterator[tuple[str, str]]:
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is not None:
        yield "the page’s size", f"{_millimetres(size, 'w')} × {_millimetres(size, 'h')} mm"
    if margins is not None:
        yield from ((f"the {side} margin", f"{_millimetres(margins, side)} mm") for side in _SIDES)


def _millimetres(element: Element, name: str) -> str:
    number = whole(element.get(w(name), ""))
    return "?" if number is None else f"{number / _TWIPS:.0f}"
