"""Finding LibreOffice and Word."""

import sys
from pathlib import Path

import pytest

from clerkwell.printing import engines
from clerkwell.printing.finding import NO_OFFICE, PROGRAM, find_libreoffice, find_word

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="programs are told by their x bit here")


def program(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def test_it_is_found_on_the_path(tmp_path: Path) -> None:
    made = program(tmp_path, "libreoffice")

    assert find_libreoffice("", {"PATH": str(tmp_path)}) == made


def test_one_that_is_named_comes_before_the_path(tmp_path: Path) -> None:
    program(tmp_path, "soffice")
    named, told = program(tmp_path, "mine"), program(tmp_path, "ours")
    surroundings = {"PATH": str(tmp_path)}

    assert find_libreoffice(str(named), surroundings) == named
    assert find_libreoffice(str(named), {**surroundings, PROGRAM: str(told)}) == told


def test_one_that_is_named_but_is_no_program_is_not_replaced_by_another(tmp_path: Path) -> None:
    program(tmp_path, "soffice")
    (tmp_path / "words.txt").write_text("words")

    assert find_libreoffice(str(tmp_path / "not-there"), {"PATH": str(tmp_path)}) is None
    assert find_libreoffice(str(tmp_path / "words.txt"), {"PATH": str(tmp_path)}) is None


def test_it_can_be_switched_off(tmp_path: Path) -> None:
    program(tmp_path, "soffice")

    assert find_libreoffice("", {"PATH": str(tmp_path), NO_OFFICE: "1"}) is None
    assert find_word({NO_OFFICE: "1"}) is None


def test_the_approximation_is_always_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NO_OFFICE, "1")

    assert [each.kind for each in engines()] == ["approximation"]
    assert [each.kind for each in engines("libreoffice")] == ["approximation"]


def test_what_is_chosen_is_used_alone_where_it_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(NO_OFFICE, raising=False)
    named = str(program(tmp_path, "soffice"))

    assert [each.kind for each in engines("automatic", named)] == ["libreoffice", "approximation"]
    assert [each.kind for each in engines("libreoffice", named)] == ["libreoffice"]
    assert [each.kind for each in engines("approximation", named)] == ["approximation"]
