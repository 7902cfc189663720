"""`clerkwell check` of Word documents: the same output and exit codes as for reports, and one sentence for what is "
"none."""

import json
from pathlib import Path

import pytest

from helpers.commands import refused, run
from helpers.docx_making import zipped
from helpers.readable import document, drawing, para

SOUND = document()
FAULTY = document(drawing("") + para("That is all."))
WEAK = document(para("", "Heading2") + para("That is all."))


@pytest.fixture
def made(tmp_path: Path) -> dict[str, Path]:
    paths = {}
    for name, data in (("sound.docx", SOUND), ("faulty.docx", FAULTY), ("weak.DOTX", WEAK), ("macros.docm", SOUND)):
        paths[name] = tmp_path / name
        paths[name].write_bytes(data)
    return paths


@pytest.mark.parametrize(
    ("name", "code"), [("sound.docx", 0), ("faulty.docx", 1), ("weak.DOTX", 0), ("macros.docm", 0)]
)
def test_only_errors_make_the_exit_code_1(name: str, code: int, made: dict[str, Path]) -> None:
    assert run("check", made[name]) == code


def test_the_json_has_the_shape_of_a_report_s(made: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", made["faulty.docx"], "--json") == 1

    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"problems", "counts"}
    assert told["counts"] == {"error": 1, "warning": 0, "info": 0}
    [problem] = told["problems"]
    assert set(problem) == {"rule", "severity", "where", "quote", "message", "why", "fixable"}
    assert (problem["rule"], problem["where"], problem["fixable"]) == ("alt-text-missing", None, False)
    assert problem["why"].startswith("Microsoft, Rules for the Accessibility Checker")


def test_documents_and_reports_are_checked_together(
    made: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "report.clerkwell"
    assert run("new", "--pack", "generic-english-council", "-o", report) == 0
    capsys.readouterr()

    assert run("check", made["sound.docx"], report, made["faulty.docx"], "--json") == 1

    told = json.loads(capsys.readouterr().out)
    assert [each["file"] for each in told["files"]] == [str(made["sound.docx"]), str(report), str(made["faulty.docx"])]
    assert all({"file", "problems", "counts"} <= set(each) for each in told["files"])


def test_one_that_cannot_be_read_does_not_keep_the_others_from_being_checked(
    made: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(SOUND[:500])

    assert run("check", broken, made["sound.docx"]) == 2

    output = capsys.readouterr()
    assert "1 file checked: 0 errors" in output.out
    assert f"{broken}: broken.docx:" in output.out
    assert output.err.startswith("broken.docx:")


def test_a_person_is_told_the_place_in_words(made: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    run("check", made["faulty.docx"])

    line = capsys.readouterr().out.splitlines()[1]
    assert line.startswith("  error: Paragraph 3: the picture has no alternative text.")
    assert line.endswith("[alt-text-missing]")


@pytest.mark.parametrize(
    "data", [b"", b"Dear Sir", b"\xd0\xcf\x11\xe0" + bytes(99), SOUND[:-9], zipped({"a.txt": b"a"})]
)
def test_what_is_no_document_is_refused_by_its_name(
    data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(data)
    assert refused(capsys, "check", path).startswith("letter.docx: ")
    assert refused(capsys, "check", path, "--json").startswith("letter.docx: ")


@pytest.mark.parametrize("name", ["letter.doc", "letter.ODT", "letter.rtf", "letter.pdf", "sums.xlsx", "slides.pptx"])
def test_other_kinds_of_files_are_refused_with_what_to_do(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(b"anything")
    assert name in refused(capsys, "check", tmp_path / name)


def test_a_document_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "gone.docx" in refused(capsys, "check", tmp_path / "gone.docx")
    assert "gone.doc" in refused(capsys, "check", tmp_path / "gone.doc")


def test_checking_changes_no_byte_of_the_document(made: dict[str, Path]) -> None:
    run("check", made["faulty.docx"])
    assert made["faulty.docx"].read_bytes() == FAULTY


def test_the_catalogue_has_the_rules_about_documents_with_their_sources(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rules", "--json") == 0
    listed = {each["rule"]: each for each in json.loads(capsys.readouterr().out)}
    assert listed["table-header-row"]["of"] == "document"
    assert "Microsoft" in listed["table-header-row"]["why"]
    assert listed["prompt-left"]["of"] == "report"
    assert run("rules") == 0
    assert "About Word documents:" in capsys.readouterr().out
