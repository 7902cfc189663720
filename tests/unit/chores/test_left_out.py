"""What is said of tests that were left out."""

import subprocess
import sys
from pathlib import Path

import pytest

from housekeeping.left_out import left_out
from housekeeping.places import environment

SUITE = """
import pytest

@pytest.mark.libreoffice
def test_a_page():
    pytest.skip("soffice is not here")

@pytest.mark.skip(reason="only on Windows")
def test_a_lock():
    pass

def test_a_sum():
    assert 1 + 1 == 2
"""
HEAVY = """
@pytest.mark.heavy
def test_a_long_day():
    assert True
"""
SETTINGS = "[pytest]\nmarkers =\n    libreoffice: needs LibreOffice\n    heavy: long\n"


def test_tests_are_counted_by_what_they_want_for() -> None:
    said = left_out(
        [
            ("soffice is not here", ["test_one", "libreoffice"]),
            ("there is no soffice", ["test_two", "libreoffice"]),
            ("only on Windows", ["test_three"]),
        ]
    )

    assert said == [
        "2 tests, for want of LibreOffice. To run them too: python3 chores.py setup-proofs",
        "1 test: only on Windows",
    ]


def run_suite(folder: Path, *options: str, suite: str = SUITE) -> subprocess.CompletedProcess[str]:
    (folder / "pytest.ini").write_text(SETTINGS, encoding="utf-8")
    (folder / "test_suite.py").write_text(suite, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "housekeeping.left_out", "-p", "no:cacheprovider", *options]
    env = {**environment(source=True), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


def test_the_end_of_a_run_says_what_was_left_out_before_the_closing_line(tmp_path: Path) -> None:
    done = run_suite(tmp_path)

    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[-3:-1] == [
        "1 test, for want of LibreOffice. To run them too: python3 chores.py setup-proofs",
        "1 test: only on Windows",
    ]
    assert "1 passed, 2 skipped" in lines[-1]


def test_where_nothing_may_be_left_out_a_missing_tool_fails_the_run(tmp_path: Path) -> None:
    done = run_suite(tmp_path, "--nothing-left-out")

    assert done.returncode == 1
    assert "A test was left out where none may be: soffice is not here" in done.stdout


def test_a_reason_that_is_no_fault_of_the_machine_is_allowed(tmp_path: Path) -> None:
    done = run_suite(tmp_path, "--nothing-left-out", suite=SUITE.replace("soffice is not here", "only on macOS"))

    assert done.returncode == 0


def test_long_proofs_that_were_not_asked_for_are_named(tmp_path: Path) -> None:
    done = run_suite(tmp_path, "-m", "not heavy", suite=SUITE + HEAVY)

    assert "1 test, long proofs. To run them: python3 chores.py heavy" in done.stdout


@pytest.mark.parametrize("options", [(), ("--nothing-left-out",)])
def test_a_run_with_nothing_left_out_says_nothing_of_it(tmp_path: Path, options: tuple[str, ...]) -> None:
    done = run_suite(tmp_path, *options, suite="def test_a_sum():\n    assert 1 + 1 == 2\n")

    assert done.returncode == 0
    assert "left out" not in done.stdout
