"""How easy a report is to read, section by section: figures, and no rule."""

from collections.abc import Mapping

from clerkwell.model import Block, Blocks, ListItem, Paragraph, Report, plain, walk
from clerkwell.packs import Pack, outline
from clerkwell.proofing.text.readability import Readability, readability, total


def readabilities(report: Report, pack: Pack) -> Mapping[str, Readability]:
    """The figures of each section that has running text of its own, in the order of the document.

    Headings, tables, quotations and bare nil answers are left out; an item of a list is read as a sentence.
    """
    done = {}
    for part in outline(report, pack):
        if part.section is None or not part.stands or part.spec.kind != "text":
            continue
        figures = SectionFigures().of(part.section.blocks)
        if figures.words:
            done[part.id] = figures
    return done


def readable_blocks(report: Report, pack: Pack) -> Blocks:
    """The blocks of all sections that `readabilities` has figures of, for `SectionFigures` of the whole report."""
    parts = (part for part in outline(report, pack) if part.stands and part.spec.kind == "text")
    return tuple(block for part in parts if part.section is not None for block in part.section.blocks)


class SectionFigures:
    """Counts one section again and again as it is written; a block that is the same object is counted once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Block, Readability]] = {}

    def look(self, blocks: Blocks, most: int) -> bool:
        """Count as many of these blocks as are not known yet, `most` at the most; whether all are known now.

        For a window that has something else to do between: a paragraph takes half a millisecond.
        """
        fresh = [each for each in _read(blocks) if id(each) not in self._known]
        self._known |= {id(each): (each, readability(plain(each.runs))) for each in fresh[:most]}
        return len(fresh) <= most

    def of(self, blocks: Blocks) -> Readability:
        """The figures of the running text of these blocks."""
        read = _read(blocks)
        # By its address, which is no other block's while it is kept.
        self._known = {id(each): self._known.get(id(each)) or (each, readability(plain(each.runs))) for each in read}
        return total(self._known[id(each)][1] for each in read)


def _read(blocks: Blocks) -> list[Paragraph | ListItem]:
    written = [each for each in walk(blocks) if isinstance(each, Paragraph | ListItem)]
    return [each for each in written if not (isinstance(each, Paragraph) and each.nil)]
