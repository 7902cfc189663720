"""The lines of a template as they look, for guessing what each is for: bold, numbered, the words with their tabs.

In the order of `template_lines`: the shape of a number is that of the line of this number.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import NUMBERING, PPR, RPR, RUN, STYLES, VAL, T, w
from clerkwell.word.ooxml.numbering import Numbering
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.styles import Styles, number_of, whole
from clerkwell.word.ooxml.xml import child
from clerkwell.word.template.lines import TemplateLine, walked

_OFF: Final = frozenset({"0", "false", "off", "none"})
# What stands for a character of a line (17.3.3).
_SIGNS: Final = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "‑", w("ptab"): "\t"}
# What holds runs of the line itself; a text box or a control is a place of its own.
_HOLDING: Final = frozenset(
    {w("hyperlink"), w("smartTag"), w("fldSimple"), w("dir"), w("bdo"), w("ins"), w("customXml")}
)


@dataclass(frozen=True)
class Atom:
    """A piece of a line's words: the run that it stands in, the element that says it, and what it says."""

    run: Element
    element: Element
    text: str


@dataclass(frozen=True)
class LineShape:
    """A line with how it looks.

    `raw` are its words with tabs and breaks as they are. `lead` counts the characters at its beginning that are bold
    where not all are. `marks` says how it is marked: "bullet", "decimal" (17.18.59), "" not at all; `own` says that the
    mark is the line's own and not its style's. `picture`: something else than words stands in it. `italic` and `tinted`
    are how councils print advice to authors. By hand, where their style gives others, its words have the `font`, the
    size `by_hand` in half points, and the space `after` it in twentieths of a point. `pattern` is how its number is
    written ("%1.", 17.9.11), and `listed` the list of Word's that it belongs to.
    """

    line: TemplateLine
    raw: str
    bold: bool = False
    lead: int = 0
    italic: bool = False
    tinted: bool = False
    centred: bool = False
    size: int = 0
    marks: str = ""
    depth: int = 0
    own: bool = False
    picture: bool = False
    font: str = ""
    by_hand: int = 0
    after: int = 0
    pattern: str = ""
    listed: str = ""


class _Given:
    """What styles give, each asked for once: a document has some dozens of styles and thousands of runs."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self._on: dict[tuple[str, str], bool | None] = {}
        self._sizes: dict[str, int] = {}

    def size(self, style_id: str) -> int:
        """The half points of a style's letters."""
        if style_id not in self._sizes:
            self._sizes[style_id] = self.styles.size(style_id)
        return self._sizes[style_id]

    def on(self, name: str, style_id: str) -> bool | None:
        """Whether a style turns this property on or off; None where it says nothing."""
        key = name, style_id
        if key not in self._on:
            self._on[key] = self._asked(name, style_id)
        return self._on[key]

    def _asked(self, name: str, style_id: str) -> bool | None:
        seen: set[str] = set()
        style = self.styles.get(style_id)
        while style is not None and style.id not in seen:
            seen.add(style.id)
            given = style.element.find(f"{RPR}/{w(name)}")
            if given is not None:
                return given.get(VAL, "1") not in _OFF
            style = self.styles.get(style.based_on)
        return None


def template_shapes(template: bytes) -> tuple[LineShape, ...]:
    """Every line of a template as it looks; `WordError` if it is no sound Word document."""
    package = OpenPackage(template)
    part, numbers = package.related(STYLES), package.related(NUMBERING)
    styles = Styles(package.tree(part) if part else None)
    numbering = Numbering(package.tree(numbers) if numbers else None)
    given = _Given(styles)
    return tuple(_shape(paragraph, line, given, numbering) for paragraph, line in walked(package))


def atoms(paragraph: Element) -> list[Atom]:
    """The words of a paragraph in pieces, as they stand in its runs."""
    return list(_atoms(paragraph))


def _atoms(holder: Element) -> Iterator[Atom]:
    for each in holder:
        if each.tag == RUN:
            for inner in each:
                if inner.tag == T and inner.text:
                    yield Atom(each, inner, inner.text)
                elif inner.tag in _SIGNS:
                    yield Atom(each, inner, _SIGNS[inner.tag])
        elif each.tag in _HOLDING:
            yield from _atoms(each)


def _shape(paragraph: Element, line: TemplateLine, given: _Given, numbering: Numbering) -> LineShape:
    styles = given.styles
    found = atoms(paragraph)
    raw = "".join(each.text for each in found)
    style_id = _style_id(paragraph, styles)
    bold = [(each.text, _is_on(each.run, "b", style_id, given)) for each in found]
    said = [on for text, on in bold if text.strip()]
    marks, depth, own, pattern, listed = _marks(paragraph, style_id, styles, numbering)
    aligned = _aligned(paragraph, style_id, styles)
    return LineShape(
        line=line,
        raw=raw,
        bold=bool(said) and all(said),
        lead=0 if not said or all(said) else _lead(bold),
        italic=bool(said) and all(_is_on(each.run, "i", style_id, given) for each in found if each.text.strip()),
        tinted=bool(said) and all(_tinted(each.run) for each in found if each.text.strip()),
        centred=aligned == "center",
        size=_size(found, style_id, given),
        marks=marks,
        depth=depth,
        own=own,
        picture=any(True for _ in paragraph.iter(w("drawing"), w("pict"), w("object"))),
        font=_same([_own_font(each.run) for each in found if each.text.strip()]),
        by_hand=_sized(found, style_id, given),
        after=_after(paragraph),
        pattern=pattern,
        listed=listed,
    )


def _lead(bold: list[tuple[str, bool]]) -> int:
    """How many characters are bold before the first that is not."""
    count = 0
    for text, on in bold:
        if text.strip() and not on:
            break
        count += len(text)
    return count


def _style_id(paragraph: Element, styles: Styles) -> str:
    properties = child(paragraph, PPR)
    named = None if properties is None else child(properties, w("pStyle"))
    if named is not None and styles.get(named.get(VAL, "")) is not None:
        return named.get(VAL, "")
    default = styles.default("paragraph")
    return "" if default is None else default.id


def _is_on(run: Element, name: str, style_id: str, given: _Given) -> bool:
    look = child(run, RPR)
    own = None if look is None else child(look, w(name))
    if own is not None:
        return own.get(VAL, "1") not in _OFF
    named = None if look is None else child(look, w("rStyle"))
    by_run = given.on(name, named.get(VAL, "")) if named is not None else None
    return bool(given.on(name, style_id)) if by_run is None else by_run


def _tinted(run: Element) -> bool:
    look = child(run, RPR)
    colour = None if look is None else child(look, w("color"))
    shaded = None if look is None else child(look, w("highlight"))
    value = "" if colour is None else colour.get(VAL, "").casefold()
    return (value not in ("", "auto", "000000") and len(set(value)) > 1) or shaded is not None


def _size(found: list[Atom], style_id: str, given: _Given) -> int:
    own = [number_of(each.run, RPR, w("sz")) for each in found if each.text.strip()]
    usual = given.size(style_id)
    return max((each or usual for each in own), default=usual)


def _marks(paragraph: Element, style_id: str, styles: Styles, numbering: Numbering) -> tuple[str, int, bool, str, str]:
    properties = child(paragraph, PPR)
    given = None if properties is None else child(properties, w("numPr"))
    number = None if given is None else number_of(given, w("numId"))
    own = number is not None
    if number is not None:
        if number == 0:
            return "", 0, False, "", ""
        listed, depth = str(number), number_of(given, w("ilvl")) or 0
    else:
        by_style = styles.numbering(style_id)
        if by_style is None:
            return "", 0, False, "", ""
        listed = by_style[0]
        depth = by_style[1] if by_style[1] is not None else numbering.level_of_style(listed, style_id) or 0
    level = numbering.level(listed, depth)
    if level is None or level.format == "none":
        return "", 0, False, "", ""
    return level.format, depth, own, level.text, listed


def _aligned(paragraph: Element, style_id: str, styles: Styles) -> str:
    properties = child(paragraph, PPR)
    own = None if properties is None else child(properties, w("jc"))
    given = own if own is not None else styles.given(style_id, w("jc"))
    return "" if given is None else given.get(VAL, "")


def _own_font(run: Element) -> str:
    look = child(run, RPR)
    fonts = None if look is None else child(look, w("rFonts"))
    return "" if fonts is None else fonts.get(w("ascii"), "")


def _same(names: list[str]) -> str:
    """The name that all of these are; "" where they differ."""
    return names[0] if names and len(set(names)) == 1 else ""


def _sized(found: list[Atom], style_id: str, given: _Given) -> int:
    """The half points that the words have by hand, where their style gives others."""
    own = {number_of(each.run, RPR, w("sz")) for each in found if each.text.strip()}
    size = own.pop() if len(own) == 1 else None
    return size if size and size != given.size(style_id) else 0


def _after(paragraph: Element) -> int:
    """The space after a paragraph that it has by hand."""
    properties = child(paragraph, PPR)
    spacing = None if properties is None else child(properties, w("spacing"))
    return 0 if spacing is None else max(whole(spacing.get(w("after"), "")) or 0, 0)
