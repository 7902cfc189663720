"""The page of a template: how much room there is for tables and pictures, in twentieths of a point."""

from dataclasses import dataclass

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import SECT_PR, w


@dataclass(frozen=True)
class Page:
    """Width and height between the margins, upright (`tall` false: turned on its side)."""

    width: int
    height: int

    def turned(self) -> "Page":
        """The same page on its side: the margins turn with it."""
        return Page(self.height, self.width)


# A4 with margins of 2.54 cm.
A4 = Page(11906 - 2 * 1440, 16838 - 2 * 1440)


def page_of(body: Element) -> Page:
    """The room on the pages of the document's last section, which its body text is in (17.6.13, 17.6.11)."""
    last = body.find(SECT_PR)
    size = None if last is None else last.find(w("pgSz"))
    margins = None if last is None else last.find(w("pgMar"))
    if size is None or margins is None:
        return A4

    def twips(element: Element, name: str) -> int:
        text = element.get(w(name), "0")
        return int(text) if text.lstrip("-").isdecimal() else 0

    width = twips(size, "w") - twips(margins, "left") - twips(margins, "right") - twips(margins, "gutter")
    height = twips(size, "h") - abs(twips(margins, "top")) - abs(twips(margins, "bottom"))
    return Page(width, height) if width > 1000 and height > 1000 else A4
