"""`clerkwell pack new`: every guess is printed with its reason, and what is made can be used."""

from pathlib import Path

import pytest

from clerkwell.cli import main
from clerkwell.packs import load_folder
from helpers.docx_making import docx, p

_DOCUMENT = docx(p("Subject: [Insert title]") + p("Summary", "heading2") + p("[What it is about]"))


def test_a_pack_is_made_of_a_word_document_in_a_new_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, folder = tmp_path / "Our template.docx", tmp_path / "ours"
    source.write_bytes(_DOCUMENT)
    assert main(["pack", "new", str(source), "-o", str(folder), "--council", "Example Council"]) == 0
    assert "Subject: “Subject:” is a label" in capsys.readouterr().out
    pack = load_folder(folder)
    assert (pack.told.title, pack.told.council) == ("Our template", "Example Council")
    assert main(["pack", "check", str(folder)]) == 0
    # What is there is not written over.
    assert main(["pack", "new", str(source), "-o", str(folder)]) == 2
    assert "is not empty" in capsys.readouterr().err


def test_a_document_without_parts_is_said_to_ask_for_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "Letter.docx"
    source.write_bytes(docx(p("Dear Councillor") + p("I write about the lido.")))
    assert main(["pack", "new", str(source), "-o", str(tmp_path / "ours")]) == 0
    assert "the template would ask for nothing" in capsys.readouterr().err


def test_what_stays_is_named_by_its_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "Our template.docx"
    source.write_bytes(docx(p("Report to Committee") + p("Subject: [Insert title]") + p("Summary", "heading2")))
    assert main(["pack", "new", str(source), "-o", str(tmp_path / "ours")]) == 0
    kept = capsys.readouterr().out.partition("What stays as it is\n")[2].splitlines()
    assert kept[0].startswith("  “Report to Committee”: ")
