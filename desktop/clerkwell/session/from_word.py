"""A template made of somebody's Word document: what is proposed, and the pack that comes of it, checked.

Of an old report its own words are the sample, as far as an import finds places for them.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from clerkwell.intake import Imported, NotAReportError, import_document
from clerkwell.model import (
    Block,
    Blocks,
    Landscape,
    Paragraph,
    Report,
    Section,
    SubHeading,
    Text,
    give_ids,
    is_empty,
    plain,
)
from clerkwell.packs import Pack, load_files, understand
from clerkwell.packs.load import SAMPLE
from clerkwell.word.ooxml import WordError
from clerkwell.word.reader import read_document
from clerkwell.word.template.pages import has_landscape
from clerkwell.word.writer import write_document
from clerkwell.workshop import PackProblem, check_pack
from clerkwell.workshop.copying import pack_id
from clerkwell.workshop.making import Proposal, Whose, make, propose
from clerkwell.workshop.making.specs import COUNTED, Nation
from clerkwell.workshop.making.typed_numbers import BARE, THROUGH, TYPED


@dataclass(frozen=True)
class FromWord:
    """A Word document that a template is being made of: what it is called, its bytes, and what is proposed."""

    name: str
    proposal: Proposal
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class MadePack:
    """The files of a pack, what its check says, and how many parts of the sample have the old report's own words."""

    files: Mapping[str, bytes] = field(repr=False)
    problems: tuple[PackProblem, ...] = ()
    own_words: int = 0


def open_word(data: bytes, name: str, packs: Sequence[Pack]) -> FromWord:
    """What a template made of this document would have. `WordError` says why it is no Word document."""
    return FromWord(name, propose(data, name, packs), data)


def make_pack(
    source: FromWord,
    council: str,
    title: str,
    effective_from: date,
    packs: Sequence[Pack],
    *,
    taken: Collection[str] = (),
    nation: Nation = "england",
) -> MadePack:
    """The pack of a document, as its proposal stands now. `taken` are ids that packs have already.

    Raises `WordError` or `PackError` where the parts do not fit each other.
    """
    files = make(source.proposal, Whose(pack_id(title, taken), council, title, effective_from, nation), packs)
    pack = load_files(files, title)
    own, parts = _with_own_words(pack, source) if source.proposal.report else (files, 0)
    return MadePack(own, check_pack(load_files(own, title)), parts)


def _with_own_words(pack: Pack, source: FromWord) -> tuple[Mapping[str, bytes], int]:
    """The files with a sample that says what the old report said, wherever an import finds a place for it."""
    invented = Report.model_validate_json(pack.files[SAMPLE])
    try:
        imported = import_document(read_document(source.data), (pack,), pack.id)
    except (NotAReportError, WordError):
        return pack.files, 0
    # Word may number paragraphs of which the program counts none: by their own style, after headings it cannot count.
    numbered = {spec.id for spec in pack.manifest.section if spec.numbered or spec.paragraph == COUNTED}
    lists = {str(spec.kind): spec.id for spec in pack.manifest.section if spec.kind != "text"}
    labels = {each.casefold().strip(" :") for spec in pack.manifest.field for each in spec.labels}
    sample, count = _joined(invented, _without_answers(imported, labels, pack), numbered, _bare(source), lists)
    files = {
        **pack.files,
        SAMPLE: (sample.model_dump_json(indent=1) + "\n").encode(),
        **{f"sample/{name}": data for name, data in imported.attachments.items()},
    }
    try:
        write_document(sample, pack, draft=False, attachments=imported.attachments)
    except WordError:
        # Something in it has no place after all: the invented sample has.
        return pack.files, 0
    return files, count


def _without_answers(imported: Imported, labels: Collection[str], pack: Pack) -> Imported:
    """What was brought in, with what the template has a place of its own for there alone.

    Headings that are labels here go with what stands under them, and an answer of one line has no second.
    """
    sections = []
    pages_turn = has_landscape(pack.template)
    for each in imported.report.sections:
        stop = next(
            (at for at, block in enumerate(each.blocks) if isinstance(block, SubHeading) and _said(block) in labels),
            len(each.blocks),
        )
        blocks = each.blocks[:stop]
        if pages_turn:
            # The template turns its pages itself, where the old report did.
            blocks = tuple(inner for block in blocks for inner in _upright(block))
        sections.append(each.model_copy(update={"blocks": blocks}))
    fields = dict(imported.report.fields)
    for spec in pack.manifest.field:
        said = fields[spec.id].text.strip() if spec.id in fields else ""
        if spec.kind == "text" and "\n" in said:
            fields[spec.id] = understand(spec, said.splitlines()[0], pack)
    report = imported.report.model_copy(update={"sections": tuple(sections), "fields": fields})
    return replace(imported, report=report)


def _upright(block: Block) -> Blocks:
    return block.blocks if isinstance(block, Landscape) else (block,)


def _said(block: SubHeading) -> str:
    return plain(block.runs).casefold().strip(" :")


def _joined(
    invented: Report, imported: Imported, numbered: Collection[str], bare: int | None, lists: Mapping[str, str]
) -> tuple[Report, int]:
    """What was brought in, and what was invented where nothing was. `lists` are the sections that list, by kind."""
    own = imported.report
    sections: list[Section] = []
    count = 0
    for each in invented.sections:
        found = own.section(each.id)
        if found is not None and not is_empty(found.blocks):
            blocks, bare = _counted(found.blocks, bare) if each.id in numbered else (found.blocks, bare)
            sections.append(Section(id=each.id, blocks=blocks))
            count += 1
        else:
            sections.append(each)
    repeats = {
        name: tuple({**row, **{key: value for key, value in given.items() if not value.empty}} for given in own_rows)
        if (own_rows := own.repeats.get(name, ())) and (row := rows[0])
        else rows
        for name, rows in invented.repeats.items()
    }
    fields = {name: value if own.field(name).empty else own.field(name) for name, value in invented.fields.items()}
    # Where the old report says "None", none are listed.
    said = {name for name, spec_id in lists.items() if spec_id in {each.id for each in own.sections if each.blocks}}
    appendices = () if "appendices" in said else invented.appendices
    papers = () if "background-papers" in said else invented.background_papers
    joined = Report(
        pack=invented.pack,
        fields=fields,
        repeats=repeats,
        sections=tuple(sections),
        appendices=own.appendices if own.appendices and invented.appendices else appendices,
        background_papers=own.background_papers or papers,
    )
    return give_ids(joined), count


def _bare(source: FromWord) -> int | None:
    """What numbers without a stop go on from; None where no such numbers go through the report."""
    return 0 if any(each.id == THROUGH and each.taken for each in source.proposal.guesses) else None


def _counted(blocks: Blocks, bare: int | None) -> tuple[Blocks, int | None]:
    """Blocks without the numbers that were typed before them, which the template prints itself.

    `bare` is the last number before these blocks that stood without a stop, where such go through the report. It comes
    back as it is behind them.
    """
    found: list[Block] = []
    for each in blocks:
        first = each.runs[0] if isinstance(each, Paragraph) and each.runs else None
        if isinstance(each, Paragraph) and isinstance(first, Text):
            # The number may have a run of its own, before words that look otherwise.
            behind = plain(each.runs[1:])
            whole = first.text + behind
            typed = TYPED.match(whole)
            if typed is None and bare is not None and (alone := BARE.match(whole)) and int(alone[1]) == bare + 1:
                typed, bare = alone, bare + 1
            if typed is not None and typed.end() <= len(first.text):
                rest = first.text[typed.end() :]
                said = (first.model_copy(update={"text": rest}),) if rest else ()
                each = each.model_copy(update={"runs": (*said, *each.runs[1:]), "plain": False})
        found.append(each)
    return tuple(found), bare
