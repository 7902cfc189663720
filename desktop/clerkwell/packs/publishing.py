"""The public version of a report: what is not for publication taken out, and the pack's words put in its place.

Numbers agree between the two versions, so that "see paragraph 8" means the same in both: what takes a number keeps
it, and says in the pack's words that it is withheld. What takes none makes way for one statement a stretch.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from clerkwell.model import (
    Appendix,
    Blocks,
    Image,
    Landscape,
    ListItem,
    Paragraph,
    Reference,
    Report,
    Section,
    Table,
    Text,
    give_ids,
    is_empty,
    walk,
)
from clerkwell.model.lists import ordinals
from clerkwell.packs.marked import title_says_private
from clerkwell.packs.numbering import numbers
from clerkwell.packs.openness import is_private, is_private_throughout, is_withheld
from clerkwell.packs.outlining import OTHER
from clerkwell.packs.pack import Pack

# Local Government Act 1972, Schedule 12A, England: 1 to 7 are reasons; 8 to 10 qualify them.
_REASONS: Final = range(1, 8)


def public_version(report: Report, pack: Pack) -> Report:
    """The report as the public may have it.

    Withheld: private blocks, with everything in them; appendices that are not public, down to their number; a heading
    of the author's own over a section that is private throughout. Not in it at all, as no reader's business: notes,
    waivers, named versions, the consultation log, and the tray.
    """
    report = give_ids(report)
    keeper = _Keeper(report, pack)
    return report.model_copy(
        update={
            "sections": tuple(keeper.section(section) for section in report.sections),
            "appendices": tuple(keeper.appendix(appendix) for appendix in report.appendices),
            "consultations": (),
            "notes": (),
            "versions": (),
            "waivers": (),
            "tray": (),
        }
    )


def whole_version(report: Report, pack: Pack) -> Report:
    """The report as its whole final document has it: its appendices that are not public say so in its list, and why."""
    appendices = tuple(_with_status(each, report, pack) for each in report.appendices)
    return report if appendices == report.appendices else report.model_copy(update={"appendices": appendices})


def _with_status(appendix: Appendix, report: Report, pack: Pack) -> Appendix:
    if not appendix.status or not is_withheld(appendix, report, pack) or title_says_private(appendix.title):
        return appendix
    words = _withheld_words(appendix, pack)
    title = f"{appendix.title} – {words}" if appendix.title.strip() else words
    return appendix.model_copy(update={"title": title})


def withheld_title(appendix: Appendix, pack: Pack) -> str:
    """What the public list of appendices says in place of a withheld appendix's title."""
    words = _withheld_words(appendix, pack)
    list_titles = pack.manifest.sets.list_titles
    return f"{appendix.title} – {words}" if list_titles and appendix.title.strip() else words


def _withheld_words(appendix: Appendix, pack: Pack) -> str:
    """The pack's words for an appendix that is not for publication, and under which paragraphs."""
    sets = pack.manifest.sets
    cited = sorted({number for number in appendix.exempt_paragraphs if number in _REASONS})
    words = sets.appendix
    if cited and sets.reason and appendix.status != "confidential" and pack.manifest.pack.nation == "england":
        words = f"{words} {sets.reason.replace('{paragraphs}', _paragraphs(cited))}"
    return words


def _paragraphs(cited: list[int]) -> str:
    *others, last = [str(number) for number in cited]
    return f"paragraphs {', '.join(others)} and {last}" if others else f"paragraph {last}"


class _Keeper:
    """Knows the numbers of the whole report while its parts are gone through."""

    def __init__(self, report: Report, pack: Pack) -> None:
        self._report = report
        self._pack = pack
        self._words = (Text(text=pack.manifest.sets.paragraph),)
        self._numbers: Mapping[str, int] = numbers(report, pack).paragraphs
        self._named = _referred_to(report)

    def section(self, section: Section) -> Section:
        blocks = self._public(section.blocks)
        if blocks is section.blocks:
            return section
        heading = section.heading
        if heading and is_private_throughout(section.blocks):
            known = section.id != OTHER and self._pack.section(section.id) is not None
            heading = "" if known else self._pack.manifest.sets.paragraph
        return section.model_copy(update={"blocks": blocks, "heading": heading})

    def appendix(self, appendix: Appendix) -> Appendix:
        if not is_withheld(appendix, self._report, self._pack):
            blocks = self._public(appendix.blocks)
            return appendix if blocks is appendix.blocks else appendix.model_copy(update={"blocks": blocks})
        return Appendix(
            id=appendix.id,
            number=appendix.number,
            title=withheld_title(appendix, self._pack),
            status=appendix.status,
            exempt_paragraphs=appendix.exempt_paragraphs,
            # Readers are to see that it was weighed.
            public_interest=appendix.public_interest,
        )

    def _public(self, blocks: Blocks) -> Blocks:
        if not any(block.private for block in walk(blocks)):
            return blocks
        done: list[Any] = []
        # For each block that stays, the number its list gives it in the whole report.
        counted: dict[str, int] = {blocks[index].id: count for index, count in ordinals(blocks).items()}
        stretch: list[Any] = []
        for block in blocks:
            if is_private(block):
                stretch += self._flat(block)
                continue
            done += self._withheld(stretch)
            stretch.clear()
            if isinstance(block, Landscape):
                inner = self._public(block.blocks)
                block = block if inner is block.blocks else block.model_copy(update={"blocks": inner})
            done.append(block)
        done += self._withheld(stretch)
        return _counted_as_before(tuple(done), counted)

    def _flat(self, block: Any) -> list[Any]:  # noqa: ANN401 - any kind of block
        """A private block, or what a private stretch of turned pages holds: its statement needs no page of its own."""
        if not isinstance(block, Landscape):
            return [block]
        if any(isinstance(inner, ListItem) and inner.ordered for inner in block.blocks):
            # A turned stretch counts its lists by itself, so they stay in it.
            inner = tuple(each for each in self._withheld(list(block.blocks)) if not isinstance(each, Landscape))
            numbers_inside = {block.blocks[index].id: count for index, count in ordinals(block.blocks).items()}
            inner = _counted_as_before(inner, numbers_inside)
            return [Landscape(id=block.id, blocks=inner)]
        return list(block.blocks)

    def _withheld(self, stretch: Iterable[Any]) -> list[Any]:
        """What stands for private blocks that follow one another."""
        said = [block for block in stretch if isinstance(block, Image) or not is_empty((block,))]
        if not said:
            return []
        numbered = [kept for block in said if (kept := self._numbered(block)) is not None]
        if numbered:
            return numbered
        first = said[0]
        if all(isinstance(block, ListItem) for block in said):
            return [ListItem(id=first.id, runs=self._words, level=min(block.level for block in said))]
        return [Paragraph(id=first.id, runs=self._words, plain=True)]

    def _numbered(self, block: Any) -> Any | None:  # noqa: ANN401 - any kind of block, and the same kind comes back
        """What stands for a private block that readers know by a number, or nothing."""
        match block:
            case Landscape():
                return block
            case Paragraph() if block.id in self._numbers:
                return Paragraph(id=block.id, runs=self._words)
            case ListItem(ordered=True):
                return ListItem(id=block.id, runs=self._words, level=block.level, ordered=True, start=block.start)
            case Table() if any(block.rows) and (block.caption.strip() or block.id in self._named):
                return Table(id=block.id, caption=self._pack.manifest.sets.paragraph)
            case Image() if block.caption.strip():
                return Image(id=block.id, attachment="", decorative=True, caption=self._pack.manifest.sets.paragraph)
        return None


def _counted_as_before(blocks: Blocks, counted: Mapping[str, int]) -> Blocks:
    """The blocks with the numbers that their lists had: an item whose number would change begins again with it."""
    while True:
        wrong = next(
            (index for index, count in ordinals(blocks).items() if counted.get(blocks[index].id, count) != count), None
        )
        if wrong is None:
            return blocks
        again = blocks[wrong].model_copy(update={"start": counted[blocks[wrong].id]})
        blocks = (*blocks[:wrong], again, *blocks[wrong + 1 :])


def _referred_to(report: Report) -> frozenset[str]:
    """The ids that live references point at."""
    found: set[str] = set()
    parts = (*(each.blocks for each in report.sections), *(each.blocks for each in report.appendices))
    for block in (block for blocks in parts for block in walk(blocks)):
        paragraphs = (
            [runs for row in block.rows for cell in row for runs in cell.paragraphs]
            if isinstance(block, Table)
            else [getattr(block, "runs", ())]
        )
        found.update(run.target for runs in paragraphs for run in runs if isinstance(run, Reference))
    return frozenset(found)
