"""Memory: of the whole program while a report is open and checked, and at its peak while an export is written.

The program is the window with the processes that check and make the preview's pages; not LibreOffice. An export is
beside other ways to write it.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.measuring import Row
from benchmarks.processes import python, surroundings
from benchmarks.sizes import FULL, Sizes, count, pack, report, written
from clerkwell.model import Report
from clerkwell.storage import StoredReport, write_file

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
# The program's own start with a report, until its problems are shown and have been found again after a key.
WATCHED = """
import sys
sys.argv = ["clerkwell", *{arguments!r}]
from clerkwell.__main__ import load_window, main
load_window(with_report=True)
from clerkwell.app import make_application
from benchmarks.watched_checks import {watch}
app = make_application()
{watch}(app)
sys.exit(main())
"""


def run(sizes: Sizes = FULL) -> list[Row]:
    """The rows for memory; none where the system does not say."""
    if not sys.platform.startswith("linux"):
        return []
    rows = []
    for prose, made in (("", report(sizes.large)), (", a council’s prose", written(sizes.large))):
        (held,) = _held(made, "watch_checks")
        most, rest = _held(made, "watch_preview")
        rows += [
            Row(f"memory with a report that is checked{prose}", count(sizes.large), held, "MB", most=250),
            Row(f"and with the preview, at rest{prose}", count(sizes.large), rest, "MB", most=250),
            Row(f"and with the preview, at most{prose}", count(sizes.large), most, "MB"),
        ]
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


def _held(made: Report, watch: str) -> list[float]:
    """Megabytes that the program and the processes that it started hold together."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "large.clerkwell"
        pictures = {name.rpartition("/")[2]: data for name, data in pack().files.items() if name.endswith(".png")}
        write_file(file, StoredReport(report=made, pack_files=pack().files, attachments=pictures))
        done = subprocess.run(
            python(WATCHED.format(arguments=[str(file)], watch=watch)),
            env=surroundings(Path(name)),
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
    if done.returncode:
        raise RuntimeError(f"the program did not start: {done.stderr}")
    return [float(each) for each in done.stdout.split()]


def _peak(code: str) -> float:
    done = subprocess.run(python(code + PEAK), capture_output=True, text=True, check=True)
    return float(done.stdout)
