"""Letting a problem stand: by a named person, with a reason, and never what must not go out."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from clerkwell.model import FieldValue, Paragraph, SetBlocks, SetField, Text, apply
from clerkwell.storage import FileLock, StoredReport, read_file, write_file
from clerkwell.system import Settings, save_settings
from helpers import commands
from helpers.commands import run
from helpers.examples import pack_of, sample
from helpers.policies import policy_setter

PACK = "city-of-london-2023"
BY = ("--by", "A. Officer", "--reason", "Agreed with the clerk")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A report with an error and three warnings of one kind."""
    report, pack = sample(PACK), pack_of(PACK)
    report = apply(SetField(field="spending", value=FieldValue(text="N/A")), report)
    for section in ("risk", "legal", "climate"):
        report = apply(SetBlocks(section=section, blocks=(Paragraph(runs=(Text(text="N/A"),)),)), report)
    file = tmp_path / "report.clerkwell"
    write_file(file, StoredReport(report=report, pack_files=pack.files, attachments=pack.sample_attachments))
    return file


def counts(path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, int]:
    capsys.readouterr()
    run("check", path, "--json")
    told: dict[str, int] = json.loads(capsys.readouterr().out)["counts"]
    return told


def listed(path: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    capsys.readouterr()
    assert run("waivers", path, "--json") == 0
    waivers: list[dict[str, object]] = json.loads(capsys.readouterr().out)["waivers"]
    return waivers


def put(path: Path, section: str, text: str) -> None:
    stored = read_file(path)
    edit = SetBlocks(section=section, blocks=(Paragraph(runs=(Text(text=text),)),))
    write_file(path, replace(stored, report=apply(edit, stored.report)))


def refused(words: Sequence[object], path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """A refusal that leaves the report as it was."""
    before = path.read_bytes()
    sentence = commands.refused(capsys, *words)
    assert path.read_bytes() == before
    return sentence


def test_an_error_is_accepted_by_a_person_and_the_final_can_be_made(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "final.docx"
    assert run("export", path, "-o", out) == 1
    assert run("accept", path, "--rule", "answer-not-recognised", *BY) == 0
    assert "Accepted by A. Officer" in capsys.readouterr().out
    assert run("export", path, "-o", out) == 0
    (waiver,) = read_file(path).report.waivers
    assert (waiver.by, waiver.reason, waiver.accepted) == ("A. Officer", "Agreed with the clerk", True)


def test_warnings_of_one_rule_are_set_aside_together_only_when_that_is_said(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = counts(path, capsys)["warning"]
    words = ["set-aside", path, "--rule", "nil-without-reason", *BY]
    assert run(*words) == 2
    output = capsys.readouterr()
    assert "3 are meant" in output.err
    assert len(output.out.splitlines()) == 3, "they are listed, for one to be named"
    assert run(*words, "--all") == 0
    assert counts(path, capsys)["warning"] == before - 3
    assert run("set-aside", path, "--rule", "nil-without-reason", "--all", "--undo") == 0
    assert counts(path, capsys)["warning"] == before


def test_the_words_choose_among_several(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(path, "legal", "None.")
    assert run("set-aside", path, "--rule", "nil-without-reason", "--quote", "None.", *BY) == 0
    (waiver,) = listed(path, capsys)
    assert (waiver["quote"], waiver["kind"], waiver["stands"]) == ("None.", "set-aside", True)


def test_what_was_accepted_is_taken_back(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("accept", path, "--rule", "answer-not-recognised", *BY) == 0
    assert "no reason" in refused(["accept", path, "--rule", "answer-not-recognised", *BY, "--undo"], path, capsys)
    assert run("accept", path, "--rule", "answer-not-recognised", "--undo") == 0
    assert listed(path, capsys) == []
    assert run("export", path, "-o", tmp_path / "final.docx") == 1
    assert "waivers" in refused(["accept", path, "--rule", "answer-not-recognised", "--undo"], path, capsys)


def test_what_must_never_go_out_is_nobodys_to_accept(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(path, "legal", "[Click here to enter text]")
    assert "never" in refused(["accept", path, "--rule", "prompt-left", *BY], path, capsys)
    assert "cannot be set aside" in refused(["set-aside", path, "--rule", "prompt-left", *BY], path, capsys)


def test_an_error_is_not_set_aside_and_a_warning_not_accepted(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "accept it" in refused(["set-aside", path, "--rule", "answer-not-recognised", *BY], path, capsys)
    assert "set it aside" in refused(["accept", path, "--rule", "nil-without-reason", "--all", *BY], path, capsys)


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (("--by", "A. Officer"), "--reason"),
        (("--by", "A. Officer", "--reason", " "), "--reason"),
        (("--reason", "Agreed"), "--by"),
        (("--reason", "Agreed", "--by", " "), "--by"),
    ],
)
def test_without_a_person_and_a_reason_nothing_is_accepted(
    given: Sequence[str], wanted: str, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert wanted in refused(["accept", path, "--rule", "answer-not-recognised", *given], path, capsys)


def test_the_author_in_the_settings_is_who_does_it(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save_settings(Settings().changed(author_name="Robin Sample"))
    assert run("accept", path, "--rule", "answer-not-recognised", "--reason", "Agreed") == 0
    assert [each["by"] for each in listed(path, capsys)] == ["Robin Sample"]


def test_where_policy_forbids_it_no_error_is_accepted_and_none_counts(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = policy_setter(monkeypatch, tmp_path)
    assert run("accept", path, "--rule", "answer-not-recognised", *BY) == 0
    file = policy("allow_acceptance = false")
    words = ["accept", path, "--rule", "answer-not-recognised", *BY]
    told = f"may not be accepted here (set by IT for this computer: {file})"
    assert told in refused(words, path, capsys)
    assert [each["stands"] for each in listed(path, capsys)] == [False]
    assert run("waivers", path) == 0
    assert "does not count" in capsys.readouterr().out
    assert run("export", path, "-o", tmp_path / "final.docx") == 1
    assert run("set-aside", path, "--rule", "nil-without-reason", "--all", *BY) == 0, "a warning stops nothing"


def test_an_unknown_rule_or_one_that_found_nothing_is_told(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "no rule no-such-rule" in refused(["accept", path, "--rule", "no-such-rule", *BY], path, capsys)
    assert "no problem of the rule" in refused(["accept", path, "--rule", "field-missing", *BY], path, capsys)
    words = ["set-aside", path, "--rule", "nil-without-reason", "--quote", "Nil", *BY]
    assert "“Nil”" in refused(words, path, capsys)


def test_a_report_that_somebody_has_open_is_left_alone(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lock = FileLock(path)
    lock.take(take_over=False)
    try:
        refused(["accept", path, "--rule", "answer-not-recognised", *BY], path, capsys)
    finally:
        lock.release()
    assert run("accept", path, "--rule", "answer-not-recognised", *BY) == 0


def test_a_waiver_of_what_is_put_right_is_listed_as_such(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(path, "legal", "None.")
    assert run("set-aside", path, "--rule", "nil-without-reason", "--quote", "None.", *BY) == 0
    put(path, "legal", "The council has the power to do this under section 7 of the Act.")
    assert [each["stands"] for each in listed(path, capsys)] == [False]
    capsys.readouterr()
    assert run("waivers", path) == 0
    assert "nothing that is still there" in capsys.readouterr().out


def test_a_report_without_any_says_so(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run("waivers", path) == 0
    assert capsys.readouterr().out.startswith("Nothing is set aside or accepted")


def test_the_rest_of_the_report_stays_as_it_was(path: Path) -> None:
    before = read_file(path)
    assert run("accept", path, "--rule", "answer-not-recognised", *BY) == 0
    after = read_file(path)
    same = {"waivers": (), "modified": None}
    assert after.report.model_copy(update=same) == before.report.model_copy(update=same)
    assert (after.attachments, after.pack_files) == (before.attachments, before.pack_files)
