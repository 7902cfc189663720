"""From starting a process to a window that answers, and what it holds in memory then; beside a bare Qt window."""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.measuring import Row
from benchmarks.processes import python, surroundings
from benchmarks.sizes import FULL, Sizes, count, pack, report
from clerkwell.storage import StoredReport, write_file

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
from benchmarks.watched import watch
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTextEdit())
window.show()
watch(app)
app.exec()
"""
# The program's own start, from its own door; the application is only made earlier, so that it can be watched.
PROGRAM = """
import sys
sys.argv = ["clerkwell", *{arguments!r}]
from clerkwell.__main__ import main
from clerkwell.app import make_application
from benchmarks.watched import watch
app = make_application()
watch(app)
sys.exit(main())
"""


def run(sizes: Sizes = FULL) -> list[Row]:
    """The rows for starting, warm: the first start of each does not count."""
    with tempfile.TemporaryDirectory() as name:
        profile = Path(name)
        large = profile / "large.clerkwell"
        write_file(large, StoredReport(report=report(sizes.large), pack_files=pack().files))
        starts = {
            "bare": BARE,
            "empty": PROGRAM.format(arguments=[]),
            "large": PROGRAM.format(arguments=[str(large)]),
        }
        for code in starts.values():
            _start(code, profile)
        figures: dict[str, list[tuple[float, float]]] = {name: [] for name in starts}
        for _ in range(sizes.rounds):
            for name, code in starts.items():
                figures[name].append(_start(code, profile))
    took = {name: min(at for at, _ in each) for name, each in figures.items()}
    held = {name: statistics.median(memory for _, memory in each) for name, each in figures.items()}
    against = "a bare PySide6 window"
    rows = [
        Row("start, no report", "", took["empty"], "ms", against, took["bare"], most=1000, times=3),
        Row("start with a report", count(sizes.large), took["large"], "ms", against, took["bare"]),
    ]
    if sys.platform.startswith("linux"):
        rows += [
            Row("memory, no report", "", held["empty"], "MB", against, held["bare"], most=150),
            Row("memory with a report", count(sizes.large), held["large"], "MB", against, held["bare"], most=250),
        ]
    return rows


def _start(code: str, profile: Path) -> tuple[float, float]:
    """Milliseconds until the window answered, and the megabytes held then, child processes included."""
    began = time.time()
    done = subprocess.run(
        python(code), env=surroundings(profile), capture_output=True, text=True, check=False, timeout=120
    )
    if done.returncode:
        raise RuntimeError(f"the program did not start: {done.stderr}")
    at, memory = done.stdout.split()
    return (float(at) - began) * 1000, float(memory)
