"""The rows and cells of a table, as its XML has them."""

from lxml.etree import _Element as Element

from clerkwell.word.accessibility.facts.inlines import ALTERNATE, chosen_of
from clerkwell.word.ooxml.names import SDT, TBL, TC, TR, P, w

_PASSED_OVER = frozenset({w("del"), w("sdtPr"), w("sdtEndPr"), w("tblPr"), w("tblGrid"), w("trPr"), w("tcPr")})


def below(element: Element, tag: str) -> list[Element]:
    """The rows or cells of an element, through the controls and marks round them."""
    found: list[Element] = []
    waiting = list(reversed(element))
    while waiting:
        each = waiting.pop()
        if each.tag == tag:
            found.append(each)
        elif each.tag == ALTERNATE:
            chosen = chosen_of(each)
            waiting += reversed(chosen) if chosen is not None else ()
        elif isinstance(each.tag, str) and each.tag not in _PASSED_OVER and each.tag not in (P, TBL, TR, TC):
            waiting += reversed(each)
    return found


def ends_after_table(cell: Element) -> bool:
    """Whether a cell ends with a table and the paragraph that has to follow it."""
    blocks = [each.tag for each in cell if each.tag in (P, TBL, SDT)]
    return len(blocks) > 1 and blocks[-1] == P and blocks[-2] == TBL
