"""Tidying up what this computer keeps by itself."""

import os
from datetime import UTC, datetime
from pathlib import Path

from clerkwell.session.retaining import tidy_up
from clerkwell.storage import RecoveryFolder
from clerkwell.system import folders, make_folder

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def test_pages_of_a_program_that_was_ended_go(tmp_path: Path) -> None:
    pages = make_folder(folders().pages)
    nobody = 4_000_000  # more than any system numbers its processes
    left, ours = pages / f"clerkwell-pages-{nobody}-abc", pages / f"clerkwell-pages-{os.getpid()}-abc"
    for each in (left, ours):
        each.mkdir()
        (each / "report.pdf").write_bytes(b"%PDF-")
    tidy_up(RecoveryFolder(tmp_path / "recovery"), pages, 7, NOW)
    assert not left.exists()
    assert ours.exists()


def test_a_profile_without_anything_is_left_alone(tmp_path: Path) -> None:
    assert tidy_up(RecoveryFolder(tmp_path / "recovery"), tmp_path / "pages", 7, NOW) == 0
    assert [*tmp_path.iterdir()] == []
