"""Reading and writing XML parts, distrusting what is read.

No entity is resolved and nothing is fetched: OPC forbids document type declarations in parts altogether
(ECMA-376 part 2, 8.1.4), so a part that has one is refused.
"""

import re
from collections.abc import Iterable

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.model.text import clean
from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.names import PIC, WP, A, R, W

# Deeper than any document nests tables and controls, and no deeper than Python calls.
MOST_DEEP = 400
_DOCTYPE = re.compile(rb"<\x00?!\x00?D\x00?O\x00?C\x00?T")
# What pieces of body are parsed in; `x` marks what the writer has still to settle and never reaches a file.
LAYOUT = "urn:clerkwell:layout"
# Where pages turn: `writer.turns` puts the properties of a page section there.
TURN = f"{{{LAYOUT}}}turn"
_OPENING = f'<w:body xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{WP}" xmlns:a="{A}" xmlns:pic="{PIC}" xmlns:x="{LAYOUT}">'


def parse(data: bytes, part: str) -> Element:
    """The root of a part; `WordError` names the part that is not sound XML."""
    try:
        root = _parsed(data, part)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise WordError(
            f"The Word document is damaged: its part {part} cannot be read. Open it in Word and save it again."
        ) from error
    if root.getroottree().docinfo.doctype:
        raise WordError(f"The Word document was not opened: its part {part} holds a document type declaration.")
    return root


def _parsed(data: bytes, part: str) -> Element:
    """The root, read by a parser that holds to libxml2's own limits, which stop entities that multiply.

    A part that goes beyond them without a document type declaration is read without, if it is no deeper than we walk.
    """
    try:
        return etree.fromstring(data, _parser(huge=False))
    except etree.XMLSyntaxError as error:
        beyond = "XML_PARSE_HUGE" in str(error) or "Excessive depth" in str(error) or "huge" in str(error).lower()
        if not beyond or _DOCTYPE.search(data):
            raise
    root = etree.fromstring(data, _parser())
    if _is_deeper(root, MOST_DEEP):
        raise WordError(f"The Word document was not opened: its part {part} is nested deeper than any real one.")
    return root


def _is_deeper(root: Element, most: int) -> bool:
    """Whether elements stand in each other more than `most` deep; asked without going that deep ourselves."""
    deep = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        deep += 1 if event == "start" else -1
        if deep > most:
            return True
    return False


def serialise(root: Element) -> bytes:
    """The bytes of a part, as Word writes them: UTF-8, declared, standalone."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def pieces(xml: str) -> list[Element]:
    """The elements that a string of body XML makes; characters that XML refuses are left out."""
    try:
        body = _body(xml)
    except (etree.XMLSyntaxError, UnicodeEncodeError):
        # Texts of a report seldom hold any, and looking for them takes as long as reading.
        body = _body(clean(xml))
    return list(body)


def _body(xml: str) -> Element:
    return etree.fromstring(f"{_OPENING}{xml}</w:body>".encode(), _parser())


def escape(text: str) -> str:
    """Text for between tags: what means something in XML is written as a reference.

    What XML refuses goes in `pieces`, once for a whole section.
    """
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text


def quoted(text: str) -> str:
    """Text for inside an attribute's double quotes, on one line."""
    return " ".join(escape(text).replace('"', "&quot;").split())


def child(element: Element, tag: str) -> Element | None:
    """The first child of this name; much faster than `find`, which reads its argument as a path each time."""
    return next(element.iterchildren(tag), None)


def remove(element: Element) -> None:
    """Take an element out of its parent."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def put_in_place(element: Element, others: Iterable[Element]) -> None:
    """Put other elements where this one stands, and take it out."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    parent[at : at + 1] = list(others)


def _parser(*, huge: bool = True) -> etree.XMLParser:
    # huge: the size of a part is held by the package's limits, and a long report is one large part.
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=huge)
