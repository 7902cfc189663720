"""Content controls: the places of a template (ECMA-376 part 1, 17.5.2).

A control is one of four shapes by where it stands: round blocks (17.5.2.29), round text in a paragraph (17.5.2.31),
round rows (17.5.2.30) or round cells (17.5.2.32).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import SDT, SDT_CONTENT, SDT_PR, TBL, TR, VAL, W15, P, T, w
from clerkwell.word.ooxml.xml import child, remove

Shape = Literal["block", "inline", "row", "cell"]
Kind = Literal["field", "repeat", "section", "heading", "body", "group"]
KINDS: frozenset[str] = frozenset({"field", "repeat", "section", "heading", "body", "group"})

# What holds words: a paragraph, and what stands in one (17.3.1.22 lists them).
_HOLDING_WORDS = frozenset(
    w(name) for name in ("p", "hyperlink", "fldSimple", "ins", "moveTo", "dir", "bdo", "r", "ruby", "rt", "rubyBase")
)
_TAG = w("tag")
_ALIAS = w("alias")
_BLOCKS = frozenset({P, TBL})
_PROMPT = w("showingPlcHdr")
_BINDINGS = frozenset({w("dataBinding"), f"{{{W15}}}dataBinding"})
# What stands round a control without being what it goes round (17.5.1).
_PASSED = frozenset({SDT, SDT_CONTENT, w("customXml"), w("smartTag")})


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
    found: list[Control] = []
    # By their tags (17.5.2.42), which is asked for often and takes a third of the time of asking each control for its.
    for tag in root.iter(_TAG):
        kind, _, name = tag.get(VAL, "").partition(":")
        properties = tag.getparent() if name and kind in KINDS else None
        element = None if properties is None or properties.tag != SDT_PR else properties.getparent()
        if element is not None and not (found and found[-1].element is element):
            found.append(Control(element, kind, name))
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
    properties = properties_of(element)
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
    while parent is not None and parent.tag in _PASSED:
        parent = parent.getparent()
    if parent is None:
        return "block"
    if parent.tag == TBL:
        return "row"
    if parent.tag == TR:
        return "cell"
    # The rest that may hold blocks: the body, a cell, a header, a footer, a note, a text box.
    return "inline" if parent.tag in _HOLDING_WORDS else "block"


def properties_of(element: Element) -> Element | None:
    """The element that says what a control is; it stands first (17.5.2.38), where it is found without a search."""
    first = element[0] if len(element) else None
    return first if first is not None and first.tag == SDT_PR else child(element, SDT_PR)


def is_placeholder(element: Element) -> bool:
    """Whether a control shows its prompt and not an answer."""
    return _prompt_of(element) is not None


def _prompt_of(element: Element) -> Element | None:
    properties = properties_of(element)
    return None if properties is None else child(properties, _PROMPT)


def mark_filled(element: Element, *, with_words: bool = True) -> None:
    """Take from a control what says that it shows a prompt, and what would fill it from elsewhere.

    With words in it, the controls round it show no prompt either.
    """
    unbind(element)
    for control in (element, *(element.iterancestors(SDT) if with_words else ())):
        prompt = _prompt_of(control)
        if prompt is not None:
            remove(prompt)


def unbind(element: Element) -> None:
    """Part a control from the data it is bound to (17.5.2.6): Word would show those when it opens the document."""
    properties = properties_of(element)
    for found in [] if properties is None else list(properties.iterchildren(*_BINDINGS)):
        remove(found)


def unwrap(element: Element) -> None:
    """Put what a control holds where the control stands."""
    parent = element.getparent()
    if parent is None:
        return
    content = element.find(SDT_CONTENT)
    at = parent.index(element)
    held = [] if content is None else list(content)
    # lxml moves a tree in time that grows with its square: a table goes without its rows, and they follow one by one.
    tables = [(each, list(each)) for each in element.iter(w("tbl"))]
    for table, _ in tables:
        table[:] = []
    parent[at : at + 1] = held
    for table, rows in tables:
        table.extend(rows)


def holds_blocks(element: Element) -> bool:
    """Whether an element holds a paragraph or a table, itself or in a control."""
    return any(each.tag in _BLOCKS or (each.tag == SDT and holds_blocks(content_of(each))) for each in element)


def text_of(element: Element) -> str:
    """The words below an element."""
    return "".join(each.text or "" for each in element.iter(T))
