"""`export --sets`: both sets in a folder, what was withheld said, and nothing written while errors stand."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from clerkwell.model import Appendix, FieldValue, Paragraph, Report, SetAppendices, SetBlocks, SetField, Text, apply
from clerkwell.packs import load_files
from clerkwell.storage import read_file, write_file
from clerkwell.word.reader import document_lines
from helpers.commands import run
from helpers.planting import Planter, open_docx, private_docx

PACK = "generic-english-council"
SECRET = "The officer was dismissed after the audit of the harbour fund."
EXEMPT = FieldValue(text="Part exempt, paragraph 3", value="Part exempt")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A sound report with a private paragraph, a withheld appendix and a public one with comments in it."""
    path = tmp_path / "report.clerkwell"
    assert run("new", "--pack", PACK, "-o", path) == 0
    stored = read_file(path)
    pack = load_files(stored.pack_files, path.name)
    report = Report.model_validate_json(stored.pack_files["sample.json"])
    blocks = (*report.blocks("reasons"), Paragraph(runs=(Text(text=SECRET),), private=True))
    report = apply(SetBlocks(section="reasons", blocks=blocks), report)
    report = apply(SetField(field="public-status", value=EXEMPT), report)
    kept = tuple(each.model_copy(update={"status": "public"}) for each in report.appendices)
    appendices = (
        *kept,
        Appendix(
            id="x1", number="8", title="An offer", status="exempt", exempt_paragraphs=(3,), attachment="offer.docx"
        ),
        Appendix(id="x2", number="9", title="A paper", status="public", attachment="talk.docx"),
    )
    report = apply(SetAppendices(appendices=appendices), report)
    files = {
        **pack.sample_attachments,
        "offer.docx": open_docx("The offer is low."),
        "talk.docx": private_docx(Planter()),
    }
    write_file(path, replace(stored, report=report, attachments=files))
    return path


def test_both_sets_are_written_and_it_is_said_what_was_withheld(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", file, "--sets", tmp_path / "out") == 0
    said = capsys.readouterr().out
    public = {path.name for path in (tmp_path / "out" / "Public").iterdir()}
    assert "Appendix 9 - A paper.docx" in public
    assert not any("offer" in name for name in public)
    assert "Appendix 8 - An offer - not for publication.docx" in {
        path.name for path in (tmp_path / "out" / "Non-public").iterdir()
    }
    assert "Appendix 8 is exempt, and was withheld." in said
    assert "Appendix 9 - A paper.docx holds 1 comment" in said


def test_appendices_are_cleaned_when_asked(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", file, "--sets", tmp_path / "out", "--clean-appendices") == 0
    assert "Taken out of Appendix 9 - A paper.docx: 1 comment" in capsys.readouterr().out
    for name in ("Public", "Non-public"):
        assert b"comments.xml" not in (tmp_path / "out" / name / "Appendix 9 - A paper.docx").read_bytes()


def test_an_ordinary_export_cleans_them_too_and_says_that_it_is_not_for_publication(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", file, "-o", tmp_path / "all.docx", "--clean-appendices") == 0
    said = capsys.readouterr().out
    assert "not for publication as it is" in said
    assert b"comments.xml" not in (tmp_path / "Appendix 9 - A paper.docx").read_bytes()


def test_private_words_said_again_are_refused_with_exit_1_and_nothing_is_written(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stored = read_file(file)
    blocks = (*stored.report.blocks("reasons"), Paragraph(runs=(Text(text=f"It is said that {SECRET}"),)))
    write_file(file, replace(stored, report=apply(SetBlocks(section="reasons", blocks=blocks), stored.report)))
    assert run("export", file, "--sets", tmp_path / "out", "--accept", "Agreed", "--by", "Robin") == 1
    captured = capsys.readouterr()
    assert "private-words-repeated" in captured.out
    assert "Traceback" not in captured.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("option", [("--draft",), ("--blank",), ("-o", "x.docx"), ("--pdf",)])
def test_what_sets_do_not_go_with_is_said(
    file: Path, tmp_path: Path, option: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", file, "--sets", tmp_path / "out", *option) == 2
    assert option[0] in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_stranger_in_the_public_folder_is_named_with_exit_2(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    public = tmp_path / "out" / "Public"
    public.mkdir(parents=True)
    (public / "old.pdf").write_bytes(b"")
    assert run("export", file, "--sets", tmp_path / "out") == 2
    assert "old.pdf" in capsys.readouterr().err
    assert [path.name for path in public.iterdir()] == ["old.pdf"]


def test_a_mark_set_in_the_file_without_the_window_withholds_and_is_shown(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with zipfile.ZipFile(file) as archive:
        entries = [(entry, archive.read(entry)) for entry in archive.infolist()]
    with zipfile.ZipFile(file, "w") as archive:
        for entry, data in entries:
            if entry.filename == "report.json":
                report = json.loads(data)
                section = next(each for each in report["report"]["sections"] if each["id"] == "reasons")
                words = "".join(run.get("text", "") for run in section["blocks"][1]["runs"])
                section["blocks"][1]["private"] = True
                data = json.dumps(report).encode()
            archive.writestr(entry, data)
    assert run("show", "--json", file) == 0
    assert '"private": true' in capsys.readouterr().out
    assert run("export", file, "--sets", tmp_path / "out") == 0
    (public,) = (path for path in (tmp_path / "out" / "Public").iterdir() if not path.name.startswith("Appendix"))
    text = "\n".join(line.text for line in document_lines(public.read_bytes()))
    assert words
    assert words not in text
