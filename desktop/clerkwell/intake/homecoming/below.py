"""A section's own tables that stand below the table that its text is a cell of, put back where its author had them.

No cell holds a table (`word.writer.items.out_of_cell`), so a draft prints those of an issue below the table of
implications, and a reading finds them behind all of the issue's words.
"""

from collections.abc import Sequence

from clerkwell.model import Block, Blocks, Landscape, Report, Table, words


def in_their_places(base: Report, sent: Report, came: Report) -> Report:
    """`came` with the tables of such sections where `base` has them; `sent` says which sections those are."""
    was = {each.id: each.blocks for each in base.sections}
    printed = {each.id: each.blocks for each in sent.sections}
    sections = tuple(
        each.model_copy(update={"blocks": _restored(was[each.id], each.blocks)})
        if _were_below(was.get(each.id, ()), printed.get(each.id, ()))
        else each
        for each in came.sections
    )
    return came.model_copy(update={"sections": sections})


def _is_below(block: Block) -> bool:
    return isinstance(block, Table) or (
        isinstance(block, Landscape) and all(isinstance(each, Table) for each in block.blocks)
    )


def _were_below(base: Blocks, sent: Blocks) -> bool:
    """Whether a reading of the draft as it was sent has the tables behind the rest, and the report has them before."""
    kinds = [each.kind for each in base]
    moved = [each.kind for each in base if not _is_below(each)] + [each.kind for each in base if _is_below(each)]
    return kinds != moved and [each.kind for each in sent] == moved


def _restored(base: Blocks, came: Blocks) -> Blocks:
    """The blocks with each table behind the block that it followed; a new one stays behind them all."""
    done = [each for each in came if not _is_below(each)]
    tables = [each for each in came if _is_below(each)]
    known = [each for each in base if _is_below(each)]
    for at, table in enumerate(tables):
        then = _same(table, known) if len(tables) != len(known) else known[at]
        if then is None:
            done.append(table)
            continue
        before = base[: _index(then, base)]
        done.insert(_behind(before, done), table)
    return tuple(done)


def _behind(before: Sequence[Block], done: Sequence[Block]) -> int:
    """Where the nearest of the blocks before a table ends among those that there are now."""
    for each in reversed(before):
        at = next((index for index, one in enumerate(done) if _alike(one, each)), None)
        if at is not None:
            return at + 1
    return min(len(before), len(done))


def _alike(one: Block, other: Block) -> bool:
    return one.kind == other.kind and words(one).split() == words(other).split()


def _same(table: Block, known: Sequence[Block]) -> Block | None:
    return next((each for each in known if _alike(each, table)), None)


def _index(block: Block, blocks: Blocks) -> int:
    return next(index for index, each in enumerate(blocks) if each is block)
