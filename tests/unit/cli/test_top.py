"""The top of the command line: whatever happens inside, a person reads one sentence, and the log no report's words."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from clerkwell.cli import main, showing
from clerkwell.system import folders

SECRET = "The pond is to be sold to Aldous"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.clerkwell"
    assert main(["new", "--pack", "generic-english-council", "-o", str(path)]) == 0
    return path


def broken(*_: object) -> None:
    raise ValueError(SECRET)


def test_a_fault_of_the_program_is_told_in_a_sentence_and_logged_without_words(
    report: Path,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(showing, "check", broken)
    capfd.readouterr()
    assert main(["show", str(report)]) == 2
    (sentence,) = capfd.readouterr().err.strip().splitlines()
    assert "did not foresee" in sentence
    logged = (folders().logs / "clerkwell.log").read_text(encoding="utf-8")
    assert "builtins.ValueError" in logged
    assert "showing.py" in logged
    assert SECRET not in logged
    caplog.clear()


def test_a_fault_is_told_too_where_no_log_can_be_kept(
    report: Path,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("CLERKWELL_HOME", str(tmp_path / "file"))
    monkeypatch.setattr(showing, "check", broken)
    capfd.readouterr()
    assert main(["show", str(report)]) == 2
    (sentence,) = capfd.readouterr().err.strip().splitlines()
    assert "did not foresee" in sentence
    caplog.clear()


def test_stopping_it_is_no_fault(
    report: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(showing, "check", stopped)
    capfd.readouterr()
    assert main(["show", str(report)]) == 2
    (sentence,) = capfd.readouterr().err.strip().splitlines()
    assert sentence.startswith("Stopped")


@pytest.mark.skipif(sys.platform == "win32", reason="shell redirections of a POSIX shell, and its full device")
@pytest.mark.parametrize("redirected", ["> /dev/full", ">&-", "| head -c 5"])
def test_output_that_cannot_be_written_brings_no_traceback(redirected: str) -> None:
    source = Path(__file__).resolve().parents[3] / "desktop"
    done = subprocess.run(
        f'"{sys.executable}" -m clerkwell rules {redirected}',
        shell=True,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(source)},
        timeout=60,
    )
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    assert len(done.stderr.strip().splitlines()) <= 1
    assert done.returncode in (0, 2)
