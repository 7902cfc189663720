"""The columns of two states of a table: which came and which went."""

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.comparing.likeness import spoken
from clerkwell.comparing.rows import Said, paired
from clerkwell.comparing.sequences import rising
from clerkwell.word.ooxml.names import TC, TR, T, w
from clerkwell.word.ooxml.xml import child

# The place of a column before, and now; None where it was or is not there.
Column = tuple[int | None, int | None]
Columns = Sequence[Column]

_GRID = w("tblGrid")
_GRID_COLUMN = w("gridCol")
_WIDTH = w("w")
_KIND = w("type")


def text_of(element: Element) -> str:
    """The words of an element, paragraphs parted by spaces."""
    return " ".join("".join(each.text or "" for each in paragraph.iter(T)) for paragraph in element.iter(w("p")))


def paired_columns(before: Element, after: Element) -> Columns | None:
    """The columns in order, where some came or went; None for tables as wide as before, or whose cells are joined."""
    old, new = _cells(before), _cells(after)
    if not old or not new or len(old[0]) == len(new[0]):
        return None
    if any(len(row) != len(old[0]) for row in old) or any(len(row) != len(new[0]) for row in new):
        return None
    if any(True for table in (before, after) for _ in table.iter(w("gridSpan"), w("vMerge"), w("gridBefore"))):
        return None
    names = paired(_said(old), _said(new))
    known = [(int(name), at) for at, name in enumerate(names) if not name.startswith("+")]
    done: list[Column] = []
    low, start = 0, 0
    pairs = [known[index] for index in rising([was for was, _ in known])]
    for was, now in (*pairs, (len(old[0]), len(new[0]))):
        done += [(at, None) for at in range(low, was)]
        done += [(None, at) for at in range(start, now)]
        if was < len(old[0]):
            done.append((was, now))
        low, start = was + 1, now + 1
    return done


def join_grids(table: Element, before: Element, columns: Columns) -> None:
    """Give the table a column for each that was or is, all of them together as wide as the table is."""
    new, old = child(table, _GRID), child(before, _GRID)
    if new is None or old is None:
        return
    mine, theirs = list(old.iterchildren(_GRID_COLUMN)), list(new.iterchildren(_GRID_COLUMN))
    whole = sum(_wide(each) for each in theirs)
    joined = [
        deepcopy(theirs[now] if now is not None and now < len(theirs) else mine[was or 0]) for was, now in columns
    ]
    total = sum(_wide(each) for each in joined)
    for each in joined:
        each.set(_WIDTH, str(_wide(each) * whole // max(total, 1)))
    new[:] = joined


def fit_cells(table: Element) -> None:
    """Give each cell the width of its column."""
    grid = child(table, _GRID)
    widths = [] if grid is None else [_wide(each) for each in grid.iterchildren(_GRID_COLUMN)]
    for row in table.iterchildren(TR):
        for cell, wide in zip(row.iterchildren(TC), widths, strict=False):
            properties = child(cell, w("tcPr"))
            if properties is None:
                properties = etree.Element(w("tcPr"))
                cell.insert(0, properties)
            own = child(properties, w("tcW"))
            if own is None:
                own = etree.Element(w("tcW"))
                properties.insert(0, own)
            own.set(_WIDTH, str(wide))
            own.set(_KIND, "dxa")


def _cells(table: Element) -> list[list[str]]:
    return [[text_of(cell) for cell in row.iterchildren(TC)] for row in table.iterchildren(TR)]


def _said(rows: Sequence[Sequence[str]]) -> list[Said]:
    """The columns, to be held against others: the head says what a column is, where it has one."""
    columns = [[row[at] for row in rows] for at in range(len(rows[0]))]
    return [Said(texts[0] or tuple(texts), spoken(" ".join(texts)), texts[0]) for texts in columns]


def _wide(column: Element) -> int:
    text = column.get(_WIDTH, "0")
    return int(text) if text.isdecimal() else 0
