"""What a document says of itself: core and custom properties (ECMA-376 part 1, 15.2.12; part 2, chapter 8)."""

from collections.abc import Iterator

from lxml.etree import QName
from lxml.etree import _Element as Element


def read_properties(core: Element | None, custom: Element | None) -> dict[str, str]:
    """The properties by name, those that somebody gave it after its own ("title", "creator", "modified")."""
    return {**dict(_core(core)), **dict(_custom(custom))}


def _core(root: Element | None) -> Iterator[tuple[str, str]]:
    for each in () if root is None else root.iterchildren("*"):
        if each.text and each.text.strip():
            yield QName(each).localname, each.text.strip()


def _custom(root: Element | None) -> Iterator[tuple[str, str]]:
    for each in () if root is None else root.iterchildren("*"):
        name = each.get("name")
        if name:
            yield name, "".join(each.itertext()).strip()
