"""The page that checks a pack."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from clerkwell.system import templates_folder
from clerkwell.ui.studio import CheckPackDialog
from clerkwell.workshop import check_pack


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of a pack that ships."""
    return Path(shutil.copytree(templates_folder() / "generic-english-council", tmp_path / "mine"))


def test_a_sound_pack_is_said_to_be(qtbot: QtBot, folder: Path) -> None:
    dialog = _dialog(qtbot, folder)
    dialog.check_folder(folder)
    assert dialog.findings.count() == 0
    assert "nothing is wrong with it" in dialog.verdict.text()


def test_what_the_template_itself_keeps_from_readers_is_something_to_know(qtbot: QtBot) -> None:
    folder = templates_folder() / "city-of-london-2023"
    dialog = _dialog(qtbot, folder)
    dialog.check_folder(folder)
    assert dialog.findings.count() == 1
    assert dialog.verdict.text().endswith("is sound. There is something to know of it:")
    assert "a heading stands in a table" in dialog.findings.item(0).text()


def test_a_misspelt_key_is_named_with_its_line(qtbot: QtBot, folder: Path) -> None:
    manifest = folder / "pack.toml"
    manifest.write_text(manifest.read_text("utf-8").replace("council =", "counsil =", 1), "utf-8")
    dialog = _dialog(qtbot, folder)
    dialog.check_folder(folder)
    assert dialog.verdict.text() == f"“{folder.name}” cannot be used until this error is put right."
    assert "counsil" in dialog.findings.item(0).text()
    assert "line" in dialog.findings.item(0).text()


def test_a_pack_can_be_mended_and_checked_again(qtbot: QtBot, folder: Path) -> None:
    template = (folder / "template.docx").read_bytes()
    (folder / "template.docx").write_bytes(b"not a document")
    dialog = _dialog(qtbot, folder)
    dialog.check_folder(folder)
    assert dialog.findings.count() == 1
    (folder / "template.docx").write_bytes(template)
    dialog.check_again()
    assert dialog.findings.count() == 0


def test_a_folder_that_is_no_pack_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = _dialog(qtbot, tmp_path)
    dialog.check_folder(tmp_path)
    assert "it holds no pack.toml" in dialog.findings.item(0).text()


def _dialog(qtbot: QtBot, folder: Path) -> CheckPackDialog:
    dialog = CheckPackDialog(check_pack, lambda: folder)
    qtbot.addWidget(dialog)
    return dialog
