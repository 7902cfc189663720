"""A template opened to be broken, as its parts' trees, and small steps on them."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from helpers.docx_making import W

_W = f"{{{W}}}"


def w(name: str) -> str:
    """A name of the main namespace."""
    return f"{_W}{name}"


@dataclass
class Desk:
    """A template opened to be broken: its parts as trees, and the luck it is broken by."""

    trees: dict[str, Element]
    luck: random.Random

    @property
    def body(self) -> Element:
        """The body of the document."""
        [found] = self.trees["word/document.xml"].iterchildren(w("body"))
        return found

    @property
    def stories(self) -> list[Element]:
        """The body, and each header and footer."""
        return [self.body, *(tree for name, tree in self.trees.items() if "header" in name or "footer" in name)]

    def one(self, name: str, wanted: Callable[[Element], bool] = lambda _: True, *, anywhere: bool = False) -> Element:
        """One element of this name; `NothingThereError` where there is none that is wanted."""
        found = [
            each
            for story in (self.stories if anywhere else [self.body])
            for each in story.iter(w(name))
            if wanted(each)
        ]
        if not found:
            raise NothingThereError
        return self.luck.choice(found)


class NothingThereError(Exception):
    """The template has nothing that this can be done to."""


def words(element: Element) -> str:
    """The words below an element."""
    return "".join(each.text or "" for each in element.iter(w("t")))


def tag(control: Element) -> str:
    """The tag of a control."""
    found = control.find(f"{w('sdtPr')}/{w('tag')}")
    return "" if found is None else found.get(w("val"), "")


def parent(element: Element) -> Element:
    """What an element stands in."""
    found = element.getparent()
    assert found is not None
    return found


def drop(element: Element) -> None:
    """Take an element out; a cell or a part that would hold no paragraph gets an empty one, as Word gives it."""
    holder = parent(element)
    holder.remove(element)
    if holder.tag in (w("tc"), w("hdr"), w("ftr")) and not any(each.tag != w("tcPr") for each in holder):
        etree.SubElement(holder, w("p"))


def after(element: Element, new: Element) -> None:
    """Put another element after this one."""
    holder = parent(element)
    holder.insert(holder.index(element) + 1, new)
