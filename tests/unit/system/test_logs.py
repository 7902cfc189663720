"""The log and the crash traces: of use to who mends it, and without a word of the report."""

import faulthandler
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from clerkwell.model import Report
from clerkwell.system import CrashLog, FileError, left_behind, levels, start_logging
from clerkwell.system.crashes import without_words
from clerkwell.system.processes import computer

SECRET = "the words of a non-public report"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    stop = start_logging(tmp_path / "logs", rooms={"word": "DEBUG"})
    yield tmp_path / "logs" / "clerkwell.log"
    stop()


def test_what_happens_is_logged_with_its_room(log: Path) -> None:
    logging.getLogger("clerkwell.session.saving").info("saved in %s", "a.clerkwell")
    assert log.read_text().endswith(" INFO clerkwell.session.saving: saved in a.clerkwell\n")


def test_a_room_has_a_level_of_its_own(log: Path) -> None:
    logging.getLogger("clerkwell.word.writer").debug("in detail")
    logging.getLogger("clerkwell.rules").debug("too much")
    assert "in detail" in log.read_text()
    assert "too much" not in log.read_text()


def test_a_value_of_the_model_is_logged_by_its_type_alone(log: Path) -> None:
    from helpers.building import make_report

    logging.getLogger("clerkwell.rules").info("checked %s", make_report({"summary": SECRET}))
    assert "checked <Report>" in log.read_text()
    assert SECRET not in log.read_text()


def test_an_exception_is_logged_without_the_words_that_it_quotes(log: Path, caplog: pytest.LogCaptureFixture) -> None:
    try:
        Report.model_validate({"pack": SECRET})
    except ValueError:
        logging.getLogger("clerkwell.storage").exception("could not read")
    caplog.clear()
    assert SECRET not in log.read_text()
    assert "ValidationError" in log.read_text()
    assert "test_logs.py, line" in log.read_text()


def test_ending_it_puts_the_levels_back(tmp_path: Path) -> None:
    before, handlers = logging.getLogger("clerkwell").level, list(logging.getLogger("clerkwell").handlers)
    stop = start_logging(tmp_path, "DEBUG")
    assert logging.getLogger("clerkwell").level == logging.DEBUG
    stop()
    assert logging.getLogger("clerkwell").level == before
    assert logging.getLogger("clerkwell").handlers == handlers


def test_a_log_that_grows_is_turned_over_and_five_old_ones_are_kept(tmp_path: Path) -> None:
    stop = start_logging(tmp_path)
    for number in range(90):
        logging.getLogger("clerkwell").info("%s %s", number, "x" * 100_000)
    stop()
    assert len(list(tmp_path.iterdir())) == 6
    assert all(path.stat().st_size <= 1_000_000 for path in tmp_path.iterdir())


def test_a_log_that_cannot_be_written_disturbs_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stop = start_logging(tmp_path / "logs")
    monkeypatch.setattr("logging.handlers.RotatingFileHandler._open", _full)
    logging.getLogger("clerkwell").info("lost")
    stop()
    assert capsys.readouterr() == ("", "")


def _full(self: object) -> None:
    del self
    raise OSError(28, "No space left on device")


def test_levels_are_read_from_words() -> None:
    assert levels("word=DEBUG, session=info,nonsense, rules=LOUD") == {"word": "DEBUG", "session": "INFO"}
    assert levels("") == {}


class TestCrashes:
    def crash(self) -> BaseException:
        try:
            try:
                Report.model_validate({"pack": SECRET})
            except ValueError as error:
                raise RuntimeError(SECRET) from error
        except RuntimeError as error:
            return error
        raise AssertionError

    def test_a_report_of_one_names_every_place_and_quotes_nothing(self, tmp_path: Path) -> None:
        words = CrashLog(tmp_path / "crashes", "9.9").note(self.crash())
        assert words.startswith("Clerkwell 9.9, Python ")
        assert "pydantic_core._pydantic_core.ValidationError\nwhich led to:\n" in words
        assert words.endswith("builtins.RuntimeError")
        assert SECRET not in words
        (kept,) = (tmp_path / "crashes").iterdir()
        assert kept.read_text() == words

    def test_the_systems_own_words_are_told_and_of_a_file_its_kind(self) -> None:
        assert without_words(FileNotFoundError(2, "No such file", "Redundancies.docx")).endswith(
            "FileNotFoundError: [Errno 2] No such file: '….docx'"
        )

    def test_a_report_that_cannot_be_written_is_shown_all_the_same(self, tmp_path: Path) -> None:
        log = CrashLog(tmp_path / "crashes", "9.9")
        (tmp_path / "crashes").rmdir()
        assert "RuntimeError" in log.note(self.crash())

    def test_a_proper_end_leaves_nothing(self, tmp_path: Path) -> None:
        was_enabled = faulthandler.is_enabled()
        log = CrashLog(tmp_path, "9.9")
        log.start()
        assert faulthandler.is_enabled()
        log.stop()
        log.stop()
        if was_enabled:
            faulthandler.enable()
        assert list(tmp_path.iterdir()) == []

    def test_a_folder_that_cannot_be_made_is_a_sentence(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(FileError):
            CrashLog(tmp_path / "file" / "crashes", "9.9")

    @pytest.mark.skipif(os.name == "nt", reason="Windows ends such a process with a dialog")
    def test_a_crash_inside_python_is_told_once_at_the_next_start(self, tmp_path: Path) -> None:
        program = (
            "import faulthandler, sys; from pathlib import Path; from clerkwell.system import CrashLog\n"
            "CrashLog(Path(sys.argv[1]), '9.9').start(); import os, signal; os.kill(os.getpid(), signal.SIGABRT)\n"
        )
        done = subprocess.run(
            [sys.executable, "-c", program, str(tmp_path)],
            check=False,
            capture_output=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        assert done.returncode == -6
        (trace,) = left_behind(tmp_path)
        assert "Fatal Python error: Aborted" in trace
        assert left_behind(tmp_path) == ()
        assert len(list(tmp_path.glob("crash-*"))) == 1

    def test_a_program_ended_from_outside_leaves_no_trace_to_tell(self, tmp_path: Path) -> None:
        (tmp_path / "running-999999999.txt").touch()
        (tmp_path / f"running-{os.getpid()}.txt").write_text("ours")
        assert left_behind(tmp_path) == ()
        assert [path.name for path in tmp_path.iterdir()] == [f"running-{os.getpid()}.txt"]

    def test_what_runs_on_another_computer_of_a_profile_on_a_network_is_left_alone(self, tmp_path: Path) -> None:
        (tmp_path / "running-far_away-999999999.txt").write_text("Fatal Python error")
        (tmp_path / f"running-{computer()}-999999999.txt").write_text("Fatal Python error: Aborted")
        assert left_behind(tmp_path) == ("Fatal Python error: Aborted",)
        assert (tmp_path / "running-far_away-999999999.txt").exists()

    def test_the_last_twenty_are_kept(self, tmp_path: Path) -> None:
        for number in range(25):
            (tmp_path / f"crash-{number:02}.txt").write_text("x")
        left_behind(tmp_path)
        assert sorted(path.name for path in tmp_path.iterdir())[0] == "crash-05.txt"
