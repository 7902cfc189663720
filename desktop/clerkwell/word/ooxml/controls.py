"""Content controls: the places of a template (ECMA-376 part 1, 17.5.2).

A control is one of four shapes by where it stands: round blocks (17.5.2.29), round text in a paragraph (17.5.2.31),
round rows (17.5.2.30) or round cells (17.5.2.32).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import BODY, SDT, SDT_CONTENT, SDT_PR, TBL, TC, TR, VAL, P, T, w
from clerkwell.word.ooxml.xml import child

Shape = Literal["block", "inline", "row", "cell"]
Kind = Literal["field", "repeat", "section", "heading", "body", "group"]
KINDS: frozenset[str] = frozenset({"field", "repeat", "section", "heading", "body", "group"})

_TAG = w("tag")
_ALIAS = w("alias")
_BLOCKS = frozenset({P, TBL})
_PROMPTING = frozenset({w("showingPlcHdr"), w("dataBinding")})
_REMEMBERING: Mapping[object, str] = {
    w("date"): w("fullDate"),
    w("dropDownList"): w("lastValue"),
    w("comboBox"): w("lastValue"),
}


@dataclass(frozen=True)
class Control:
    """A control of the template that is a place: `field:subject` is of kind `field` with id `subject`."""

    element: Element
    kind: str
    id: str

    @property
    def tag(self) -> str:
        """Its tag as written."""
        return f"{self.kind}:{self.id}"

    @property
    def shape(self) -> Shape:
        """What it goes round."""
        return shape_of(self.element)

    @property
    def content(self) -> Element:
        """The element that holds what it goes round."""
        return content_of(self.element)


def controls(root: Element) -> list[Control]:
    """The places below (and at) an element, in the document's order."""
    found = []
    for element in root.iter(SDT):
        control = place(element)
        if control is not None:
            found.append(control)
    return found


def place(element: Element) -> Control | None:
    """The place that a control is; none for one with a tag that names no place."""
    kind, colon, name = tag_of(element).partition(":")
    return Control(element, kind, name) if colon and name and kind in KINDS else None


def enclosing(element: Element) -> Iterator[Control]:
    """The places that an element stands in, the nearest first."""
    for ancestor in element.iterancestors(SDT):
        control = place(ancestor)
        if control is not None:
            yield control


def tag_of(element: Element) -> str:
    """The tag of a control; "" if it has none."""
    properties = child(element, SDT_PR)
    tag = None if properties is None else child(properties, _TAG)
    return "" if tag is None else tag.get(VAL, "")


def rename(element: Element, tag: str) -> None:
    """Give a control another tag, and a title of its own to go with it."""
    for name, value in ((_TAG, tag), (_ALIAS, f"{title_of(element)} ({tag.partition(':')[2]})")):
        found = element.find(f"{SDT_PR}/{name}")
        if found is not None:
            found.set(VAL, value)


def title_of(element: Element) -> str:
    """The title of a control, as Word shows it."""
    alias = element.find(f"{SDT_PR}/{_ALIAS}")
    return "" if alias is None else alias.get(VAL, "")


def content_of(element: Element) -> Element:
    """The element that holds what a control goes round; an empty one is given to a control without."""
    content = child(element, SDT_CONTENT)
    if content is None:
        content = element.makeelement(SDT_CONTENT, {})
        element.append(content)
    return content


def shape_of(element: Element) -> Shape:
    """What a control goes round, told by what holds it."""
    parent = element.getparent()
    while parent is not None and parent.tag in (SDT_CONTENT, SDT):
        parent = parent.getparent()
    if parent is None or parent.tag == BODY or parent.tag == TC:
        return "block"
    if parent.tag == TBL:
        return "row"
    if parent.tag == TR:
        return "cell"
    if parent.tag in (w("hdr"), w("ftr"), w("footnote"), w("endnote"), w("txbxContent"), w("comment")):
        return "block"
    return "inline"


def is_placeholder(element: Element) -> bool:
    """Whether a control shows its prompt and not an answer."""
    return element.find(f"{SDT_PR}/{w('showingPlcHdr')}") is not None


def mark_filled(element: Element) -> None:
    """Take from a control what says that it shows a prompt, and what would fill it from elsewhere.

    A control bound to data (17.5.2.6) shows that data again when Word opens the document, and a list or a date keeps
    the answer it last had.
    """
    properties = child(element, SDT_PR)
    if properties is None:
        return
    for found in list(properties):
        if found.tag in _PROMPTING:
            properties.remove(found)
        elif found.tag in _REMEMBERING:
            found.attrib.pop(_REMEMBERING[found.tag], None)


def unwrap(element: Element) -> None:
    """Put what a control holds where the control stands."""
    parent = element.getparent()
    if parent is None:
        return
    content = element.find(SDT_CONTENT)
    at = parent.index(element)
    parent[at : at + 1] = [] if content is None else list(content)


def holds_blocks(element: Element) -> bool:
    """Whether an element holds a paragraph or a table, itself or in a control."""
    return any(each.tag in _BLOCKS or (each.tag == SDT and holds_blocks(content_of(each))) for each in element)


def text_of(element: Element) -> str:
    """The words below an element."""
    return "".join(each.text or "" for each in element.iter(T))
