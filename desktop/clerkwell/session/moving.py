"""Moving blocks to another section: an edit that is one step, with all that hangs on them.

Blocks keep their ids, so notes, waivers and references go along. A section that has not begun begins with them.
"""

from clerkwell.model import Blocks, Paragraph, Report, Section, SetBlocks, SetSections, Several, apply, is_nil, plain
from clerkwell.packs import Pack, Part, outline


def sections_to_move_to(report: Report, pack: Pack, section_id: str) -> tuple[Part, ...]:
    """The sections of text that blocks of this one can be moved to, in the report's order."""
    return tuple(
        part for part in outline(report, pack) if part.id != section_id and part.spec.kind == "text" and part.relevant
    )


def moving(report: Report, pack: Pack, section_id: str, chosen: frozenset[str], to: str, *, first: bool) -> Several:
    """The edit that moves the blocks of these ids to the beginning of another section, or to its end."""
    there = report.blocks(section_id)
    piece = tuple(block for block in there if block.id in chosen)
    rest = tuple(block for block in there if block.id not in chosen)
    own = _bare(report.blocks(to))
    after = (*piece, *own) if first else (*own, *piece)
    # Taken out before they are put in: no id stands twice, and all are kept.
    out = SetBlocks(section=section_id, blocks=rest)
    return Several(edits=(out, putting(apply(out, report), pack, to, after)))


def putting(report: Report, pack: Pack, section_id: str, blocks: Blocks) -> SetBlocks | SetSections:
    """The edit that puts blocks in a section, which begins where the outline shows it if it had not begun."""
    if report.section(section_id) is not None or pack.manifest.pack.order != "report":
        return SetBlocks(section=section_id, blocks=blocks)
    fresh = Section(id=section_id, blocks=blocks)
    sections = [part.section or fresh for part in outline(report, pack) if part.section or part.id == section_id]
    return SetSections(sections=tuple(sections))


def _bare(blocks: Blocks) -> Blocks:
    """Blocks without an empty paragraph that only waits to be written in, and without an answer that there is nothing
    to say: there is now."""
    if all(isinstance(block, Paragraph) and _says_nothing(plain(block.runs)) for block in blocks):
        return ()
    return blocks


def _says_nothing(text: str) -> bool:
    return not text.strip() or is_nil(text)
