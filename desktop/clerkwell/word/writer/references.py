"""What live references point at: the bookmark that it carries and the words that stand for it.

`REF bookmark \\r` gives a paragraph's number without its full stop, `REF bookmark` the words inside the bookmark
(ECMA-376 part 1, 17.16.5.45). The cached words are what Word would work out, so nothing has to be updated.

Item (a) under item 2 is cited as "2(a)". `\\w` would say so in one field, but programs differ in whether the full stop
of "2." stays in the middle; so each number is a field of its own, `REF bookmark \\n`, which gives no context.
"""

import re
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from clerkwell.model import Appendix, Blocks, Landscape, ListItem, Reference, Report, Runs, SubHeading, Table, walk
from clerkwell.model.lists import marker, ordinals
from clerkwell.model.text import OBJECT
from clerkwell.packs import Numbers, Part
from clerkwell.word.writer.layout import written
from clerkwell.word.writer.words import Pointer


@dataclass(frozen=True)
class Target:
    """A bookmark's name and number, the words of a reference to it, and whether those are a paragraph's number.

    An item of a list adds its `own` number to that of the item `above` it, if there is one. `first` is what the text
    says before the field, where the template's bookmark holds a bare number.
    """

    name: str
    number: int
    words: str
    is_number: bool
    own: str = ""
    above: str = ""
    first: str = ""

    def told_by(self, words: str) -> "Target":
        """The same bookmark, told by the words inside it."""
        return replace(self, words=words, is_number=False, own="", above="")


@dataclass(frozen=True)
class Targets:
    """The targets of a report by what the references say: ("paragraph", block id), ("section", section id), …"""

    found: Mapping[tuple[str, str], Target] = field(default_factory=dict)

    def get(self, to: str, target: str) -> Target | None:
        """The target of a reference, if the document has it."""
        return self.found.get((to, target))

    def pointers(self, to: str, target: str) -> tuple[Pointer, ...]:
        """The fields that a reference is made of; none if the document does not have its target."""
        found = self.get(to, target)
        if found is None:
            return ()
        if found.own:
            return (*self.pointers(to, found.above), (found.name, found.own, "\\n"))
        return ((found.name, found.words, "\\r" if found.is_number else ""),)

    def of_block(self, block_id: str) -> Target | None:
        """The bookmark that a block carries."""
        return self.found.get(("paragraph", block_id)) or self.found.get(("table", block_id))

    @property
    def blocks(self) -> frozenset[str]:
        """The ids of the blocks that are pointed at."""
        return frozenset(name for to, name in self.found if to in ("paragraph", "table"))


@dataclass(frozen=True)
class _Said:
    """What a reference says, before it has a bookmark."""

    words: str
    is_number: bool = False
    own: str = ""
    above: str = ""


_Key = tuple[str, str]


def targets(
    report: Report, parts: Sequence[Part], numbers: Numbers, first: int, appendices: Sequence[Appendix] = ()
) -> Targets:
    """Every target that a reference points at and the document has; bookmarks count from `first`.

    The document has these parts and, at its end, the words of these appendices.
    """
    texts = [*(part.section.blocks for part in parts if part.section), *(each.blocks for each in appendices)]
    wanted: dict[_Key, None] = {(each.to, each.target): None for blocks in texts for each in _references(blocks)}
    if not wanted:
        return Targets()
    said = _said(report, parts, numbers, texts, {name for to, name in wanted if to == "table"})
    found: dict[_Key, Target] = {}
    names: set[str] = set()
    for key in _with_those_above(wanted, said):
        each = said[key]
        name, number = _name(key, names), first + len(found)
        names.add(name)
        found[key] = Target(name, number, each.words, each.is_number, each.own, each.above)
    return Targets(found)


def said_of_all(report: Report, parts: Sequence[Part], numbers: Numbers, also: str = "") -> dict[_Key, str]:
    """What a reference to each thing that can be pointed at would say, by ("paragraph", block id) and so on.

    A table with no caption takes a number only when something points at it, as if it did at the table `also`.
    """
    texts = [part.section.blocks for part in parts if part.section]
    wanted = {each.target for blocks in texts for each in _references(blocks) if each.to == "table"}
    wanted |= {also}
    return {key: each.words for key, each in _said(report, parts, numbers, texts, wanted).items()}


def _name(key: _Key, taken: Collection[str]) -> str:
    """A name as Word gives them, the same in every document of the report: what was changed can be told by that."""
    number = zlib.crc32(" ".join(key).encode())
    while (name := f"_Ref{100000000 + number % 900000000}") in taken:
        number += 1
    return name


def names_sections(before: str) -> bool:
    """Whether the words before a section's number already say that it is one: "see section", "sections 4 and"."""
    return _NAMED.search(before) is not None


def begins_sentence(before: str) -> bool:
    """Whether a sentence begins after these words."""
    return not before.strip() or before.rstrip()[-1] in ".!?"


_NAMED = re.compile(
    rf"(?:\b(?:sections?|parts?|headings?|chapters?)|§)\s*"
    rf"(?:(?:{OBJECT}|\d+)\s*(?:,\s*and|,\s*or|,|;|and|or|to|&|–|-|/)\s*)*$",
    re.IGNORECASE,
)


def _with_those_above(wanted: Iterable[_Key], said: Mapping[_Key, _Said]) -> list[_Key]:
    """What is pointed at and there, and the items that its numbers begin with."""
    done: dict[_Key, None] = {}
    for key in wanted:
        while key in said and key not in done:
            done[key] = None
            key = (key[0], said[key].above)
    return list(done)


def _said(
    report: Report, parts: Sequence[Part], numbers: Numbers, texts: Sequence[Blocks], tables: set[str]
) -> dict[_Key, _Said]:
    said: dict[_Key, _Said] = {}
    counted = 0
    for part in parts:
        number = numbers.sections.get(part.id)
        said["section", part.id] = _Said(part.heading.rstrip(" :")) if number is None else _Said(str(number), True)
    for blocks in texts:
        for block in walk(blocks):
            if isinstance(block, Table) and (block.caption.strip() or (any(block.rows) and block.id in tables)):
                counted += 1
                said["table", block.id] = _Said(f"Table\u00a0{counted}")
        said.update(_items(blocks))
    for block_id, count in numbers.paragraphs.items():
        said["paragraph", block_id] = _Said(str(count), True)
    for appendix in report.appendices:
        said["appendix", appendix.id] = _Said(f"Appendix {appendix.number}".strip())
    return said


def _items(blocks: Blocks) -> Iterator[tuple[_Key, _Said]]:
    """Numbered items, with the numbers of the items that they stand under: a bullet above ends those."""
    kept = written(blocks)
    counted = ordinals(kept)
    under: dict[int, tuple[str, str]] = {}
    for index, block in enumerate(kept):
        if isinstance(block, SubHeading):
            under.clear()
        elif isinstance(block, Landscape):
            yield from _items(block.blocks)
        elif isinstance(block, ListItem):
            for deeper in [level for level in under if level >= block.level]:
                del under[deeper]
            if not block.ordered:
                under.clear()
                continue
            above, before = under.get(block.level - 1, ("", ""))
            own = marker(block.level, counted[index]).rstrip(".")
            under[block.level] = (block.id, before + own)
            yield ("paragraph", block.id), _Said(before + own, True, own, above)


def _references(blocks: Blocks) -> Iterator[Reference]:
    for block in walk(blocks):
        texts: Iterable[Runs] = (getattr(block, "runs", ()),)
        if isinstance(block, Table):
            texts = (runs for row in block.rows for cell in row for runs in cell.paragraphs)
        for runs in texts:
            for piece in runs:
                if isinstance(piece, Reference):
                    yield piece
