"""What the package for Debian leaves to the system, and what the built program leaves to those that it starts."""

import runpy
import shutil
from pathlib import Path

import pytest

from housekeeping.places import ROOT
from housekeeping.running import ChoreError
from installing.lending import lend, owner, packages_needed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as PyInstaller makes it, with a library of this system in it, one of ours, and Python's."""
    inside = tmp_path / "_internal"
    inside.mkdir()
    for name in ("libz.so.1", "libours.so.1", "libpython3.11.so.1.0"):
        (inside / name).write_bytes(b"\x7fELF")
    return tmp_path


@pytest.mark.skipif(shutil.which("dpkg") is None, reason="packages of Debian are asked for")
class TestOnDebian:
    def test_what_a_package_of_the_system_holds_is_told(self) -> None:
        assert owner("libc.so.6") == "libc6"
        assert owner("libz.so.1") == "zlib1g"
        assert owner("libnobody.so.9") == ""

    def test_only_the_system_s_own_libraries_are_left_to_it(self, folder: Path) -> None:
        assert lend(folder) == 1
        left = sorted(each.name for each in (folder / "_internal").iterdir())
        assert left == ["libours.so.1", "libpython3.11.so.1.0"]

    @pytest.mark.skipif(shutil.which("readelf") is None, reason="readelf is not here: binutils reads the program")
    def test_what_a_program_asks_for_is_a_package(self, tmp_path: Path) -> None:
        shutil.copyfile("/bin/true", tmp_path / "program")
        assert packages_needed(tmp_path) == ("libc6",)

    def test_what_nobody_holds_ends_the_build(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        shutil.copyfile("/bin/true", tmp_path / "program")
        monkeypatch.setattr("installing.lending.needed", lambda _: frozenset({"libnobody.so.9"}))
        with pytest.raises(ChoreError, match=r"holds libnobody\.so\.9"):
            packages_needed(tmp_path)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"LD_LIBRARY_PATH": "/ours"}, {}),
        ({"LD_LIBRARY_PATH": "/ours:/theirs", "LD_LIBRARY_PATH_ORIG": "/theirs"}, {"LD_LIBRARY_PATH": "/theirs"}),
        ({"LD_LIBRARY_PATH": "/ours", "LD_LIBRARY_PATH_ORIG": ""}, {}),
        ({"HOME": "/home/officer"}, {"HOME": "/home/officer"}),
    ],
)
def test_programs_that_are_started_load_the_system_s_libraries(before: dict[str, str], after: dict[str, str]) -> None:
    start = runpy.run_path(str(ROOT / "packaging" / "installing" / "start.py"))
    surroundings = dict(before)
    start["leave_others_their_libraries"](surroundings)
    assert surroundings == after
