"""A build that does not prove itself: no file of it is called a release."""

import stat
from pathlib import Path

import pytest

from housekeeping.running import ChoreError
from installing import linux, releasing
from installing.freezing import Frozen
from installing.identity import version
from installing.proving import prove
from installing.releasing import files_of, release
from installing.transcript import Transcript

# What a built program might be: one that ends with an error, says nothing of its templates, or goes wrong after its
# self-test.
BROKEN = {
    "ends with 1": ("#!/bin/sh\nexit 1\n", "ended with 1, not 0"),
    "says nothing": ("#!/bin/sh\nexit 0\n", "said nothing of the templates"),
    "cannot write": ('#!/bin/sh\n[ "$1" = self-test ] && echo ok: all && exit 0\nexit 3\n', "ended with 3, not 0"),
}


def _program(folder: Path, code: str) -> Path:
    folder.mkdir(parents=True)
    program = folder / "clerkwell"
    program.write_text(code, encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


@pytest.mark.parametrize(("code", "why"), BROKEN.values(), ids=BROKEN)
def test_a_built_program_that_fails_is_found_out(tmp_path: Path, code: str, why: str) -> None:
    program = _program(tmp_path / "built", code)
    with pytest.raises(ChoreError, match=why):
        prove([program], tmp_path / "tried", Transcript(tmp_path / "report.txt", "A build"), {"PATH": "/usr/bin:/bin"})


@pytest.mark.parametrize(("code", "why"), BROKEN.values(), ids=BROKEN)
def test_no_file_of_a_failed_build_is_a_release(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, why: str
) -> None:
    monkeypatch.setattr(linux, "ROOT", tmp_path)
    monkeypatch.setattr(releasing, "ROOT", tmp_path)
    (tmp_path / "dist").mkdir()
    for file in files_of(linux.package_name(version())):
        file.write_bytes(b"an earlier build")
    program = _program(tmp_path / "built", code)
    monkeypatch.setattr(linux, "systems_python", lambda: None)
    monkeypatch.setattr(linux, "freeze", lambda *_: Frozen(program.parent, ()))

    with pytest.raises(ChoreError, match=why):
        linux.build_linux([])

    assert list((tmp_path / "dist").iterdir()) == []
    assert "is a release" not in (tmp_path / "build" / "linux" / "report.txt").read_text(encoding="utf-8")


def test_a_release_has_its_list_and_its_sum_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(releasing, "ROOT", tmp_path)
    made, inside = tmp_path / "clerkwell_1.2.3_amd64.deb", tmp_path / "inside.cdx.json"
    made.write_bytes(b"abc")
    inside.write_text("{}", encoding="utf-8")
    release(made, inside, Transcript(tmp_path / "report.txt", "A build"))
    into, listed, checked = files_of(made.name)
    assert (into.read_bytes(), listed.read_text(encoding="utf-8")) == (b"abc", "{}")
    # The sum that FIPS 180-4 gives for these three letters.
    told = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert checked.read_text(encoding="utf-8") == f"{told}  {made.name}\n"
    assert told in (tmp_path / "report.txt").read_text(encoding="utf-8")
