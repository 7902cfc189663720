"""The label of a question of a template's header: where it stands, and other words for it."""

from collections.abc import Sequence

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import Control, controls, text_of
from clerkwell.word.ooxml.names import PPR, RUN, SDT, TBL, TC, TR, P, T, w
from clerkwell.word.ooxml.xml import child
from clerkwell.word.template.copied import put_words


def labels_of(element: Element) -> list[list[Element]]:
    """Where the label of a place may stand, the likeliest first: before it in its line, the line above, the cell
    before."""
    found = [runs_before(element)] if next(element.iterancestors(P), None) is not None else []
    if not any(text_of(each).strip() for each in (found[0] if found else [])):
        found = []
        block = next(iter(element.iterancestors(P)), element)
        above = block.getprevious()
        if above is not None and is_label(above):
            found.append([above])
        row = next(element.iterancestors(TR), None)
        if row is not None and (above is None or above.tag == w("tcPr")):
            cells = _cells(row)
            at = next((at for at, each in enumerate(cells) if element in each.iter(SDT)), 0)
            if at and not places_in(cells[at - 1]) and text_of(cells[at - 1]).strip():
                found.append([each for each in cells[at - 1].iter(P) if text_of(each).strip()])
    return found


def heading_of(element: Element) -> list[Element]:
    """The lines of the cell that stands over a place in a table's heading row, where its row comes once for each."""
    row, table = next(element.iterancestors(TR), None), next(element.iterancestors(TBL), None)
    if row is None or table is None:
        return []
    rows = [each for each in table.iter(TR) if next(each.iterancestors(TBL), None) is table]
    first, own = _cells(rows[0]), _cells(row)
    at = next((at for at, each in enumerate(own) if element in each.iter(SDT)), -1)
    # Cells that go over several columns stand over other ones.
    if rows[0] is row or at < 0 or len(first) != len(own) or places_in(first[at]):
        return []
    return [each for each in first[at].iter(P) if text_of(each).strip()]


def _cells(row: Element) -> list[Element]:
    return [each for each in row.iter(TC) if next(each.iterancestors(TR), None) is row]


def runs_before(element: Element) -> list[Element]:
    """The runs right before a place in its line, back to the place before it."""
    runs: list[Element] = []
    at = element.getprevious()
    while at is not None and at.tag != SDT and at.tag != PPR:
        if at.tag == RUN and child(at, T) is not None:
            runs.insert(0, at)
        at = at.getprevious()
    return runs


def is_label(paragraph: Element) -> bool:
    """Whether a paragraph has words and no places."""
    return paragraph.tag == P and not any(True for _ in paragraph.iter(SDT)) and text_of(paragraph).strip() != ""


def said(elements: Sequence[Element]) -> str:
    """What runs or lines say together."""
    return "".join(text_of(each) for each in elements)


def say(elements: Sequence[Element], words: str) -> bool:
    """Let runs or lines say other words together, in the look of the first of them."""
    texts = [each for each in elements if next(each.iter(T), None) is not None]
    if not texts:
        return False
    for each in texts[1:]:
        parent = each.getparent()
        if parent is not None and each.tag in (RUN, P):
            parent.remove(each)
    put_words(texts[0], words)
    return True


def places_in(element: Element) -> list[Control]:
    """The places in an element that an answer or a part of the report stands in."""
    return [each for each in controls(element) if each.kind in ("field", "repeat", "body", "heading", "section")]
