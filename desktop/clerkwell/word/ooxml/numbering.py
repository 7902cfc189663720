"""Word's numbering: what numbering.xml defines, and the labels that come of it (ECMA-376 part 1, 17.9).

A paragraph names a numbering instance (`w:num`) and a level. Instances of one abstract definition count together; a
`w:startOverride` makes an instance begin again when it is first used at that level (17.9.26). A level begins again
after a paragraph of a shallower one, unless `w:lvlRestart` says otherwise (17.9.10).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.counting import padded, written
from clerkwell.word.ooxml.names import MC, VAL, w
from clerkwell.word.ooxml.styles import Style, Styles, number_of, whole

# How many levels a list has (17.9.3); damaged documents name a millionth.
LEVELS = 9
# Symbol and Wingdings keep their bullets where Unicode has private characters.
_PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True)
class Level:
    """A level of a list: how it counts and how its label is written."""

    index: int
    start: int = 0
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    style: str = ""
    legal: bool = False
    indent: int | None = None
    pattern: str = ""


@dataclass(frozen=True)
class Num:
    """A numbering instance: which definition it uses, and what it has otherwise."""

    id: str
    abstract: str
    starts: Mapping[int, int] = field(default_factory=dict)
    levels: Mapping[int, Level] = field(default_factory=dict)


class Numbering:
    """What a numbering part defines; a document without one defines nothing."""

    def __init__(self, root: Element | None) -> None:
        self._abstracts: dict[str, Mapping[int, Level]] = {}
        self._nums: dict[str, Num] = {}
        if root is None:
            return
        links: dict[str, str] = {}
        linked: dict[str, str] = {}
        for element in root.findall(w("abstractNum")):
            abstract = element.get(w("abstractNumId"), "")
            self._abstracts[abstract] = _levels(element)
            own_style, other_style = element.find(w("styleLink")), element.find(w("numStyleLink"))
            if own_style is not None:
                links[own_style.get(VAL, "")] = abstract
            if other_style is not None:
                linked[abstract] = other_style.get(VAL, "")
        # A definition that only links to a numbering style has that style's levels (17.9.21).
        same = {abstract: links[style] for abstract, style in linked.items() if style in links}
        for element in root.findall(w("num")):
            num = _num(element)
            self._nums[num.id] = Num(num.id, same.get(num.abstract, num.abstract), num.starts, num.levels)

    def num(self, num_id: str) -> Num | None:
        """The instance of this id."""
        return self._nums.get(num_id)

    def level(self, num_id: str, index: int) -> Level | None:
        """A level as this instance has it."""
        num = self._nums.get(num_id)
        if num is None:
            return None
        return num.levels.get(index) or self._abstracts.get(num.abstract, {}).get(index)

    def level_of_style(self, num_id: str, style_id: str) -> int | None:
        """The level that belongs to a paragraph style (17.9.23), for a style that names no level itself."""
        num = self._nums.get(num_id)
        levels = {} if num is None else {**self._abstracts.get(num.abstract, {}), **num.levels}
        return next((level.index for level in levels.values() if level.style == style_id), None)

    @property
    def highest_num(self) -> int:
        """The highest id of an instance; 0 where there is none."""
        return max((whole(each) or 0 for each in self._nums), default=0)

    @property
    def highest_abstract(self) -> int:
        """The highest id of a definition; -1 where there is none."""
        return max((-1 if (number := whole(each)) is None else number for each in self._abstracts), default=-1)


class Labels:
    """Counts through a document in order and says each numbered paragraph's label."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counters: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, num_id: str, index: int) -> str:
        """The label of the next paragraph of this instance and level; "" where it has none."""
        num = self._numbering.num(num_id)
        level = self._numbering.level(num_id, index)
        if num is None or level is None:
            return ""
        counters = self._counters.setdefault(num.abstract, {})
        # A deeper level that comes without its shallower ones begins them, so that the next of those is the second.
        for shallower in range(min(index, LEVELS)):
            other = None if shallower in counters else self._numbering.level(num_id, shallower)
            if other is not None:
                counters[shallower] = other.start
        if index in num.starts and (num_id, index) not in self._begun:
            counters[index] = num.starts[index]
        elif index in counters:
            counters[index] += 1
        else:
            counters[index] = num.starts.get(index, level.start)
        self._begun.add((num_id, index))
        for deeper in [each for each in counters if each > index]:
            below = self._numbering.level(num_id, deeper)
            restart = below.restart if below else None
            if restart is None or index < restart:
                del counters[deeper]
        return self._written(num_id, level, counters)

    def _written(self, num_id: str, level: Level, counters: Mapping[int, int]) -> str:
        if level.format == "bullet":
            return _PRIVATE.sub("•", level.text)

        def number(found: re.Match[str]) -> str:
            index = int(found[1]) - 1
            other = self._numbering.level(num_id, index)
            count = counters.get(index, other.start if other else 1)
            if other is None:
                return str(count)
            if level.legal and other.format != "decimalZero":
                # All in Arabic digits (17.9.4), which those with a nought before them are already.
                return str(count)
            return padded(other.pattern, count) if other.format == "custom" else written(other.format, count)

        return re.sub(r"%([1-9])", number, level.text)


def paragraph_numbering(
    properties: Element | None, style: Style | None, styles: Styles, numbering: Numbering
) -> tuple[str, int] | None:
    """The instance and level of a paragraph: its own, or its style's (17.3.1.19)."""
    own_num = number_of(properties, w("numPr"), w("numId"))
    own_level = number_of(properties, w("numPr"), w("ilvl"))
    if own_num is not None:
        return None if own_num == 0 else (str(own_num), own_level or 0)
    given = styles.numbering(style.id) if style else None
    if given is None or style is None:
        return None
    num_id, level = given
    if level is None:
        level = numbering.level_of_style(num_id, style.id) or 0
    return num_id, own_level if own_level is not None else level


def _levels(element: Element) -> Mapping[int, Level]:
    return {level.index: level for level in map(_level, element.findall(w("lvl")))}


def _level(element: Element) -> Level:
    def value(name: str, otherwise: str) -> str:
        found = element.find(w(name))
        return otherwise if found is None else found.get(VAL, otherwise)

    # A form of Word 2010 and later stands in alternate content, with a plain one beside it for older programs.
    form = element.find(w("numFmt"))
    if form is None:
        form = element.find(f"{{{MC}}}AlternateContent/{{{MC}}}Choice/{w('numFmt')}")
    index = element.get(w("ilvl"), "0")
    where = element.find(f"{w('pPr')}/{w('ind')}")
    left = None if where is None else where.get(w("start")) or where.get(w("left"))
    legal = element.find(w("isLgl"))
    return Level(
        index=whole(index) or 0,
        start=number_of(element, w("start")) or 0,
        format="decimal" if form is None else form.get(VAL, "decimal"),
        pattern="" if form is None else form.get(w("format"), ""),
        text=value("lvlText", ""),
        restart=number_of(element, w("lvlRestart")),
        style=value("pStyle", ""),
        indent=whole(left) if left else None,
        legal=legal is not None and legal.get(VAL, "1") not in ("0", "false", "off"),
    )


def _num(element: Element) -> Num:
    abstract = element.find(w("abstractNumId"))
    starts: dict[int, int] = {}
    levels: dict[int, Level] = {}
    for override in element.findall(w("lvlOverride")):
        index = whole(override.get(w("ilvl"), "0")) or 0
        start = number_of(override, w("startOverride"))
        own = override.find(w("lvl"))
        if own is not None:
            levels[index] = _level(own)
        if start is not None:
            starts[index] = start
    return Num(element.get(w("numId"), ""), "" if abstract is None else abstract.get(VAL, ""), starts, levels)
