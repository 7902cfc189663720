"""Empty lines at the end of a section, which nobody wants kept: a screen reader says the line before them again."""

from clerkwell.model import Blocks, Report, SetBlocks, plain


def tidied(report: Report, section_id: str) -> SetBlocks | None:
    """The edit that takes out the empty lines at a section's end; None where there are none.

    One that a note is pinned to stays.
    """
    blocks = report.blocks(section_id)
    pinned = {note.place.block for note in report.notes if note.place.section == section_id}
    kept = _without_empty_end(blocks, pinned)
    return None if len(kept) == len(blocks) else SetBlocks(section=section_id, blocks=kept)


def _without_empty_end(blocks: Blocks, pinned: set[str]) -> Blocks:
    end = len(blocks)
    while end:
        last = blocks[end - 1]
        if last.kind == "table" or last.kind == "image" or last.kind == "landscape":
            break
        if plain(last.runs).strip() or last.id in pinned:
            break
        end -= 1
    return blocks[:end]
