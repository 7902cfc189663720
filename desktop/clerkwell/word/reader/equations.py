"""Equations as a line of text (ECMA-376 part 1, 22.1): (a+b)/(c), √(x), x^(2)."""

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import T, w

M = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def m(name: str) -> str:
    """A name of the namespace of equations."""
    return f"{{{M}}}{name}"


def linear(element: Element) -> str:
    """The words of an equation, in their order."""
    return "".join(each.text or "" for each in element.iter(m("t"), T, w("delText")))
