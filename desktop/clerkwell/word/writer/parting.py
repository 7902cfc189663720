"""What has to be seen to when a part of a document goes: what went on through it, and what it kept apart.

Bookmarks that end elsewhere stay whole; pages before a section break (ECMA-376 part 1, 17.6) keep their shape, headers
and footers; a cell that was merged with others below it (17.4.84) hands its words down; and two tables that come to
stand one after the other, which Word would join, are kept apart.
"""

from collections.abc import Iterator
from copy import deepcopy
from typing import TypeGuard

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import PPR, SDT, SDT_CONTENT, SECT_PR, TBL, TC, TR, VAL, P, w
from clerkwell.word.ooxml.xml import TURN, child, pieces, remove
from clerkwell.word.writer.body import BETWEEN_TABLES

_BEGINNINGS = {w("bookmarkStart"): w("bookmarkEnd"), w("permStart"): w("permEnd")}
_MARKS = frozenset({*_BEGINNINGS, *_BEGINNINGS.values()})
_REFERENCES = frozenset({w("headerReference"), w("footerReference")})
_BLOCKS = frozenset({P, TBL, SDT})


def let_go(element: Element) -> None:
    """See to it that what goes on beyond an element does so when it has gone."""
    _keep_marks_whole(element)
    _keep_pages(element)
    _hand_down(element)


def only_marks(element: Element) -> bool:
    """Whether an element holds nothing, or only ends of what stands elsewhere."""
    return all(each.tag in _MARKS for each in element)


def block_before(element: Element) -> Element | None:
    """The paragraph or table before an element in the same text, whatever controls stand round either."""
    return _beside(element, forwards=False)


def block_after(element: Element) -> Element | None:
    """The paragraph or table after an element in the same text, whatever controls stand round either."""
    return _beside(element, forwards=True)


def keep_apart(first: Element | None, second: Element | None) -> None:
    """See to it that two blocks that have come to stand one after the other are parted by what is needed, and no more.

    Between two tables that is a paragraph made for it; one that no longer has a table on both sides goes.
    """
    for each in (first, second):
        if _is_between(each) and not (_is_table(block_before(each)) and _is_table(block_after(each))):
            remove(each)
    if _is_table(first) and _is_table(second) and block_after(first) is second:
        first.addnext(pieces(BETWEEN_TABLES)[0])


def end_pages(block: Element, section: Element) -> None:
    """Let a page section with these properties end with a block; after a table that takes a paragraph of its own."""
    if block.tag != P or block.find(f"{PPR}/{SECT_PR}") is not None or block.find(f"{PPR}/{TURN}") is not None:
        block.addnext(block.makeelement(P, {}))
        after = block.getnext()
        assert after is not None, "it was put there"
        block = after
    properties = child(block, PPR)
    if properties is None:
        properties = block.makeelement(PPR, {})
        block.insert(0, properties)
    change = child(properties, w("pPrChange"))
    properties.insert(len(properties) if change is None else properties.index(change), deepcopy(section))


def drop_needless_end(table: Element) -> None:
    """Take out an empty paragraph that only stands behind a table for a text to end with, before more is put there."""
    after = block_after(table)
    if _is_table(table) and after is not None and after.tag == P and len(after) == 0 and block_after(after) is None:
        remove(after)


def _is_table(block: Element | None) -> TypeGuard[Element]:
    return block is not None and block.tag == TBL


def _is_between(block: Element | None) -> TypeGuard[Element]:
    """Whether a paragraph was made to stand between two tables."""
    if block is None or block.tag != P or len(block) != 1 or child(block, PPR) is None:
        return False
    [own], [model] = block, pieces(BETWEEN_TABLES)[0]
    return [(each.tag, *each.attrib.items()) for each in own] == [(each.tag, *each.attrib.items()) for each in model]


def _beside(element: Element, *, forwards: bool) -> Element | None:
    at = element
    while True:
        beside = next((each for each in at.itersiblings(preceding=not forwards) if each.tag in _BLOCKS), None)
        while beside is not None and beside.tag == SDT:
            content = child(beside, SDT_CONTENT)
            inner = [] if content is None else [each for each in content if each.tag in _BLOCKS]
            if not inner:
                # Nothing stands in this control: look beyond it.
                return _beside(beside, forwards=forwards)
            beside = inner[0 if forwards else -1]
        if beside is not None:
            return beside
        holder = at.getparent()
        control = None if holder is None or holder.tag != SDT_CONTENT else holder.getparent()
        if control is None:
            return None
        at = control


def _keep_marks_whole(element: Element) -> None:
    """Put marks whose other end stands elsewhere before the element: they may stand between any two things."""
    numbers: dict[tuple[object, str], list[Element]] = {}
    for mark in element.iter(*_MARKS):
        number = mark.get(w("id"), "")
        numbers.setdefault((_BEGINNINGS.get(str(mark.tag), mark.tag), number), []).append(mark)
    for both in numbers.values():
        if len(both) == 1 and both[0] is not element:
            element.addprevious(both[0])


def _keep_pages(element: Element) -> None:
    breaks = list(element.iter(SECT_PR))
    if not breaks:
        return
    everywhere = list(element.getroottree().getroot().iter(SECT_PR))
    at = everywhere.index(breaks[-1]) + 1
    if at == len(everywhere):
        return
    after = everywhere[at]
    # A section without a header of its own has that of the section before.
    own = {_kind(each) for each in after if each.tag in _REFERENCES}
    handed = {_kind(each): each for each in _references(breaks)}
    for kind in [kind for kind in handed if kind not in own]:
        after.insert(0, deepcopy(handed[kind]))
    before = block_before(element)
    if before is None or before.find(f"{PPR}/{SECT_PR}") is not None or _same(breaks[0], after):
        return
    end_pages(before, breaks[0])


def _references(sections: list[Element]) -> Iterator[Element]:
    for section in sections:
        yield from (each for each in section if each.tag in _REFERENCES)


def _kind(reference: Element) -> tuple[str, str]:
    return str(reference.tag), reference.get(w("type"), "default")


def _same(first: Element, after: Element) -> bool:
    """Whether pages before a break look as those after it do."""
    told = [
        {(each.tag, *sorted(each.attrib.items())) for each in section if each.tag not in _REFERENCES}
        for section in (first, after)
    ]
    referred = [
        {(_kind(each), *each.attrib.values()) for each in section if each.tag in _REFERENCES}
        for section in (first, after)
    ]
    return told[0] == told[1] and referred[0] <= referred[1]


def _hand_down(element: Element) -> None:
    """Give the words of a merged cell to the next cell of the merge, which shows them from now on."""
    rows = [element] if element.tag == TR else [each for each in element.iter(TR) if _in(element, each)]
    table = next(element.iterancestors(TBL), None)
    if not rows or table is None:
        return
    following = [each for each in table.iter(TR) if next(each.iterancestors(TBL), None) is table]
    at = following.index(rows[-1]) + 1 if rows[-1] in following else len(following)
    if at == len(following):
        return
    for column, cell in _columns(following[at]):
        merge = cell.find(f"{w('tcPr')}/{w('vMerge')}")
        if merge is None or merge.get(VAL, "continue") != "continue":
            continue
        for row in reversed(rows):
            above = dict(_columns(row)).get(column)
            began = None if above is None else above.find(f"{w('tcPr')}/{w('vMerge')}")
            if above is None or began is None:
                break
            if began.get(VAL) == "restart":
                merge.set(VAL, "restart")
                own = [each for each in cell if each.tag == w("tcPr")]
                cell[:] = [*own, *[each for each in above if each.tag != w("tcPr")]]
                above.append(above.makeelement(P, {}))
                break


def _in(control: Element, row: Element) -> bool:
    """Whether a row stands in the table that a control stands in, and not in one inside a cell of it."""
    return next(row.iterancestors(TBL), None) is next(control.iterancestors(TBL), None)


def _columns(row: Element) -> Iterator[tuple[int, Element]]:
    """The cells of a row by the column of the grid that each begins in (17.4.17, 17.4.14)."""
    skipped = row.find(f"{w('trPr')}/{w('gridBefore')}")
    column = 0 if skipped is None else int(skipped.get(VAL, "0"))
    for cell in row.iter(TC):
        if next(cell.iterancestors(TR), None) is not row:
            continue
        yield column, cell
        span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
        column += 1 if span is None else int(span.get(VAL, "1"))
