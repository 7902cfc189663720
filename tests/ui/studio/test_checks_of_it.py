"""The page of checks says which of them IT has graded on this computer, and by whom that was."""

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from clerkwell.system import Settings
from clerkwell.system.meanings import SetBy
from clerkwell.ui.studio.checks import ChecksPage
from helpers.workshop import copy_of, open_studio, studio_services


def test_a_check_that_it_has_graded_says_so_and_can_be_graded_for_others(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(
        check_levels={"misspelt": "error", "prompt-left": "off"}, locks={"check_levels": SetBy("policy.toml", "ICT")}
    )
    services = replace(studio_services(tmp_path), check=lambda _: (), settings=lambda: settings)
    with open_studio(copy_of("city-of-london-2023", tmp_path / "mine"), services) as window:
        window.show_page("checks")
        page = window.page
        assert isinstance(page, ChecksPage)
        qtbot.waitUntil(lambda: page.example.problems is not None, timeout=30_000)
        page.list.mark("misspelt")
        assert page.fixed.text() == (
            "On this computer it counts as error, whatever a template says (set by ICT for this computer: policy.toml)."
        )
        assert page.grade.isVisibleTo(page)
        page.list.mark("american-spelling")
        assert page.fixed.text() == ""
        page.list.mark("prompt-left")
        assert "cannot be switched off" in page.fixed.text(), "IT cannot either"
