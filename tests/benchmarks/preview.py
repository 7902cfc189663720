"""The preview beside the editor: from the end of typing to the new pages, and from a move of the caret to its line.

The clock's time, with the pauses that the window waits for: what the author waits. What makes the pages is a program of
its own, so this is no measure of what the preview takes from a key; `live` is.
"""

import os
import shutil
import statistics
import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

from benchmarks.measuring import Row
from benchmarks.sizes import FULL, Sizes, count, pack, report
from clerkwell.app import make_application
from clerkwell.model import FieldValue, Place, Report, SetField
from clerkwell.printing import Choice, PageMaker, engines
from clerkwell.ui.preview import PreviewPane
from clerkwell.ui.shell.caret import Caret
from helpers.desk import Desk, open_desk

# Milliseconds after which the preview is to stand at the line with the caret.
BUDGET = 1000.0
# Seconds after which something is broken.
_LONGEST = 120.0


def run(sizes: Sizes = FULL) -> list[Row]:
    """The rows for each way of making pages that is here."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = make_application()
    ways: tuple[Choice, ...] = ("approximation", "libreoffice") if shutil.which("soffice") else ("approximation",)
    rows = [row for words in (sizes.growth[0], sizes.usual) for way in ways for row in _rows(way, words, sizes.rounds)]
    app.processEvents()
    return rows


def _rows(way: Choice, words: int, rounds: int) -> list[Row]:
    desk = open_desk(report(words), pack())
    pane = PreviewPane(desk.bridge, lambda: PageMaker(lambda: engines(way)))
    pane.resize(700, 800)
    pane.show()
    _until(lambda: pane.view.count > 0)
    made = [_made(desk, pane, at) for at in range(rounds)]
    places = _places(desk.report, rounds)
    moved = [_moved(pane, each) for each in places]
    pane.close()
    pane.close_down()
    pane.deleteLater()
    return [
        Row(f"preview by {way}: last key to new pages", count(words), statistics.median(made)),
        Row(f"preview by {way}: caret to its line", count(words), statistics.median(moved), most=BUDGET),
    ]


def _made(desk: Desk, pane: PreviewPane, at: int) -> float:
    """Milliseconds from a change to the pages that show it."""
    fresh: list[object] = []
    ended = pane.follower.made.connect(fresh.append)
    began = time.perf_counter()
    desk.session.apply(SetField(field="subject", value=FieldValue(text=f"Longer hours, number {at}")), "Typing")
    _until(lambda: bool(fresh))
    pane.follower.made.disconnect(ended)
    return (time.perf_counter() - began) * 1000


def _moved(pane: PreviewPane, place: Place) -> float:
    """Milliseconds until the page with a place is drawn where it is marked, with the wait for the caret to rest."""
    began = time.perf_counter()
    pane.show_place(place)
    _until(lambda: pane.view.marked is not None and pane.view.picture_there(pane.view.marked[0] + 1))
    return (time.perf_counter() - began + Caret.PAUSE) * 1000


def _places(shown: Report, many: int) -> list[Place]:
    """Paragraphs spread over the whole report."""
    every = [
        Place(section=section.id, block=block.id)
        for section in shown.sections
        for block in section.blocks
        if block.kind == "paragraph"
    ]
    return [every[at * (len(every) - 1) // max(many, 1)] for at in range(many, 0, -1)]


def _until(check: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _LONGEST
    while not check():
        if time.monotonic() > deadline:
            raise RuntimeError("no pages came")
        loop = QEventLoop()
        QTimer.singleShot(2, loop.quit)
        loop.exec()
