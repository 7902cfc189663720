"""Equations as a line of text (ECMA-376 part 1, 22.1): (a + b)/c, √(x), x^2, ∑_(i=1)^n."""

from collections.abc import Callable, Mapping

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import T, w
from clerkwell.word.ooxml.xml import child

M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
# Deeper than anyone writes; what is deeper is read as words one after another.
_MOST_DEEP = 60


def m(name: str) -> str:
    """A name of the namespace of equations."""
    return f"{{{M}}}{name}"


def linear(element: Element, deep: int = 0) -> str:
    """An equation in one line, in the order in which it is read out."""
    if deep > _MOST_DEEP:
        return _bare(element)
    return "".join([_piece(each, deep + 1) for each in element])


def _piece(element: Element, deep: int) -> str:
    tag = str(element.tag)
    if tag in (m("t"), T, w("delText")):
        return element.text or ""
    way = _WAYS.get(tag)
    if way is not None:
        return way(element, deep)
    return "" if tag.endswith("Pr") else linear(element, deep)


def _bare(element: Element) -> str:
    return "".join(each.text or "" for each in element.iter(m("t"), T, w("delText")))


def _part(element: Element, name: str, deep: int) -> str:
    found = child(element, m(name))
    return "" if found is None else linear(found, deep)


def _round(text: str) -> str:
    """In brackets, where it is more than a word."""
    text = text.strip()
    return text if text.isalnum() or (text[:1] == "(" and text[-1:] == ")") else f"({text})"


def _fraction(element: Element, deep: int) -> str:
    return f"{_round(_part(element, 'num', deep))}/{_round(_part(element, 'den', deep))}"


def _raised(element: Element, deep: int) -> str:
    """Words with others above them, below them, or both; before them for `sPre`."""
    below, above = _part(element, "sub", deep), _part(element, "sup", deep)
    marks = (f"_{_round(below)}" if below else "") + (f"^{_round(above)}" if above else "")
    words = _part(element, "e", deep)
    return f"{marks}{words}" if element.tag == m("sPre") else f"{words}{marks}"


def _root(element: Element, deep: int) -> str:
    degree = _part(element, "deg", deep).strip()
    words = _round(_part(element, "e", deep))
    return f"√[{degree}]{words}" if degree else f"√{words}"


def _operator(element: Element, deep: int) -> str:
    sign = _says(element, "naryPr", "chr", "∫")
    below, above = _part(element, "sub", deep), _part(element, "sup", deep)
    marks = (f"_{_round(below)}" if below else "") + (f"^{_round(above)}" if above else "")
    return f"{sign}{marks} {_part(element, 'e', deep)}"


def _brackets(element: Element, deep: int) -> str:
    words = [linear(each, deep) for each in element.iterchildren(m("e"))]
    parted = _says(element, "dPr", "sepChr", "|").join(words)
    return f"{_says(element, 'dPr', 'begChr', '(')}{parted}{_says(element, 'dPr', 'endChr', ')')}"


def _function(element: Element, deep: int) -> str:
    return f"{_part(element, 'fName', deep)} {_part(element, 'e', deep)}"


def _limit(element: Element, deep: int) -> str:
    mark = "_" if element.tag == m("limLow") else "^"
    return f"{_part(element, 'e', deep)}{mark}{_round(_part(element, 'lim', deep))}"


def _accent(element: Element, deep: int) -> str:
    return f"{_part(element, 'e', deep)}{_says(element, 'accPr', 'chr', chr(0x302))}"


def _matrix(element: Element, deep: int) -> str:
    rows = [", ".join(linear(each, deep) for each in row.iterchildren(m("e"))) for row in element.iterchildren(m("mr"))]
    return f"[{'; '.join(rows)}]"


def _lines(element: Element, deep: int) -> str:
    return "; ".join(linear(each, deep) for each in element.iterchildren(m("e")))


def _says(element: Element, properties: str, name: str, otherwise: str) -> str:
    found = element.find(f"{m(properties)}/{m(name)}")
    return otherwise if found is None else found.get(m("val"), "")


_WAYS: Mapping[str, Callable[[Element, int], str]] = {
    m("f"): _fraction,
    m("sSup"): _raised,
    m("sSub"): _raised,
    m("sSubSup"): _raised,
    m("sPre"): _raised,
    m("rad"): _root,
    m("nary"): _operator,
    m("d"): _brackets,
    m("func"): _function,
    m("limLow"): _limit,
    m("limUpp"): _limit,
    m("acc"): _accent,
    m("m"): _matrix,
    m("eqArr"): _lines,
}
