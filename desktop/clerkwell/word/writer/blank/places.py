"""The places of a template as a blank form has them: a line to write on, boxes to tick, rows for several."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from statistics import median
from typing import Final

from lxml.etree import _Element as Element

from clerkwell.packs import FieldSpec, Pack, SectionSpec, options
from clerkwell.packs.repeating import source_of
from clerkwell.word.ooxml.controls import Control, controls, enclosing, place, title_of
from clerkwell.word.ooxml.names import SDT, TBL, TC, TR, P, T
from clerkwell.word.writer.blank.ink import TICK
from clerkwell.word.writer.clearing import take_out
from clerkwell.word.writer.columns import room_of_cells, share_room
from clerkwell.word.writer.repeats import Ids, copies
from clerkwell.word.writer.words import run

# The width of an average character of 12 points.
_CHARACTER: Final = 110
_MOST_TICKS: Final = 5
_MOST_LINES: Final = 6


@dataclass(frozen=True)
class Row:
    """A row that a form has of a repeat: which one, of how many."""

    repeat: str
    at: int
    count: int


def multiply(root: Element, pack: Pack, ids: Ids, known: Collection[Element]) -> dict[Element, Row]:
    """Make rows of every repeat below (and at) an element that is not known yet; each row's control, with its count."""
    rows: dict[Element, Row] = {}
    waiting = [each for each in controls(root) if each.kind == "repeat" and each.element not in known]
    while waiting:
        control = waiting.pop(0)
        count = how_many(control.id, pack)
        if count == 0:
            take_out(control.element)
            continue
        table = next(control.element.iterancestors(TBL), None) if control.shape == "cell" and count > 1 else None
        rooms = {} if table is None else room_of_cells(table)
        elements = copies(control.element, count, ids)
        if table is not None:
            share_room(table, rooms, elements)
        for at, element in enumerate(elements):
            rows[element] = Row(control.id, at + 1, count)
            if at:
                waiting += [each for each in controls(element)[1:] if each.kind == "repeat"]
    return rows


def how_many(repeat: str, pack: Pack) -> int:
    """How many rows a form has for a repeat: a row for each section, two of what takes a few lines, else three."""
    match source_of(repeat, pack):
        case "sections":
            return sum(spec.group == repeat for spec in pack.manifest.section)
        case "appendix-pages":
            return 0
        case "rows":
            fields = len(pack.fields_of(repeat))
            return 3 if fields <= 1 else 2 if fields <= 3 else 1
        case _:
            return 3


def section_of(row: Row | None, pack: Pack) -> SectionSpec | None:
    """The section that a row is for, where a group is a table with a row for each of its sections."""
    if row is None or source_of(row.repeat, pack) != "sections":
        return None
    return [spec for spec in pack.manifest.section if spec.group == row.repeat][row.at - 1]


def spec_of(control: Control, pack: Pack) -> FieldSpec | None:
    """What the pack says of a place's field; of an answer in a list of them, what it says of the question."""
    repeat = control.id.partition(".")[0]
    return pack.field(control.id) or (pack.field(repeat) if source_of(repeat, pack) == "answers" else None)


def ticks(spec: FieldSpec, pack: Pack) -> tuple[str, ...]:
    """The answers to tick, where they are few enough to stand on the form; none where a line is better."""
    if spec.kind not in ("yes-no", "choice", "choices", "status"):
        return ()
    answers = options(spec, pack)
    return answers if len(answers) <= _MOST_TICKS else ()


def ticked(answers: tuple[str, ...], before: int, width: int) -> str:
    """Boxes to tick, as runs: behind so many characters where there is room, below them, or each on a line."""
    length = sum(len(each) + 3 for each in answers) + len(answers)
    beside = length * _CHARACTER <= width
    first = "" if not before else " " if (before + length) * _CHARACTER <= width else "\n"
    parted = "\u2003" if beside else "\n"
    boxes = [run(TICK) + run(f"\u00a0{each}{parted if each != answers[-1] else ''}") for each in answers]
    return (run(first) if first else "") + "".join(boxes)


def lines_of(spec: FieldSpec | None, pack: Pack, width: int) -> int:
    """How many lines of a width an answer takes by hand; where one may choose several, two answers of usual length."""
    if spec is None or spec.kind in ("date", "money", "telephone", "email", "yes-no"):
        return 1
    if spec.kind == "lines":
        return 2
    if spec.kind == "choices":
        usual = median([len(each) for each in options(spec, pack)] or [0])
        return min(max(2 * ceil(usual * _CHARACTER / width), 2), _MOST_LINES)
    longest = max((len(each) for each in (*options(spec, pack), spec.example)), default=0)
    return 2 if longest > 40 or "." not in spec.id else 1


def has_label(control: Control) -> bool:
    """Whether the template prints a label for a place: before it on its line, in the cell before, over its column."""
    line = next(control.element.iterancestors(P), None)
    if line is not None:
        before = _words_before(control.element, line)
        if before is None or before.strip():
            return before is not None
    cell = next(control.element.iterancestors(TC), None)
    if cell is None or any(each.element is not control.element for each in _fields(cell)[:1]) or _static(cell).strip():
        return False
    row = next(control.element.iterancestors(TR), None)
    if row is None:
        return False
    cells = list(row.iter(TC))
    at = cells.index(cell)
    if at and not _fields(cells[at - 1]) and _static(cells[at - 1]).strip():
        return True
    if not any(each.kind == "repeat" for each in enclosing(row)):
        return False
    table = next(row.iterancestors(TBL), None)
    head = None if table is None else next(table.iter(TR), None)
    return head is not None and head is not row and not _fields(head) and bool(_static(head).strip())


def stands_under_label(control: Control) -> bool:
    """Whether a place round whole paragraphs stands in a cell under a label of the template's."""
    cell = next(control.element.iterancestors(TC), None)
    return control.shape == "block" and cell is not None and bool(_static(cell).strip())


def name_of(control: Control, pack: Pack) -> str:
    """What a form calls a place that the template prints no label for."""
    spec = spec_of(control, pack)
    return (spec.title if spec else title_of(control.element) or control.id).rstrip(": ")


def in_cell(control: Control) -> bool:
    """Whether a place stands in a table."""
    return next(control.element.iterancestors(TC), None) is not None


def before_it(control: Control) -> Control | None:
    """The field that stands before this one in its paragraph."""
    line = next(control.element.iterancestors(P), None)
    inside = [] if line is None else _fields(line)
    at = next((at for at, each in enumerate(inside) if each.element is control.element), 0)
    return inside[at - 1] if at else None


def row_of(control: Control, rows: Mapping[Element, Row]) -> Row | None:
    """The row that a field stands in, if it stands in one of its own repeat."""
    repeat = control.id.partition(".")[0]
    for each in enclosing(control.element):
        if each.kind == "repeat" and each.id == repeat:
            return rows.get(each.element)
    return None


def _words_before(element: Element, line: Element) -> str | None:
    """The template's own words before an element on its line, after any other field; none if it is not there."""
    told = ""
    for each in line.iter(T, SDT):
        if each is element:
            return told
        if each.tag == SDT and (found := place(each)) is not None and found.kind == "field":
            told = ""
            continue
        if each.tag == T and not _in_field(each, line):
            told += each.text or ""
    return None


def _in_field(element: Element, stop: Element) -> bool:
    return any(each.kind == "field" and stop in each.element.iterancestors() for each in enclosing(element))


def _fields(element: Element) -> list[Control]:
    return [each for each in controls(element) if each.kind == "field"]


def _static(element: Element) -> str:
    return "".join(_static_words(element))


def _static_words(element: Element) -> Iterator[str]:
    for each in element.iter(T):
        if not _in_field(each, element):
            yield each.text or ""
