"""Passages: the prose of a report, stretch by stretch, as the rules about language read it.

A passage is kept for as long as its block stays the same, and so is all that rules have worked out about it: a key
typed into one paragraph makes one new passage.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, TypeVar

from clerkwell.model import Appendix, Block, Place, ReplaceWords, Report, Section
from clerkwell.model.text import OBJECT
from clerkwell.packs import Pack
from clerkwell.packs.leading import LEAD_IN
from clerkwell.rules.signs import Searched, SearchedPart, Sign

# What the words are: an "answer" stands in a field, a "heading" is a section's worded by the report itself, a "title"
# names an appendix or a background paper.
Kind = Literal[
    "answer", "heading", "subheading", "paragraph", "item", "quotation", "cell", "caption", "alt", "footnote", "title"
]
_T = TypeVar("_T")

# What is read as running text, and what a rule may offer to put right word by word.
PROSE: Final = frozenset({"paragraph", "item", "quotation", "cell", "footnote"})
# Other people's words are theirs.
_OWN: Final = PROSE - {"quotation"}
_MENDED: Final = frozenset({"answer", "subheading", "paragraph", "item", "quotation", "cell"})
_UNKNOWN: Final = object()


@dataclass(frozen=True)
class Guide:
    """What the language of a report is held against: its pack, and the words that its author has added.

    What is worked out about a passage is kept for as long as the guide is the same.
    """

    pack: Pack
    own_words: frozenset[str] = frozenset()


@dataclass(frozen=True)
class _Beside:
    """What was found in a passage with these others."""

    others: "tuple[Passage, ...]"
    found: object


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

    def beside(
        self, look: "Callable[[Passage, Sequence[Passage], Guide], _T]", others: "Sequence[Passage]", guide: Guide
    ) -> _T:
        """What `look` finds in this passage and the others, those round it; worked out once, while they are these."""
        before = self.kept.get(("beside", look))
        if isinstance(before, _Beside) and list(map(id, before.others)) == list(map(id, others)):
            return before.found  # type: ignore[return-value]  # what was kept under a function is what it returned
        found = look(self, others, guide)
        self.kept["beside", look] = _Beside(tuple(others), found)
        return found

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
        kept = self.kept.get(look, _UNKNOWN)
        if kept is _UNKNOWN:
            kept = self.kept[look] = look(self, guide)
        return kept  # type: ignore[return-value]  # what was kept under a function is what it returned


@dataclass(frozen=True)
class Piece:
    """A part of a report, kept for as long as it stays the same: the answers, a section, an appendix, the papers.

    `alone` is a report that has this part only. `blocks` has the passages of each block, by the block's id and in
    order; `stands`: the document has it.
    """

    passages: tuple[Passage, ...]
    alone: Report
    section: Section | None = None
    appendix: Appendix | None = None
    stands: bool = True
    blocks: Mapping[str, tuple[Block, tuple[Passage, ...]]] = field(default_factory=dict, repr=False)
    kept: dict[object, object] = field(default_factory=dict, compare=False, repr=False)

    def known(self, look: "Callable[[Piece, Guide], _T]", guide: Guide) -> _T:
        """What `look` finds in this part; worked out once."""
        if look not in self.kept:
            self.kept[look] = look(self, guide)
        return self.kept[look]  # type: ignore[return-value]  # what was kept under a function is what it returned

    def each(self, look: Callable[[Passage, Guide], _T], guide: Guide) -> tuple[tuple[Passage, _T], ...]:
        """What `look` finds in each of its passages, with the passage; worked out once."""
        if look not in self.kept:
            self.kept[look] = tuple((passage, passage.known(look, guide)) for passage in self.passages)
        return self.kept[look]  # type: ignore[return-value]  # put there a line above

    def having(self, sign: Sign) -> tuple[Passage, ...]:
        """Its passages that have a sign; found once for all rules that go by it."""
        return tuple(self.passages[at] for at in self.searched.having(sign))

    @property
    def searched(self) -> SearchedPart:
        """Its passages, to be searched for signs."""
        if Searched not in self.kept:
            search_together((self,))
        return self.kept[Searched]  # type: ignore[return-value]  # put there a line above

    def of_kind(self, kind: str) -> tuple[Block, ...]:
        """Its blocks of a kind ("table", "image"), those inside landscape stretches too; gathered once."""
        key = ("of kind", kind)
        if key not in self.kept:
            self.kept[key] = tuple(block for block, _ in self.blocks.values() if block.kind == kind)
        return self.kept[key]  # type: ignore[return-value]  # put there a line above

    @property
    def prose(self) -> tuple[Passage, ...]:
        """Its running text."""
        if PROSE not in self.kept:
            self.kept[PROSE] = tuple(passage for passage in self.passages if passage.kind in PROSE)
        return self.kept[PROSE]  # type: ignore[return-value]  # put there a line above

    def where(
        self, look: Callable[[Passage, Guide], _T], guide: Guide, sign: Sign | None = None
    ) -> tuple[tuple[Passage, _T], ...]:
        """The passages in which `look` finds something, with what it finds; worked out once.

        Those alone are looked at that have the sign, if one is given, so that `look` must find nothing in the others.
        """
        key = ("where", look)
        if key not in self.kept:
            self.kept[key] = tuple((passage, there) for _, passage, there in self.at(look, guide, sign))
        return self.kept[key]  # type: ignore[return-value]  # put there a line above

    def at(
        self, look: Callable[[Passage, Guide], _T], guide: Guide, sign: Sign | None = None
    ) -> tuple[tuple[int, Passage, _T], ...]:
        """The same, with the number of each passage among those of the part."""
        key = ("at", look)
        if key not in self.kept:
            # As `Passage.known`, without a call for each of many passages.
            told: list[tuple[int, Passage, _T]] = []
            passages = self.passages
            for index in range(len(passages)) if sign is None else self.searched.having(sign):
                passage = passages[index]
                kept = passage.kept.get(look, _UNKNOWN)
                if kept is _UNKNOWN:
                    kept = passage.kept[look] = look(passage, guide)
                if kept:
                    told.append((index, passage, kept))  # type: ignore[arg-type]  # what was kept is what it returned
            self.kept[key] = tuple(told)
        return self.kept[key]  # type: ignore[return-value]  # put there a line above


@dataclass(frozen=True)
class Reading:
    """A report as the rules about language read it: its passages in the order of the document.

    `pieces` are its parts, those too that the document does not have.
    """

    report: Report
    guide: Guide
    pieces: tuple[Piece, ...]
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

    @property
    def answers(self) -> Iterator[Passage]:
        """What stands in the fields that is no blank."""
        return (each for each in self.pieces[0].passages if each.text.strip()) if self.pieces else iter(())

    def section(self, section_id: str) -> Piece | None:
        """The part that is this section."""
        return self.known(_by_section).get(section_id)

    def each(self, look: Callable[[Passage, Guide], _T]) -> Iterator[tuple[Passage, _T]]:
        """What `look` finds in each passage, with the passage. A function of a passage alone costs nothing again."""
        for piece in self.pieces:
            if piece.stands:
                yield from piece.each(look, self.guide)

    def where(self, look: Callable[[Passage, Guide], _T], sign: Sign | None = None) -> Iterator[tuple[Passage, _T]]:
        """The same, without the passages in which it finds nothing: most of them, for most rules. With a sign, it is
        asked only of passages that have it."""
        for piece in self.pieces:
            if piece.stands:
                yield from piece.where(look, self.guide, sign)

    def at(self, look: Callable[[Passage, Guide], _T], sign: Sign | None = None) -> Iterator[tuple[int, Passage, _T]]:
        """The same, with the number of each passage in the document."""
        for start, piece in self.standing:
            for index, passage, there in piece.at(look, self.guide, sign):
                yield start + index, passage, there

    @property
    def standing(self) -> Iterator[tuple[int, Piece]]:
        """The parts that the document has, with the number of their first passage in it."""
        start = 0
        for piece in self.pieces:
            if piece.stands:
                yield start, piece
                start += len(piece.passages)

    def prose_of(self, ids: Collection[str]) -> Iterator[Passage]:
        """The running text of these sections."""
        for piece in self.pieces:
            # All that stands in a part has the same section.
            if piece.stands and piece.passages and piece.passages[0].place.section in ids:
                yield from piece.prose

    def parts(self, look: Callable[[Piece, Guide], _T]) -> Iterator[tuple[Piece, _T]]:
        """What `look` finds in each part, with the part. A function of a part alone costs nothing again."""
        for piece in self.pieces:
            yield piece, piece.known(look, self.guide)


def _by_section(reading: Reading) -> Mapping[str, Piece]:
    return {piece.section.id: piece for piece in reading.pieces if piece.section is not None}


def search_together(pieces: Iterable[Piece]) -> None:
    """Have the passages of parts that are new searched for signs all at once: there are hundreds of signs."""
    new = [piece for piece in pieces if Searched not in piece.kept]
    searched = Searched([passage.text for piece in new for passage in piece.passages])
    for piece, part in zip(new, searched.parted(len(each.passages) for each in new), strict=True):
        piece.kept[Searched] = part


def is_own(passage: Passage) -> bool:
    """Whether a passage is running text in the author's own words; what stands over the recommendations is such."""
    return passage.kind in _OWN or passage.place.field == LEAD_IN
