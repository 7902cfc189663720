"""The styles of a template as they come out, by themselves and by what they are based on (ECMA-376 part 1, 17.7)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import NUMBERING, PPR, RPR, STYLES, w
from clerkwell.word.ooxml.numbering import LEVELS, Level, Numbering
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.styles import Style, Styles

OTHER: Final = "something else of its look"
# What Word calls the properties that people change.
_WORDS: Final[Mapping[str, str]] = {
    "rFonts": "font", "sz": "size", "b": "bold", "i": "italics", "color": "colour", "u": "underline",
    "caps": "capitals", "smallCaps": "small capitals",
    "lang": "language", "vanish": "hidden", "shd": "shading", "vertAlign": "raising",
    "jc": "alignment", "spacing": "spacing", "ind": "indents", "outlineLvl": "heading level", "numbering": "numbering",
    "pBdr": "borders", "tblBorders": "borders", "tabs": "tab stops", "keepNext": "keeping with the next",
    "pageBreakBefore": "page break before",
}  # fmt: skip
# What says the same for other scripts, and what has no look.
_LEFT_OUT: Final = frozenset({"szCs", "bCs", "iCs", "numPr", "rPrChange", "pPrChange"})


@dataclass(frozen=True)
class StyleLook:
    """How a style looks in the end.

    `kind` is Word's: paragraph, character, table, numbering. `size` is in points, 0 for one that takes the size of its
    surroundings. `marks` says how paragraphs of it are marked: "bullet", "decimal" and so on (17.18.59), "" not at all.
    `level` is its level as a heading from 1, 0 for none. `properties` are all that makes its look, by name.
    """

    name: str
    kind: str
    size: float = 0
    marks: str = ""
    level: int = 0
    language: str = ""
    properties: Mapping[str, str] = field(default_factory=dict)

    def otherwise(self, other: "StyleLook") -> tuple[str, ...]:
        """What differs in another style, in a person's words; nothing where they look alike."""
        names = sorted(self.properties.keys() | other.properties.keys())
        differing = [each for each in names if self.properties.get(each, "") != other.properties.get(each, "")]
        return tuple(dict.fromkeys(_WORDS.get(each, OTHER) for each in differing))


def template_looks(template: bytes) -> tuple[StyleLook, ...]:
    """Every style of a template; `WordError` if it is no sound Word document."""
    package = OpenPackage(template)
    part, numbers = package.related(STYLES), package.related(NUMBERING)
    root = package.tree(part) if part else None
    styles, numbering = Styles(root), Numbering(package.tree(numbers) if numbers else None)
    elements = () if root is None else root.iterchildren(w("style"))
    found = (styles.get(each.get(w("styleId"), "")) for each in elements)
    return tuple(_look(style, styles, numbering, root) for style in found if style is not None)


def _look(style: Style, styles: Styles, numbering: Numbering, root: Element | None) -> StyleLook:
    properties: dict[str, str] = {}
    # What every paragraph begins with; a character style takes the rest of what it stands in.
    if style.kind == "paragraph" and root is not None:
        for name in ("pPrDefault", "rPrDefault"):
            given = root.find(f"{w('docDefaults')}/{w(name)}")
            properties |= {} if given is None else dict(_given(given))
    for each in _chain(style, styles):
        properties |= dict(_given(each.element))
    levels = _levels(style, styles, numbering) if style.kind == "paragraph" else ()
    if levels:
        properties["numbering"] = "; ".join(f"{each.format} {each.text} {each.indent}" for each in levels)
    outline = styles.outline(style.id) if style.kind == "paragraph" else None
    size = properties.get("sz", "").partition("val=")[2].partition(" ")[0]
    return StyleLook(
        name=style.name,
        kind=style.kind,
        size=int(size) / 2 if size.isdecimal() else 0,
        marks=_mark(style, styles, numbering),
        level=0 if outline is None else outline + 1,
        language=properties.get("lang", "").partition("val=")[2].partition(" ")[0],
        properties=properties,
    )


def _chain(style: Style, styles: Styles) -> list[Style]:
    """A style and what it is based on, the last of them first."""
    found: list[Style] = []
    following: Style | None = style
    while following is not None and following not in found:
        found.insert(0, following)
        following = styles.get(following.based_on)
    return found


def _given(element: Element) -> Iterator[tuple[str, str]]:
    """What an element gives of paragraphs, letters and tables: a name and all that is said of it."""
    for holder in element.iterchildren(PPR, RPR, w("tblPr"), w("tcPr"), w("trPr"), w("tblStylePr")):
        for each in holder:
            name = str(each.tag).rpartition("}")[2]
            if name not in _LEFT_OUT:
                yield name, _said(each)


def _said(element: Element) -> str:
    attributes = sorted((str(name).rpartition("}")[2], str(value)) for name, value in element.attrib.items())
    inner = "".join(f" [{str(each.tag).rpartition('}')[2]} {_said(each)}]" for each in element)
    return " ".join(f"{name}={value}" for name, value in attributes) + inner


def _levels(style: Style, styles: Styles, numbering: Numbering) -> tuple[Level, ...]:
    """The levels of the list that a style's paragraphs belong to."""
    given = styles.numbering(style.id)
    if given is None:
        return ()
    return tuple(level for at in range(LEVELS) if (level := numbering.level(given[0], at)) is not None)


def _mark(style: Style, styles: Styles, numbering: Numbering) -> str:
    given = styles.numbering(style.id) if style.kind == "paragraph" else None
    if given is None:
        return ""
    at = given[1] if given[1] is not None else numbering.level_of_style(given[0], style.id) or 0
    level = numbering.level(given[0], at)
    return "" if level is None or level.format == "none" else level.format
