"""Tables of a template that say what their rows and columns are, for people who hear them read (WCAG 2.2, 1.3.1).

Word's checker asks every table for a header row (17.4.49), a table of labels and answers too; there the first column
says what each row is (17.4.55). Both are marks alone: nothing looks otherwise.
"""

from typing import Final

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import BODY, STYLES, TBL, TC, TR, VAL, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.stories import heads_and_feet
from clerkwell.word.ooxml.styles import Styles
from clerkwell.word.ooxml.xml import child
from clerkwell.word.template.controls import made

_FIRST_COLUMN: Final = 0x0080
_BEFORE: Final = (w("cnfStyle"), w("divId"), w("gridBefore"), w("gridAfter"), w("wBefore"), w("wAfter"), w("cantSplit"))
_HEAD: Final = w("tblHeader")


def with_heading_rows(template: bytes) -> tuple[bytes, int]:
    """The document with the first row of each table marked as its header row, and in how many tables it was not.

    Raises `WordError` for a damaged document.
    """
    package = OpenPackage(template)
    part = package.related(STYLES)
    styles = Styles(package.tree(part) if part else None)
    count = 0
    body = child(package.tree(package.main), BODY)
    roots = [] if body is None else [(package.main, body)]
    roots += [(each.part, package.tree(each.part)) for each in heads_and_feet(package)]
    for name, root in roots:
        tables = [each for each in root.iter(TBL) if _lacks(each)]
        for table in tables:
            _mark(table)
            _name_rows(table, styles)
        if tables:
            package.touch(name)
            count += len(tables)
    return (package.save(), count) if count else (template, 0)


def _rows(table: Element) -> list[Element]:
    return [each for each in table.iter(TR) if next(each.iterancestors(TBL)) is table]


def _lacks(table: Element) -> bool:
    """Whether a table of data has no header row; one that comes once for each in its first row can have none."""
    if next(table.iterancestors(TBL), None) is not None:
        return False
    rows = _rows(table)
    if len(rows) < 2 or rows[0].getparent() is not table:
        return False
    if max(len([each for each in row.iter(TC)]) for row in rows) < 2:
        return False
    properties = child(rows[0], w("trPr"))
    return properties is None or child(properties, _HEAD) is None


def _mark(table: Element) -> None:
    row = _rows(table)[0]
    properties = child(row, w("trPr"))
    if properties is None:
        properties = made(w("trPr"))
        own = child(row, w("tblPrEx"))
        if own is None:
            row.insert(0, properties)
        else:
            own.addnext(properties)
    at = max((n for n, each in enumerate(properties, 1) if each.tag in _BEFORE), default=0)
    properties.insert(at, made(_HEAD))


def _name_rows(table: Element, styles: Styles) -> None:
    """Say that the first column names the rows, where the table's style does not make it look otherwise for that."""
    look = table.find(f"{w('tblPr')}/{w('tblLook')}")
    style = table.find(f"{w('tblPr')}/{w('tblStyle')}")
    if look is None or (style is not None and _dresses(style.get(VAL, ""), styles)):
        return
    value = look.get(VAL)
    if value is not None:
        try:
            look.set(VAL, f"{int(value, 16) | _FIRST_COLUMN:04X}")
        except ValueError:
            return
    if look.get(w("firstColumn")) is not None or value is None:
        look.set(w("firstColumn"), "1")


def _dresses(style_id: str, styles: Styles) -> bool:
    """Whether a table's style has a look of its own for the first column."""
    seen: set[str] = set()
    style = styles.get(style_id)
    while style is not None and style.id not in seen:
        seen.add(style.id)
        if any(each.get(w("type")) in ("firstCol", "nwCell", "swCell") for each in style.element.iter(w("tblStylePr"))):
            return True
        style = styles.get(style.based_on)
    return False
