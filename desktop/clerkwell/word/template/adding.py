"""Styles added to a template that lacks some, in the fonts and sizes that it has: each is based on one of its own.

Lists get numbering of their own, so that Word renumbers them when somebody edits afterwards (17.9).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import NUMBERING, NUMBERING_TYPE, PPR, RPR, STYLES, VAL, W, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.styles import Styles, whole
from clerkwell.word.ooxml.xml import child, serialise
from clerkwell.word.template.controls import made

_STYLES_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
_SIGNS: Final = ("•", "–", "▪")
_FORMS: Final = (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"))
# How far each level of a list stands in, in twentieths of a point.
_STEP: Final = 454


@dataclass(frozen=True)
class NewStyle:
    """A style to be added: its name, and the one of the template that it is based on ("" for the ordinary one).

    `level` makes it a heading; `list` a list, with `depth` its level from 0. `bold`, `grey`, the space `after` in
    twentieths of a point, the `font` and the `size` in half points are all the look that it gives of its own. A list of
    numbers counts as `form` says (17.18.59) and writes each as `pattern` does: "a." is "lowerLetter" and "%1.". One
    that `joins` a list of the document, by its number there, counts on its level `depth` as that list does.
    """

    name: str
    based_on: str = ""
    kind: Literal["paragraph", "character", "table"] = "paragraph"
    level: int = 0
    list: Literal["", "bullets", "numbers", "paragraphs"] = ""
    depth: int = 0
    bold: bool = False
    grey: bool = False
    after: int = 0
    font: str = ""
    size: int = 0
    form: str = ""
    pattern: str = ""
    joins: str = ""


def add_styles(template: bytes, styles: Sequence[NewStyle], language: str = "") -> bytes:
    """The document with these styles; one that it has already is left alone. `language` is that of its words.

    Raises `WordError` for a damaged document.
    """
    package = OpenPackage(template)
    part = package.related(STYLES)
    if part is None:
        part = package.free_name("word/styles{}.xml")
        package.add(part, serialise(etree.Element(w("styles"), nsmap={"w": W})), _STYLES_TYPE)
        package.relations(package.main).add(STYLES, part)
    root = package.tree(part)
    known = Styles(root)
    wanted = [each for each in styles if known.named(each.name, each.kind) is None]
    if wanted or (language and known.language.casefold() != language.casefold()):
        package.touch(part)
    if language and known.language.casefold() != language.casefold():
        _speak(root, language)
    lists = _Lists(package)
    made_ids: dict[str, str] = {}
    for each in wanted:
        based = known.named(each.based_on, each.kind) if each.based_on else known.default(each.kind)
        base = made_ids.get(each.based_on.casefold()) or ("" if based is None else based.id)
        style_id = _free_id(root, each.name)
        made_ids[each.name.casefold()] = style_id
        root.append(_style(each, style_id, base, lists.number(each, style_id)))
    if any(each.kind == "paragraph" for each in wanted) and known.default("paragraph") is None:
        _first_default(root)
    return package.save()


def _speak(root: Element, language: str) -> None:
    """Say what language the words of a document are in (17.3.2.20), where no style says otherwise."""
    defaults = _given(root, "docDefaults", 0)
    outer = _given(defaults, "rPrDefault", 0)
    look = _given(outer, "rPr", 0)
    before = child(look, w("lang"))
    old = "" if before is None else before.get(VAL, "")
    if before is None:
        before = made(w("lang"))
        look.append(before)
    before.set(VAL, language)
    for each in root.iter(w("lang")):
        if old and each.get(VAL, "") == old:
            each.set(VAL, language)


def _given(element: Element, name: str, at: int) -> Element:
    found = child(element, w(name))
    if found is None:
        found = made(w(name))
        element.insert(at, found)
    return found


def _free_id(root: Element, name: str) -> str:
    taken = {each.get(w("styleId"), "").casefold() for each in root.iterchildren(w("style"))}
    stem = "".join(each for each in name.title() if each.isalnum()) or "Style"
    given, number = stem, 2
    while given.casefold() in taken:
        given = f"{stem}{number}"
        number += 1
    return given


def _first_default(root: Element) -> None:
    first = next((each for each in root.iterchildren(w("style")) if each.get(w("type")) == "paragraph"), None)
    if first is not None:
        first.set(w("default"), "1")


def _style(each: NewStyle, style_id: str, base: str, number: str) -> Element:
    style = made(w("style"))
    style.set(w("type"), each.kind)
    style.set(w("styleId"), style_id)
    style.append(_valued("name", each.name))
    if base:
        style.append(_valued("basedOn", base))
    style.append(_valued("uiPriority", "10"))
    style.append(made(w("qFormat")))
    if each.kind == "paragraph" and len(properties := _paragraph(each, number)):
        style.append(properties)
    look = _letters(each)
    if len(look):
        style.append(look)
    if each.kind == "table":
        style.append(_borders())
    return style


def _letters(each: NewStyle) -> Element:
    look = made(RPR)
    if each.font:
        fonts = made(w("rFonts"))
        for script in ("ascii", "hAnsi", "cs"):
            fonts.set(w(script), each.font)
        look.append(fonts)
    if each.bold:
        look.extend((made(w("b")), made(w("bCs"))))
    if each.grey:
        look.append(_valued("color", "595959"))
    if each.size:
        look.extend((_valued("sz", str(each.size)), _valued("szCs", str(each.size))))
    return look


def _paragraph(each: NewStyle, number: str) -> Element:
    properties = made(PPR)
    if each.level:
        properties.extend((made(w("keepNext")), made(w("keepLines"))))
    if number:
        numbers = made(w("numPr"))
        if each.depth:
            numbers.append(_valued("ilvl", str(each.depth)))
        numbers.append(_valued("numId", number))
        properties.append(numbers)
    if each.after:
        spacing = made(w("spacing"))
        spacing.set(w("after"), str(each.after))
        properties.append(spacing)
    if each.list in ("bullets", "numbers"):
        properties.append(made(w("contextualSpacing")))
    if each.level:
        properties.append(_valued("outlineLvl", str(each.level - 1)))
    return properties


def _borders() -> Element:
    properties, borders = made(w("tblPr")), made(w("tblBorders"))
    for name in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = _valued(name, "single")
        for key, value in (("sz", "4"), ("space", "0"), ("color", "auto")):
            line.set(w(key), value)
        borders.append(line)
    properties.append(borders)
    return properties


def _valued(name: str, value: str) -> Element:
    element = made(w(name))
    element.set(VAL, value)
    return element


class _Lists:
    """The lists that new styles belong to; each is made when the first style of it is."""

    def __init__(self, package: OpenPackage) -> None:
        self._package = package
        self._made: dict[str, tuple[str, Element]] = {}

    def number(self, style: NewStyle, style_id: str) -> str:
        """The number of the list that a style's paragraphs belong to; "" for none."""
        if not style.list:
            return ""
        if style.joins:
            return self._joined(style, style_id)
        if style.list not in self._made:
            self._made[style.list] = self._new(style.list)
        number, abstract = self._made[style.list]
        levels = list(abstract.iterchildren(w("lvl")))
        # The style of a level stands right after the form of its numbers (17.9.6).
        form = child(levels[style.depth], w("numFmt"))
        if form is not None:
            text = child(levels[style.depth], w("lvlText"))
            if style.form and text is not None:
                form.set(VAL, style.form)
                text.set(VAL, style.pattern)
            form.addnext(_valued("pStyle", style_id))
        return number

    def _joined(self, style: NewStyle, style_id: str) -> str:
        """The same for a list that the document has: its level becomes the style's, if it is no other's (17.9.23)."""
        part = self._package.related(NUMBERING)
        root = None if part is None else self._package.touch(part)
        nums = [] if root is None else [e for e in root.iterchildren(w("num")) if e.get(w("numId")) == style.joins]
        of = child(nums[0], w("abstractNumId")) if nums else None
        at = "" if of is None else of.get(VAL, "")
        for abstract in [] if root is None else root.iterchildren(w("abstractNum")):
            if not at or abstract.get(w("abstractNumId")) != at:
                continue
            for level in abstract.iterchildren(w("lvl")):
                if level.get(w("ilvl")) == str(style.depth) and child(level, w("pStyle")) is None:
                    before = [child(level, w(name)) for name in ("lvlRestart", "numFmt", "start")]
                    last = next((each for each in before if each is not None), None)
                    named = _valued("pStyle", style_id)
                    level.insert(0, named) if last is None else last.addnext(named)
        return style.joins if nums else ""

    def _new(self, kind: str) -> tuple[str, Element]:
        package = self._package
        part = package.related(NUMBERING)
        if part is None:
            part = package.free_name("word/numbering{}.xml")
            package.add(part, serialise(etree.Element(w("numbering"), nsmap={"w": W})), NUMBERING_TYPE)
            package.relations(package.main).add(NUMBERING, part)
        root = package.touch(part)
        abstracts = [each for each in root.iterchildren(w("abstractNum"))]
        numbers = [each for each in root.iterchildren(w("num"))]
        at = str(_highest(abstracts, "abstractNumId") + 1)
        number = str(_highest(numbers, "numId") + 1)
        abstract = made(w("abstractNum"))
        abstract.set(w("abstractNumId"), at)
        abstract.append(_valued("multiLevelType", "multilevel"))
        abstract.extend(_level(kind, depth) for depth in range(9))
        # Definitions stand before the lists that use them (17.9.17).
        if abstracts:
            abstracts[-1].addnext(abstract)
        else:
            root.insert(len(list(root.iterchildren(w("numPicBullet")))), abstract)
        num = made(w("num"))
        num.set(w("numId"), number)
        num.append(_valued("abstractNumId", at))
        if numbers:
            numbers[-1].addnext(num)
        else:
            abstract.addnext(num)
        return number, abstract


def _highest(elements: list[Element], name: str) -> int:
    return max((whole(each.get(w(name), "")) or 0 for each in elements), default=0)


def _level(kind: str, depth: int) -> Element:
    level = made(w("lvl"))
    level.set(w("ilvl"), str(depth))
    if kind == "bullets":
        form, text = "bullet", _SIGNS[depth % 3]
    else:
        form, pattern = _FORMS[depth % 3]
        text = pattern.replace(str(depth % 3 + 1), str(depth + 1))
    left = _STEP * (depth + 1) if kind != "paragraphs" else 680 + _STEP * depth
    hanging = _STEP if kind != "paragraphs" or depth else 680
    level.extend((_valued("start", "1"), _valued("numFmt", form), _valued("lvlText", text), _valued("lvlJc", "left")))
    properties, indents = made(PPR), made(w("ind"))
    indents.set(w("left"), str(left))
    indents.set(w("hanging"), str(hanging))
    properties.append(indents)
    level.append(properties)
    return level
