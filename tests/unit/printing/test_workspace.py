"""Private folders for making pages: the user's alone, and gone with whoever made them, on whichever computer."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from clerkwell.printing.workspace import Workspace, sweep
from clerkwell.system import folders
from clerkwell.system.processes import computer


def left_by(pid: int, owner: str) -> Path:
    folder = folders().pages / f"clerkwell-pages-{pid}-abc"
    folder.mkdir(parents=True)
    (folder / "owner").write_text(owner)
    return folder


@pytest.fixture
def ended() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such modes")
def test_it_is_the_users_alone_and_lies_in_their_profile() -> None:
    made = Workspace()
    assert made.folder.parent == folders().pages
    for each in (made.folder, folders().pages, folders().state):
        assert each.stat().st_mode & 0o777 == 0o700
    sweep()
    assert made.folder.is_dir()
    made.close()
    assert not made.folder.exists()


def test_what_a_program_left_that_was_ended_goes(ended: int) -> None:
    folder = left_by(ended, f"{computer()}\n1")
    sweep()
    assert not folder.exists()


def test_what_another_computer_works_in_stays_for_a_day(ended: int) -> None:
    """A profile on a network: no process of that number is here, and one is there."""
    folder = left_by(ended, "far_away\n1")
    sweep()
    assert folder.is_dir()
    yesterday = time.time() - 25 * 60 * 60
    os.utime(folder / "owner", (yesterday, yesterday))
    sweep()
    assert not folder.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no links that anybody may make")
def test_a_link_is_nobodys_folder_and_leads_nowhere(ended: int, tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "letter").touch()
    folders().pages.mkdir(parents=True)
    link = folders().pages / f"clerkwell-pages-{ended}-abc"
    link.symlink_to(tmp_path / "kept")
    sweep()
    assert (tmp_path / "kept" / "letter").exists()
