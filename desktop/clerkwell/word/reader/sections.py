"""The page sections of a document: how their pages lie, and which headers and footers they show (17.6, 17.10)."""

from collections.abc import Sequence

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import SECT_PR, VAL, R, w
from clerkwell.word.ooxml.styles import whole
from clerkwell.word.ooxml.xml import child

_OFF = ("0", "false", "off")


def page_sections(root: Element) -> list[Element]:
    """The properties of the sections in their order; what they were before a tracked change is not among them."""
    return [each for each in root.iter(SECT_PR) if not _is_former(each)]


def landscapes(sections: Sequence[Element]) -> tuple[bool, ...]:
    """Whether the pages of each section lie on their side."""
    return tuple(_lies(each) for each in sections)


def rooms(sections: Sequence[Element]) -> tuple[tuple[int, int], ...]:
    """The width and height of the text on the pages of each section, in twentieths of a point; 0 where not said."""
    return tuple(_room(each) for each in sections)


def stories_of(sections: Sequence[Element], kind: str, settings: Element | None) -> list[str]:
    """The relations of the headers (or footers: `kind`) that some page shows, each once, in their order.

    A first page has its own only where the section says so (17.10.6), even pages only where the settings do
    (17.15.1.35).
    """
    even = None if settings is None else child(settings, w("evenAndOddHeaders"))
    shown = {"default"}
    if even is not None and even.get(VAL, "1") not in _OFF:
        shown.add("even")
    if any(_has_title_page(each) for each in sections):
        shown.add("first")
    found = [
        each.get(f"{{{R}}}id", "")
        for section in sections
        for each in section.iterchildren(w(f"{kind}Reference"))
        if each.get(w("type"), "default") in shown
    ]
    return list(dict.fromkeys(found))


def _is_former(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == w("sectPrChange")


def _has_title_page(section: Element) -> bool:
    title = child(section, w("titlePg"))
    return title is not None and title.get(VAL, "1") not in _OFF


def _room(section: Element) -> tuple[int, int]:
    size, margins, columns = (child(section, w(name)) for name in ("pgSz", "pgMar", "cols"))
    if size is None or margins is None or (columns is not None and columns.get(w("num"), "1") != "1"):
        return (0, 0)
    width = _twips(size, "w") - _twips(margins, "left") - _twips(margins, "right") - _twips(margins, "gutter")
    height = _twips(size, "h") - abs(_twips(margins, "top")) - abs(_twips(margins, "bottom"))
    return (width, height) if width > 0 and height > 0 else (0, 0)


def _twips(element: Element, name: str) -> int:
    return whole(element.get(w(name), "")) or 0


def _lies(section: Element) -> bool:
    size = child(section, w("pgSz"))
    if size is None:
        return False
    wide, high = whole(size.get(w("w"), "")), whole(size.get(w("h"), ""))
    return wide > high if wide and high else size.get(w("orient")) == "landscape"
