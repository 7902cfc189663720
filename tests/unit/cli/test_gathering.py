"""`clerkwell gather`: what IT asks for, without a window."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from clerkwell.cli import gathering, main
from clerkwell.session.gathering import to_be_proved

TEXTS = ["contents.txt", "versions.txt", "settings.txt", "computer.txt", "log.txt", "crashes.txt"]


def test_the_texts_of_the_window_go_into_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    proof = replace(to_be_proved(), words="The self-test found nothing wrong.")
    monkeypatch.setattr(gathering, "proved", lambda *_: proof)
    assert main(["gather", "-o", str(tmp_path / "it.zip")]) == 0
    with zipfile.ZipFile(tmp_path / "it.zip") as archive:
        assert archive.namelist() == [*TEXTS, "self-test.txt"]
        assert b"committee report (2023)" in archive.read("versions.txt")
        assert archive.read("self-test.txt") == b"The self-test found nothing wrong.\r\n"
    assert "nothing was sent" in capsys.readouterr().out


def test_the_self_test_may_be_left_out(tmp_path: Path) -> None:
    assert main(["gather", "--quick", "-o", str(tmp_path / "it.ZIP")]) == 0
    with zipfile.ZipFile(tmp_path / "it.ZIP") as archive:
        assert archive.namelist() == TEXTS
        assert b"self-test.txt: left out" in archive.read("contents.txt")


def test_a_name_that_opens_nothing_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gather", "--quick", "-o", str(tmp_path / "it.clerkwell")]) == 2
    assert "it.clerkwell is to be a zip archive" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gather", "--quick", "-o", str(tmp_path / "gone" / "it.zip")]) == 2
    assert "There is no folder" in capsys.readouterr().err
