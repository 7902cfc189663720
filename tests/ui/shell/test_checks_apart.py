"""The window with the process that checks, as the program has it."""

import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from clerkwell.session.checking_apart import CheckApart
from clerkwell.ui.shell import MainWindow
from helpers.building import make_pack
from helpers.children import checking, gone
from helpers.desk import Recorder
from helpers.windows import Chosen, make_services, open_window, write

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="other systems do not list a process's children"
)


def rules_found(window: MainWindow) -> set[str]:
    assert window.opened is not None
    return {problem.rule for problem in window.opened.session.problems}


def test_what_is_written_is_checked_apart_and_nothing_is_left_behind(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    services = replace(make_services(tmp_path, make_pack()), check=CheckApart)
    with open_window(services, Recorder(), Chosen(tmp_path / "parks.clerkwell")) as window:
        assert not checking()
        write(window, "background", "[Insert text]")
        qtbot.waitUntil(lambda: "prompt-left" in rules_found(window), timeout=10_000)
        (first,) = checking()

        write(window, "background", "The park opened long ago.")
        qtbot.waitUntil(lambda: "prompt-left" not in rules_found(window), timeout=10_000)
        assert checking() == {first}

        os.kill(first, signal.SIGKILL)
        write(window, "background", "[Insert text]")
        qtbot.waitUntil(lambda: "prompt-left" in rules_found(window), timeout=10_000)
        (second,) = checking()
        assert second != first

    assert gone(second)
    assert not checking()
    caplog.clear()


def test_another_report_has_a_process_of_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    services = replace(make_services(tmp_path, make_pack()), check=CheckApart)
    with open_window(services, Recorder(answer="discard"), Chosen(tmp_path / "parks.clerkwell")) as window:
        write(window, "background", "[Insert text]")
        qtbot.waitUntil(lambda: "prompt-left" in rules_found(window), timeout=10_000)
        (first,) = checking()

        window.commands.new_in("test-council")
        qtbot.waitUntil(lambda: bool(checking() - {first}), timeout=10_000)

        assert gone(first)
        assert len(checking()) == 1
