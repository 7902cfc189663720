"""chores.py itself: what it answers before anything is set up."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from housekeeping.chores import CHORES, has_screen

ROOT = Path(__file__).resolve().parents[3]
DOOR = ROOT / "chores.py"


def ask(*arguments: str, before: str = "") -> subprocess.CompletedProcess[str]:
    start = f"sys.argv = {['chores.py', *arguments]!r}; runpy.run_path({str(DOOR)!r}, run_name='__main__')"
    code = f"import runpy, sys\n{before}\n{start}"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False)


def test_every_chore_is_listed_with_a_line_of_help() -> None:
    said = ask()

    assert said.returncode == 0
    for chore in CHORES:
        assert f"  {chore.name} " in said.stdout
        assert chore.purpose in said.stdout


@pytest.mark.parametrize("name", [chore.name for chore in CHORES if chore.name != "run"])
def test_a_chore_explains_itself_without_doing_anything(name: str) -> None:
    said = ask(name, "--help")

    assert said.returncode == 0
    assert said.stdout.startswith(f"python3 chores.py {name}")


def test_an_unknown_chore_is_named_in_one_sentence() -> None:
    said = ask("polish")

    assert said.returncode == 2
    assert said.stdout == ""
    assert said.stderr == 'There is no chore "polish". `python3 chores.py` lists them.\n'


def test_a_chore_that_takes_nothing_says_what_it_was_given() -> None:
    said = ask("lint", "desktop")

    assert said.returncode == 2
    assert "desktop" in said.stderr


def test_an_old_python_is_told_which_one_it_needs() -> None:
    said = ask("run", before="sys.version_info = (3, 9, 2, 'final', 0)")

    assert said.returncode == 2
    assert "needs Python 3.11 or newer, and this is Python 3.9" in said.stderr
    assert "Traceback" not in said.stderr


def test_an_old_python_can_read_the_door_at_all() -> None:
    ast.parse(DOOR.read_text(encoding="utf-8"), feature_version=(3, 4))


def test_a_linux_without_a_display_has_no_screen() -> None:
    assert not has_screen("linux", {"HOME": "somewhere", "DISPLAY": ""})
    assert has_screen("linux", {"DISPLAY": ":0"})
    assert has_screen("linux", {"WAYLAND_DISPLAY": "wayland-0"})
    assert has_screen("linux", {"QT_QPA_PLATFORM": "offscreen"})


def test_other_systems_always_have_one() -> None:
    assert has_screen("win32", {})
    assert has_screen("darwin", {})
