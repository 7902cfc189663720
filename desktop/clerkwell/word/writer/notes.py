"""Footnotes (ECMA-376 part 1, 17.11): a part of their own, made where the template has none."""

from lxml.etree import _Element as Element

from clerkwell.model import Footnote
from clerkwell.word.ooxml.names import FOOTNOTES, FOOTNOTES_TYPE, W, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.xml import pieces

# The line above the notes and the one above a note that goes on from the page before (17.11.23).
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
    "</w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>"
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0" w:line="240"'
    ' w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


class Notes:
    """The footnotes of one document: numbered as they are met, put into their part at the end."""

    def __init__(self, package: OpenPackage) -> None:
        self._package = package
        self._waiting: list[tuple[int, Footnote]] = []
        part = package.related(FOOTNOTES)
        used = [] if part is None else [_number(each) for each in package.tree(part).findall(w("footnote"))]
        self._next = max([0, *used]) + 1

    def add(self, note: Footnote) -> int:
        """The id of a new footnote."""
        number = self._next
        self._next += 1
        self._waiting.append((number, note))
        return number

    def part(self) -> str:
        """The part that holds the footnotes; made now if there is none."""
        part = self._package.related(FOOTNOTES)
        if part is None:
            part = self._package.free_name("word/footnotes{}.xml").replace("footnotes1.", "footnotes.")
            empty = f'<w:footnotes xmlns:w="{W}">{_SEPARATORS}</w:footnotes>'
            self._package.add(part, empty.encode(), FOOTNOTES_TYPE)
            self._package.relations(self._package.main).add(FOOTNOTES, part)
        return part

    @property
    def waiting(self) -> list[tuple[int, Footnote]]:
        """The footnotes that are not in their part yet."""
        return self._waiting

    def settle(self, xml: str) -> None:
        """Put the footnotes, as XML, into their part."""
        self._package.touch(self.part()).extend(pieces(xml))
        self._waiting.clear()


def _number(element: Element) -> int:
    text = element.get(w("id"), "0")
    return int(text) if text.lstrip("-").isdecimal() else 0
