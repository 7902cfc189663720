"""What was found, as the parts of a report: sections with their blocks, appendices, background papers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from clerkwell.intake.appendix_pages import Page
from clerkwell.intake.blocks import line_id, make_blocks
from clerkwell.intake.drafts import Draft, SectionDraft
from clerkwell.intake.folding import folded
from clerkwell.intake.headings import majors
from clerkwell.intake.lettered import outermost
from clerkwell.intake.lines import Line
from clerkwell.intake.listed import Listed, appendices, papers
from clerkwell.intake.numbering import numbers_paragraphs, roles
from clerkwell.intake.results import Mapped
from clerkwell.model import Appendix, BackgroundPaper, Blocks, Footnote, Image, Section, SubHeading, Table, Text, walk
from clerkwell.packs import Pack

# What a bookmark stands at: the kind of reference that points there, and its target.
Anchor = tuple[str, str]
# One line may be both: the heading that runs into a paragraph, and the paragraph.
Anchors = Mapping[str, tuple[Anchor, ...]]


@dataclass(frozen=True)
class Settled:
    """The lists at the end, the sections, the source's paragraph numbers by section and index, and bookmarks."""

    listed: Listed
    sections: tuple[Section, ...]
    numbers: Mapping[tuple[str, int], int]
    anchors: Anchors = field(default_factory=dict)


def settled(drafts: Sequence[SectionDraft], pages: Sequence[Page], pack: Pack, mapped: list[Mapped]) -> Settled:
    """The parts of the report that these sections and these appendices make; `mapped` gets what the document prints."""
    paragraphs = roles(drafts, pack)
    # Where the source numbered nothing, the layout numbers all; else what had no number gets none.
    some = bool(paragraphs) or bool(majors([each.line for draft in drafts for each in draft.drafts]))
    found_appendices: list[Appendix] = []
    found_papers: list[BackgroundPaper] = []
    sections: list[Section] = []
    numbers: dict[tuple[str, int], int] = {}
    anchors: dict[str, list[Anchor]] = {}
    for draft in drafts:
        own: Sequence[Draft] = _with_notes(draft)
        spec = pack.section(draft.id)
        if draft.head is not None:
            _put(anchors, _at(draft.head, "section", draft.id))
        if spec is not None and spec.kind != "text":
            part = appendices(own, pack) if spec.kind == "appendices" else papers(own, pack)
            mapped += part.mapped
            for entry, line in zip(part.appendices, part.lines, strict=False):
                _put(anchors, _at(line, "appendix", entry.id))
            own = part.rest
            found_appendices += part.appendices
            found_papers += part.papers
        made = make_blocks(own, paragraphs, numbered=some and numbers_paragraphs(draft.id, pack), mapped=mapped)
        numbers |= {(draft.id, index): old for index, old in made.numbers.items()}
        _put(anchors, _within(own, made.blocks))
        sections.append(Section(id=draft.id, blocks=made.blocks, heading=draft.heading))
    for page in pages:
        _put(anchors, _add_page(page, found_appendices, mapped))
    blocks = outermost([each.blocks for each in sections], pack)
    sections = [each.model_copy(update={"blocks": own}) for each, own in zip(sections, blocks, strict=True)]
    known = {name: tuple(found) for name, found in anchors.items()}
    return Settled(Listed(tuple(found_appendices), tuple(found_papers)), tuple(sections), numbers, known)


def _put(anchors: dict[str, list[Anchor]], more: Mapping[str, Anchor]) -> None:
    for name, anchor in more.items():
        anchors.setdefault(name, []).append(anchor)


def _with_notes(draft: SectionDraft) -> Sequence[Draft]:
    """The lines of a section; notes on its heading, which holds none, stand at the first words under it."""
    notes = _notes(draft.head) if draft.head is not None else ()
    if not notes:
        return draft.drafts
    for index, each in enumerate(draft.drafts):
        line = each.line
        if not line.is_row and line.block is None:
            # Behind the number that Word prints, which its words begin with.
            moved = replace(each, line=replace(line, runs=(*line.runs, *notes)))
            return [*draft.drafts[:index], moved, *draft.drafts[index + 1 :]]
    alone = replace(draft.head, runs=notes, cells=(), mark=0, bold=False) if draft.head else None
    return [Draft(alone), *draft.drafts] if alone else draft.drafts


def _notes(line: Line) -> tuple[Footnote, ...]:
    # Of a row the first cell is the heading; what stands beside it is text.
    runs = next((cell for cell in line.cells if cell), ()) if line.is_row else line.runs
    return tuple(run for run in runs if isinstance(run, Footnote))


def _at(line: Line, to: str, target: str) -> dict[str, Anchor]:
    return {name: (to, target) for name in (line.known.bookmarks if line.known else ())}


def _within(drafts: Sequence[Draft], blocks: Blocks) -> dict[str, Anchor]:
    """Where the bookmarks of these lines stand, in the blocks that were made of them."""
    kinds = {
        block.id: "table" if isinstance(block, Table) else "paragraph"
        for block in walk(blocks)
        if not isinstance(block, Image | SubHeading)
    }
    done: dict[str, Anchor] = {}
    for draft in drafts:
        if (to := kinds.get(line_id(draft.line))) and draft.line.known:
            done |= _at(draft.line, to, line_id(draft.line))
    return done


def _add_page(page: Page, found: list[Appendix], mapped: list[Mapped]) -> dict[str, Anchor]:
    """Give an appendix the text that stands in the document; one that nothing lists is listed by its heading."""
    at = next((index for index, each in enumerate(found) if folded(each.number) == folded(page.number)), None)
    drafts = list(page.drafts)
    # The title may stand on the line below its number.
    inside = page.title if len(page.heads) == 1 else ""
    head = page.head.text[: len(page.head.text) - len(inside)]
    if at is None:
        found.append(Appendix(id=f"appendix-{len(found) + 1}", number=page.number, title=page.title))
        at = len(found) - 1
        # Its number and title are the appendix's own; only the word before them is printed.
        mapped.append(Mapped(head.replace(page.number, "", 1).strip(" –—-:."), "heading"))
    elif not page.title or folded(found[at].title) == folded(page.title):
        mapped.append(Mapped(" ".join(each.text for each in page.heads), "heading"))
    elif not found[at].title:
        mapped.append(Mapped(head.strip(), "heading"))
        found[at] = found[at].model_copy(update={"title": page.title})
    else:
        # The list words the title otherwise: both are kept.
        mapped.append(Mapped(head.strip(), "heading"))
        title = replace(page.heads[-1], runs=(Text(text=page.title),), mark=0, bold=False)
        drafts.insert(0, Draft(title, "sub"))
    notes = [run for each in page.heads for run in _notes(each)]
    if notes and drafts and not drafts[0].line.is_row and drafts[0].line.block is None:
        first = drafts[0].line
        drafts[0] = replace(drafts[0], line=replace(first, runs=(*first.runs, *notes)))
    made = make_blocks(drafts, {}, numbered=False, mapped=mapped)
    found[at] = found[at].model_copy(update={"blocks": made.blocks})
    target = found[at].id
    done = _within(drafts, made.blocks)
    for each in page.heads:
        done |= _at(each, "appendix", target)
    return done
