"""What the installers say of the program, and what is taken out of a built folder."""

import configparser
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

import clerkwell
from housekeeping.places import ROOT
from housekeeping.running import ChoreError
from installing.identity import ENDINGS, version
from installing.linux import SOURCES, control_text
from installing.transcript import Transcript
from installing.trimming import trim


def test_there_is_one_version() -> None:
    assert version() == clerkwell.__version__


def test_no_second_place_has_the_number() -> None:
    """A number that has to be changed in two places is forgotten in one."""
    places = ["packaging", "desktop", "pyproject.toml", "chores.py", "README.md", "CONTRIBUTING.md", ".github", ".ci"]
    files = [
        each for place in places for each in ([ROOT / place] if (ROOT / place).is_file() else (ROOT / place).rglob("*"))
    ]
    having = [
        each.relative_to(ROOT).as_posix()
        for each in files
        if each.is_file()
        and each.suffix not in (".pyc", ".png", ".ico")
        and re.search(rf"(?<![\d.]){re.escape(version())}(?![\d.])", each.read_text(encoding="utf-8", errors="replace"))
    ]
    assert having == ["desktop/clerkwell/__init__.py"]


def test_the_package_says_its_version_and_what_it_needs() -> None:
    needs = ["libc6 (>= 2.36)", "libgl1"]
    said = control_text("1.2.3", 4096, needs)
    fields = dict(line.split(": ", 1) for line in said.splitlines() if not line.startswith(" "))
    assert fields["Version"] == "1.2.3"
    assert fields["Installed-Size"] == "4096"
    assert fields["Depends"].split(", ") == needs
    assert said.endswith("\n")


def test_the_desktop_opens_both_kinds_of_file_with_the_program() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their capitals, as the format has them
    entry.read(SOURCES / "clerkwell.desktop", encoding="utf-8")
    kinds = entry["Desktop Entry"]["MimeType"].rstrip(";").split(";")
    tree = ElementTree.parse(SOURCES / "clerkwell.xml").getroot()
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    globs = {
        str(found.get("pattern")).removeprefix("*"): str(each.get("type"))
        for each in tree.findall("m:mime-type", space)
        for found in each.findall("m:glob", space)
    }
    assert globs == ENDINGS
    assert sorted(kinds) == sorted(ENDINGS.values())
    assert entry["Desktop Entry"]["Exec"] == "clerkwell %f"


def test_a_transcript_says_what_was_done_and_how_it_ended(tmp_path: Path) -> None:
    transcript = Transcript(tmp_path / "report.txt", "A build")
    assert transcript.run([sys.executable, "-c", "print('done')"]).strip() == "done"
    with pytest.raises(ChoreError, match="ended with 3, not 0"):
        transcript.run([sys.executable, "-c", "import sys; print('broken'); sys.exit(3)"], show=False)
    said = (tmp_path / "report.txt").read_text(encoding="utf-8")
    assert "exit code 0" in said
    assert "exit code 3" in said
    assert "    broken" in said


def test_a_command_that_should_fail_has_to(tmp_path: Path) -> None:
    transcript = Transcript(tmp_path / "report.txt", "A build")
    transcript.run([sys.executable, "-c", "raise SystemExit(1)"], wanted=1)
    with pytest.raises(ChoreError, match="ended with 0, not 1"):
        transcript.run([sys.executable, "-c", "pass"], wanted=1)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder as PyInstaller makes it: a program, a library it is linked to, one that nobody asks for."""
    if shutil.which("gcc") is None:
        pytest.skip("a C compiler links the libraries of this test")
    inside = tmp_path / "built" / "_internal"
    (inside / "plugins").mkdir(parents=True)
    for name in ("wanted", "stray", "plugged"):
        _compiled(tmp_path, f"int {name}(void) {{ return 1; }}", inside / f"lib{name}.so.1", "-shared", "-fPIC")
    code = "int wanted(void); int main(void) { return wanted(); }"
    _compiled(tmp_path, code, tmp_path / "built" / "program", str(inside / "libwanted.so.1"))
    plugin = "int plugged(void); int plugin(void) { return plugged(); }"
    _compiled(
        tmp_path, plugin, inside / "plugins" / "libplugin.so", "-shared", "-fPIC", str(inside / "libplugged.so.1")
    )
    (inside / "libpython3.11.so.1.0").write_bytes((inside / "libstray.so.1").read_bytes())
    return tmp_path / "built"


def _compiled(folder: Path, code: str, into: Path, *more: str) -> None:
    source = folder / "source.c"
    source.write_text(code, encoding="utf-8")
    name = ["-Wl,-soname," + into.name] if "-shared" in more else []
    subprocess.run(["gcc", str(source), "-o", str(into), *more, *name], check=True, capture_output=True)


def test_only_what_nothing_asks_for_is_taken_out(built: Path) -> None:
    gone, size = trim(built)
    left = sorted(path.name for path in built.rglob("*") if path.is_file())
    assert left == ["libplugged.so.1", "libplugin.so", "libpython3.11.so.1.0", "libwanted.so.1", "program"]
    assert gone == 1
    assert size > 0
