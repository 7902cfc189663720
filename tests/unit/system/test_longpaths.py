"""Paths longer than Windows takes by itself; what it says of them, and of shares that are away."""

import errno
import sys
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerkwell.system.errors import reading_error, writing_error
from clerkwell.system.longpaths import marked, unlimited

NAMES = st.text("abc XYZ éŁ’-.", min_size=1, max_size=60).filter(lambda name: name.strip(" .") == name)
ROOTS = st.sampled_from(("C:\\", "Z:\\", "\\\\server\\share\\", "\\\\files.example.org\\Reports 2026$\\"))


class RefusedError(OSError):
    """As Windows refuses: with a number of its own, which Python takes for one that it knows."""

    def __init__(self, winerror: int, number: int) -> None:
        super().__init__(number, "in its own words")
        self.winerror = winerror


@given(ROOTS, st.lists(NAMES, min_size=1, max_size=12))
def test_a_marked_path_is_the_same_path_without_a_limit(root: str, names: list[str]) -> None:
    path = root + "\\".join(names)
    found = marked(path)
    assert found.startswith("\\\\?\\")
    assert marked(found) == found
    assert found.removeprefix("\\\\?\\").replace("UNC\\", "\\\\", 1) == path
    assert PureWindowsPath(found).name == names[-1]


@pytest.mark.parametrize("path", ["report.clerkwell", "..\\report.clerkwell", "C:report", "\\report", ""])
def test_what_is_no_whole_path_stays_as_it_is(path: str) -> None:
    assert marked(path) == path


@pytest.mark.skipif(sys.platform == "win32", reason="there it is marked")
def test_elsewhere_a_long_path_needs_no_mark() -> None:
    path = Path("/" + "a" * 200, "b" * 200)
    assert unlimited(path) is path


def test_a_path_that_is_too_long_is_told_as_that_and_not_as_a_folder_that_is_away() -> None:
    path = Path("C:/" + "/".join(["Committee reports"] * 16), "Report.clerkwell")
    for refused in (RefusedError(206, errno.ENOENT), RefusedError(3, errno.ENOENT)):
        for error in (reading_error(refused, path), writing_error(refused, path)):
            assert error.reason == "name-too-long"
            assert "use a folder with a shorter path" in str(error)
    assert reading_error(RefusedError(2, errno.ENOENT), Path("C:/Report.clerkwell")).reason == "missing"


@pytest.mark.parametrize("code", [53, 64, 67, 1231])
def test_a_windows_share_that_is_away_is_told_as_that(code: int) -> None:
    path = Path("//files/reports/Parks.clerkwell")
    assert writing_error(RefusedError(code, errno.ENOENT), path).reason == "away"
    read = reading_error(RefusedError(code, errno.ENOENT), path)
    assert str(read) == 'The network drive with "Parks.clerkwell" does not answer; try again when it does.'
