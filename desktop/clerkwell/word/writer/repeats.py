"""`repeat:` places: what they go round, once for each row, with controls that stay apart.

A clone has the tags of the original, so that the rows can be read back, and a `w:id` of its own (ECMA-376 part 1,
17.5.2.18 asks for unique ones). Bookmarks and Word's paragraph ids name one place, so clones have none.
What a repeat comes once for is told in `clerkwell.packs.repeating`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise

from lxml.etree import _Element as Element

from clerkwell.model import Report
from clerkwell.packs import Pack, outline
from clerkwell.packs.repeating import source_of
from clerkwell.word.ooxml.controls import Control, controls
from clerkwell.word.ooxml.names import SDT, SDT_CONTENT, SDT_PR, TBL, VAL, W14, W15, w
from clerkwell.word.ooxml.xml import remove
from clerkwell.word.writer.columns import room_of_cells, share_room

_REPEATING = f"{{{W15}}}repeatingSection"
_ITEM = f"{{{W15}}}repeatingSectionItem"
_LOCK = w("lock")


@dataclass(frozen=True)
class RowOf:
    """A row of a repeat: the words of its fields, an address for its title, and what names it to references."""

    texts: Mapping[str, str]
    link: str = ""
    id: str = ""


def rows_of(repeat: str, report: Report, pack: Pack) -> tuple[RowOf, ...]:
    """The rows that a repeat has in this report; none of those whose rows hold more than words.

    Items of a section, sections of a group and appendices' pages are blocks: `writer.items`, `writer.unfolding` and
    `writer.appendix_pages` put them in place.
    """
    match source_of(repeat, pack):
        case "appendices":
            return tuple(
                RowOf(
                    {"number": each.number, "title": each.title, "public-interest": each.public_interest},
                    each.link,
                    each.id,
                )
                for each in report.appendices
            )
        case "background-papers":
            return tuple(RowOf({"title": each.title}, each.link) for each in report.background_papers)
        case "consultations":
            return _log(report, pack)
        case "answers":
            answers = tuple(RowOf({"name": each}) for each in _answers(repeat, report))
            return answers or _typed(repeat, report)
        case _:
            return _typed(repeat, report)


def is_settled_elsewhere(repeat: str, pack: Pack) -> bool:
    """Whether the rows of a repeat hold blocks, and are put in place with the sections."""
    return source_of(repeat, pack) in ("items", "sections", "appendix-pages")


def _typed(repeat: str, report: Report) -> tuple[RowOf, ...]:
    return tuple(RowOf({name: value.text for name, value in row.items()}) for row in report.repeats.get(repeat, ()))


def _answers(field: str, report: Report) -> tuple[str, ...]:
    """Each answer as it was typed, where each has a line; several on one line by the pack's names, if those are all."""
    value = report.field(field)
    lines = tuple(line.strip() for line in value.text.split("\n") if line.strip())
    if len(lines) < 2 and isinstance(value.value, tuple) and _are_all(value.value, value.text):
        return value.value
    return lines


def _are_all(names: tuple[str, ...], text: str) -> bool:
    """Whether these names say all that was typed: a number that does not stand before one may be another answer."""
    for name in names:
        text = re.sub(rf"(\d+[.):]?\s*)?{re.escape(name)}", "", text, count=1, flags=re.IGNORECASE)
    return not re.search(r"\d", text)


def _log(report: Report, pack: Pack) -> tuple[RowOf, ...]:
    """The consultation log; a section is named by its heading, not by its id."""
    headings = {part.id: part.heading.rstrip(" :") for part in outline(report, pack)}
    return tuple(
        RowOf(
            {
                "who": each.who,
                "role": each.role,
                "part": headings.get(each.part, each.part),
                "asked": each.asked,
                "answered": each.answered,
                "answer": each.answer,
            }
        )
        for each in report.consultations
    )


class Ids:
    """Numbers for controls, unlike any that the document has."""

    def __init__(self, roots: Sequence[Element]) -> None:
        found = (each.get(VAL, "") for root in roots for each in root.iter(w("id")))
        self._used = {text for text in found if text}
        self._next = 1

    def fresh(self) -> str:
        """A number that no control has."""
        while str(self._next) in self._used:
            self._next += 1
        self._next += 1
        return str(self._next - 1)


def clone(element: Element, ids: Ids) -> Element:
    """A copy of a control, with ids of its own and without what may stand only once."""
    copy = deepcopy(element)
    copy.tail = None
    for inner in copy.iter(SDT):
        number = inner.find(f"{SDT_PR}/{w('id')}")
        if number is not None:
            number.set(VAL, ids.fresh())
    for mark in list(copy.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        remove(mark)
    for each in copy.iter():
        for name in (f"{{{W14}}}paraId", f"{{{W14}}}textId"):
            each.attrib.pop(name, None)
    return copy


def copies(original: Element, count: int, ids: Ids) -> list[Element]:
    """The element and copies of it after it, `count` in all: the rows of a repeat, which may be deleted in a draft."""
    # A template's places are locked (17.5.2.23), and Word would keep a row for the sake of one in it.
    for lock in [each for each in original.iter(_LOCK) if each.get(VAL) == "sdtLocked"]:
        remove(lock)
    done = [original, *(clone(original, ids) for _ in range(count - 1))]
    for before, after in pairwise(done):
        before.addnext(after)
    return done


def expand(control: Control, rows: Sequence[RowOf], ids: Ids) -> Iterator[tuple[RowOf, list[Control]]]:
    """The fields of each row, after what the control stands for has been cloned once for each row after the first."""
    table = next(control.element.iterancestors(TBL), None) if control.shape == "cell" and len(rows) > 1 else None
    rooms = {} if table is None else room_of_cells(table)
    elements = copies(_unit(control), len(rows), ids)
    if table is not None:
        share_room(table, rooms, elements)
    for row, element in zip(rows, elements, strict=True):
        yield row, fields_of(element, control.id)


def _unit(control: Control) -> Element:
    """What comes once for each row: the control, or the item of one that Word itself repeats ([MS-DOCX] 2.5.4)."""
    repeats = control.element.find(f"{SDT_PR}/{_REPEATING}")
    items = [each for each in control.content if each.tag == SDT and each.find(f"{SDT_PR}/{_ITEM}") is not None]
    if repeats is None or not items:
        return control.element
    for example in items[1:]:
        remove(example)
    return items[0]


def as_one(element: Element) -> Element:
    """The control, with what it goes round as one row, where it is one of those that Word itself repeats.

    The copies of such a row become places of their own, which Word could not repeat.
    """
    properties, content = element.find(SDT_PR), element.find(SDT_CONTENT)
    repeats = None if properties is None else properties.find(_REPEATING)
    if properties is None or content is None or repeats is None:
        return element
    properties.remove(repeats)
    item = next((each for each in content if each.find(f"{SDT_PR}/{_ITEM}") is not None), None)
    inner = None if item is None else item.find(SDT_CONTENT)
    if inner is not None:
        content[:] = list(inner)
    return element


def fields_of(element: Element, repeat: str) -> list[Control]:
    """The fields of a repeat that stand in one of its rows."""
    return [each for each in controls(element) if each.kind == "field" and each.id.startswith(f"{repeat}.")]


def is_wanted_empty(repeat: str, pack: Pack) -> bool:
    """Whether a repeat keeps one empty row where the report has none: the pack asks for it always."""
    spec = pack.repeat(repeat)
    return spec is not None and spec.required == "always"
