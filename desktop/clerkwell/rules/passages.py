"""Passages: the prose of a report, stretch by stretch, as the rules about language read it.

A passage is kept for as long as its block stays the same, and so is all that rules have worked out about it: a key
typed into one paragraph makes one new passage.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final, Literal, TypeVar

from clerkwell.model import (
    Block,
    Footnote,
    Image,
    Landscape,
    Place,
    ReplaceWords,
    Report,
    Runs,
    Table,
    Text,
    plain,
    walk,
)
from clerkwell.model.text import OBJECT
from clerkwell.packs import Pack, outline

# What the words are: an "answer" stands in a field, a "heading" is a section's worded by the report itself, a "title"
# names an appendix or a background paper.
Kind = Literal[
    "answer", "heading", "subheading", "paragraph", "item", "quotation", "cell", "caption", "alt", "footnote", "title"
]
_T = TypeVar("_T")

# What is read as running text, and what a rule may offer to put right word by word.
PROSE: Final = frozenset({"paragraph", "item", "quotation", "cell", "footnote"})
_MENDED: Final = frozenset({"answer", "subheading", "paragraph", "item", "quotation", "cell"})


@dataclass(frozen=True)
class Guide:
    """What the language of a report is held against: its pack, and the words that its author has added.

    What is worked out about a passage is kept for as long as the guide is the same.
    """

    pack: Pack
    own_words: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Passage:
    """A stretch of prose that a person wrote: a paragraph, an item, a paragraph of a cell, an answer, a title.

    `text` is plain; a live reference or a footnote's mark is one OBJECT character in it. `links` are the stretches
    whose words are a link. `header`: a cell of a table's header rows. `private`: not for publication.
    """

    place: Place
    text: str
    kind: Kind
    block: Block | None = None
    links: tuple[tuple[int, int], ...] = ()
    header: bool = False
    private: bool = False
    kept: dict[object, object] = field(default_factory=dict, compare=False, repr=False)

    def at(self, start: int, end: int) -> Place:
        """The place of a stretch of the text; the whole place where stretches of it cannot be told (a caption)."""
        if self.kind in _MENDED:
            return self.place.model_copy(update={"start": start, "end": end})
        return self.place

    def replaced(self, start: int, end: int, words: str) -> ReplaceWords | None:
        """The edit that puts `words` in place of a stretch; none where the program cannot put them in (a caption), or
        where more than words would go with it: a live reference, a footnote, one end of a link.

        Whether it is right is for the rule to say. What an answer means then is understood anew.
        """
        if self.kind not in _MENDED or OBJECT in self.text[start:end]:
            return None
        if any(first < end and start < last and not first <= start < end <= last for first, last in self.links):
            return None
        return ReplaceWords(place=self.at(start, end), words=words)

    def known(self, look: "Callable[[Passage, Guide], _T]", guide: Guide) -> _T:
        """What `look` finds in this passage; worked out once."""
        if look not in self.kept:
            self.kept[look] = look(self, guide)
        return self.kept[look]  # type: ignore[return-value]  # what was kept under a function is what it returned


@dataclass(frozen=True)
class Reading:
    """A report as the rules about language read it: its passages in the order of the document."""

    report: Report
    guide: Guide
    passages: tuple[Passage, ...]
    kept: dict[object, object] = field(default_factory=dict, compare=False, repr=False)

    def known(self, look: "Callable[[Reading], _T]") -> _T:
        """What `look` gathers from this reading; worked out once for all the rules that ask."""
        if look not in self.kept:
            self.kept[look] = look(self)
        return self.kept[look]  # type: ignore[return-value]  # what was kept under a function is what it returned

    @property
    def pack(self) -> Pack:
        """The pack it is written in."""
        return self.guide.pack

    def each(self, look: Callable[[Passage, Guide], _T]) -> Iterator[tuple[Passage, _T]]:
        """What `look` finds in each passage, with the passage. A function of a passage alone costs nothing again."""
        for passage in self.passages:
            yield passage, passage.known(look, self.guide)


class Library:
    """Passages by block, kept from one reading to the next."""

    def __init__(self) -> None:
        self._guide: Guide | None = None
        self._kept: dict[tuple[str, str, str], tuple[Block, tuple[Passage, ...]]] = {}
        self._loose: dict[Passage, Passage] = {}

    def read(self, report: Report, guide: Guide) -> Reading:
        """The report's passages; those of blocks that did not change are the same objects as before."""
        if guide != self._guide:
            self._kept, self._loose, self._guide = {}, {}, guide
        kept: dict[tuple[str, str, str], tuple[Block, tuple[Passage, ...]]] = {}
        loose: dict[Passage, Passage] = {}
        passages: list[Passage] = []
        for place, block, each in _sources(report, guide.pack):
            if block is None:
                passages.append(loose.setdefault(each, self._loose.get(each, each)))
                continue
            key = (place.section, place.appendix, block.id)
            old = self._kept.get(key)
            found = old[1] if old and (old[0] is block or old[0] == block) else tuple(_of_block(place, block))
            kept[key] = (block, found)
            passages += found
        self._kept, self._loose = kept, loose
        return Reading(report, guide, tuple(passages))


_NO_PASSAGE: Final = Passage(Place(), "", "answer")


def _sources(report: Report, pack: Pack) -> Iterator[tuple[Place, Block | None, Passage]]:
    """Everything with words, in the order of the document: blocks by themselves, the rest as passages."""
    for passage in _answers(report):
        yield passage.place, None, passage
    for part in outline(report, pack):
        if not part.stands or part.section is None:
            continue
        if part.section.heading:
            place = Place(section=part.id)
            yield place, None, Passage(place, part.section.heading, "heading")
        for block in walk(part.section.blocks):
            yield Place(section=part.id, block=block.id), block, _NO_PASSAGE
    for appendix in report.appendices:
        place = Place(appendix=appendix.id)
        yield place, None, Passage(place, appendix.title, "title")
        for block in walk(appendix.blocks):
            yield Place(appendix=appendix.id, block=block.id), block, _NO_PASSAGE
    for paper in report.background_papers:
        place = Place(section="background-papers")
        yield place, None, Passage(place, paper.title, "title")


def _answers(report: Report) -> Iterator[Passage]:
    for name, value in report.fields.items():
        yield Passage(Place(field=name), value.text, "answer")
    for repeat, rows in report.repeats.items():
        for index, row in enumerate(rows):
            for name, value in row.items():
                yield Passage(Place(field=f"{repeat}.{name}", row=index), value.text, "answer")


def _of_block(place: Place, block: Block) -> Iterator[Passage]:
    match block:
        case Table():
            if block.caption:
                yield Passage(place, block.caption, "caption", block, private=block.private)
            for row, cells in enumerate(block.rows):
                for column, cell in enumerate(cells):
                    for index, runs in enumerate(cell.paragraphs):
                        at = place.model_copy(update={"path": (row, column, index)})
                        yield from _of_runs(at, runs, "cell", block, header=row < block.header_rows)
        case Image():
            for words, kind in ((block.alt, "alt"), (block.caption, "caption")):
                if words:
                    yield Passage(place, words, kind, block, private=block.private)  # type: ignore[arg-type]  # of Kind
        case Landscape():
            return
        case _:
            yield from _of_runs(place, block.runs, block.kind, block)


def _of_runs(place: Place, runs: Runs, kind: Kind, block: Block, *, header: bool = False) -> Iterator[Passage]:
    links: list[tuple[int, int]] = []
    at = 0
    for run in runs:
        length = len(run.text) if isinstance(run, Text) else 1
        if isinstance(run, Text) and run.link:
            links.append((at, at + length))
        at += length
    yield Passage(place, plain(runs), kind, block, tuple(links), header=header, private=block.private)
    for run in runs:
        if isinstance(run, Footnote):
            yield Passage(place, plain(run.runs), "footnote", block, private=block.private)
