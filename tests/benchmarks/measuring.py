"""Rows of the table, how their figures are taken, and how they are printed."""

import gc
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One figure: what was measured, on how much, and what it is held against.

    `took` and `base` are in `unit`. `most` is the budget in the same unit, `times` the budget as a multiple of the
    baseline's figure; a row without either is there for its own sake.
    """

    what: str
    size: str
    took: float
    unit: str = "ms"
    against: str = ""
    base: float | None = None
    most: float | None = None
    times: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the baseline's figure."""
        return self.took / self.base if self.base else None

    @property
    def verdict(self) -> str:
        """Whether it is within the budget, in a word; nothing where there is no budget."""
        if self.most is None and self.times is None:
            return ""
        over = self.most is not None and self.took > self.most
        over = over or (self.times is not None and self.ratio is not None and self.ratio > self.times)
        return "over" if over else "within"


# What tells the time: the clock on the wall, or (`time.process_time`) the processor's for this process.
Clock = Callable[[], float]


def best_ms(work: Callable[[], object], rounds: int = 7, clock: Clock = time.perf_counter) -> float:
    """The best time of some rounds, in milliseconds, after one that does not count.

    The best, as what else the machine does can only add to it.
    """
    return side_by_side(work, rounds=rounds, clock=clock)[0]


def side_by_side(*works: Callable[[], object], rounds: int = 7, clock: Clock = time.perf_counter) -> list[float]:
    """The best times of several pieces of work in milliseconds, taken by turns so that a busy moment hits all.

    Work that only reckons, on one thread, is best told by the processor's time: it is the wall's on a machine with
    nothing else to do, and on a busy one it leaves out the others' turns.
    """
    for work in works:
        work()
    took: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, times in zip(works, took, strict=True):
            gc.collect()
            before = clock()
            work()
            times.append(clock() - before)
    return [min(times) * 1000 for times in took]


def table(rows: Iterable[Row]) -> str:
    """The rows as a table for people."""
    lines = [("what", "size", "took", "", "baseline", "times", "budget", "")]
    for row in rows:
        budget = [f"{row.most:g} {row.unit}"] if row.most is not None else []
        budget += [f"{row.times:g} ×"] if row.times is not None else []
        lines.append(
            (
                row.what,
                row.size,
                f"{row.took:.1f} {row.unit}",
                row.against,
                f"{row.base:.1f} {row.unit}" if row.base is not None else "",
                f"{row.ratio:.2f}" if row.ratio is not None else "",
                ", ".join(budget),
                row.verdict,
            )
        )
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    right = {2, 4, 5}
    return "\n".join(
        "  ".join(
            cell.rjust(width) if column in right else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )
