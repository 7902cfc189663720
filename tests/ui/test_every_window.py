"""Every window, dialog, page and panel: named, in order, of one letter each, nothing cut off, nothing left behind."""

import gc
import importlib
import inspect
import pkgutil
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import clerkwell.ui
from clerkwell.model import Place
from clerkwell.storage import StoredReport, write_file
from clerkwell.ui.endmatter import AppendicesPage
from clerkwell.ui.kit.style import dress
from clerkwell.ui.shell.desk import Desk
from clerkwell.ui.shell.part_page import PartPage
from helpers.came_back import shipped
from helpers.desk import Recorder
from helpers.every_window import WINDOWS, parts_of_the_desk
from helpers.inspecting import LAPTOP, clashes, cut, first, jumps, nameless, namesakes, told, unreached, walked
from helpers.windows import Chosen, make_services, open_window

# A calendar comes up as a menu does, and this plugin of Qt's cannot do what a screen can.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")

POINTS = {"100 %": 11, "200 %": 22}
TIMES = 20
# Words of the appendix that the sample of that template writes in the report itself.
WRITTEN = Place(appendix="plan", block="b48")
EACH = pytest.mark.parametrize("name", WINDOWS)

_seen: set[type] = set()


@pytest.fixture(params=POINTS)
def size(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """The size of the program's text."""
    dress(qapp, "light", POINTS[request.param])
    yield request.param
    dress(qapp, "light", 11)


@EACH
def test_a_window_can_be_used_by_everyone(qtbot: QtBot, tmp_path: Path, name: str, size: str) -> None:
    del qtbot, size
    with _opened(name, tmp_path) as window:
        wrong = [*faults(window), *jumps(window)]
    assert wrong == []


def test_every_page_and_pane_of_the_desk_can_be_used_by_everyone(qtbot: QtBot, tmp_path: Path, size: str) -> None:
    wrong = {}
    for where, shown in parts_of_the_desk(qtbot, tmp_path, LAPTOP):
        _look_over(shown)
        if found := faults(shown):
            wrong[where] = found
    assert wrong == {}, size


def test_tab_goes_through_every_page_of_the_desk_as_one_reads_it_and_shift_and_tab_back(
    qtbot: QtBot, tmp_path: Path
) -> None:
    wrong = {}
    for where, shown in parts_of_the_desk(qtbot, tmp_path, LAPTOP):
        if isinstance(shown, PartPage):
            # By the keys themselves: to go along Qt's chain makes PySide lose the pages that come later.
            there = walked(shown, Qt.Key.Key_Tab, first(shown))
            back = walked(shown, Qt.Key.Key_Backtab, there[-1])
            # Tab goes past the tools into the text that they are for; Shift and Tab comes to them from there.
            passed = [each for each in reversed(back) if each in there]
            found = [*jumps(shown, back[::-1]), *(f"{each} is not reached" for each in unreached(shown, back))]
            if passed != there:
                found.append(f"there: {[*map(told, there)]}, and back: {[*map(told, back)]}")
            if found:
                wrong[where] = found
    assert wrong == {}, "\n".join(f"{k}: {v}" for k, v in wrong.items())


def faults(window: QWidget) -> list[str]:
    """Everything that is wrong with a window that is shown."""
    return [*nameless(window), *namesakes(window), *clashes(window), *cut(window)]


@EACH
def test_a_window_that_is_opened_and_closed_leaves_nothing_behind(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    del qtbot
    for _ in range(2):
        # What is loaded and drawn for the first time may stay.
        _open_and_close(name, tmp_path)
    before, threads = left(), threading.active_count()
    for _ in range(TIMES):
        _open_and_close(name, tmp_path)
    more = left() - before
    assert not more, f"{TIMES} times leave {dict(more)}"
    assert threading.active_count() <= threads


def test_panels_that_are_shown_and_hidden_leave_nothing_behind(qtbot: QtBot, tmp_path: Path) -> None:
    pack, report = shipped("city-of-london-2023")
    file = tmp_path / "report.clerkwell"
    write_file(file, StoredReport(report=report, pack_files=pack.files, attachments=pack.sample_attachments))
    with open_window(make_services(tmp_path, pack), Recorder(), Chosen(None)) as window:
        window.commands.open_file(file)
        assert window.desk is not None
        for part in window.desk.parts.part_ids:
            window.desk.show_part(part)
        window.desk.show_part("appendices")
        for _ in range(2):
            _show_and_hide(window.desk)
        qtbot.wait(500)
        before, threads = left(), threading.active_count()
        for _ in range(TIMES):
            _show_and_hide(window.desk)
        qtbot.wait(500)
        more = left() - before
        assert not more, f"{TIMES} times leave {dict(more)}"
        assert threading.active_count() <= threads


def _show_and_hide(desk: Desk) -> None:
    """The words of an appendix, each panel, and the bar to find words."""
    page = desk.findChild(AppendicesPage)
    assert page is not None
    page.show_place(WRITTEN)
    QApplication.processEvents()
    page.close_words()
    # As the program's own loop does before anything else is pressed.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for _ in range(2):
        for pane in (desk.guidance, desk.problems, desk.notes):
            desk.toggle_pane(pane)
            QApplication.processEvents()
    desk.open_find()
    QApplication.processEvents()
    desk.find_bar.close_bar()
    QApplication.processEvents()


def test_every_widget_of_the_program_stands_in_a_window_that_is_walked(qtbot: QtBot, tmp_path: Path) -> None:
    for name in WINDOWS:
        with _opened(name, tmp_path / name) as window:
            _look_over(window)
    for _, shown in parts_of_the_desk(qtbot, tmp_path, LAPTOP):
        _look_over(shown)
    missing = sorted(f"{each.__module__}.{each.__name__}" for each in _widgets() - _seen)
    assert missing == [], "add these to helpers.every_window"


def left() -> Counter[str]:
    """How many widgets there are, and how many things of the window's own classes, by class."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    gc.collect()
    held: Counter[str] = Counter(f"{type(each).__name__} shown" for each in QApplication.allWidgets())
    for each in gc.get_objects():
        kind = type(each)
        if str(kind.__module__).startswith("clerkwell.ui"):
            held[f"{kind.__module__}.{kind.__name__}"] += 1
    return held


@contextmanager
def _opened(name: str, folder: Path) -> Iterator[QWidget]:
    folder.mkdir(exist_ok=True, parents=True)
    with ExitStack() as ending:
        window = WINDOWS[name](folder, ending)
        window.show()
        window.resize(window.size().boundedTo(LAPTOP))
        window.activateWindow()
        for _ in range(3):
            QApplication.processEvents()
        try:
            yield window
        finally:
            window.close()
            window.deleteLater()


def _open_and_close(name: str, folder: Path) -> None:
    with _opened(name, folder):
        pass
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _look_over(window: QWidget) -> None:
    _seen.update(base for each in (window, *window.findChildren(QWidget)) for base in type(each).__mro__)


def _widgets() -> set[type]:
    """Every widget class that the program has."""
    found: set[type] = set()
    for module in pkgutil.walk_packages(clerkwell.ui.__path__, "clerkwell.ui."):
        loaded = importlib.import_module(module.name)
        for each in vars(loaded).values():
            if inspect.isclass(each) and issubclass(each, QWidget) and each.__module__ == module.name:
                found.add(each)
    return found
