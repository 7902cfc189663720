"""The tables and pictures of a section by id, those on pages on their side too, and blocks with one of them changed."""

from collections.abc import Iterator

from clerkwell.model import Block, Blocks, Image, Landscape, Place, Table
from clerkwell.ui.editors.richtext.outcome import Outcome
from clerkwell.ui.editors.richtext.spots import Selection, from_place
from clerkwell.ui.editors.richtext.view import SectionEditor


def opens(blocks: Blocks, block_id: str) -> tuple[Table | Image, ...]:
    """What the card of this block opens: the table or picture itself, or all those of a page on its side."""
    for block in blocks:
        inner = block.blocks if isinstance(block, Landscape) else (block,)
        cards = tuple(each for each in inner if isinstance(each, Table | Image))
        if block.id == block_id:
            return cards
        found = tuple(each for each in cards if each.id == block_id)
        if found:
            return found
    return ()


def with_changed(blocks: Blocks, block_id: str, changed: Block | None) -> Blocks:
    """The blocks with another in the place of this one, or without it; a page with nothing left on it goes too."""
    return tuple(_changed(blocks, block_id, changed))


def change(editor: SectionEditor, block_id: str, changed: Block | None, label: str) -> None:
    """Put another in the place of a block, or take it out, as one step of undo.

    The report may have gone on since the block was asked for.
    """
    editor.run(
        lambda blocks, selection: Outcome(with_changed(blocks, block_id, changed), _there(blocks, block_id, selection)),
        label,
    )


def _there(blocks: Blocks, block_id: str, selection: Selection) -> Selection:
    """The card of a block, selected; what was selected where it is not here any more."""
    return from_place(blocks, Place(block=block_id)) or selection


def _changed(blocks: Blocks, block_id: str, changed: Block | None) -> Iterator[Block]:
    for block in blocks:
        if block.id == block_id:
            yield from () if changed is None else (changed,)
        elif isinstance(block, Landscape) and any(each.id == block_id for each in block.blocks):
            inner = with_changed(block.blocks, block_id, changed)
            yield from (block.model_copy(update={"blocks": inner}),) if inner else ()
        else:
            yield block
