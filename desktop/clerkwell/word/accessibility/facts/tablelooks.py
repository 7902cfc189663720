"""Which conditions of a table style hold for a cell (ECMA-376 part 1, 17.7.6, 17.4.55): first row, bands, corners."""

from typing import NamedTuple

from lxml.etree import _Element as Element

from clerkwell.word.accessibility.facts.looks import OFF, TableKey
from clerkwell.word.ooxml.names import VAL, w
from clerkwell.word.ooxml.xml import child

_BITS = {
    "firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200, "noVBand": 0x400,
}  # fmt: skip


class TableLook(NamedTuple):
    """A table's style, and which of its conditions are switched on."""

    style: str = ""
    first_row: bool = False
    last_row: bool = False
    first_column: bool = False
    last_column: bool = False
    bands: bool = False
    columns_banded: bool = False

    def key(self, row: int, rows: int, column: int, columns: int) -> TableKey:
        """What holds for the cell at this row and column of a table of this size, the weakest first."""
        if not self.style:
            return TableKey()
        held = ["wholeTable"]
        top, bottom = self.first_row and row == 0, self.last_row and row == rows - 1 and rows > 1
        left, right = self.first_column and column == 0, self.last_column and column == columns - 1
        if self.columns_banded and not (left or right):
            held.append("band1Vert" if (column - self.first_column) % 2 == 0 else "band2Vert")
        if self.bands and not (top or bottom):
            held.append("band1Horz" if (row - self.first_row) % 2 == 0 else "band2Horz")
        held += [name for name, holds in (("firstCol", left), ("lastCol", right)) if holds]
        held += [name for name, holds in (("firstRow", top), ("lastRow", bottom)) if holds]
        for name, holds in (
            ("nwCell", top and left), ("neCell", top and right), ("swCell", bottom and left),
            ("seCell", bottom and right),
        ):  # fmt: skip
            if holds:
                held.append(name)
        return TableKey(self.style, tuple(held))


def table_look(properties: Element | None, default: str) -> TableLook:
    """What a table's own properties say; `default` is the style of tables that name none."""
    named = None if properties is None else child(properties, w("tblStyle"))
    style = default if named is None else named.get(VAL, "")
    look = None if properties is None else child(properties, w("tblLook"))
    if look is None:
        return TableLook(style)
    mask = look.get(VAL, "0")
    bits = int(mask, 16) if len(mask) <= 8 and all(each in "0123456789abcdefABCDEF" for each in mask) and mask else 0

    def on(name: str, look: Element = look) -> bool:
        said = look.get(w(name))
        return bool(bits & _BITS[name]) if said is None else said not in OFF

    return TableLook(
        style, on("firstRow"), on("lastRow"), on("firstColumn"), on("lastColumn"), not on("noHBand"), not on("noVBand")
    )
