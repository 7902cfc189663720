"""What live references point at: the bookmark that it carries and the words that stand for it.

`REF bookmark \\r` gives a paragraph's number without its full stop, `REF bookmark` the words inside the bookmark
(ECMA-376 part 1, 17.16.5.45). The cached words are what Word would work out, so nothing has to be updated.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from clerkwell.model import Appendix, Blocks, Landscape, ListItem, Reference, Report, Runs, Table, walk
from clerkwell.model.lists import marker, ordinals
from clerkwell.packs import Numbers, Part


@dataclass(frozen=True)
class Target:
    """A bookmark's name and number, the words of a reference to it, and whether those are a paragraph's number."""

    name: str
    number: int
    words: str
    is_number: bool


@dataclass(frozen=True)
class Targets:
    """The targets of a report by what the references say: ("paragraph", block id), ("section", section id), …"""

    found: Mapping[tuple[str, str], Target] = field(default_factory=dict)

    def get(self, to: str, target: str) -> Target | None:
        """The target of a reference, if the document has it."""
        return self.found.get((to, target))

    def of_block(self, block_id: str) -> Target | None:
        """The bookmark that a block carries."""
        return self.found.get(("paragraph", block_id)) or self.found.get(("table", block_id))

    @property
    def blocks(self) -> frozenset[str]:
        """The ids of the blocks that are pointed at."""
        return frozenset(name for to, name in self.found if to in ("paragraph", "table"))


def targets(
    report: Report, parts: Sequence[Part], numbers: Numbers, first: int, appendices: Sequence[Appendix] = ()
) -> Targets:
    """Every target that a reference points at and the document has; bookmarks count from `first`.

    The document has these parts and, at its end, the words of these appendices.
    """
    texts = [*(part.section.blocks for part in parts if part.section), *(each.blocks for each in appendices)]
    wanted = {(each.to, each.target): None for blocks in texts for each in _references(blocks)}
    if not wanted:
        return Targets()
    said = _said(report, parts, numbers, texts, {name for to, name in wanted if to == "table"})
    found: dict[tuple[str, str], Target] = {}
    for key in wanted:
        if key in said:
            number = first + len(found)
            text, is_number = said[key]
            found[key] = Target(f"_Ref{100000000 + len(found)}", number, text, is_number)
    return Targets(found)


def _said(
    report: Report, parts: Sequence[Part], numbers: Numbers, texts: Sequence[Blocks], tables: set[str]
) -> dict[tuple[str, str], tuple[str, bool]]:
    said: dict[tuple[str, str], tuple[str, bool]] = {}
    counted = 0
    for part in parts:
        number = numbers.sections.get(part.id)
        said["section", part.id] = (part.heading.rstrip(" :"), False) if number is None else (str(number), True)
    for blocks in texts:
        for block in walk(blocks):
            if isinstance(block, Table) and (block.caption.strip() or (any(block.rows) and block.id in tables)):
                counted += 1
                said["table", block.id] = (f"Table\u00a0{counted}", False)
        said.update(_items(blocks))
    for block_id, count in numbers.paragraphs.items():
        said["paragraph", block_id] = (str(count), True)
    for appendix in report.appendices:
        said["appendix", appendix.id] = (f"Appendix {appendix.number}".strip(), False)
    return said


def _items(blocks: Blocks) -> Iterator[tuple[tuple[str, str], tuple[str, bool]]]:
    counted = ordinals(blocks)
    for index, block in enumerate(blocks):
        if isinstance(block, ListItem) and index in counted:
            yield ("paragraph", block.id), (marker(block.level, counted[index]).rstrip("."), True)
        elif isinstance(block, Landscape):
            yield from _items(block.blocks)


def _references(blocks: Blocks) -> Iterator[Reference]:
    for block in walk(blocks):
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    for runs in cell.paragraphs:
                        yield from _among(runs)
        elif not isinstance(block, Landscape) and hasattr(block, "runs"):
            yield from _among(block.runs)


def _among(runs: Runs) -> Iterator[Reference]:
    for piece in runs:
        if isinstance(piece, Reference):
            yield piece
