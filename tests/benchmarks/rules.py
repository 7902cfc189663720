"""What each rule costs at 50,000 words by itself: from nothing, and again after a key; the dearest first.

Rules share what they know of a passage (its sentences, its names), so that together they cost less than their sum.
"""

import time

from benchmarks.checking import typed
from benchmarks.measuring import Row
from benchmarks.sizes import FULL, Sizes, count, pack, written
from clerkwell.model import Report
from clerkwell.rules import Engine, Rule, catalogue


def run(sizes: Sizes = FULL) -> list[Row]:
    """A row for each rule."""
    made = written(sizes.large)
    nothing = _best((), made, sizes.rounds)
    rows = []
    for rule in catalogue():
        whole, again = (
            max(took - base, 0.001) for took, base in zip(_best((rule,), made, sizes.rounds), nothing, strict=True)
        )
        rows.append(Row(f"rule {rule.id}", count(sizes.large), whole, against="after a key", base=again))
    return sorted(rows, key=lambda row: row.took, reverse=True)


def _best(rules: tuple[Rule, ...], made: Report, rounds: int) -> tuple[float, float]:
    """The best times of some rounds in milliseconds of the processor: from nothing, and after a key.

    The first round does not count: it loads what the rule keeps for good, a list of words, say.
    """
    taken = []
    for keys in range(min(rounds, 3) + 1):
        engine = Engine(rules)
        began = time.process_time()
        engine.check(made, pack())
        checked = time.process_time()
        more = typed(made, keys)
        changed = time.process_time()
        engine.check(more, pack())
        taken.append(((checked - began) * 1000, (time.process_time() - changed) * 1000))
    return min(each[0] for each in taken[1:]), min(each[1] for each in taken[1:])
