"""`export --blank`: the empty form of a report's pack."""

from pathlib import Path

import pytest
from docx import Document

from helpers.commands import run

PACK = "city-of-london-2023"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.clerkwell"
    assert run("new", "--pack", PACK, "-o", path) == 0
    return path


def test_a_report_full_of_errors_gives_its_blank_form(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "form.docx"
    assert run("export", report, "--blank", "-o", out) == 0
    assert "blank form" in capsys.readouterr().out
    words = "\n".join(paragraph.text for paragraph in Document(str(out)).paragraphs)
    assert words.startswith("Blank form.")
    assert PACK in words


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ((), "Say where the blank form goes"),
        (("-o", "form.docx", "--draft"), "neither a draft nor a final"),
        (("-o", "form.docx", "--accept", "We know."), "neither a draft nor a final"),
        (("-o", "form.odt"), "ends in .docx"),
    ],
)
def test_what_cannot_be_asked_is_said(
    report: Path, more: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    placed = [str(report.parent / each) if each.startswith("form.") else each for each in more]
    before = sorted(report.parent.iterdir())
    assert run("export", report, "--blank", *placed) == 2
    assert said in capsys.readouterr().err
    assert sorted(report.parent.iterdir()) == before


def test_a_report_is_not_written_over(report: Path, tmp_path: Path) -> None:
    named_wrongly = tmp_path / "report.docx"
    named_wrongly.write_bytes(report.read_bytes())
    assert run("export", report, "--blank", "-o", named_wrongly) == 2
    assert named_wrongly.read_bytes() == report.read_bytes()
