"""What the window will need soon is loaded while nobody waits."""

import subprocess
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from benchmarks.processes import python, surroundings
from clerkwell.storage import StoredReport, write_file
from clerkwell.ui.shell.ahead import DESK, RULES, Ahead
from helpers.building import make_pack, make_report

# Opens a report, and tells whether the rules were waited for, and whether they are there a while later.
OPENED = """
import sys, tempfile, time
from contextlib import ExitStack
from pathlib import Path
from clerkwell.__main__ import load_window
load_window()
from clerkwell.app import build_window, make_application
from clerkwell.system import folders
app = make_application()
with ExitStack() as ending:
    window = build_window(app, folders(), ending)
    window.show()
    window.commands.open_file(Path({file!r}))
    app.processEvents()
    assert window.desk is not None
    waited = "clerkwell.rules.table" in sys.modules
    until = time.monotonic() + 30
    while "clerkwell.rules.table" not in sys.modules and time.monotonic() < until:
        app.processEvents()
        time.sleep(0.005)
    sys.stdout.write(f"{{waited}} {{'clerkwell.rules.table' in sys.modules}}\\n")
    window.close()
"""


@pytest.mark.parametrize("name", [*DESK, *RULES])
def test_there_is_what_is_loaded_ahead(name: str) -> None:
    assert import_module(name) is not None


def test_what_is_asked_for_is_loaded_one_after_the_other(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    monkeypatch.setattr("clerkwell.ui.shell.ahead.import_module", done.append)
    monkeypatch.setattr("clerkwell.ui.shell.ahead.icon", done.append)
    monkeypatch.setattr(Ahead, "PAUSE", 0.0)
    owner = QObject()
    ahead = Ahead(owner, ["first", "second"])
    ahead.finished.connect(lambda: done.append("finished"))

    ahead.begin()
    ahead.draw(["an icon"])

    assert done == []
    qtbot.waitUntil(lambda: done == ["an icon", "first", "second", "finished"])
    owner.deleteLater()


def test_icons_of_another_report_are_drawn_when_all_is_loaded(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr("clerkwell.ui.shell.ahead.icon", drawn.append)
    monkeypatch.setattr(Ahead, "PAUSE", 0.0)
    owner = QObject()
    ahead = Ahead(owner, ["json"])
    with qtbot.waitSignal(ahead.finished):
        ahead.begin()

    ahead.draw(["an icon"])

    qtbot.waitUntil(lambda: drawn == ["an icon"])
    owner.deleteLater()


def test_a_report_is_on_the_desk_before_the_rules_are_loaded(tmp_path: Path) -> None:
    pack = make_pack()
    file = tmp_path / "report.clerkwell"
    write_file(file, StoredReport(report=make_report({"background": "Text."}, pack=pack), pack_files=pack.files))

    done = subprocess.run(
        python(OPENED.format(file=str(file))),
        env=surroundings(tmp_path),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["False", "True"]
