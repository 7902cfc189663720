"""Pages: their size and margins, what stands at their head and foot, and where another kind of page begins."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import FOOTER, HEADER, PPR, SECT_PR, SETTINGS, R, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.xml import child
from clerkwell.word.typeset.literals import pt
from clerkwell.word.typeset.properties import on, value, whole

# A4 upright with margins of an inch, where a document does not say.
_WIDE, _HIGH, _MARGIN, _EDGE = 11906, 16838, 1440, 708
_NUMBERS = {"lowerRoman": '"i"', "upperRoman": '"I"', "lowerLetter": '"a"', "upperLetter": '"A"'}


@dataclass
class Stretch:
    """Pages of one kind: what flows on them, and their properties."""

    flow: list[Element] = field(default_factory=list)
    properties: Element | None = None
    heads: Mapping[str, str] = field(default_factory=dict)
    feet: Mapping[str, str] = field(default_factory=dict)

    @property
    def room(self) -> int:
        """The width of the text, in twentieths of a point."""
        size, margins = self._part("pgSz"), self._part("pgMar")
        wide = number(size, "w", _WIDE)
        return max(wide - number(margins, "left", _MARGIN) - number(margins, "right", _MARGIN), 720)

    @property
    def goes_on(self) -> bool:
        """Whether it begins on the page where the one before ends."""
        return value(self.properties, "type") == "continuous"

    def _part(self, name: str) -> Element | None:
        return None if self.properties is None else child(self.properties, w(name))

    def page(self) -> dict[str, str]:
        """What `pages` is told of size and margins; `edge` and `foot` are the distances of head and foot."""
        size, margins = self._part("pgSz"), self._part("pgMar")
        columns = number(self._part("cols"), "num", 1)
        gutter = number(margins, "gutter", 0)
        return {
            "width": pt(number(size, "w", _WIDE)),
            "height": pt(number(size, "h", _HIGH)),
            "top": pt(abs(number(margins, "top", _MARGIN))),
            "bottom": pt(abs(number(margins, "bottom", _MARGIN))),
            "left": pt(number(margins, "left", _MARGIN) + gutter),
            "right": pt(number(margins, "right", _MARGIN)),
            "edge": pt(number(margins, "header", _EDGE)),
            "foot": pt(number(margins, "footer", _EDGE)),
            "columns": str(min(max(columns, 1), 4)),
        }

    @property
    def first_differs(self) -> bool:
        """Whether its first page has a head and a foot of its own."""
        return on(self._part("titlePg"))

    @property
    def numbering(self) -> tuple[int | None, str]:
        """The number that its first page has, if it is told, and the form of its numbers."""
        element = self._part("pgNumType")
        if element is None:
            return None, '"1"'
        return whole(element.get(w("start"))), _NUMBERS.get(element.get(w("fmt"), ""), '"1"')


def stretches(package: OpenPackage, flow: list[Element], last: Element | None) -> list[Stretch]:
    """The document's content by kinds of pages. A stretch without a head of its own has that of the one before."""
    found: list[Stretch] = []
    now: list[Element] = []
    heads: dict[str, str] = {}
    feet: dict[str, str] = {}
    relations = package.relations(package.main)

    def end(properties: Element | None) -> None:
        nonlocal now
        for each in () if properties is None else properties:
            for name, kind, kept in ((w("headerReference"), HEADER, heads), (w("footerReference"), FOOTER, feet)):
                relation = relations.get(each.get(f"{{{R}}}id", "")) if each.tag == name else None
                if relation is not None and relation.kind == kind and relation.target in package.names:
                    kept[each.get(w("type"), "default")] = relation.target
        found.append(Stretch(now, properties, dict(heads), dict(feet)))
        now = []

    for element in flow:
        properties = child(element, PPR)
        section = None if properties is None else child(properties, SECT_PR)
        # An empty paragraph that only ends a stretch takes no room worth a page.
        if section is None or any(True for _ in element.iter(w("r"))):
            now.append(element)
        if section is not None:
            end(section)
    end(last)
    return found


def even_pages_differ(package: OpenPackage) -> bool:
    """Whether even pages have heads and feet of their own."""
    part = package.related(SETTINGS)
    return part is not None and on(child(package.tree(part), w("evenAndOddHeaders")))


def number(element: Element | None, name: str, otherwise: int) -> int:
    """A whole number that an attribute gives."""
    found = None if element is None else whole(element.get(w(name)))
    return otherwise if found is None else found
