"""Comments on what is no block's words: fields, headings and parts of a draft, or what it does not print.

Word takes comments in the text alone, none in headers, footers and notes (ECMA-376 part 1, 17.13.4): one on a field
that stands only there goes to the beginning of the text.
"""

from collections.abc import Iterator, Mapping, Sequence

from lxml.etree import _Element as Element

from clerkwell.model import Place, Report
from clerkwell.word.ooxml.controls import Control, controls, enclosing
from clerkwell.word.ooxml.names import BODY, PPR, RUN, P, T, w
from clerkwell.word.ooxml.xml import child, pieces
from clerkwell.word.writer.comments import Remark, begins, ends


def place_comments(root: Element, remarks: Sequence[Remark], report: Report, places: Mapping[str, Element]) -> None:
    """Put the marks of these comments in the text; `places` are the controls of the sections that stand."""
    if not remarks:
        return
    there = controls(root)
    for each in remarks:
        control = _field(each.place, there, report)
        if control is not None and _round_field(control, each):
            continue
        section = places.get(each.place.section) if each.place.section else None
        line = _heading(section, each.place.section) if section is not None else None
        _round_line(_first_line(root) if line is None else line, each)


def _field(place: Place, there: Sequence[Control], report: Report) -> Control | None:
    """The control of a field, or of an appendix's title, in its row."""
    name, row = place.field, place.row
    if place.appendix:
        numbers = [each.id for each in report.appendices]
        name = "appendices.title"
        row = numbers.index(place.appendix) if place.appendix in numbers else None
    if not name:
        return None
    found = [each for each in there if each.kind == "field" and each.id == name]
    repeat, dot, _ = name.partition(".")
    if not dot or row is None:
        return next(iter(found), None)
    rows = [each for each in found if any(outer.id == repeat for outer in enclosing(each.element))]
    return rows[row] if row < len(rows) else next(iter(found), None)


def _round_field(control: Control, remark: Remark) -> bool:
    """Put the marks round a field: outside it where it stands among words, as not every program reads them inside."""
    box = next(reversed([None, *control.element.iterancestors(w("txbxContent"))]))
    if box is not None:
        # Nor does Word take any in a text box.
        line = next(box.iterancestors(P), None)
        if line is not None:
            _round_line(line, remark)
        return line is not None
    if control.shape == "inline":
        opening, closing = _marks(remark)
        for mark in opening:
            control.element.addprevious(mark)
        for mark in reversed(closing):
            control.element.addnext(mark)
        return True
    line = next((each for each in _lines(control.element) if _says(each)), None)
    if line is None:
        return False
    _round_line(line, remark)
    return True


def _lines(element: Element) -> Iterator[Element]:
    """The paragraphs that a control goes round or stands in."""
    yield from element.iter(P)
    yield from element.iterancestors(P)


def _heading(section: Element, name: str) -> Element | None:
    """The paragraph of a section's heading, or else its first."""
    heading = next((each for each in controls(section) if each.kind == "heading" and each.id == name), None)
    if heading is not None:
        found = next(_lines(heading.element), None)
        if found is not None:
            return found
    return next((each for each in section.iter(P) if _says(each)), None)


def _first_line(root: Element) -> Element:
    body = root.find(BODY)
    assert body is not None, "a document has a body"
    lines = list(body.iter(P))
    first = next((each for each in lines if _says(each)), lines[0] if lines else None)
    if first is None:
        first = body.makeelement(P, {})
        body.insert(0, first)
    return first


def _round_line(line: Element, remark: Remark) -> None:
    """Put the marks round all words of a paragraph."""
    opening, closing = _marks(remark)
    at = 1 if child(line, PPR) is not None else 0
    for mark in reversed(opening):
        line.insert(at, mark)
    line.extend(closing)


def _marks(remark: Remark) -> tuple[list[Element], list[Element]]:
    [line] = pieces(f"<w:p>{begins(remark)}</w:p>")
    [end] = pieces(f"<w:p>{ends(remark)}</w:p>")
    return list(line), list(end)


def _says(line: Element) -> bool:
    return any(each.text and each.text.strip() for run in line.iter(RUN) for each in run.iter(T))
