"""What a command is: a pure function from blocks and a selection to what it leaves of them."""

from collections.abc import Callable
from dataclasses import dataclass

from clerkwell.model import Block, Blocks, Run, Worded
from clerkwell.ui.editors.richtext.spots import Selection


@dataclass(frozen=True)
class Outcome:
    """What a command leaves: blocks, and what is selected in them."""

    blocks: Blocks
    selection: Selection


Command = Callable[[Blocks, Selection], Outcome | None]


def with_runs(block: Worded, runs: tuple[Run, ...]) -> Worded:
    """The block with other words."""
    return type(block).model_validate({**dict(block), "runs": runs})


def joined_with(keeper: Worded, runs: tuple[Run, ...], *from_: Block) -> Worded:
    """The block with the words of several: not for publication if any of them that has words is not."""
    private = keeper.private or any(each.private and getattr(each, "runs", ()) for each in from_)
    return type(keeper).model_validate({**dict(keeper), "runs": runs, "private": private})


def put(lines: Blocks, first: int, last: int, *between: Block) -> Blocks:
    """The lines with those from `first` up to `last` (not included) replaced."""
    return (*lines[:first], *between, *lines[last:])
