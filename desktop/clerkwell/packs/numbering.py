"""The numbers readers see. They are never stored: editor, rules, reader and writer all ask here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clerkwell.model import Block, Report, plain
from clerkwell.packs.outlining import Part, outline
from clerkwell.packs.pack import Pack


@dataclass(frozen=True)
class Numbers:
    """`paragraphs` by block id, through the whole report; `sections` by section id, where headings are numbered."""

    paragraphs: Mapping[str, int]
    sections: Mapping[str, int]


def numbers(report: Report, pack: Pack) -> Numbers:
    """The numbers of this report in this pack.

    Top-level paragraphs of numbered sections take one run of numbers, across headings. An empty paragraph takes none,
    as it is left out of the document. Where the pack numbers headings, each numbered section that the document has
    takes the next number.
    """
    return numbers_of(outline(report, pack), pack)


def numbers_of(parts: Sequence[Part], pack: Pack) -> Numbers:
    """The numbers of these parts, in their order: a template may have sections elsewhere than its manifest."""
    paragraphs: dict[str, int] = {}
    sections: dict[str, int] = {}
    headings = pack.manifest.pack.numbering == "headings"
    for part in parts:
        if not part.stands or not part.spec.numbered:
            continue
        if headings:
            sections[part.id] = len(sections) + 1
            continue
        for block in part.section.blocks if part.section else ():
            if takes_number(block):
                paragraphs[block.id] = len(paragraphs) + 1
    return Numbers(paragraphs, sections)


def takes_number(block: Block) -> bool:
    """Whether a block of a numbered section takes a number: a paragraph of its own that says something."""
    # By its kind: to look at a word takes a fraction of what a look at a class of the model does.
    return block.kind == "paragraph" and not block.plain and bool(plain(block.runs).strip())
