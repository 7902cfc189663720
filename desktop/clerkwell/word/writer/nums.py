"""Numbered and bulleted lists in Word's numbering part (ECMA-376 part 1, 17.9).

Each list that begins anew is an instance (`w:num`) of the definition that the template's list style uses, told by a
`w:startOverride` where to begin. The template's definitions are never changed; where it has none that counts, one is
added.
"""

from functools import cached_property

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import NUMBERING, NUMBERING_TYPE, VAL, W, w
from clerkwell.word.ooxml.numbering import Numbering
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.writer.laid import ListPlace
from clerkwell.word.writer.roles import Looks

# What a pack without list numbering gets: the markers of `clerkwell.model.lists`, each level 0.63 cm further in.
_COUNTS = (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"))
_BULLETS = (("bullet", "•"), ("bullet", "–"), ("bullet", "▪"))
_STEP = 357


class Nums:
    """The lists of one document. Nothing is written to the numbering part until a list needs it."""

    def __init__(self, package: OpenPackage, looks: Looks) -> None:
        self._package = package
        self._looks = looks
        self._added_nums = 0
        self._added_abstracts = 0
        self._bases: dict[tuple[str, bool], tuple[str, int]] = {}
        self._instances: dict[tuple[int, str], str] = {}
        self._own: dict[bool, str] = {}
        self._items: dict[tuple[str, int, bool], tuple[str, str]] = {}

    @cached_property
    def _numbering(self) -> Numbering:
        """What the template's numbering part defines; read when the first list item asks."""
        part = self._package.related(NUMBERING)
        return Numbering(self._package.tree(part) if part else None)

    def item(self, role: str, level: int, place: ListPlace | None) -> tuple[str, str]:
        """The style id and the `w:numPr` ("" where the style gives it) of a list item."""
        if place is None:
            key = (role, level, False)
            if key not in self._items:
                self._items[key] = self._bullet(role, level)
            return self._items[key]
        if not self._counts(role):
            role = "number"
        style = self._looks.paragraph(role if level == 0 else f"{role}-{level + 1}")
        abstract, first = self._base(role)
        instance = self._instance(place, abstract, first)
        return style, num_pr(instance, first + level)

    def _bullet(self, role: str, level: int) -> tuple[str, str]:
        style = self._looks.paragraph(role if level == 0 else f"{role}-{level + 1}")
        if role not in ("bullet", "number") and level and style == self._looks.paragraph("paragraph"):
            return self._bullet("bullet", level)
        given = self._looks.styles.numbering(style)
        outer = self._looks.paragraph(role)
        if given is not None and (level == 0 or style != outer):
            return style, ""
        if given is not None:
            num, first = given
            if self._numbering.level(num, (first or 0) + level) is not None:
                return style, num_pr(num, (first or 0) + level)
        if role != "bullet":
            return style, ""
        return style, num_pr(self._own_instance(), level)

    def _counts(self, role: str) -> bool:
        """Whether the style of a role numbers its paragraphs with something that counts."""
        given = self._looks.styles.numbering(self._looks.paragraph(role))
        if given is None:
            return False
        num, level = given
        found = self._numbering.level(num, level or 0)
        return found is not None and found.format not in ("bullet", "none")

    def _base(self, role: str) -> tuple[str, int]:
        """The definition that lists of a role are instances of, and its level of the outermost items."""
        key = (role, True)
        if key not in self._bases:
            given = self._looks.styles.numbering(self._looks.paragraph(role))
            num = self._numbering.num(given[0]) if given and self._counts(role) else None
            if given is not None and num is not None and self._has_levels(num.id, given[1] or 0):
                self._bases[key] = (num.abstract, given[1] or 0)
            else:
                self._bases[key] = (self._own_definition(counts=True), 0)
        return self._bases[key]

    def _has_levels(self, num: str, first: int) -> bool:
        levels = [self._numbering.level(num, first + deeper) for deeper in range(3)]
        return all(level is not None and level.format not in ("bullet", "none") for level in levels)

    def _instance(self, place: ListPlace, abstract: str, first: int) -> str:
        key = (place.number, abstract)
        if key not in self._instances:
            self._instances[key] = self._add_num(abstract, first + place.begun, place.start)
        return self._instances[key]

    def _own_instance(self) -> str:
        abstract = self._own_definition(counts=False)
        key = (-1, abstract)
        if key not in self._instances:
            self._instances[key] = self._add_num(abstract, None, 0)
        return self._instances[key]

    def _own_definition(self, *, counts: bool) -> str:
        if counts not in self._own:
            self._added_abstracts += 1
            self._own[counts] = str(self._numbering.highest_abstract + self._added_abstracts)
            root = self._root()
            element = etree.fromstring(_definition(self._own[counts], _COUNTS if counts else _BULLETS))
            at = next((root.index(each) for each in root if each.tag in _AFTER_DEFINITIONS), len(root))
            root.insert(at, element)
        return self._own[counts]

    def _add_num(self, abstract: str, level: int | None, start: int) -> str:
        self._added_nums += 1
        number = str(self._numbering.highest_num + self._added_nums)
        root = self._root()
        element = root.makeelement(w("num"), {w("numId"): number})
        etree.SubElement(element, w("abstractNumId"), {VAL: abstract})
        if level is not None:
            override = etree.SubElement(element, w("lvlOverride"), {w("ilvl"): str(level)})
            etree.SubElement(override, w("startOverride"), {VAL: str(start)})
        at = next((root.index(each) for each in root if each.tag == w("numIdMacAtCleanup")), len(root))
        root.insert(at, element)
        return number

    def _root(self) -> Element:
        part = self._package.related(NUMBERING)
        if part is None:
            part = self._package.free_name("word/numbering{}.xml").replace("numbering1.", "numbering.")
            self._package.add(part, f'<w:numbering xmlns:w="{W}"/>'.encode(), NUMBERING_TYPE)
            self._package.relations(self._package.main).add(NUMBERING, part)
        return self._package.touch(part)


_AFTER_DEFINITIONS = frozenset({w("num"), w("numIdMacAtCleanup")})


def num_pr(num: str, level: int) -> str:
    """Direct numbering of a paragraph."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


def _definition(abstract: str, forms: tuple[tuple[str, str], ...]) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{(index + 1) * _STEP}" w:hanging="{_STEP}"/></w:pPr></w:lvl>'
        for index, (form, text) in enumerate(forms)
    )
    return (
        f'<w:abstractNum xmlns:w="{W}" w:abstractNumId="{abstract}"><w:multiLevelType w:val="multilevel"/>'
        f"{levels}</w:abstractNum>"
    )
