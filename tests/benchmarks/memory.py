"""Peak memory of a process of its own: with a report in hand, with its export written, with its file opened."""

import subprocess
import sys

from benchmarks.measuring import Row
from benchmarks.processes import python
from benchmarks.sizes import FULL, Sizes, count

PEAK = "from benchmarks.processes import held_at_most\nprint(held_at_most())\n"
REPORT = "from benchmarks.sizes import pack, report\nwritten = report({words})\n"
EXPORT = "from clerkwell.word.writer import write_document\n"
WORK = "write_document(written, pack(), draft=True)\n"


def run(sizes: Sizes = FULL) -> list[Row]:
    """The rows for memory; none where the system does not say."""
    if not sys.platform.startswith("linux"):
        return []
    rows = []
    for words in (sizes.usual, sizes.growth[-1]):
        # Both load the same modules, so that what differs is the work alone.
        held = _peak(REPORT.format(words=words) + EXPORT)
        wrote = _peak(REPORT.format(words=words) + EXPORT + WORK)
        rows.append(Row("peak memory of an export", count(words), wrote, "MB", "the report alone", held))
    return rows


def _peak(code: str) -> float:
    done = subprocess.run(python(code + PEAK), capture_output=True, text=True, check=True)
    return float(done.stdout)
