"""From one section to another in the whole window, until it is painted: for the first time, and when it was up before.

The window has come to rest after opening the report: it has been checked, and what is loaded ahead is there.

Beside it a stack of bare text editors with the same words, each filled when it is first shown. Times are the
processor's for the whole process, as a check of the report runs beside it and other programs have their turns.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QStackedWidget, QTextEdit

from benchmarks.measuring import Row
from benchmarks.resting import rest
from benchmarks.sizes import FULL, Sizes, count, pack, report
from clerkwell.app import build_window, make_application
from clerkwell.model import Report, words
from clerkwell.storage import StoredReport, write_file
from clerkwell.system import folders

# The budget of the design, in milliseconds.
BUDGET = 100.0


def run(sizes: Sizes = FULL) -> list[Row]:
    """The rows for going from section to section."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    made = report(sizes.large)
    parts = [section.id for section in made.sections if section.blocks]
    rounds = max(sizes.rounds, 1)
    with tempfile.TemporaryDirectory() as folder, ExitStack() as ending:
        file = Path(folder) / "large.clerkwell"
        write_file(file, StoredReport(report=made, pack_files=pack().files))
        window = build_window(make_application(), folders({"CLERKWELL_HOME": folder}), ending)
        window.show()
        window.commands.open_file(file)
        if window.desk is None:
            raise RuntimeError("the report did not open")
        desk = window.desk
        rest(window)
        first = [_timed(partial(desk.show_part, part)) for part in parts]
        again = [_timed(partial(desk.show_part, part)) for _ in range(rounds) for part in parts]
        window.close()
    bare_first, bare_again = _bare(made, parts, rounds)
    size = count(sizes.large)
    rows = []
    for what, ours, bare in (("for the first time", first, bare_first), ("again", again, bare_again)):
        for which, middle in (("the usual section", True), ("the slowest", False)):
            took, base = (statistics.median(each) if middle else max(each) for each in (ours, bare))
            rows.append(
                Row(f"section switch {what}, {which}", size, took, against="bare editors", base=base, most=BUDGET)
            )
    return rows


def _bare(made: Report, parts: list[str], rounds: int) -> tuple[list[float], list[float]]:
    stack = QStackedWidget()
    stack.resize(800, 640)
    stack.show()
    texts = {part: "\n".join(words(block) for block in made.blocks(part)) for part in parts}
    editors: dict[str, QTextEdit] = {}

    def show(part: str) -> None:
        if part not in editors:
            editors[part] = QTextEdit()
            editors[part].setPlainText(texts[part])
            stack.addWidget(editors[part])
        stack.setCurrentWidget(editors[part])

    first = [_timed(partial(show, part)) for part in parts]
    again = [_timed(partial(show, part)) for _ in range(rounds) for part in parts]
    stack.close()
    stack.deleteLater()
    return first, again


def _timed(switch: Callable[[], object]) -> float:
    """Milliseconds of the processor from the switch to its paint."""
    began = time.process_time()
    switch()
    QApplication.processEvents()
    return (time.process_time() - began) * 1000
