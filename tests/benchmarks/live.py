"""Keys typed into the whole window, with its own threads: what the checks and the recovery copies take from a key.

Bursts of typing start while a check of the whole report runs. A key's time is the processor's for the whole process
from the key to its paint: the window's own work, and what another thread did while the window waited for it. Unlike the
clock's, it does not grow with what other programs do. With the preview on, bursts start while its document is written;
what makes the pages of it is a program of its own.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from benchmarks.keystroke import BUDGET, KEYS
from benchmarks.measuring import Row
from benchmarks.resting import rest
from benchmarks.sizes import FULL, Sizes, count, pack, report
from clerkwell.__main__ import SWITCH
from clerkwell.app import build_window, make_application
from clerkwell.session import Pace
from clerkwell.storage import StoredReport, write_file
from clerkwell.system import folders
from clerkwell.ui.preview.following import PageFollower
from clerkwell.ui.shell import MainWindow

BURST = 8
# Between two keys, and about the check's own pause, so that a burst meets the check at another point each time.
APART = 0.07
PAUSES = tuple(Pace().quiet + step * 0.04 for step in range(5))
# The same about the pause after which pages are made anew.
PREVIEWED = tuple(PageFollower.PAUSE - APART + step * 0.04 for step in range(5))


def run(sizes: Sizes = FULL) -> list[Row]:
    """The rows for typing with everything running."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    usual = sys.getswitchinterval()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as ending:
        sys.setswitchinterval(SWITCH)
        ending.callback(sys.setswitchinterval, usual)
        file = Path(folder) / "large.clerkwell"
        write_file(file, StoredReport(report=report(sizes.large), pack_files=pack().files))
        app = make_application()
        window = build_window(app, folders({"CLERKWELL_HOME": folder}), ending)
        window.show()
        window.commands.open_file(file)
        rest(window)
        editor = _editor(window)
        alone = _typed(editor, 4 * sizes.rounds, PAUSES)
        window.commands.toggle_preview()
        _wait(PageFollower.PAUSE)
        previewed = _typed(editor, 2 * sizes.rounds, PREVIEWED)
        if window.opened is not None:
            window.opened.session.save()
        window.close()
    size, whole = count(sizes.large), "key in the whole window"
    cuts, beside = statistics.quantiles(alone, n=100), statistics.quantiles(previewed, n=100)
    return [
        Row(f"{whole}, p50 of the processor", size, cuts[49]),
        Row(f"{whole}, p99 of the processor", size, cuts[98], most=BUDGET),
        Row(f"{whole}, with the preview, p50", size, beside[49], against="without the preview", base=cuts[49]),
        Row(f"{whole}, with the preview, p99", size, beside[98], against="without the preview", base=cuts[98]),
    ]


def _editor(window: MainWindow) -> QTextEdit:
    """The editor of a section in the middle of the report, with the caret in the middle of it."""
    if window.opened is None or window.desk is None:
        raise RuntimeError("the report did not open")
    begun = [section.id for section in window.opened.session.report.sections if section.blocks]
    window.desk.show_part(begun[len(begun) // 2])
    _wait(1.0)
    editor = window.desk.pages.current().findChildren(QTextEdit)[0]
    editor.setFocus()
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().characterCount() // 2)
    cursor.movePosition(cursor.MoveOperation.EndOfBlock)
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    return editor


def _typed(editor: QTextEdit, bursts: int, pauses: Sequence[float]) -> list[float]:
    """Milliseconds of the processor from each key to its paint."""
    took = []
    for burst in range(bursts):
        _wait(pauses[burst % len(pauses)])
        for index in range(BURST):
            began = time.process_time()
            QTest.keyClick(editor, KEYS[index % len(KEYS)])
            QApplication.processEvents()
            took.append((time.process_time() - began) * 1000)
            _wait(APART)
    return took


def _wait(seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        QApplication.processEvents()
        time.sleep(0.0005)
