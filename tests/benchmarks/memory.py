"""Peak memory of a process of its own: with a report in hand, and with its export written, by us and in other ways."""

import subprocess
import sys

from benchmarks.measuring import Row
from benchmarks.processes import python
from benchmarks.sizes import FULL, Sizes, count

PEAK = "from benchmarks.processes import held_at_most\nprint(held_at_most())\n"
REPORT = "from benchmarks.sizes import pack, report\nwritten = report({words})\n"
LOADED = (
    "from clerkwell.word.writer import write_document\n"
    "from benchmarks.filling import docxtpl_fill, docxtpl_template, plain_fill, raw_fill\n"
)
OURS = "write_document(written, pack(), draft=True)\n"
OTHERS = {
    "a raw lxml fill": "raw_fill(written, pack())\n",
    "docxtpl": "docxtpl_fill(written, docxtpl_template(written))\n",
    "python-docx": "plain_fill(written, pack())\n",
}


def run(sizes: Sizes = FULL) -> list[Row]:
    """The rows for memory; none where the system does not say."""
    if not sys.platform.startswith("linux"):
        return []
    rows = []
    for words in sorted({sizes.usual, *sizes.growth}):
        # All load the same modules, so that what differs is the work alone.
        loaded = REPORT.format(words=words) + LOADED
        wrote = _peak(loaded + OURS)
        others = {"the report alone": ""} | (OTHERS if words == sizes.usual else {})
        rows += [
            Row("peak memory of an export", count(words), wrote, "MB", against, _peak(loaded + work))
            for against, work in others.items()
        ]
    return rows


def _peak(code: str) -> float:
    done = subprocess.run(python(code + PEAK), capture_output=True, text=True, check=True)
    return float(done.stdout)
