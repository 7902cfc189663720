"""What can be seen of the installers without building one: their sources are whole, and the icon is drawn."""

import shutil
import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from housekeeping.places import ROOT
from installing.identity import KINDS
from installing.linux import SIZES, SOURCES
from installing.linux_start import Row, Start, rows, table

INSTALLING = ROOT / "packaging" / "installing"


def test_the_spec_is_python() -> None:
    file = INSTALLING / "clerkwell.spec"
    compile(file.read_text(encoding="utf-8"), str(file), "exec")


@pytest.mark.parametrize("name", ["linux/clerkwell.xml", "windows/clerkwell.wxs", "macos/entitlements.plist"])
def test_what_is_xml_is_well_formed(name: str) -> None:
    assert ElementTree.parse(INSTALLING / name).getroot() is not None


def test_the_kinds_of_files_have_one_name_each() -> None:
    said = (SOURCES / "clerkwell.xml").read_text(encoding="utf-8")
    for kind in KINDS.values():
        assert f"<comment>{kind}</comment>" in said


def test_the_desktop_s_own_check_finds_no_fault() -> None:
    tool = shutil.which("desktop-file-validate")
    # A laptop may lack it; `setup-proofs` brings it.
    if tool is None:
        pytest.skip("desktop-file-validate is not here")
    done = subprocess.run([tool, str(SOURCES / "clerkwell.desktop")], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("name", ["clerkwell.nsi"])
def test_the_script_of_setup_opens_and_closes_its_parts(name: str) -> None:
    words = [
        line.split()[0] for line in (INSTALLING / "windows" / name).read_text("utf-8").splitlines() if line.split()
    ]
    for begin, end in (("Section", "SectionEnd"), ("Function", "FunctionEnd"), ("!macro", "!macroend")):
        assert words.count(begin) == words.count(end), begin


@pytest.mark.parametrize("size", [SIZES[0], SIZES[-1]])
def test_the_icon_is_drawn(tmp_path: Path, size: int) -> None:
    file = tmp_path / "icon.png"
    command = [sys.executable, str(INSTALLING / "drawing.py"), str(INSTALLING / "clerkwell.svg"), str(file), str(size)]
    assert subprocess.run(command, check=False).returncode == 0
    assert struct.unpack(">II", file.read_bytes()[16:24]) == (size, size)


def test_a_picture_that_cannot_be_drawn_is_told(tmp_path: Path) -> None:
    (tmp_path / "broken.svg").write_text("no picture", encoding="utf-8")
    command = [
        sys.executable,
        str(INSTALLING / "drawing.py"),
        str(tmp_path / "broken.svg"),
        str(tmp_path / "a.png"),
        "16",
    ]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 1


def test_starts_are_told_by_the_quickest_beside_what_they_may_be() -> None:
    cold = [Start(1, 2.5, 0, 0.5), Start(1, 9, 0, 0.4), Start(1, 3, 0, 0.6)]
    told = {row.what: row for row in rows(Start(1, 3, 0), cold, [], Start(1, 1, 70.4), Start(1, 4, 200))}
    assert told["cold start, window usable"] == Row("cold start, window usable", "2.5 s", "3 s")
    assert told["cold start, work of the processor for it"].figure == "0.4 s"
    assert told["memory, start page"].figure == "70 MB"
    # Nothing is claimed of what was not measured.
    assert told["warm start"].figure.startswith("not measured")
    assert table([Row("a", "1 s", "2 s")]).splitlines()[-1] == "| a | 1 s | 2 s |"
