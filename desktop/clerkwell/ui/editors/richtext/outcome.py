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


def put(lines: Blocks, first: int, last: int, *between: Block) -> Blocks:
    """The lines with those from `first` up to `last` (not included) replaced."""
    return (*lines[:first], *between, *lines[last:])
