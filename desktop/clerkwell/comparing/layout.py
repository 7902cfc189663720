"""A report's blocks by their ids, and which stands where."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from clerkwell.model import Block, Blocks, Landscape, Paragraph, Quotation, Report

# What blocks stand in: a section, an appendix, or a wide page, by its id.
Home = tuple[Literal["section", "appendix", "landscape"], str]


@dataclass(frozen=True)
class Layout:
    """`order` has the ids of the blocks in each home, `homes` where each block is."""

    blocks: Mapping[str, Block]
    order: Mapping[Home, Sequence[str]]
    homes: Mapping[str, Home]


def laid_out(report: Report) -> Layout:
    """The blocks of a report."""
    blocks: dict[str, Block] = {}
    order: dict[Home, list[str]] = {}
    homes: dict[str, Home] = {}

    def take(home: Home, these: Sequence[Any]) -> None:
        order[home] = [block.id for block in these]
        for block in these:
            blocks[block.id] = block
            homes[block.id] = home
            if isinstance(block, Landscape):
                take(("landscape", block.id), block.blocks)

    for section in report.sections:
        take(("section", section.id), section.blocks)
    for appendix in report.appendices:
        take(("appendix", appendix.id), appendix.blocks)
    return Layout(blocks, order, homes)


def blocks_at(home: Home, order: Mapping[Home, Sequence[str]], blocks: Mapping[str, Block]) -> Blocks:
    """The blocks of a home in this order."""
    done: list[Block] = []
    for name in order.get(home, ()):
        block = blocks[name]
        if isinstance(block, Landscape):
            inner = tuple(_narrow(each) for each in blocks_at(("landscape", name), order, blocks))
            block = (
                block
                if inner == block.blocks and _same_ids(inner, block.blocks)
                else block.model_copy(update={"blocks": inner})
            )
        done.append(block)
    return tuple(done)


def upper(home: Home, layout: Layout) -> Home:
    """The section or appendix that a home is or stands in."""
    return layout.homes[home[1]] if home[0] == "landscape" else home


def _narrow(block: Block) -> Block:
    """A block as it may stand on a wide page, where there are no quotations."""
    if isinstance(block, Quotation):
        return Paragraph(id=block.id, private=block.private, runs=block.runs)
    return block


def _same_ids(one: Sequence[Block], other: Sequence[Block]) -> bool:
    return all(a.id == b.id for a, b in zip(one, other, strict=True))
