"""What was sent, block by block, as what it was made of here: nearly all is the same, and the rest stands in order."""

from collections.abc import Iterator, Sequence

from clerkwell.comparing import aligned
from clerkwell.comparing.renaming import Renaming, renamed
from clerkwell.comparing.sequences import rising, stretches
from clerkwell.intake.homecoming.rowing import pairs
from clerkwell.model import Block, Blocks, Landscape, Report
from clerkwell.word.writer.layout import written


def matched(base: Report, sent: Report) -> Report:
    """`sent` with the ids that its blocks have in `base`."""
    if len(base.appendices) == len(sent.appendices):
        # The list prints every one, in order.
        same = zip(sent.appendices, base.appendices, strict=True)
        sent = renamed(sent, Renaming(appendices={there.id: here.id for there, here in same}))
    was = aligned(base, sent)
    names: dict[str, str] = {}
    for ours, theirs in _homes(base, was):
        names |= dict(_in_gaps(ours, theirs))
    return renamed(was, Renaming(blocks=names))


def listed_alike(was: Report, came: Report) -> Report:
    """`came` with the ids that its appendices had in `was`, by their entries in the list."""
    names: dict[str, str] = {}
    entries = [[(each.number, each.title, each.link) for each in report.appendices] for report in (was, came)]
    for at, before in pairs(*entries):
        names[came.appendices[at].id] = was.appendices[before].id
    return renamed(came, Renaming(appendices=names))


def _homes(base: Report, was: Report) -> Iterator[tuple[list[Block], list[Block]]]:
    sections = {each.id: each.blocks for each in was.sections}
    for section in base.sections:
        yield list(_flat(section.blocks)), list(_flat(sections.get(section.id, ())))
    appendices = {each.id: each.blocks for each in was.appendices}
    for appendix in base.appendices:
        yield list(_flat(appendix.blocks)), list(_flat(appendices.get(appendix.id, ())))


def _flat(blocks: Blocks) -> Iterator[Block]:
    """What the document prints of these blocks."""
    for block in written(blocks):
        if isinstance(block, Landscape):
            yield from written(block.blocks)
        else:
            yield block


def _in_gaps(ours: Sequence[Block], theirs: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """New names for what has none of `ours` yet and stands between the same two blocks, as many as stood there."""
    place = {block.id: at for at, block in enumerate(ours)}
    held = [(at, place[block.id]) for at, block in enumerate(theirs) if block.id in place]
    kept = [held[index] for index in rising([was for _, was in held])]
    taken = {block.id for block in theirs}
    for low, high, start, end in stretches([(was, at) for at, was in kept], len(ours), len(theirs)):
        free = [block for block in ours[low:high] if block.id not in taken]
        open_ = [block for block in theirs[start:end] if block.id not in place]
        if len(free) == len(open_):
            yield from ((there.id, here.id) for here, there in zip(free, open_, strict=True))
