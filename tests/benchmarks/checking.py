"""Checking a whole report against the structure that its pack asks for."""

from functools import partial

from benchmarks.measuring import Row, best_ms
from benchmarks.sizes import FULL, Sizes, count, pack, report
from clerkwell.rules import check


def run(sizes: Sizes = FULL) -> list[Row]:
    """The rows for checking."""
    council = pack()
    return [
        Row(
            "check the whole report",
            count(size),
            best_ms(partial(check, report(size), council), sizes.rounds),
            most=most,
        )
        for size, most in ((sizes.usual, None), (sizes.large, 500.0))
    ]
