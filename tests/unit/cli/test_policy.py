"""IT's settings hold on the command line too, and each refusal says whose they are."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from clerkwell.model import FieldValue, Paragraph, SetBlocks, SetField, Text, apply
from clerkwell.storage import FileLock, StoredReport, read_file, write_file
from clerkwell.storage.backups import copies_in
from clerkwell.system import folders
from helpers.commands import refused, run
from helpers.examples import pack_of, sample
from helpers.policies import SetPolicy, policy_setter

PACK = "city-of-london-2023"


@pytest.fixture
def policy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> SetPolicy:
    return policy_setter(monkeypatch, tmp_path)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A report with a misspelt word, and nothing that stands in the way."""
    report = apply(
        SetBlocks(section="background", blocks=(Paragraph(runs=(Text(text="The libary reopens in June."),)),)),
        sample(PACK),
    )
    file = tmp_path / "report.clerkwell"
    pack = pack_of(PACK)
    write_file(file, StoredReport(report=report, pack_files=pack.files, attachments=pack.sample_attachments))
    return file


def severities(path: Path, rule: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    run("check", path, "--json")
    return [each["severity"] for each in json.loads(capsys.readouterr().out)["problems"] if each["rule"] == rule]


def test_drafts_are_refused_and_parts_of_them_too(
    path: Path, tmp_path: Path, policy: SetPolicy, capsys: pytest.CaptureFixture[str]
) -> None:
    out, before = tmp_path / "out.docx", path.read_bytes()
    file = policy('allow_drafts = false\nmanaged_by = "ICT, Example Borough"')
    whose = f"(set by ICT, Example Borough for this computer: {file})"
    assert whose in refused(capsys, "export", path, "-o", out, "--draft")
    assert whose in refused(capsys, "export", path, "-o", out, "--draft", "--pdf")
    assert whose in refused(capsys, "export", path, "-o", out, "--handoff", "background")
    assert not out.exists()
    assert path.read_bytes() == before
    assert run("export", path, "-o", out) == 0, "the final document is no draft"
    assert run("export", path, "-o", tmp_path / "blank.docx", "--blank") == 0


def test_without_a_policy_drafts_are_made(path: Path, tmp_path: Path) -> None:
    assert run("export", path, "-o", tmp_path / "out.docx", "--draft") == 0


def test_where_neither_is_allowed_no_draft_is_advised(
    path: Path, tmp_path: Path, policy: SetPolicy, capsys: pytest.CaptureFixture[str]
) -> None:
    policy("allow_acceptance = false")
    assert "or export a draft" in refused(capsys, "export", path, "-o", tmp_path / "out.docx", "--accept", "Agreed")
    policy("allow_acceptance = false\nallow_drafts = false")
    assert "draft" not in refused(capsys, "export", path, "-o", tmp_path / "out.docx", "--accept", "Agreed")


def test_a_check_weighs_what_it_says_and_stops_the_export(
    path: Path, tmp_path: Path, policy: SetPolicy, capsys: pytest.CaptureFixture[str]
) -> None:
    (before,) = severities(path, "misspelt", capsys)
    assert before != "error"
    policy('check_levels = {"misspelt" = "error"}')
    assert severities(path, "misspelt", capsys) == ["error"]
    assert run("export", path, "-o", tmp_path / "out.docx") == 1
    assert "or export a draft" in capsys.readouterr().err
    policy('check_levels = {"misspelt" = "error"}\nallow_drafts = false')
    assert run("export", path, "-o", tmp_path / "out.docx") == 1
    assert (
        capsys.readouterr().err.strip() == "An error stands in the way of the final document. Put right what is listed."
    )
    policy('check_levels = {"misspelt" = "off"}')
    assert severities(path, "misspelt", capsys) == []
    assert run("export", path, "-o", tmp_path / "out.docx") == 0
    assert read_file(path).pack_files["pack.toml"] == pack_of(PACK).files["pack.toml"], "its own copy stays"


def test_a_check_that_none_may_change_stays_as_it_is_and_that_is_told(
    policy: SetPolicy, capsys: pytest.CaptureFixture[str]
) -> None:
    file = policy('check_levels = {"prompt-left" = "off", "misspelt" = "off", "no-such" = "error"}')
    assert run("rules", "--json") == 0
    out, err = capsys.readouterr()
    told = {each["rule"]: each for each in json.loads(out)}
    assert told["prompt-left"]["locked"]
    assert (told["prompt-left"]["policy"], told["misspelt"]["policy"]) == (None, "off")
    assert "name no-such" in err
    assert "name prompt-left, which always weighs the same" in err
    assert run("rules") == 0
    # Lines are broken, within a long path too.
    said = f"It is switched off here, whatever the template says (set by IT for this computer: {file})."
    assert "".join(said.split()) in "".join(capsys.readouterr().out.split())


def test_a_command_that_changes_a_report_keeps_a_copy(
    path: Path, tmp_path: Path, policy: SetPolicy, capsys: pytest.CaptureFixture[str]
) -> None:
    copies = tmp_path / "copies"
    policy(f"backup_folder = {str(copies)!r}")
    assert run("keep", path, "As sent to Legal") == 0
    (place,) = copies.iterdir()
    (copy,) = copies_in(place)
    assert copy.read_bytes() == path.read_bytes()
    exempt = apply(
        SetField(field="public-status", value=FieldValue(text="Exempt", value="Exempt")), read_file(path).report
    )
    write_file(path, StoredReport(report=exempt, pack_files=pack_of(PACK).files))
    assert run("keep", path, "Now exempt") == 0
    assert not place.exists()
    policy(f"backup_folder = {str(copies)!r}\nbackup_private = true")
    assert run("keep", path, "Allowed") == 0
    assert copies_in(place)
    capsys.readouterr()


def test_a_folder_for_copies_that_is_away_is_told_and_stops_nothing(
    path: Path, tmp_path: Path, policy: SetPolicy, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "copies").write_text("a file")
    policy(f"backup_folder = {str(tmp_path / 'copies')!r}")
    assert run("keep", path, "As sent") == 0
    assert "report.clerkwell is saved, but its copy" in capsys.readouterr().err
    assert read_file(path).report.versions[-1].name == "As sent"


def test_packs_come_from_the_folders_that_it_names(
    tmp_path: Path, policy: SetPolicy, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("one", "two"):
        folder = tmp_path / "packs" / name / name
        folder.mkdir(parents=True)
        for file, data in pack_of(PACK).files.items():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_bytes(data.replace(b'id = "city-of-london-2023"', f'id = "{name}"'.encode(), 1))
    monkeypatch.setenv("PACKS_OF_OURS", str(tmp_path / "packs"))
    policy('pack_folders = ["$PACKS_OF_OURS/one", "$PACKS_OF_OURS/two", "$PACKS_OF_OURS/none"]')
    assert run("pack", "list", "--json") == 0
    assert {"one", "two"} <= {each["id"] for each in json.loads(capsys.readouterr().out)}


def test_locks_are_left_behind_sooner_or_not_written(
    path: Path, policy: SetPolicy, capsys: pytest.CaptureFixture[str]
) -> None:
    theirs = {
        "user": "robin", "machine": "elsewhere", "pid": 1, "began": "", "since": "2026-01-01T00:00:00+00:00",
        "token": "x",
    }  # fmt: skip
    lock = FileLock(path).path
    lock.write_text(json.dumps(theirs))
    policy("lock_hours = 720")
    assert run("keep", path, "Long ago") == 0
    lock.write_text(json.dumps({**theirs, "since": _hours_ago(30)}))
    assert "has" in refused(capsys, "keep", path, "Yesterday")
    policy("lock_hours = 24")
    assert run("keep", path, "Yesterday") == 0


def test_what_a_user_writes_into_their_own_file_gives_no_permission(
    path: Path, tmp_path: Path, policy: SetPolicy, capsys: pytest.CaptureFixture[str]
) -> None:
    policy("allow_drafts = false")
    own = folders().settings
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("allow_drafts = true\n", encoding="utf-8")
    assert "set by IT" in refused(capsys, "export", path, "-o", tmp_path / "out.docx", "--draft")


def test_a_machines_file_that_cannot_be_read_allows_nothing(
    path: Path, tmp_path: Path, policy: SetPolicy, capsys: pytest.CaptureFixture[str]
) -> None:
    policy("allow_drafts = tru")
    assert ", which could not be read)" in refused(capsys, "export", path, "-o", tmp_path / "out.docx", "--draft")


def _hours_ago(hours: int) -> str:
    return (datetime.now(UTC) - timedelta(hours=hours)).isoformat(timespec="seconds")
