"""The document's looks, resolved: each style with what it is based on, each level of a list, the theme's fonts."""

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import NUMBERING, PPR, RPR, SETTINGS, STYLES, VAL, A, R, w
from clerkwell.word.ooxml.numbering import Numbering
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.styles import Style, Styles
from clerkwell.word.ooxml.xml import child
from clerkwell.word.typeset.properties import ParagraphLook, RunLook, merged, on, paragraph_look, run_look, value, whole

_THEME = f"{R}/theme"
# A style may be based on another only so often; more is a circle.
_DEEPEST = 50


class Book:
    """Looks things up once and remembers them."""

    def __init__(self, package: OpenPackage) -> None:
        styles, numbering = package.related(STYLES), package.related(NUMBERING)
        self.styles_root = package.tree(styles) if styles else None
        self.numbering_root = package.tree(numbering) if numbering else None
        self.styles = Styles(self.styles_root)
        self.numbering = Numbering(self.numbering_root)
        self.themes = _theme_fonts(package)
        self.adds_space = _adds_space(package)
        self._levels = _levels(self.numbering_root)
        self._paragraphs: dict[str, ParagraphLook] = {}
        self._runs: dict[str, RunLook] = {}
        self._defaults = self._document_defaults()

    def style(self, properties: Element | None) -> Style | None:
        """The style that a paragraph has."""
        return self.styles.get(value(properties, "pStyle")) or self.styles.default("paragraph")

    def paragraph(self, style: Style | None) -> ParagraphLook:
        """How paragraphs of this style stand."""
        name = style.id if style else ""
        if name not in self._paragraphs:
            look = self._defaults[0]
            for each in self.chain(style):
                own = child(each.element, PPR)
                look = merged(merged(look, self._level_of(own, each)), paragraph_look(own))
            self._paragraphs[name] = look
        return self._paragraphs[name]

    def words_in(self, style: Style | None, table: RunLook | None = None) -> RunLook:
        """How words in paragraphs of this style look; `table` is what their table's style wants, if they do not."""
        return {**self._defaults[1], **(table or {}), **self.added(style)}

    def character(self, style_id: str) -> RunLook:
        """What a character style adds."""
        return self.added(self.styles.get(style_id))

    def added(self, style: Style | None) -> RunLook:
        """What a style says of words, with what it is based on."""
        name = style.id if style else ""
        if name not in self._runs:
            look: RunLook = {}
            for each in self.chain(style):
                look = {**look, **run_look(child(each.element, RPR), self.themes)}
            self._runs[name] = look
        return self._runs[name]

    def level(self, num_id: str, index: int) -> Element | None:
        """A level of a list as this instance has it."""
        return self._levels.get((num_id, index))

    def level_look(self, num_id: str, index: int) -> ParagraphLook:
        """How a level of a list has its paragraphs stand."""
        level = self.level(num_id, index)
        return paragraph_look(None if level is None else child(level, PPR))

    def chain(self, style: Style | None) -> list[Style]:
        """A style after those that it is based on."""
        found: list[Style] = []
        while style is not None and style not in found and len(found) < _DEEPEST:
            found.append(style)
            style = self.styles.get(style.based_on)
        return found[::-1]

    def _level_of(self, properties: Element | None, style: Style) -> ParagraphLook:
        numbered = None if properties is None else child(properties, w("numPr"))
        if numbered is None:
            return {}
        given = self.styles.numbering(style.id)
        if given is None:
            return {}
        num_id, level = given
        if level is None:
            level = self.numbering.level_of_style(num_id, style.id) or 0
        return self.level_look(num_id, level)

    def _document_defaults(self) -> tuple[ParagraphLook, RunLook]:
        root = None if self.styles_root is None else self.styles_root.find(w("docDefaults"))
        if root is None:
            return {}, {"size": 20}
        paragraph = root.find(f"{w('pPrDefault')}/{PPR}")
        words = root.find(f"{w('rPrDefault')}/{RPR}")
        return paragraph_look(paragraph), {"size": 20, **run_look(words, self.themes)}


def _levels(root: Element | None) -> dict[tuple[str, int], Element]:
    """Every level of every instance: what the instance has otherwise, or its definition's."""
    found: dict[tuple[str, int], Element] = {}
    if root is None:
        return found
    abstracts = {each.get(w("abstractNumId"), ""): each for each in root.findall(w("abstractNum"))}
    styled = {value(each, "styleLink"): each for each in abstracts.values() if value(each, "styleLink")}
    for num in root.findall(w("num")):
        num_id = num.get(w("numId"), "")
        abstract = abstracts.get(value(num, "abstractNumId"))
        abstract = styled.get(value(abstract, "numStyleLink"), abstract)
        overridden = num.findall(f"{w('lvlOverride')}/{w('lvl')}")
        for level in (*(() if abstract is None else abstract.findall(w("lvl"))), *overridden):
            found[num_id, whole(level.get(w("ilvl"))) or 0] = level
    return found


def _adds_space(package: OpenPackage) -> bool:
    part = package.related(SETTINGS)
    path = f"{w('compat')}/{w('doNotUseHTMLParagraphAutoSpacing')}"
    return part is not None and on(package.tree(part).find(path))


def _theme_fonts(package: OpenPackage) -> dict[str, str]:
    part = package.related(_THEME)
    fonts: dict[str, str] = {}
    if part is not None:
        for kind in ("major", "minor"):
            latin = package.tree(part).find(f".//{{{A}}}{kind}Font/{{{A}}}latin")
            if latin is not None:
                fonts[kind] = latin.get("typeface", "")
    return fonts


def language(book: Book) -> tuple[str, str]:
    """The document's language and region: ("en", "GB")."""
    found = None
    if book.styles_root is not None:
        found = book.styles_root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{RPR}/{w('lang')}")
    code, _, region = ("en-GB" if found is None else found.get(VAL, "en-GB")).partition("-")
    sound = len(code) in (2, 3) and code.isascii() and code.isalpha()
    return (code.lower() if sound else "en", region if len(region) == 2 and region.isalpha() else "")
