"""Every command does what it says, in exit codes and JSON that scripts can rely on."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from clerkwell.model import Paragraph, Report, SetBlocks, SetField, SetRows, SetTray, Text, TrayItem, apply
from clerkwell.packs import Pack, load_files, understand
from clerkwell.storage import read_file, write_file
from clerkwell.system import templates_folder
from helpers.commands import run

PACK = "north-somerset-executive-2022"


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A report without an error: the pack's own sample."""
    path = tmp_path / "sound.clerkwell"
    run("new", "--pack", PACK, "-o", path)
    stored = read_file(path)
    sample = Report.model_validate_json(stored.pack_files["sample.json"])
    write_file(path, replace(stored, report=sample, attachments=pack_of(path).sample_attachments))
    return path


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    path = tmp_path / "empty.clerkwell"
    assert run("new", "--pack", PACK, "-o", path) == 0
    return path


def pack_of(path: Path) -> Pack:
    return load_files(read_file(path).pack_files, path.name)


def test_a_new_report_is_in_its_pack_and_carries_it(empty: Path) -> None:
    stored = read_file(empty)
    assert stored.report.pack.id == PACK
    assert pack_of(empty).id == PACK


def test_check_says_what_is_wrong_with_an_empty_report(empty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run("check", empty, "--json") == 1
    result = json.loads(capsys.readouterr().out)
    assert set(result) == {"problems", "counts"}
    assert result["counts"]["error"] == sum(each["severity"] == "error" for each in result["problems"]) > 0
    keys = {"rule", "severity", "where", "quote", "message", "why", "fixable"}
    assert all(set(each) == keys for each in result["problems"])
    missing = next(each for each in result["problems"] if each["rule"] == "section-missing")
    assert missing["where"] == {"section": missing["where"]["section"], "block": None, "start": None, "end": None}


def test_check_of_a_sound_report_ends_with_0(sound: Path) -> None:
    assert run("check", sound) == 0


def test_check_of_several_files_names_each(sound: Path, empty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run("check", sound, empty, "--json") == 1
    result = json.loads(capsys.readouterr().out)
    assert [Path(each["file"]).name for each in result["files"]] == ["sound.clerkwell", "empty.clerkwell"]
    assert all({"file", "problems", "counts"} <= set(each) for each in result["files"])


def test_one_file_that_cannot_be_read_does_not_keep_the_others_from_being_checked(
    sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run("check", tmp_path / "gone.clerkwell", sound, "--json") == 2
    output = capsys.readouterr()
    assert [Path(each["file"]).name for each in json.loads(output.out)["files"]] == ["sound.clerkwell"]
    assert "gone.clerkwell" in output.err


def test_a_final_of_a_sound_report_is_a_word_document(sound: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    assert run("export", sound, "-o", out) == 0
    assert "Recommendations" in [paragraph.text for paragraph in Document(str(out)).paragraphs]


def test_a_final_is_refused_while_errors_stand_and_nothing_is_written(
    empty: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.docx"
    out.write_bytes(b"as it was")
    capsys.readouterr()
    assert run("export", empty, "-o", out) == 1
    assert out.read_bytes() == b"as it was"
    assert "stand in the way" in capsys.readouterr().err


def test_a_draft_is_made_whatever_errors_stand(empty: Path, tmp_path: Path) -> None:
    assert run("export", empty, "-o", tmp_path / "out.docx", "--draft") == 0
    assert (tmp_path / "out.docx").exists()


def test_accepted_errors_are_kept_in_the_report_with_name_and_reason(empty: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    assert run("export", empty, "-o", out, "--accept", "Agreed with the clerk", "--by", "A. Officer") == 0
    waivers = read_file(empty).report.waivers
    assert waivers
    assert {(each.by, each.reason, each.accepted) for each in waivers} == {
        ("A. Officer", "Agreed with the clerk", True)
    }
    assert "Agreed with the clerk" not in "\n".join(paragraph.text for paragraph in Document(str(out)).paragraphs)


def test_a_leftover_prompt_is_never_accepted(sound: Path, tmp_path: Path) -> None:
    stored = read_file(sound)
    prompt = (Paragraph(runs=(Text(text="[Click here to enter text]"),)),)
    write_file(sound, replace(stored, report=apply(SetBlocks(section="policy", blocks=prompt), stored.report)))
    before = sound.read_bytes()
    assert run("export", sound, "-o", tmp_path / "out.docx", "--accept", "Never mind") == 1
    assert not (tmp_path / "out.docx").exists()
    assert sound.read_bytes() == before


def test_show_prints_the_outline(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run("show", sound) == 0
    output = capsys.readouterr().out
    assert "Recommendations" in output
    assert "parts done" in output


def test_show_as_json_is_the_whole_report(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run("show", sound, "--json") == 0
    shown = json.loads(capsys.readouterr().out)
    figures = shown.pop("readability")
    assert Report.model_validate(shown) == read_file(sound).report
    assert set(figures["report"]) == {"ease", "grade", "sentence_length"}
    assert set(figures["sections"]) <= {each["id"] for each in shown["sections"]}


def test_the_packs_that_ship_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("pack", "list", "--json") == 0
    ids = {each["id"] for each in json.loads(capsys.readouterr().out)}
    assert ids == {
        "city-of-london-2017",
        "city-of-london-2022",
        "city-of-london-2023",
        "maidstone-2022",
        "north-somerset-executive-2022",
        "generic-english-council",
    }


def test_the_packs_that_ship_are_sound(capsys: pytest.CaptureFixture[str]) -> None:
    for folder in sorted(templates_folder().iterdir()):
        assert run("pack", "check", folder, "--json") == 0, capsys.readouterr().out


def test_a_faulty_pack_is_found_with_the_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "pack"
    folder.mkdir()
    for path in (templates_folder() / PACK).iterdir():
        if path.is_file():
            (folder / path.name).write_bytes(path.read_bytes())
    manifest = folder / "pack.toml"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("nation =", "natoin =", 1), encoding="utf-8")
    assert run("pack", "check", folder, "--json") == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert "natoin" in problem["message"]
    assert "line " in problem["message"]


def test_the_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rules", "--json") == 0
    assert {"field-missing", "prompt-left"} <= {each["rule"] for each in json.loads(capsys.readouterr().out)}


def test_an_answer_is_judged_by_what_it_means(sound: Path) -> None:
    stored, pack = read_file(sound), pack_of(sound)
    spec = pack.field("key-decision")
    assert spec is not None
    broken = apply(SetField(field="key-decision", value=understand(spec, "Perhaps", pack)), stored.report)
    write_file(sound, replace(stored, report=broken))
    assert run("check", sound) == 1


def test_export_as_a_script_would_after_mending(empty: Path, sound: Path, tmp_path: Path) -> None:
    sample = read_file(sound).report
    stored = read_file(empty)
    report = stored.report
    for name, value in sample.fields.items():
        report = apply(SetField(field=name, value=value), report)
    for name, rows in sample.repeats.items():
        report = apply(SetRows(repeat=name, rows=rows), report)
    for section in sample.sections:
        report = apply(SetBlocks(section=section.id, blocks=section.blocks), report)
    report = report.model_copy(update={"appendices": sample.appendices, "background_papers": sample.background_papers})
    report = apply(SetTray(tray=(TrayItem(text="Left over"),)), report)
    write_file(empty, replace(stored, report=report, attachments=read_file(sound).attachments))
    assert run("export", empty, "-o", tmp_path / "out.docx") == 0
