"""The help pages of the rules are what the catalogue and its examples make of them."""

import re
from pathlib import Path

import pytest

from clerkwell.rules import catalogue
from clerkwell.system import resources_folder
from manual.rule_pages import rule_pages

HELP = resources_folder() / "help"
PAGES = rule_pages()


def test_the_pages_in_the_help_are_those_that_the_chore_makes() -> None:
    there = {path.name: path.read_text(encoding="utf-8") for path in HELP.glob("rules*.md")}
    assert there == PAGES, "run: python3 chores.py help-pages"


@pytest.mark.parametrize("rule", [rule.id for rule in catalogue()])
def test_every_rule_is_on_one_page(rule: str) -> None:
    assert sum(f"`{rule}`" in text for text in PAGES.values()) == 1


def test_every_link_of_the_index_leads_to_a_page() -> None:
    assert set(re.findall(r"\]\(([^)]+)\)", PAGES["rules.md"])) == set(PAGES) - {"rules.md"}


def test_what_examples_are_made_of_is_not_taken_for_a_page_s_own(tmp_path: Path) -> None:
    (tmp_path / "sections.toml").write_text(
        '[section-missing]\ncaught = ["# Costs\\nSee [here](https://www.example.org/a_b) or *not*.", "a  b"]\n'
        'left = ["| One | Two |\\n|---|---|\\n| 1 | 2 |", "![](map.png)", "**Next**"]\n',
        encoding="utf-8",
    )
    page = rule_pages(tmp_path)["rules-parts.md"]
    assert "- sub-heading: Costs / See here (a link to https://www.example.org/a\\_b) or \\*not\\*." in page
    assert "- a \u00a0b" in page
    assert "- table row: One · Two / (the row above is a header) / table row: 1 · 2" in page
    assert "- a picture without a description" in page
    assert "- **Next**" in page


def test_a_rule_without_a_subject_is_still_in_the_help(tmp_path: Path) -> None:
    (tmp_path / "unheard-of.toml").write_text('[tray-not-empty]\ncaught = ["A"]\nleft = ["B"]\n', encoding="utf-8")
    pages = rule_pages(tmp_path)
    assert "`tray-not-empty`" in pages["rules-others.md"]
    assert "(rules-others.md)" in pages["rules.md"]
