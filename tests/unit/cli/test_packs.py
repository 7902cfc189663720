"""`pack check` and `pack diff` say what they find, in words and for scripts."""

import json
import shutil
from pathlib import Path

import pytest

from clerkwell.cli import main
from clerkwell.packs import load_folder
from clerkwell.system import templates_folder
from helpers.docx_making import parts_of
from helpers.packs_changed import with_document, without_line

PACK = "north-somerset-executive-2022"


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The pack's folder, with another version, another title and a section less."""
    folder = tmp_path / "changed"
    shutil.copytree(templates_folder() / PACK, folder)
    manifest = folder / "pack.toml"
    text = manifest.read_text(encoding="utf-8").replace('version = "1.2.0"', 'version = "1.3.0"')
    manifest.write_text(text.replace('title = "Policy"', 'title = "Policies"'), encoding="utf-8")
    return folder


def test_two_packs_are_compared_subject_by_subject(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "diff", PACK, str(changed)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "About the template",
        "  The version is 1.3.0; it was 1.2.0.",
        "Sections",
        "  “Policy” is now called “Policies”.",
    ]


def test_a_script_gets_the_changes_as_json(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "diff", f"{PACK}@1.2.0", str(changed), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert [each["subject"] for each in said["changes"]] == ["About the template", "Sections"]


def test_a_pack_is_the_same_as_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "diff", PACK, str(templates_folder() / PACK)]) == 0
    assert capsys.readouterr().out == "Nothing changed.\n"


@pytest.mark.parametrize("name", ["nowhere", f"{PACK}@9.9.9"])
def test_a_pack_that_is_not_there_is_named(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "diff", PACK, name]) == 2
    assert name.partition("@")[0] in capsys.readouterr().err


def test_checking_tells_what_differs_from_the_version_in_use(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "check", str(changed)]) == 0
    assert "“Policies” reads “Policy” in the template" in capsys.readouterr().out


def test_a_pack_is_made_into_one_file_that_is_checked_and_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "executive.clerkpack"
    assert main(["pack", "bundle", str(templates_folder() / PACK), "-o", str(made)]) == 0
    assert main(["pack", "check", str(made)]) == 0
    assert f"{made} is sound." in capsys.readouterr().out
    assert main(["pack", "diff", str(made), PACK]) == 0
    assert capsys.readouterr().out == "Nothing changed.\n"


def test_a_faulty_pack_is_not_made_into_one_file(
    changed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest = changed / "pack.toml"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace('bullet = "', 'bullet = "No '), encoding="utf-8")
    made = tmp_path / "executive.clerkpack"
    assert main(["pack", "bundle", str(changed), "-o", str(made)]) == 1
    assert not made.exists()
    assert "which the document does not have" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["executive.zip", "missing/executive.clerkpack"])
def test_one_file_that_cannot_be_written_is_told(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "bundle", str(templates_folder() / PACK), "-o", str(tmp_path / name)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_file_that_is_no_pack_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.clerkpack").write_bytes(b"nothing")
    assert main(["pack", "check", str(tmp_path / "x.clerkpack")]) == 1
    assert "cut short, or is no pack" in capsys.readouterr().out


def test_a_pack_is_repaired_in_its_folder_and_the_document_as_it_was_is_kept(
    changed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sound = load_folder(templates_folder() / PACK)
    was = with_document(sound, '<w:tag w:val="field:subject"/>', "").template
    (changed / "template.docx").write_bytes(was)
    assert main(["pack", "repair", str(changed)]) == 0
    assert "given back the tag: “Subject of Report”." in capsys.readouterr().out
    assert parts_of((changed / "template.docx").read_bytes()) == parts_of(sound.template)
    assert (changed / ".template before the repair.docx").read_bytes() == was
    assert main(["pack", "repair", str(changed)]) == 0
    assert "needs no repair" in capsys.readouterr().out


def test_a_pack_that_somebody_has_to_finish_by_hand_is_told_so(
    changed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sound = load_folder(templates_folder() / PACK)
    gone = without_line(sound, "field:subject").template
    (changed / "template.docx").write_bytes(gone)
    assert main(["pack", "repair", str(changed), "--like", PACK]) == 1
    said = capsys.readouterr().err
    assert (
        "“Subject of Report” could not be put back. It stood after the line “Date of Meeting: Date of Meeting”." in said
    )
