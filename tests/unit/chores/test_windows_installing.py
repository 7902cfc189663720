"""What the programs for Windows say of themselves, and what the trial of their installers holds them to."""

import shutil
import subprocess
from pathlib import Path
from unittest.mock import Mock

import pytest

from housekeeping.running import ChoreError
from installing.identity import KINDS, LICENCE, NAME, PUBLISHER, built_from, version
from installing.transcript import Transcript
from installing.windows_build import check_properties
from installing.windows_properties import COMMANDS, WINDOW, Program, properties, read_back, written
from installing.windows_python import SOURCES


def told(file: Path, said: dict[str, str]) -> Path:
    """A file with words as the resources of a program have them: a name, zeros up to a boundary, what it says."""
    content = b"MZ" + b"".join(
        f"{name}\0".encode("utf-16-le") + bytes(2) + f"{words}\0".encode("utf-16-le") for name, words in said.items()
    )
    file.write_bytes(content)
    return file


@pytest.mark.parametrize("program", [WINDOW, COMMANDS])
def test_a_program_says_whose_it_is_and_of_which_version(program: Program) -> None:
    said = properties(program)
    assert said["CompanyName"] == PUBLISHER
    assert said["ProductName"] == NAME
    assert {said["ProductVersion"], said["FileVersion"]} == {version()}
    assert said["OriginalFilename"] == program.file


def test_the_two_programs_can_be_told_apart() -> None:
    assert properties(WINDOW)["FileDescription"] != properties(COMMANDS)["FileDescription"]


def test_what_is_written_is_an_expression_that_names_all_of_it(tmp_path: Path) -> None:
    # PyInstaller evaluates it with classes of these names; only the strings and the numbers are of interest here.
    seen: dict[str, str] = {}
    numbers: dict[str, object] = {}
    names = {"FixedFileInfo": numbers.update, "StringStruct": seen.__setitem__}
    others = ("VSVersionInfo", "StringFileInfo", "StringTable", "VarFileInfo", "VarStruct")
    eval(Path(written(WINDOW, tmp_path)).read_text(encoding="utf-8"), {**dict.fromkeys(others, Mock()), **names})
    assert seen == properties(WINDOW)
    assert numbers == dict.fromkeys(("filevers", "prodvers"), (*map(int, version().split(".")), 0))


def test_what_a_program_says_is_read_back(tmp_path: Path) -> None:
    assert read_back(told(tmp_path / "one.exe", properties(WINDOW))) == properties(WINDOW)


def test_a_program_that_says_something_else_ends_the_build(tmp_path: Path) -> None:
    transcript = Transcript(tmp_path / "report.txt", "Report")
    other = told(tmp_path / "one.exe", {**properties(WINDOW), "ProductVersion": "0.0.1"})
    with pytest.raises(ChoreError, match=r"ProductVersion is “0\.0\.1”"):
        check_properties(other, properties(WINDOW), transcript)
    silent = told(tmp_path / "two.exe", {})
    with pytest.raises(ChoreError, match="CompanyName is “”"):
        check_properties(silent, properties(WINDOW), transcript)


@pytest.mark.parametrize("name", ["clerkwell.nsi", "clerkwell.wxs", "../clerkwell.spec"])
def test_no_source_has_a_publisher_or_a_licence_of_its_own(name: str) -> None:
    said = (SOURCES / name).read_text(encoding="utf-8")
    assert PUBLISHER not in said
    assert LICENCE not in said


@pytest.mark.parametrize("name", ["clerkwell.nsi", "clerkwell.wxs"])
@pytest.mark.parametrize("kind", KINDS.values())
def test_each_installer_tells_people_what_the_files_are(name: str, kind: str) -> None:
    assert f'"{kind}"' in (SOURCES / name).read_text(encoding="utf-8")


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not here: it is asked what a build is of")
def test_a_build_says_what_it_is_of(tmp_path: Path) -> None:
    assert built_from(tmp_path) == "Built from sources without a history."
    author = ("-c", "user.name=Sam Sample", "-c", "user.email=sam@example.org")
    for command in (["init", "-q"], [*author, "commit", "-q", "--allow-empty", "-m", "First"]):
        assert subprocess.run(["git", *command], cwd=tmp_path, check=False).returncode == 0
    assert built_from(tmp_path).endswith(", as it is.")
    (tmp_path / "half-done.py").touch()
    assert built_from(tmp_path).endswith(", with 1 files changed or added since.")
