"""Which blocks of a section are the items that a `repeat:` over it comes once for. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from clerkwell.model import Block, Blocks, Landscape, ListItem, Paragraph, SubHeading, Table, is_empty
from clerkwell.model.lists import ordinals


@dataclass(frozen=True)
class Item:
    """An item: its number, the block that it is, and what stands before and after that in its row."""

    number: str
    block: Block
    before: Blocks = ()
    after: Blocks = ()


@dataclass(frozen=True)
class Items:
    """The items of a section, and what stands before and after them all: together every block, in order.

    A numbered item has its ordinal as `start`, so that it counts alike wherever it stands.
    """

    before: Blocks
    items: tuple[Item, ...]
    after: Blocks


def items_of(blocks: Blocks, *, in_table: bool) -> Items:
    """The items of a section: those of its outermost list, or, where it has no list, its paragraphs.

    Deeper items and paragraphs stay with the item before them, a sub-heading goes with the item after it. What stands
    after the last item and its deeper ones is no item's; nor are tables and landscape stretches, `in_table`.
    """
    counted = ordinals(blocks)
    numbers = _numbers(blocks, counted)
    if not numbers:
        return Items(blocks, (), ())
    told = tuple(
        block.model_copy(update={"start": counted[index]}) if index in counted else block
        for index, block in enumerate(blocks)
    )
    first, last = min(numbers), _end(blocks, max(numbers))
    found: list[Item] = []
    ahead: list[Block] = []
    behind: list[Block] = []
    for index in range(first, last):
        block = told[index]
        if index in numbers:
            found.append(Item(numbers[index], block, before=tuple(ahead)))
            ahead.clear()
        elif in_table and isinstance(block, Table | Landscape):
            behind.append(block)
        elif ahead or isinstance(block, SubHeading):
            ahead.append(block)
        else:
            found[-1] = Item(found[-1].number, found[-1].block, found[-1].before, (*found[-1].after, block))
    return Items(told[:first], tuple(found), (*behind, *told[last:]))


def out_of_cell(blocks: Blocks) -> tuple[Blocks, Blocks]:
    """What of a section can stand in a cell of a table, and its own tables, which cannot.

    A table in a table is lost on whoever cannot see it (Word's Accessibility Checker: use simple table structure). Of
    landscape stretches, which no cell can turn, only the tables keep their pages.
    """
    inside: list[Block] = []
    outside: list[Block] = []
    for block in blocks:
        if isinstance(block, Landscape):
            tables = tuple(each for each in block.blocks if isinstance(each, Table))
            inside += [each for each in block.blocks if not isinstance(each, Table)]
            outside += [block.model_copy(update={"blocks": tables})] if tables else []
        else:
            (outside if isinstance(block, Table) else inside).append(block)
    return tuple(inside), tuple(outside)


def _numbers(blocks: Blocks, counted: Mapping[int, int]) -> dict[int, str]:
    """The number of each item, by its index: as its list counts, or else one after another."""
    written = [index for index, block in enumerate(blocks) if not is_empty((block,))]
    levels = [block.level for index in written if isinstance(block := blocks[index], ListItem)]
    outermost = min(levels, default=None)
    found: dict[int, str] = {}
    for index in written:
        block = blocks[index]
        if isinstance(block, ListItem) and block.level == outermost:
            found[index] = str(counted.get(index, len(found) + 1))
        elif outermost is None and isinstance(block, Paragraph) and not block.nil and not block.plain:
            found[index] = str(len(found) + 1)
    return found


def _end(blocks: Blocks, last: int) -> int:
    """Where what belongs to the last item ends."""
    at = last + 1
    while at < len(blocks) and isinstance(blocks[at], ListItem):
        at += 1
    return at
