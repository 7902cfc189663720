"""Numbers that stay what they are when what came before them is taken out (ECMA-376 part 1, 17.9).

A paragraph whose number would be another begins a list of its own at its number, of the same definition, and those that
counted on from it go with it: not every program counts on over two instances of one definition.
"""

import re
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import NUMBERING, PPR, VAL, P, w
from clerkwell.word.ooxml.numbering import Labels, Numbering, paragraph_numbering
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.styles import Styles
from clerkwell.word.ooxml.xml import child, pieces
from clerkwell.word.writer.nums import num_pr

# What stands before the numbering among the properties of a paragraph (17.3.1.26).
_BEFORE = frozenset(
    w(name) for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)
_SEQUENCE = re.compile(r"\s*SEQ (\S+)")


@dataclass(frozen=True)
class Number:
    """The number of a paragraph: the list and level that give it, its count, and its label as it is shown."""

    num: str
    level: int
    count: int
    label: str


class Kept:
    """The numbers of a whole document: those of its paragraphs and of its captions."""

    def __init__(self) -> None:
        self.found: dict[Element, Number] = {}
        self.captions: dict[Element, int] = {}


def labels_of(package: OpenPackage, styles: Styles) -> Kept:
    """The numbers of the document as it is now."""
    kept = Kept()
    body = package.tree(package.main)
    part = package.related(NUMBERING)
    if part is not None:
        for line, numbered, count, label in _counted(body, styles, Numbering(package.tree(part))):
            kept.found[line] = Number(*numbered, count, label)
    counts: dict[str, int] = {}
    for code in body.iter(w("instrText")):
        found = _SEQUENCE.match(code.text or "")
        if found:
            counts[found[1]] = counts.get(found[1], 0) + 1
            kept.captions[code] = counts[found[1]]
    return kept


def keep_numbers(package: OpenPackage, styles: Styles, kept: Kept) -> None:
    """Let what is left of the document be numbered as it was."""
    body = package.tree(package.main)
    part = package.related(NUMBERING)
    if part is not None:
        _keep_lists(body, package, part, styles, kept)
    begun: dict[str, int] = {}
    for code in body.iter(w("instrText")):
        found = _SEQUENCE.match(code.text or "")
        if found and code in kept.captions:
            count = kept.captions[code]
            if count != begun.get(found[1], 0) + 1:
                code.text = f"{(code.text or '').rstrip()} \\r {count} "
            begun[found[1]] = count


def _keep_lists(body: Element, package: OpenPackage, part: str, styles: Styles, kept: Kept) -> None:
    settled: set[Element] = set()
    while True:
        numbering = Numbering(package.tree(part))
        wrong = next(
            (
                (line, kept.found[line])
                for line, _, _, label in _counted(body, styles, numbering)
                if line in kept.found and kept.found[line].label != label and line not in settled
            ),
            None,
        )
        if wrong is None:
            return
        first, was = wrong
        settled.add(first)
        fresh = _instance(package.touch(part), numbering, was)
        after = False
        for line in body.iter(P) if fresh is not None else ():
            after = after or line is first
            its = kept.found.get(line)
            if after and its is not None and its.num == was.num:
                _number(line, fresh or "", its.level)


def _counted(body: Element, styles: Styles, numbering: Numbering) -> "list[tuple[Element, tuple[str, int], int, str]]":
    count = _Counting(numbering)
    done = []
    for line in body.iter(P):
        properties = child(line, PPR)
        named = None if properties is None else child(properties, w("pStyle"))
        style = styles.get(named.get(VAL, "")) if named is not None else styles.default("paragraph")
        numbered = paragraph_numbering(properties, style, styles, numbering)
        if numbered is not None:
            label = count.next(*numbered)
            done.append((line, numbered, count.last, label))
    return done


class _Counting(Labels):
    """Labels, with the count that the last of them was made of."""

    last = 0

    def next(self, num_id: str, index: int) -> str:
        """The label of the next paragraph."""
        label = super().next(num_id, index)
        num = self._numbering.num(num_id)
        self.last = self._counters.get(num.abstract, {}).get(index, 0) if num else 0
        return label


def _instance(root: Element, numbering: Numbering, was: Number) -> str | None:
    """A new instance of the same definition that begins at this count; none where there is no such definition."""
    old = next((each for each in root.findall(w("num")) if each.get(w("numId")) == was.num), None)
    abstract = None if old is None else old.find(w("abstractNumId"))
    if old is None or abstract is None:
        return None
    number = str(numbering.highest_num + 1)
    fresh = root.makeelement(w("num"), {w("numId"): number})
    etree.SubElement(fresh, w("abstractNumId"), {VAL: abstract.get(VAL, "")})
    override = etree.SubElement(fresh, w("lvlOverride"), {w("ilvl"): str(was.level)})
    etree.SubElement(override, w("startOverride"), {VAL: str(was.count)})
    last = root.findall(w("num"))[-1]
    last.addnext(fresh)
    return number


def _number(line: Element, num: str, level: int) -> None:
    properties = child(line, PPR)
    if properties is None:
        properties = line.makeelement(PPR, {})
        line.insert(0, properties)
    for old in properties.findall(w("numPr")):
        properties.remove(old)
    at = sum(1 for each in properties if each.tag in _BEFORE)
    [holder] = pieces(f"<w:p>{num_pr(num, level)}</w:p>")
    properties.insert(at, holder[0])
