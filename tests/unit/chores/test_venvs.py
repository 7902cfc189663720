"""When the virtual environment is left alone, and when it is brought up to date."""

from pathlib import Path

import pytest

from housekeeping.venvs import Stamp, fingerprint, read_stamp, write_stamp

PROJECT = '[project]\ndependencies = ["lxml"]\n[tool.ruff]\nline-length = 120\n'


def print_of(folder: Path, project: str = PROJECT, pins: str = "lxml==6.0.0\n") -> str:
    (folder / "pyproject.toml").write_text(project, encoding="utf-8")
    (folder / "constraints.txt").write_text(pins, encoding="utf-8")
    return fingerprint(folder / "pyproject.toml", folder / "constraints.txt")


def test_the_same_inputs_have_the_same_fingerprint(tmp_path: Path) -> None:
    assert print_of(tmp_path) == print_of(tmp_path)


def test_another_pin_is_another_fingerprint(tmp_path: Path) -> None:
    assert print_of(tmp_path) != print_of(tmp_path, pins="lxml==6.0.1\n")


def test_another_package_is_another_fingerprint(tmp_path: Path) -> None:
    assert print_of(tmp_path) != print_of(tmp_path, PROJECT.replace('["lxml"]', '["lxml", "pydantic"]'))


def test_a_setting_of_a_tool_installs_nothing_anew(tmp_path: Path) -> None:
    assert print_of(tmp_path) == print_of(tmp_path, PROJECT.replace("120", "100"))


def test_a_stamp_comes_back_as_it_was_written(tmp_path: Path) -> None:
    stamp = Stamp("3.11 linux x86_64", "abc", "test")

    write_stamp(stamp, tmp_path / "stamp.json")

    assert read_stamp(tmp_path / "stamp.json") == stamp


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"python": "3", "inputs": "", "extra": "unheard-of"}'])
def test_a_damaged_stamp_counts_as_none(tmp_path: Path, content: str) -> None:
    file = tmp_path / "stamp.json"
    file.write_text(content, encoding="utf-8")

    assert read_stamp(file) == Stamp()


def test_no_stamp_is_an_empty_one(tmp_path: Path) -> None:
    assert read_stamp(tmp_path / "stamp.json") == Stamp()
