"""Checking a report against all the rules: from nothing, and again after a key in one of its sections."""

import gc
import time
from collections.abc import Callable
from functools import partial
from itertools import count as numbers

from benchmarks.measuring import Row, best_ms
from benchmarks.sizes import FULL, Sizes, count, pack, report, written
from clerkwell.model import Paragraph, Problem, Report, SetBlocks, Text, apply
from clerkwell.packs import Pack
from clerkwell.rules import Engine, check


def run(sizes: Sizes = FULL) -> list[Row]:
    """The rows for checking: an invented report, and one that says again and again what the pack's sample says."""
    council = pack()
    rows = [
        Row(
            "check the whole report",
            count(size),
            _best(partial(check, report(size), council), sizes),
            most=most,
        )
        for size, most in ((sizes.usual, None), (sizes.large, 500.0))
    ]
    for name, made in (("", report(sizes.large)), (", a council’s prose", written(sizes.large))):
        if name:
            whole = _best(partial(check, made, council), sizes)
            rows.append(Row(f"check the whole report{name}", count(sizes.large), whole, most=500.0))
        again = _best(after_a_key(made, council), sizes)
        rows.append(Row(f"check again after a key in one section{name}", count(sizes.large), again, most=50.0))
    return rows


def _best(work: Callable[[], object], sizes: Sizes) -> float:
    """Milliseconds of the processor: a check only reckons, on one thread, and other programs' turns are not its own.

    Garbage is not looked for meanwhile, as in the process that checks, which looks for it between two checks.
    """
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        return best_ms(work, sizes.rounds, time.process_time)
    finally:
        gc.enable()
        gc.unfreeze()


def after_a_key(made: Report, council: Pack) -> Callable[[], tuple[Problem, ...]]:
    """What checks a report again that has one more key in it each time."""
    engine, keys = Engine(), numbers(1)
    engine.check(made, council)
    return lambda: engine.check(typed(made, next(keys)), council)


def typed(made: Report, keys: int) -> Report:
    """The report with a word of so many letters more in a paragraph in the middle of it."""
    sections = [each for each in made.sections if any(isinstance(block, Paragraph) for block in each.blocks)]
    section = sections[len(sections) // 2]
    at = next(index for index, block in enumerate(section.blocks) if isinstance(block, Paragraph))
    block = section.blocks[at]
    assert isinstance(block, Paragraph)
    longer = block.model_copy(update={"runs": (*block.runs, Text(text=" " + "e" * keys))})
    return apply(SetBlocks(section=section.id, blocks=(*section.blocks[:at], longer, *section.blocks[at + 1 :])), made)
