"""Numbered paragraphs of another report, pasted where the report numbers its paragraphs itself."""

from typing import Final

from clerkwell.model import Block, Blocks, ListItem, Paragraph, words

# Items of a list are shorter: paragraphs of reports have sixty words on average, and recommendations twenty.
_LONG: Final = 30


def as_paragraphs(blocks: Blocks) -> Blocks:
    """The blocks with long numbered items as paragraphs, which take the report's own numbers.

    What was nested under them moves out with them. Short ones are a list, and stay one.
    """
    counted = [len(words(block).split()) for block in blocks if _is_outer(block)]
    if not counted or sum(counted) < _LONG * len(counted):
        return blocks
    done: list[Block] = []
    under = False
    for block in blocks:
        if isinstance(block, ListItem) and _is_outer(block):
            done.append(Paragraph(id=block.id, private=block.private, runs=block.runs))
            under = True
        elif isinstance(block, ListItem) and under and block.level:
            done.append(block.model_copy(update={"level": block.level - 1}))
        else:
            under = under and not isinstance(block, ListItem)
            done.append(block)
    return tuple(done)


def _is_outer(block: Block) -> bool:
    return isinstance(block, ListItem) and block.ordered and block.level == 0
