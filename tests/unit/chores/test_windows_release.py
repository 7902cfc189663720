"""When a build for Windows is a release, and when it is not."""

from pathlib import Path

import pytest

from housekeeping.running import ChoreError
from installing import releasing, windows_build
from installing.identity import version
from installing.releasing import files_of
from installing.transcript import Transcript
from installing.windows_build import AS_PINNED, build_windows, need_proof
from installing.windows_installers import Installers, installers_in
from installing.windows_library import Compared
from installing.windows_python import WindowsPython

WHOLE, LACKING = Compared(("one.pyc",), ()), Compared(("one.pyc",), ("os.pyc", "json/encoder.pyc"))


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installers:
    """A build whose installers passed their trial, with an earlier release of the same version in dist."""
    work = tmp_path / "build" / "windows"
    work.mkdir(parents=True)
    (work / "inside.cdx.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(releasing, "ROOT", tmp_path)
    monkeypatch.setattr(windows_build, "WORK", work)
    installers = installers_in(work, version())
    for file in installers:
        file.write_text("new", encoding="utf-8")
    for file in releases():
        file.parent.mkdir(exist_ok=True)
        file.write_text("earlier", encoding="utf-8")
    return installers


def releases() -> list[Path]:
    """What dist holds of a release: each installer with its list and its sum."""
    return [each for file in installers_in(Path(), version()) for each in files_of(file.name)]


def built(monkeypatch: pytest.MonkeyPatch, made: Installers, compared: Compared, *arguments: str) -> int:
    """Run the chore without Wine: all that takes it has gone well."""
    monkeypatch.setattr(windows_build, "need_tools", lambda: None)
    monkeypatch.setattr(windows_build, "configured", lambda: None)
    monkeypatch.setattr(windows_build, "windows_python", lambda *_: WindowsPython(Path("python.exe"), compared))
    monkeypatch.setattr(windows_build, "freeze_for_windows", lambda *_: Path("folder"))
    monkeypatch.setattr(windows_build, "check_properties", lambda *_: None)
    monkeypatch.setattr(windows_build, "made_and_tried", lambda *_: made)
    monkeypatch.setattr(windows_build, "try_out", lambda *_: None)
    return build_windows(list(arguments))


def test_what_is_proved_and_tried_is_a_release(monkeypatch: pytest.MonkeyPatch, made: Installers) -> None:
    assert built(monkeypatch, made, WHOLE) == 0
    files = {each.suffix: each.read_text(encoding="utf-8") for each in releases()}
    assert (files[".exe"], files[".msi"], files[".json"]) == ("new", "new", "{}")
    assert files[".sha256"].endswith(f"  clerkwell-{version()}.msi\n")


def test_a_module_without_proof_makes_it_none(monkeypatch: pytest.MonkeyPatch, made: Installers) -> None:
    with pytest.raises(ChoreError, match="2 modules of the standard library are not proved"):
        built(monkeypatch, made, LACKING)
    assert not [each for each in releases() if each.exists()]
    report = (windows_build.WORK / "report.txt").read_text(encoding="utf-8")
    assert "os, json/encoder" in report
    assert "is a release" not in report.replace("Nothing here is a release.", "")


def test_a_releaser_may_believe_the_pinned_sum_and_the_report_says_so(
    monkeypatch: pytest.MonkeyPatch, made: Installers
) -> None:
    assert built(monkeypatch, made, LACKING, AS_PINNED) == 0
    assert all(each.exists() for each in releases())
    report = (windows_build.WORK / "report.txt").read_text(encoding="utf-8")
    assert "os, json/encoder" in report
    assert "believed because the archive has its pinned sum" in report


def test_each_installer_has_a_list_and_a_sum_of_its_own(made: Installers) -> None:
    assert {file.parent for file in made} == {windows_build.WORK}
    assert len(set(releases())) == 6


def test_with_all_proved_there_is_nothing_to_say(tmp_path: Path) -> None:
    transcript = Transcript(tmp_path / "report.txt", "A build")
    need_proof(WHOLE, transcript)
    assert "Modules" not in (tmp_path / "report.txt").read_text(encoding="utf-8")
