"""The preview beside the editor: from the last key to pages that show it, and from a move of the caret to its line.

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
from clerkwell.model import Place, ReplaceWords, Report
from clerkwell.printing import Choice, PageMaker, engines
from clerkwell.ui.preview import PreviewPane
from clerkwell.ui.shell.caret import Caret
from helpers.desk import Desk, open_desk

# Milliseconds after which the preview is to show what was written, and to stand at the line with the caret.
BUDGET = 1000.0
# Seconds after which something is broken.
_LONGEST = 120.0


def run(sizes: Sizes = FULL) -> list[Row]:
    """The rows for each way of making pages that is here."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = make_application()
    ways: tuple[Choice, ...] = ("approximation", "libreoffice") if shutil.which("soffice") else ("approximation",)
    made = [
        row
        for words in (*sizes.growth[:1], sizes.usual, sizes.large)
        for way in ways
        for row in _rows(way, words, sizes.rounds)
    ]
    app.processEvents()
    return made


def _rows(way: Choice, words: int, rounds: int) -> list[Row]:
    desk = open_desk(report(words), pack())
    pane = PreviewPane(desk.bridge, lambda: PageMaker(lambda: engines(way)))
    pane.resize(700, 800)
    pane.show()
    shown = _Shown(pane)
    _until(lambda: shown.best > 0)
    exact = way != "approximation"
    places = _places(desk.report, rounds)
    seen: list[float] = []
    best: list[float] = []
    for place in places:
        pane.show_place(place)
        first, last = _changed(desk, pane, shown, place)
        seen.append(first)
        best.append(last)
    moved = [_moved(pane, each) for each in places]
    pane.close()
    pane.close_down()
    pane.deleteLater()
    size = count(words)
    rows = [
        Row(f"preview by {way}: last key to its picture", size, statistics.median(seen), most=BUDGET),
        Row(f"preview by {way}: caret to its line", size, statistics.median(moved), most=BUDGET),
    ]
    return (
        [*rows, Row(f"preview by {way}: last key to its own pages", size, statistics.median(best))] if exact else rows
    )


class _Shown:
    """Counts the pages that were shown: any, and those that none better take the place of."""

    def __init__(self, pane: PreviewPane) -> None:
        self.any = self.best = 0
        pane.follower.soon.connect(lambda _: self._count(0))
        pane.follower.made.connect(lambda _: self._count(1))

    def _count(self, best: int) -> None:
        self.any += 1
        self.best += best


def _changed(desk: Desk, pane: PreviewPane, shown: _Shown, place: Place) -> tuple[float, float]:
    """Milliseconds from a word at a place to the first picture that shows it, and to the last one."""
    before = shown.any, shown.best
    began = time.perf_counter()
    desk.session.apply(ReplaceWords(place=place.model_copy(update={"start": 0, "end": 0}), words="Now "), "Typing")
    _until(lambda: shown.any > before[0] and _drawn(pane))
    first = time.perf_counter() - began
    _until(lambda: shown.best > before[1] and _drawn(pane))
    return first * 1000, (time.perf_counter() - began) * 1000


def _drawn(pane: PreviewPane) -> bool:
    """Whether the page with the mark has the picture of these pages, and not one from before."""
    return pane.view.marked is not None and pane.view.is_drawn(pane.view.marked[0] + 1)


def _moved(pane: PreviewPane, place: Place) -> float:
    """Milliseconds until the page with a place is drawn where it is marked, with the wait for the caret to rest."""
    began = time.perf_counter()
    pane.show_place(place)
    _until(lambda: _drawn(pane))
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
