"""The lines of a template one by one: where each stands, in whose words a person would find it, and what it says.

What an export prints is either filled in (the places) or stands there for good: the fixed words. A place stands in a
line's words as `…`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import Control, content_of, place
from clerkwell.word.ooxml.names import BODY, MC, PPR, SDT, STYLES, TBL, TC, TR, VAL, P, T, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.stories import heads_and_feet
from clerkwell.word.ooxml.styles import Styles
from clerkwell.word.ooxml.xml import child

PLACE = "…"
# Word's own numbers of pages and the like count as words: without them the line says something else.
_PRINTED = frozenset({T, w("tab"), w("br"), w("fldSimple"), w("instrText"), w("drawing"), w("pict"), w("object")})
_INSTRUCTION = frozenset({w("instrText")})
_NEAR = 40
# What Word writes once more for older programs (part 3, 7.6).
_OLDER = f"{{{MC}}}Fallback"


@dataclass(frozen=True)
class Spot:
    """Where something stands in a template, as a person finds it in Word.

    `part` is "the footer" and the like, "" for the document itself; `table`, `row` and `cell` count from 1, 0 for none;
    `near` are the first words there, or the nearest before.
    """

    part: str = ""
    table: int = 0
    row: int = 0
    cell: int = 0
    near: str = ""

    @property
    def words(self) -> str:
        """The place in words: `the footer`, `table 1, row 3, cell 2, near “Subject:”`."""
        said = [self.part] if self.part else []
        if self.table:
            said += [f"table {self.table}", f"row {self.row}", f"cell {self.cell}"]
        if self.near:
            said.append(f"near “{self.near}”")
        return ", ".join(said) or "the document"


@dataclass(frozen=True)
class TemplateLine:
    """A paragraph of a template.

    `words` are those that stand there for good, with `…` for each place; `shown` all that Word shows there. `inside`
    are the tags of the places round it, the nearest first, and `holds` those in it. `style` is its style's name, and
    `level` its level as a heading from 1, 0 for none.
    """

    at: Spot
    words: str
    shown: str
    style: str = ""
    level: int = 0
    inside: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Around:
    """What stands round a paragraph while the template is walked through."""

    at: Spot = Spot()
    inside: tuple[str, ...] = ()


@dataclass
class _Count:
    """The tables of one story so far, and the last words of it."""

    tables: int = 0
    near: str = ""
    lines: list[tuple[Element, TemplateLine]] = field(default_factory=list)


def template_lines(template: bytes) -> tuple[TemplateLine, ...]:
    """Every line of a template, the document's first, then those of headers and footers; `WordError` if damaged."""
    return tuple(line for _, line in walked(OpenPackage(template)))


def walked(package: OpenPackage) -> list[tuple[Element, TemplateLine]]:
    """Every paragraph of an opened template with its line, in the order of `template_lines`."""
    part = package.related(STYLES)
    styles = Styles(package.tree(part) if part else None)
    body = child(package.tree(package.main), BODY)
    stories = [] if body is None else [(body, Spot())]
    stories += [(package.tree(each.part), Spot(each.words)) for each in heads_and_feet(package)]
    found: list[tuple[Element, TemplateLine]] = []
    for root, at in stories:
        count = _Count()
        _walk(root, _Around(at), styles, count)
        found += count.lines
    return found


def _walk(element: Element, around: _Around, styles: Styles, count: _Count) -> None:
    for each in element:
        if each.tag == P:
            line = _line(each, around, styles, count.near)
            count.near = line.at.near
            count.lines.append((each, line))
        elif each.tag == TBL:
            count.tables += 1
            _table(each, replace(around, at=replace(around.at, table=count.tables)), styles, count)
        elif each.tag == SDT:
            _walk(content_of(each), _within(each, around), styles, count)
        elif each.tag in (w("ins"), w("customXml")):
            _walk(each, around, styles, count)


def _table(table: Element, around: _Around, styles: Styles, count: _Count) -> None:
    for number, (row, outer) in enumerate(_parts(table, TR, around), 1):
        for at, (cell, inner) in enumerate(_parts(row, TC, outer), 1):
            _walk(cell, replace(inner, at=replace(inner.at, row=number, cell=at)), styles, count)


def _parts(element: Element, name: str, around: _Around) -> Iterator[tuple[Element, _Around]]:
    """The rows of a table or the cells of a row, with the places that go round them."""
    for each in element:
        if each.tag == name:
            yield each, around
        elif each.tag == SDT:
            yield from _parts(content_of(each), name, _within(each, around))


def _within(control: Element, around: _Around) -> _Around:
    found = place(control)
    return around if found is None else replace(around, inside=(found.tag, *around.inside))


def _line(paragraph: Element, around: _Around, styles: Styles, before: str) -> TemplateLine:
    fixed, shown, holds = _said(paragraph)
    # The words of a prompt are no words of the template, unless they are words about a place.
    answered = any(tag.startswith(("field:", "body:")) for tag in around.inside)
    words = PLACE if answered else " ".join("".join(fixed).split())
    style_id = _style(paragraph, styles)
    style = styles.get(style_id)
    outline = styles.outline(style_id)
    near = " ".join("".join(shown).split())[:_NEAR]
    return TemplateLine(
        at=replace(around.at, near=near or before),
        words=words,
        shown=" ".join("".join(shown).split()),
        style="" if style is None else style.name,
        level=0 if outline is None else outline + 1,
        inside=around.inside,
        holds=tuple(each.tag for each in holds),
    )


def _said(paragraph: Element) -> tuple[list[str], list[str], list[Control]]:
    """The fixed words of a paragraph in pieces, all it shows, and the places in it."""
    fixed: list[str] = []
    shown: list[str] = []
    holds: list[Control] = []

    def take(element: Element, *, filled: bool) -> None:
        for each in element:
            if each.tag == SDT:
                found = place(each)
                if found is not None:
                    holds.append(found)
                    if found.kind in ("field", "body") and not filled:
                        fixed.append(PLACE)
                take(content_of(each), filled=filled or (found is not None and found.kind in ("field", "body")))
            elif each.tag in _PRINTED:
                said = _words(each)
                if each.tag not in _INSTRUCTION:
                    shown.append(each.text or "" if each.tag == T else " ")
                if not filled:
                    fixed.append(said)
                take(each, filled=filled)
            elif each.tag not in (PPR, w("del"), w("rPr"), _OLDER):
                take(each, filled=filled)

    take(paragraph, filled=False)
    return fixed, shown, holds


def _words(element: Element) -> str:
    if element.tag == T:
        return element.text or ""
    if element.tag in _INSTRUCTION:
        return f" [{(element.text or '').strip()}] "
    if element.tag == w("fldSimple"):
        return f" [{element.get(w('instr'), '').strip()}] "
    return " [picture] " if element.tag in (w("drawing"), w("pict"), w("object")) else " "


def _style(paragraph: Element, styles: Styles) -> str:
    properties = child(paragraph, PPR)
    named = None if properties is None else child(properties, w("pStyle"))
    if named is not None and styles.get(named.get(VAL, "")) is not None:
        return named.get(VAL, "")
    default = styles.default("paragraph")
    return "" if default is None else default.id
