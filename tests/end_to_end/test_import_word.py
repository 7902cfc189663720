"""A Word document becomes a report on the command line, and its council's document again."""

import json
from pathlib import Path

import pytest

from clerkwell.storage import read_file
from clerkwell.word.writer import write_document
from helpers.commands import run
from helpers.docx_making import docx, p, parts_of, png, zipped
from helpers.shipped import IDS, kept, sample, shipped
from helpers.word_layouts import layouts

_KINDS = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    ".dotx": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ".docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
    ".dotm": "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}


def put(folder: Path, name: str, document: bytes) -> Path:
    path = folder / name
    path.write_bytes(document)
    return path


def as_kind(document: bytes, ending: str) -> bytes:
    """The document as a template, or as one that may hold macros."""
    files = parts_of(document)
    types = files["[Content_Types].xml"].decode().replace(_KINDS[".docx"], _KINDS[ending])
    return zipped({**files, "[Content_Types].xml": types.encode()})


def test_a_report_in_word_comes_in_with_its_pictures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = put(tmp_path, "bridge.docx", layouts()["pictures"])
    report = tmp_path / "bridge.clerkwell"
    assert run("import", source, "-o", report) == 0
    assert "generic-english-council" in capsys.readouterr().out
    assert list(read_file(report).attachments.values()) == [png()]
    assert run("show", report, "--json") == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["fields"]["subject"]["text"] == "Reopening the Mill Lane footbridge"
    assert [each["id"] for each in shown["sections"]] == ["summary", "recommendations", "financial", "background"]
    assert shown["sections"][-1]["blocks"][-1]["kind"] == "image"
    assert run("check", report, "--json") in (0, 1)


@pytest.mark.parametrize("pack_id", IDS)
def test_finals_and_drafts_of_every_pack_come_in_and_go_out_again(
    tmp_path: Path, pack_id: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = shipped(pack_id)
    for draft in (False, True):
        document = write_document(sample(pack), pack, draft=draft, attachments=kept(pack))
        report = tmp_path / f"{draft}.clerkwell"
        assert run("import", put(tmp_path, f"{draft}.docx", document), "-o", report) == 0
        capsys.readouterr()
        assert run("show", report, "--json") == 0
        shown = json.loads(capsys.readouterr().out)
        assert shown["pack"]["id"] == pack_id
        assert {each["id"] for each in shown["sections"]} >= {each.id for each in sample(pack).sections}
        assert shown["tray"] == []
        assert run("export", report, "-o", tmp_path / f"{draft}-again.docx", "--draft") == 0


@pytest.mark.parametrize("ending", _KINDS)
def test_templates_and_documents_with_macros_come_in(tmp_path: Path, ending: str) -> None:
    source = put(tmp_path, f"bridge{ending}", as_kind(layouts()["header table"], ending))
    assert run("import", source, "-o", tmp_path / "bridge.clerkwell") == 0


def test_a_word_document_with_another_ending_is_known_by_what_it_holds(tmp_path: Path) -> None:
    assert run("import", put(tmp_path, "bridge.bin", layouts()["header table"]), "-o", tmp_path / "b.clerkwell") == 0


def test_a_pack_that_is_asked_for_is_used(tmp_path: Path) -> None:
    source, report = put(tmp_path, "bridge.docx", layouts()["header table"]), tmp_path / "b.clerkwell"
    assert run("import", source, "--pack", "north-somerset-executive-2022", "-o", report) == 0
    assert read_file(report).report.pack.id == "north-somerset-executive-2022"


def test_what_did_not_go_in_as_it_stood_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", put(tmp_path, "b.docx", layouts()["tracked changes"]), "-o", tmp_path / "b.clerkwell") == 0
    out = capsys.readouterr().out
    assert "Tracked changes were taken as accepted: 1 deletion, 1 insertion, by Alex Example (2)." in out
    assert "Taken out by Alex Example: “fifty”" in out


@pytest.mark.parametrize(
    ("name", "document", "said"),
    [
        ("letter.docx", docx(p("Dear Alex") + p("We met in May.") + p("Yours sincerely")), "letter"),
        ("empty.docx", docx(p()), "no words"),
        ("broken.docx", b"PK\x03\x04 and no more", "broken.docx"),
        ("old.doc", b"\xd0\xcf\x11\xe0", "save it as .docx"),
        ("paper.pdf", b"%PDF-1.7", "PDF"),
    ],
)
def test_what_is_no_report_is_refused_in_a_sentence_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, document: bytes, said: str
) -> None:
    report = tmp_path / "report.clerkwell"
    assert run("import", put(tmp_path, name, document), "-o", report) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.err.count("\n") == 1
    assert captured.out == ""
    assert not report.exists()
