"""`repeat:` places: what they go round, once for each row, with controls that stay apart.

A clone has the tags of the original, so that the rows can be read back, and a `w:id` of its own (ECMA-376 part 1,
17.5.2.18 asks for unique ones). Bookmarks and Word's paragraph ids name one place, so clones have none.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml.etree import _Element as Element

from clerkwell.model import Report
from clerkwell.packs import Pack
from clerkwell.word.ooxml.controls import Control, controls
from clerkwell.word.ooxml.names import SDT, SDT_PR, VAL, W14, w
from clerkwell.word.ooxml.xml import remove

_APPENDICES = "appendices"
_PAPERS = "background-papers"


@dataclass(frozen=True)
class RowOf:
    """A row of a repeat: the words of its fields, an address for its title, and what names it to references."""

    texts: Mapping[str, str]
    link: str = ""
    id: str = ""


def rows_of(repeat: str, report: Report) -> tuple[RowOf, ...]:
    """The rows that a repeat has in this report; appendices and background papers are kept apart from the others."""
    if repeat == _APPENDICES:
        return tuple(
            RowOf({"number": each.number, "title": each.title}, each.link, each.id) for each in report.appendices
        )
    if repeat == _PAPERS:
        return tuple(RowOf({"title": each.title}, each.link) for each in report.background_papers)
    return tuple(RowOf({name: value.text for name, value in row.items()}) for row in report.repeats.get(repeat, ()))


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


def expand(control: Control, rows: Sequence[RowOf], ids: Ids) -> Iterator[tuple[RowOf, list[Control]]]:
    """The fields of each row, after the control has been cloned once for each row after the first."""
    original = control.element
    originals = [original] + [clone(original, ids) for _ in rows[1:]]
    at = original
    for copy in originals[1:]:
        at.addnext(copy)
        at = copy
    for row, element in zip(rows, originals, strict=True):
        prefix = f"{control.id}."
        yield row, [each for each in controls(element) if each.kind == "field" and each.id.startswith(prefix)]


def is_wanted_empty(repeat: str, pack: Pack) -> bool:
    """Whether a repeat keeps one empty row where the report has none: the pack asks for it always."""
    spec = pack.repeat(repeat)
    return spec is not None and spec.required == "always"
