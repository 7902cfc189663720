"""`python -m fuzzing [RUNS] [SEED]`: that many mutated documents, shared between processes.

Each failure is printed with the words that make it again: `python -m fuzzing again SEED NUMBER`.
"""

import multiprocessing
import os
import sys
import time
from collections import Counter

from fuzzing.running import Outcome, corpus_of, one, span


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["again"]:
        sys.stdout.write(f"{one(corpus_of(), int(arguments[1]), int(arguments[2]), raising=True)}\n")
        return 0
    runs = int(arguments[0]) if arguments else 20_000
    seed = int(arguments[1]) if len(arguments) > 1 else int(time.time())
    share = 250
    spans = [(seed, first, min(first + share, runs)) for first in range(0, runs, share)]
    counted: Counter[str] = Counter()
    failed: list[Outcome] = []
    slowest = Outcome(0, "")
    begun = time.monotonic()
    # A process for each share: what one leaves behind cannot hide what another does.
    with multiprocessing.get_context("spawn").Pool(os.cpu_count(), maxtasksperchild=1) as pool:
        for outcomes in pool.imap_unordered(span, spans):
            for outcome in outcomes:
                counted[outcome.kind] += 1
                slowest = max(slowest, outcome, key=lambda each: each.seconds)
                if outcome.failed:
                    failed.append(outcome)
                    sys.stdout.write(f"FAILED {outcome.number}: {outcome.what}\n  again {seed} {outcome.number}\n")
    sys.stdout.write(
        f"{runs} documents, seed {seed}, in {time.monotonic() - begun:.0f} s: "
        + ", ".join(f"{count} {kind}" for kind, count in counted.most_common())
        + f"; slowest {slowest.seconds:.2f} s (number {slowest.number}).\n"
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
