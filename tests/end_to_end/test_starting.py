"""Starting the real program: a second start, unsaved work found, faults told, nothing left on the terminal."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from clerkwell.model import all_blocks, words
from clerkwell.packs import load_folder
from clerkwell.session.starting import new_report
from clerkwell.storage import StoredReport, read_file, write_file
from clerkwell.system import templates_folder
from helpers.officer import Officer
from helpers.screen import PATIENCE, Program, Screen, program_environment, running, wait_for

pytestmark = [pytest.mark.display, pytest.mark.timeout(180)]

LOST = "Words that nobody had time to save."


def test_work_that_was_not_saved_is_offered_and_recovered(screen: Screen, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    with running(screen, profile) as program:
        screen.wait_title("Clerkwell")
        screen.key("End", "Return")
        screen.wait_title("New report")
        screen.key("ctrl+Next")
        screen.type(LOST)
        wait_for("a snapshot with the words", lambda: _newest_snapshot(profile).count(LOST.encode()))
        program.kill()
    with running(screen, profile) as program:
        screen.wait_title("Recover unsaved work")
        screen.key("Return")
        screen.wait_title("New report")
        officer = Officer(screen, tmp_path / "found.clerkwell")
        officer.save_as()
        screen.key("ctrl+q")
        assert program.wait() == 0
    assert [words(block) for _, block in all_blocks(officer.report)] == [LOST]
    assert not list(profile.glob("state/recovery/*/*.snapshot"))


def test_a_second_start_hands_its_file_to_the_window_that_is_open(screen: Screen, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    report = _report(tmp_path / "parks.clerkwell")
    with running(screen, profile) as first:
        screen.wait_title("Clerkwell")
        second = Program(screen, profile, (str(report),))
        assert second.wait() == 0
        screen.wait_title("parks")
        assert first.process.poll() is None
        screen.key("ctrl+q")
        assert first.wait() == 0


def test_a_run_leaves_nothing_on_the_terminal(screen: Screen, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    with running(screen, profile, str(_report(tmp_path / "parks.clerkwell"))) as program:
        screen.wait_title("parks")
        screen.key("ctrl+Next", "ctrl+Next", "F7", "ctrl+q")
        assert program.wait() == 0
    assert (tmp_path / "profile.log").read_text() == ""


def test_an_opened_report_is_not_changed_by_being_looked_at(screen: Screen, tmp_path: Path) -> None:
    report = _report(tmp_path / "parks.clerkwell")
    before = report.read_bytes()
    with running(screen, tmp_path / "profile", str(report)) as program:
        screen.wait_title("parks")
        screen.key(*["ctrl+Next"] * 12, "ctrl+q")
        assert program.wait() == 0
    assert report.read_bytes() == before
    assert read_file(report).report.sections == ()


def test_the_self_test_passes_without_a_screen(tmp_path: Path) -> None:
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    bare.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [sys.executable, "-m", "clerkwell", "self-test"],
        env=program_environment(bare, tmp_path / "profile"), cwd=tmp_path, capture_output=True, text=True,
        check=False, timeout=PATIENCE * 4,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert done.stdout.count("ok: ") == len(list(templates_folder().glob("*/pack.toml")))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_without_a_screen_the_window_says_so_in_a_sentence(tmp_path: Path) -> None:
    bare = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    done = subprocess.run(
        [sys.executable, "-m", "clerkwell"],
        env=program_environment(bare, tmp_path / "profile"), cwd=tmp_path, capture_output=True, text=True,
        check=False, timeout=PATIENCE,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == "There is no screen to open a window on; start Clerkwell from a desktop.\n"


def _report(path: Path) -> Path:
    pack = load_folder(templates_folder() / "generic-english-council")
    now = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    write_file(path, StoredReport(report=new_report(pack, now), pack_files=pack.files))
    return path


def _newest_snapshot(profile: Path) -> bytes:
    newest = max(profile.glob("state/recovery/*/*.snapshot"), default=None)
    return newest.read_bytes() if newest else b""
