"""A hand-off put back among the rest of the report that it was taken out of, so that it comes home like any draft.

What it says of itself at its beginning is no words of the report, and its references to what it does not have are links
(`word.writer.handoff`, `word.writer.pruning`).
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from typing import Final

from clerkwell.intake.homecoming.tags import tags_of
from clerkwell.packs import Pack
from clerkwell.word.reader.document import (
    Picture,
    ReadControl,
    Span,
    WordBlock,
    WordDocument,
    WordParagraph,
    WordTable,
)
from clerkwell.word.writer.handoff import ABOUT_TAG, ABOUT_TITLE

_LOST: Final = "#_Ref"


def without_account(document: WordDocument) -> WordDocument:
    """The document without what it says of itself; known by its control's tag, or its title where the tag was lost."""
    own = {
        number
        for number, each in document.controls.items()
        if each.tag == ABOUT_TAG or (not each.tag and each.title == ABOUT_TITLE)
    }
    if not own:
        return document
    return replace(document, blocks=tuple(each for each in document.blocks if not stands_in(each, own)))


def stands_in(block: WordBlock, controls: Set[int]) -> bool:
    """Whether a block stands in one of these controls; LibreOffice makes one round a paragraph one round its words."""
    inside = block.spans if isinstance(block, WordParagraph) else ()
    return any(not controls.isdisjoint(each) for each in (block.controls, *(span.controls for span in inside)))


def whole_again(document: WordDocument, original: WordDocument, pack: Pack, sections: Sequence[str]) -> WordDocument:
    """A hand-off of these sections, with all else as the whole draft that it was taken out of has it.

    One with a section that stands in rows of a table, or that has lost its controls, stays as it is.
    """
    moved = _Moved(document, original, pack)
    there = tags_of(original, pack)
    blocks = list(original.blocks)
    for section in sections:
        # LibreOffice keeps only the inner one of two controls.
        ranges = [(tag, [each for each in moved.blocks if moved.stands(each, tag)]) for tag in _tags(section)]
        tag, ours = next((each for each in ranges if each[1]), ("", []))
        at = [index for index, each in enumerate(blocks) if any(there.get(number) == tag for number in each.controls)]
        if not ours or (not at and tag in there.values()):
            return document
        # A section that was begun for the hand-off has no place yet.
        blocks[at[0] if at else len(blocks) : at[-1] + 1 if at else len(blocks)] = ours
    tags = [tag for section in sections for tag in _tags(section)]
    known = {_text(each) for each in original.blocks}
    blocks += [
        each for each in moved.blocks if not any(moved.stands(each, tag) for tag in tags) and _text(each) not in known
    ]
    return replace(
        document,
        blocks=tuple(blocks),
        headers=original.headers,
        footers=original.footers,
        controls={**original.controls, **moved.controls},
        pictures={**original.pictures, **moved.pictures},
    )


def _tags(section: str) -> tuple[str, str]:
    return f"section:{section}", f"body:{section}"


def _text(block: WordBlock) -> str:
    if isinstance(block, WordParagraph):
        return " ".join(block.text.split())
    return "\t".join(_text(each) for row in block.rows for cell in row.cells for each in cell.blocks)


class _Moved:
    """The blocks of a hand-off with numbers and names that the whole draft has not, and its references pointing."""

    def __init__(self, document: WordDocument, original: WordDocument, pack: Pack) -> None:
        self._shift = max([0, *original.controls]) + 1
        tags = tags_of(document, pack)
        self._names = {
            name: name if original.pictures.get(name, data) == data else f"handed-{name}"
            for name, data in document.pictures.items()
        }
        self._tags = {number + self._shift: tag for number, tag in tags.items()}
        self.controls: Mapping[int, ReadControl] = {
            number + self._shift: replace(each, id=number + self._shift, tag=tags.get(number, each.tag))
            for number, each in document.controls.items()
        }
        self.pictures = {self._names[name]: data for name, data in document.pictures.items()}
        self.blocks = [self._block(each) for each in document.blocks]

    def stands(self, block: WordBlock, tag: str) -> bool:
        """Whether a block stands in the place of this tag."""
        return any(self._tags.get(number) == tag for number in block.controls)

    def _block(self, block: WordBlock) -> WordBlock:
        if isinstance(block, WordParagraph):
            return self._paragraph(block)
        return self._table(block)

    def _paragraph(self, paragraph: WordParagraph) -> WordParagraph:
        return replace(
            paragraph,
            spans=tuple(map(self._span, paragraph.spans)),
            controls=self._numbers(paragraph.controls),
            list_id=f"handed-{paragraph.list_id}" if paragraph.list_id else "",
        )

    def _table(self, table: WordTable) -> WordTable:
        rows = tuple(
            replace(
                row,
                controls=self._numbers(row.controls),
                cells=tuple(
                    replace(
                        cell,
                        controls=self._numbers(cell.controls),
                        blocks=tuple(map(self._block, cell.blocks)),
                    )
                    for cell in row.cells
                ),
            )
            for row in table.rows
        )
        return replace(table, rows=rows, controls=self._numbers(table.controls))

    def _span(self, span: Span) -> Span:
        # A reference to what the hand-off does not have is a link to its bookmark.
        if span.link.startswith(_LOST) and not span.target:
            span = replace(span, target=span.link.removeprefix("#"), link="")
        note = None if span.note is None else tuple(map(self._paragraph, span.note))
        picture: Picture | None = span.picture
        if picture is not None:
            picture = replace(picture, name=self._names.get(picture.name, picture.name))
        return replace(span, controls=self._numbers(span.controls), note=note, picture=picture)

    def _numbers(self, controls: Sequence[int]) -> tuple[int, ...]:
        return tuple(each + self._shift for each in controls)
