"""One window for one profile."""

import json
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from clerkwell.system import FileError
from clerkwell.ui.shell.handover import Handover, ask_first


def test_the_second_start_finds_the_profile_held(tmp_path: Path) -> None:
    first, second = Handover(tmp_path), Handover(tmp_path)
    assert first.hold()
    assert not second.hold()
    first.close()
    assert second.hold()
    second.close()


def test_a_file_is_handed_to_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    first = Handover(tmp_path / "window")
    first.hold()
    first.listen()
    asked: list[bool] = []
    other = threading.Thread(target=lambda: asked.append(ask_first(tmp_path / "window", Path("/reports/a.clerkwell"))))
    with qtbot.waitSignal(first.requested) as requested:
        other.start()
    other.join()
    assert requested.args == [Path("/reports/a.clerkwell")]
    assert asked == [True]
    assert not list((tmp_path / "window").glob("*.request"))
    first.close()


def test_a_start_without_a_file_asks_the_window_to_come_forward(qtbot: QtBot, tmp_path: Path) -> None:
    first = Handover(tmp_path)
    first.hold()
    (tmp_path / "1.request").write_text(json.dumps({"file": ""}))
    with qtbot.waitSignal(first.requested) as requested:
        first.listen()
    assert requested.args == [None]
    first.close()


def test_a_window_that_does_not_answer_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clerkwell.ui.shell.handover._PATIENCE", 0.1)
    assert not ask_first(tmp_path, None)
    assert not list(tmp_path.glob("*.request"))


def test_a_request_that_cannot_be_read_is_passed_over(qtbot: QtBot, tmp_path: Path) -> None:
    first = Handover(tmp_path)
    first.hold()
    (tmp_path / "1.request").write_text("{")
    (tmp_path / "2.request").write_text(json.dumps({"file": "/reports/b.clerkwell"}))
    with qtbot.waitSignal(first.requested) as requested:
        first.listen()
    assert requested.args == [Path("/reports/b.clerkwell")]
    first.close()


def test_a_profile_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FileError):
        Handover(tmp_path / "file" / "window")
