"""Two states of a table as one with tracked rows and words, and one that came or went."""

from collections.abc import Callable, Hashable, Sequence
from copy import deepcopy

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.comparing.likeness import spoken
from clerkwell.comparing.rows import Said, paired
from clerkwell.comparing.sequences import rising
from clerkwell.word.ooxml.names import TC, TR, VAL, P, w
from clerkwell.word.ooxml.xml import child
from clerkwell.word.writer.compared.columns import Column, Columns, fit_cells, join_grids, paired_columns, text_of
from clerkwell.word.writer.compared.marks import State
from clerkwell.word.writer.compared.paragraphs import Story

_PROPERTIES = w("tcPr")
# What the blocks of both states become, and of one state alone.
Both = Callable[[Sequence[Element], Sequence[Element], Story], list[Element]]
One = Callable[[Sequence[Element], State, Story], list[Element]]


def changed_table(before: Element, after: Element, story: Story, both: Both, one: One) -> Element:
    """A table that both have. Rows are held against each other by their words; cells are where rows are made alike."""
    old, new = list(before.iterchildren(TR)), list(after.iterchildren(TR))
    columns = paired_columns(before, after)
    if columns is not None:
        return _recolumned(before, after, columns, story, both, one)
    done = _shell(after)
    for was, now in in_pairs(old, new, _said, by=_shape):
        if was is not None and now is not None:
            done.append(_changed_row(was, now, story, both))
        elif now is not None:
            done.append(_whole_row(now, "ins", story, one))
        elif was is not None:
            done.append(_whole_row(was, "del", story, one))
    return done


def _recolumned(before: Element, after: Element, columns: Columns, story: Story, both: Both, one: One) -> Element:
    """A table of which columns came or went: each row has a cell for all that were or are."""
    done = _shell(after)
    join_grids(done, before, columns)
    shared = [(was, now) for was, now in columns if was is not None and now is not None]
    old, new = list(before.iterchildren(TR)), list(after.iterchildren(TR))
    sides = {each: 0 for each in old} | {each: 1 for each in new}

    def said(row: Element) -> Said:
        cells = list(row.iterchildren(TC))
        texts = tuple(text_of(cells[pair[sides[row]]]) for pair in shared)
        return Said(texts, spoken(" ".join(texts)), texts[0] if texts else "")

    for was, now in in_pairs(old, new, said, by=lambda _: TR):
        source = was if now is None else now
        assert source is not None
        row = etree.Element(TR)
        row.extend(deepcopy(each) for each in source.iterchildren(etree.Element) if each.tag != TC)
        state: State = "ins" if was is None else "del" if now is None else "same"
        old_cells = [] if was is None else list(was.iterchildren(TC))
        new_cells = [] if now is None else list(now.iterchildren(TC))
        for first, second in columns:
            here = old_cells[first] if old_cells and first is not None else None
            there = new_cells[second] if new_cells and second is not None else None
            row.append(_one_cell(here, there, (first, second), story, both, one))
        if state != "same":
            story.marks.row(row, state)
        done.append(row)
    fit_cells(done)
    return done


def _one_cell(
    before: Element | None, after: Element | None, column: Column, story: Story, both: Both, one: One
) -> Element:
    """A cell of both, or of one; an empty one where a row that came or went meets a column that went or came."""
    source = before if after is None else after
    cell = etree.Element(TC) if source is None else _cell(source)
    if before is not None and after is not None:
        cell.extend(both(_blocks(before), _blocks(after), story))
    elif source is not None:
        cell.extend(one(_blocks(source), "ins" if before is None else "del", story))
    else:
        etree.SubElement(cell, P)
    story.marks.cell(cell, "ins" if column[0] is None else "del" if column[1] is None else "same")
    return cell


def whole_table(table: Element, state: State, story: Story, one: One) -> Element:
    """A table that came or went: all its rows did."""
    done = _shell(table)
    done.extend(_whole_row(row, state, story, one) for row in table.iterchildren(TR))
    return done


def in_pairs(
    before: Sequence[Element],
    after: Sequence[Element],
    said: Callable[[Element], Said],
    *,
    by: Callable[[Element], Hashable],
) -> list[tuple[Element | None, Element | None]]:
    """What came from what, in order; what went stands before what came in its place. Only like `by` like is held so."""
    kinds: dict[Hashable, tuple[list[int], list[int]]] = {}
    for side, elements in enumerate((before, after)):
        for at, each in enumerate(elements):
            kinds.setdefault(by(each), ([], []))[side].append(at)
    known: list[tuple[int, int]] = []
    for old, new in kinds.values():
        names = paired([said(before[at]) for at in old], [said(after[at]) for at in new])
        known += [(old[int(name)], at) for name, at in zip(names, new, strict=True) if not name.startswith("+")]
    known.sort(key=lambda each: each[1])
    pairs = [known[index] for index in rising([was for was, _ in known])]
    done: list[tuple[Element | None, Element | None]] = []
    low, start = 0, 0
    for was, now in (*pairs, (len(before), len(after))):
        done += [(each, None) for each in before[low:was]]
        done += [(None, each) for each in after[start:now]]
        if was < len(before):
            done.append((before[was], after[now]))
        low, start = was + 1, now + 1
    return done


def _shell(table: Element) -> Element:
    """A table without its rows."""
    done = etree.Element(table.tag)
    done.extend(deepcopy(each) for each in table.iterchildren(etree.Element) if each.tag != TR)
    return done


def _changed_row(before: Element, after: Element, story: Story, both: Both) -> Element:
    done = etree.Element(TR)
    cells = iter(before.iterchildren(TC))
    for each in after.iterchildren(etree.Element):
        if each.tag != TC:
            done.append(deepcopy(each))
            continue
        cell = _cell(each)
        cell.extend(both(_blocks(next(cells)), _blocks(each), story))
        done.append(cell)
    return done


def _whole_row(row: Element, state: State, story: Story, one: One) -> Element:
    done = etree.Element(TR)
    for each in row.iterchildren(etree.Element):
        if each.tag != TC:
            done.append(deepcopy(each))
            continue
        cell = _cell(each)
        cell.extend(one(_blocks(each), state, story))
        done.append(cell)
    story.marks.row(done, state)
    return done


def _cell(cell: Element) -> Element:
    done = etree.Element(TC)
    properties = child(cell, _PROPERTIES)
    if properties is not None:
        done.append(deepcopy(properties))
    return done


def _blocks(cell: Element) -> list[Element]:
    return [each for each in cell.iterchildren(etree.Element) if each.tag != _PROPERTIES]


def _said(row: Element) -> Said:
    texts = tuple(text_of(cell) for cell in row.iterchildren(TC))
    return Said(texts, spoken(" ".join(texts)), texts[0] if texts else "")


def _shape(row: Element) -> Hashable:
    """What makes the cells of two rows the same: as many, each over as many columns."""
    return tuple(_span(cell) for cell in row.iterchildren(TC))


def _span(cell: Element) -> tuple[str | None, str | None]:
    properties = child(cell, _PROPERTIES)
    found = [None if properties is None else child(properties, w(name)) for name in ("gridSpan", "vMerge")]
    return (
        None if found[0] is None else found[0].get(VAL),
        None if found[1] is None else found[1].get(VAL, "continue"),
    )
