"""Bad input of every kind gets one plain sentence and exit 2, and nothing is lost or half written."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from clerkwell.cli import main
from helpers.commands import refused

PACK = "generic-english-council"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.clerkwell"
    assert main(["new", "--pack", PACK, "-o", str(path)]) == 0
    return path


COMMANDS: Sequence[tuple[str, ...]] = (("check",), ("show",), ("export", "-o", "OUT"), ("check", "--json"))


def command(words: Sequence[str], path: Path, tmp_path: Path) -> list[object]:
    first, *rest = words
    return [first, path, *(tmp_path / "out.docx" if word == "OUT" else word for word in rest)]


@pytest.mark.parametrize("words", COMMANDS)
def test_a_missing_file(words: Sequence[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "gone.clerkwell" in refused(capsys, *command(words, tmp_path / "gone.clerkwell", tmp_path))


@pytest.mark.parametrize("words", COMMANDS)
def test_a_folder(words: Sequence[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    refused(capsys, *command(words, tmp_path, tmp_path))


@pytest.mark.parametrize("words", COMMANDS)
@pytest.mark.parametrize("kept", [0, 1, 100, 2000, -1])
def test_a_truncated_report(
    words: Sequence[str], kept: int, report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report.write_bytes(report.read_bytes()[:kept])
    refused(capsys, *command(words, report, tmp_path))
    assert not (tmp_path / "out.docx").exists()


@pytest.mark.parametrize("words", COMMANDS)
def test_a_foreign_zip(words: Sequence[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "photos.clerkwell"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("photo.jpg", b"\xff\xd8")
    refused(capsys, *command(words, path, tmp_path))


@pytest.mark.parametrize("words", COMMANDS)
def test_a_text_file_by_the_wrong_name(
    words: Sequence[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "notes.clerkwell"
    path.write_text("Not a report at all.", encoding="utf-8")
    refused(capsys, *command(words, path, tmp_path))


def rewritten(report: Path, name: str, data: bytes) -> None:
    """The report's file with one entry other than it was."""
    with zipfile.ZipFile(report) as archive:
        entries = [(info, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(report, "w") as archive:
        for info, content in entries:
            archive.writestr(info, data if info.filename == name else content)


@pytest.mark.parametrize(
    ("entry", "data"),
    [
        ("report.json", b"{"),
        ("report.json", b"[]"),
        ("report.json", b'{"format": "one"}'),
        ("report.json", b"\xff\xfe\x00"),
        ("pack/pack.toml", b"[pack"),
        ("pack/pack.toml", b'[pack]\nid = "x"\n'),
    ],
)
@pytest.mark.parametrize("words", COMMANDS)
def test_a_report_with_a_broken_part(
    words: Sequence[str], entry: str, data: bytes, report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rewritten(report, entry, data)
    refused(capsys, *command(words, report, tmp_path))


@pytest.mark.parametrize("data", [b"not a zip", b"PK\x03\x04 cut short", b""])
def test_a_report_whose_template_is_no_word_document(
    data: bytes, report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rewritten(report, "pack/template.docx", data)
    refused(capsys, "export", report, "-o", tmp_path / "out.docx", "--draft")
    assert not (tmp_path / "out.docx").exists()


def test_a_pack_that_is_not_installed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sentence = refused(capsys, "new", "--pack", "no-such-council", "-o", tmp_path / "new.clerkwell")
    assert PACK in sentence
    assert not (tmp_path / "new.clerkwell").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("export", "REPORT", "--pdf"),
        ("export", "REPORT", "--sets", "FOLDER", "--draft"),
        ("export", "REPORT", "--blank"),
        ("export", "REPORT"),
        ("pack", "diff", "FOLDER", "FOLDER"),
        ("import", "letter.docx", "-o", "OUT"),
        ("check", "paper.docx"),
        ("pack", "check", "FOLDER"),
        ("pack", "check", "gone"),
        ("frobnicate",),
        ("export",),
        ("new", "-o", "OUT"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    words: Sequence[str], report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    named = {"REPORT": report, "OUT": tmp_path / "out.docx", "FOLDER": tmp_path}
    refused(capsys, *(named.get(word, word) for word in words))
    assert not (tmp_path / "out.docx").exists()


def test_an_output_in_a_folder_that_is_not_there(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    refused(capsys, "export", report, "-o", tmp_path / "missing" / "out.docx", "--draft")
    assert [path.name for path in tmp_path.iterdir()] == ["report.clerkwell"]


def test_an_output_that_is_a_folder(report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "taken.docx").mkdir()
    refused(capsys, "export", report, "-o", tmp_path / "taken.docx", "--draft")
    refused(capsys, "new", "--pack", PACK, "-o", tmp_path / "taken.docx")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report.clerkwell", "taken.docx"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n \n"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
        ("letter.txt", b"Dear Councillor\n\nThank you for your letter.\n\nYours sincerely\n\nA. Nobody\n"),
    ],
)
def test_an_input_that_is_no_report(name: str, data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / name).write_bytes(data)
    out = tmp_path / "out.clerkwell"
    out.write_bytes(b"as it was")
    refused(capsys, "import", tmp_path / name, "-o", out)
    assert out.read_bytes() == b"as it was"


def test_json_goes_to_stdout_alone(report: Path, tmp_path: Path) -> None:
    """As a process: what a script sees."""
    done = program("check", report, "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["counts"]["error"] > 0
    assert done.stderr == ""
    done = program("check", tmp_path / "gone.clerkwell", "--json")
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are set this way on POSIX only")
def test_a_full_disk_leaves_the_output_as_it_was(report: Path, tmp_path: Path) -> None:
    """A limit on the size of files stands in for a disk without room: the write fails half-way, as it would there."""
    out = tmp_path / "out.docx"
    out.write_bytes(b"as it was")

    def no_room() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    done = program("export", report, "-o", out, "--draft", limit=no_room)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert out.read_bytes() == b"as it was"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.docx", "report.clerkwell"]


def program(*arguments: object, limit: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    source = Path(__file__).resolve().parents[3] / "desktop"
    return subprocess.run(
        [sys.executable, "-m", "clerkwell", *(str(each) for each in arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(source)},
        preexec_fn=limit,
        timeout=60,
    )
