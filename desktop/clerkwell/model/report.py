"""The report: one frozen value that everything else reads and every edit makes anew."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import cached_property
from typing import Any, Literal

from pydantic import Field, field_validator

from clerkwell.model.blocks import Block, Blocks, walk
from clerkwell.model.places import Place
from clerkwell.model.text import Words
from clerkwell.model.values import Value

Status = Literal["", "public", "part-exempt", "exempt", "confidential"]


class FieldValue(Value):
    """What stands in a field: `text` as it was typed and is exported, `value` what it was understood as.

    A date is understood as its ISO form, a choice as the pack's own name for it, several choices as a tuple of
    names, a yes/no answer as "Yes" or "No"; what could not be understood is None. Rules read `value`.
    """

    text: Words = ""
    value: Words | tuple[Words, ...] | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was answered."""
        return not self.text and self.value is None


Row = Mapping[str, FieldValue]


def answered(values: Row) -> Row:
    """The one form of these values: a field without an answer is not in it."""
    return {name: value for name, value in values.items() if not value.empty}


def answered_rows(repeats: Mapping[str, tuple[Row, ...]]) -> Mapping[str, tuple[Row, ...]]:
    """The one form of these rows: a repeat without rows is not in it."""
    return {name: tuple(answered(row) for row in rows) for name, rows in repeats.items() if rows}


class PackRef(Value):
    """Which pack, and which version of it, a report is written in."""

    id: str
    version: str


class Section(Value):
    """A section: its blocks, and whether its author calls it done. Every other state is worked out.

    `heading` is set only when the report words it otherwise than the pack does.
    """

    id: str
    blocks: Blocks = ()
    heading: Words = ""
    done: bool = False


class Appendix(Value):
    """An appendix: a kept file, a link, or blocks of its own (or, so far, none of them).

    `number` is what readers cite ("1", "A"); `id` is what live references hold on to. `public_interest` says why
    the public interest in withholding an exempt one outweighs that in publishing it (Local Government Act 1972,
    Schedule 12A, paragraph 10).
    """

    id: str
    number: Words
    title: Words = ""
    status: Status = ""
    exempt_paragraphs: tuple[int, ...] = ()
    public_interest: Words = ""
    attachment: str = ""
    link: Words = ""
    blocks: Blocks = ()


class BackgroundPaper(Value):
    """An unpublished document that the report relied on (Local Government Act 1972, section 100D)."""

    title: Words
    link: Words = ""


class SealedPart(Value):
    """The words of one part as they were when somebody cleared them, a line a block; `part` is its id."""

    part: str
    title: Words = ""
    lines: tuple[Words, ...] = ()


class Seal(Value):
    """What a clearance was given to, and when: a later change of these words shows against it."""

    when: datetime
    parts: tuple[SealedPart, ...] = ()


class Consultation(Value):
    """One entry of the consultation log: who (and in what role) was asked about which part, when, and their answer.

    A clearance has a `seal`, which keeps the words that were cleared.
    """

    who: Words
    role: Words = ""
    part: Words = ""
    asked: Words = ""
    answered: Words = ""
    answer: Words = ""
    seal: Seal | None = None


class Reply(Value):
    """What somebody said under a note."""

    text: Words
    by: Words = ""
    when: datetime | None = None


class Note(Value):
    """A note or question pinned to a place, with what was said under it; in no final document.

    `quote` are the words it is pinned to: by them it is found again when the text round them has changed. A `shared`
    note goes out in drafts as a Word comment, as one that came in as a comment does; others never leave the report.
    """

    id: str
    place: Place
    text: Words
    by: Words = ""
    quote: Words = ""
    when: datetime | None = None
    replies: tuple[Reply, ...] = ()
    resolved: bool = False
    shared: bool = False


class Version(Value):
    """A named version ("as sent to Legal"); its report is kept in the file under `versions/`.

    `digest` tells its content from others: a draft made of it names it, and so comes home to it. `attachments` are the
    kept files that it uses. An `automatic` one was kept by the program when a draft was exported; of those only the
    newest stay.
    """

    name: Words
    made: datetime
    file: str
    digest: str = ""
    attachments: tuple[str, ...] = ()
    automatic: bool = False


class OpenChange(Value):
    """A change in a returned document that nobody has decided: the words that go and those that come in their place.

    `id` is the document's. `kind` says what happened in one word ("added", "removed", "changed", "moved",
    "formatting"), `by` who did it, where that is known.
    """

    id: str
    kind: str
    before: Words = ""
    after: Words = ""
    by: Words = ""
    when: datetime | None = None


class Return(Value):
    """A Word document that came back with changes to decide: `file` is its name among the kept files.

    `base` is the digest of the version it was made of, or nothing for one that was never sent from here. `accepted`
    and `rejected` are the changes decided so far, by their id in that document; those in `open` are not decided yet.
    `taken`: the report was made of the document with all of them, so that a rejected one is taken back.
    """

    name: Words
    file: str
    came: datetime
    base: str = ""
    accepted: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    open: tuple[OpenChange, ...] = ()
    taken: bool = False


class Stale(Value):
    """Words taken over from an earlier report that may be true no longer, and why. Changed words are stale no more."""

    place: Place
    quote: Words
    why: Words


class Earlier(Value):
    """What an earlier report had answered to a question that this one has to answer anew; `field` is its id."""

    field: str
    text: Words


class Waiver(Value):
    """A problem set aside: a warning waived, or an error accepted for the final export, with who, why and when."""

    rule: str
    place: Place | None = None
    quote: Words = ""
    by: Words = ""
    reason: Words
    when: datetime
    accepted: bool = False


class TrayItem(Value):
    """Text that an import or a change of pack could not place, with where it stood."""

    text: Words
    came_from: Words = ""


class Report(Value):
    """A committee report. Numbers of paragraphs are not in it: see `clerkwell.packs.numbering`.

    `fields` are the single header fields by id; `repeats` the repeated ones, by repeat id, as rows of
    fields by their own id (`repeats["committees"][0]["date"]`). `sections` holds those that have been begun.
    `details_done`: its author calls the answers of the header done.
    """

    pack: PackRef
    fields: Mapping[str, FieldValue] = Field(default_factory=dict)
    repeats: Mapping[str, tuple[Row, ...]] = Field(default_factory=dict)
    details_done: bool = False
    sections: tuple[Section, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    background_papers: tuple[BackgroundPaper, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    notes: tuple[Note, ...] = ()
    versions: tuple[Version, ...] = ()
    returns: tuple[Return, ...] = ()
    stale: tuple[Stale, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    tray: tuple[TrayItem, ...] = ()
    created: datetime | None = None
    modified: datetime | None = None
    next_id: int = 1

    @field_validator("fields")
    @classmethod
    def _canonical_fields(cls, fields: Row) -> Row:
        return answered(fields)

    @field_validator("repeats")
    @classmethod
    def _canonical_rows(cls, repeats: Mapping[str, tuple[Row, ...]]) -> Mapping[str, tuple[Row, ...]]:
        return answered_rows(repeats)

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Report):
            return NotImplemented
        mine, theirs = self.__dict__, other.__dict__
        return all(mine[name] == theirs[name] for name in mine if name != "next_id")

    __hash__ = None  # type: ignore[assignment]  # mappings inside: a report is compared, never a key

    def field(self, field_id: str, row: int | None = None) -> FieldValue:
        """The value of a field (`subject`, or `committees.date` with its row); an empty one where there is none."""
        repeat, dot, name = field_id.partition(".")
        if not dot:
            return self.fields.get(field_id, FieldValue())
        rows = self.repeats.get(repeat, ())
        return rows[row].get(name, FieldValue()) if row is not None and row < len(rows) else FieldValue()

    def section(self, section_id: str) -> Section | None:
        """The section of this id, if it has been begun."""
        return next((section for section in self.sections if section.id == section_id), None)

    def blocks(self, section_id: str) -> Blocks:
        """The blocks of a section; none where it has not been begun."""
        section = self.section(section_id)
        return section.blocks if section else ()

    def appendix(self, appendix_id: str) -> Appendix | None:
        """The appendix of this id."""
        return next((appendix for appendix in self.appendices if appendix.id == appendix_id), None)


def give_ids(report: Report, edited: str = "") -> Report:
    """The report with an id on every block, no two alike.

    New blocks take the next numbers, and so does the later of two blocks with one id; the blocks of the section
    `edited` count as later than all others, so that a copy is never taken for what it was copied from.
    """
    namer = _Namer(report)
    sections = {
        index: namer.named_section(section)
        for index, section in sorted(enumerate(report.sections), key=lambda each: each[1].id == edited)
    }
    appendices = tuple(namer.named_appendix(appendix) for appendix in report.appendices)
    if namer.next == report.next_id:
        return report
    return report.model_copy(
        update={
            "sections": tuple(sections[index] for index in range(len(sections))),
            "appendices": appendices,
            "next_id": namer.next,
        }
    )


class _Namer:
    """Gives ids to blocks, one after another; what has one that no earlier block has stays the same object."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._seen: set[str] = set()
        self.next = report.next_id

    @cached_property
    def _taken(self) -> frozenset[str]:
        # A report put together elsewhere may hold ids that its counter has not come to yet.
        return frozenset(block.id for _, block in all_blocks(self._report))

    def named_section(self, section: Section) -> Section:
        blocks = self._named(section.blocks)
        return section if blocks is section.blocks else section.model_copy(update={"blocks": blocks})

    def named_appendix(self, appendix: Appendix) -> Appendix:
        blocks = self._named(appendix.blocks)
        return appendix if blocks is appendix.blocks else appendix.model_copy(update={"blocks": blocks})

    def _named(self, blocks: tuple[Any, ...]) -> tuple[Any, ...]:
        fresh = tuple([self._named_block(block) for block in blocks])
        return blocks if all(new is old for new, old in zip(fresh, blocks, strict=True)) else fresh

    def _named_block(self, block: Any) -> Any:  # noqa: ANN401 - any kind of block, returned as the same kind
        update: dict[str, object] = {}
        block_id: str = block.id
        if not block_id or block_id in self._seen:
            update["id"] = block_id = self._new_id()
        self._seen.add(block_id)
        if block.kind == "landscape":
            inner = self._named(block.blocks)
            if inner is not block.blocks:
                update["blocks"] = inner
        return block.model_copy(update=update) if update else block

    def _new_id(self) -> str:
        while f"b{self.next}" in self._taken:
            self.next += 1
        self.next += 1
        return f"b{self.next - 1}"


def all_blocks(report: Report, asked: Callable[[Block], bool] | None = None) -> Iterator[tuple[Place, Block]]:
    """Every block of sections and appendices with its place, those inside landscape stretches too; with `asked` only
    those for which it holds, which saves the others' places."""
    for section in report.sections:
        for block in walk(section.blocks):
            if asked is None or asked(block):
                yield Place(section=section.id, block=block.id), block
    for appendix in report.appendices:
        for block in walk(appendix.blocks):
            if asked is None or asked(block):
                yield Place(appendix=appendix.id, block=block.id), block
