"""About the program: what somebody who helps asks about first."""

import platform
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from clerkwell import __version__
from clerkwell.session.surroundings import Surroundings
from clerkwell.ui.shell.about import AboutDialog, about_text
from helpers.building import MANIFEST, make_pack


def test_the_versions_of_everything_are_told() -> None:
    pack = make_pack()
    text = about_text(Surroundings(Path("office/soffice"), (pack,), pack))
    for part in (__version__, platform.python_version(), qVersion(), "LibreOffice: office", "lxml", "MIT licence"):
        assert part in text
    assert f"{pack.manifest.pack.title}, {pack.ref.version} (the open report’s)" in text


def test_what_is_not_there_is_told_too() -> None:
    pack = make_pack()
    text = about_text(Surroundings(None, (), pack))
    assert "LibreOffice: not found" in text
    assert f"{pack.manifest.pack.title}, {pack.ref.version} (kept in the report)" in text


def test_a_template_that_nobody_is_offered_says_why() -> None:
    archived = make_pack(MANIFEST.replace("[pack]", '[pack]\nstate = "archived"'))
    assert "Test report, 1.0.0, archived" in about_text(Surroundings(None, (archived,)))


def test_an_installed_program_says_where_the_words_of_the_licences_are(tmp_path: Path) -> None:
    assert "words of every licence" not in about_text(Surroundings())
    (tmp_path / "licences").mkdir()
    assert str(tmp_path / "licences" / "README.txt") in about_text(Surroundings(), tmp_path / "licences")


def test_all_of_it_can_be_copied(qtbot: QtBot) -> None:
    dialog = AboutDialog(None, Surroundings())
    qtbot.addWidget(dialog)
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == about_text(Surroundings())
    assert dialog.copy_button.text() == "Copied"
