"""The table of actions."""

import re
from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from clerkwell.ui.editors.richtext.actions import ACTIONS as EDITOR_ACTIONS
from clerkwell.ui.editors.tools.table import SHOWN
from clerkwell.ui.shell.actions import ACTIONS, MENUS, Situation
from clerkwell.ui.shell.palette import WRITING, shortcut_lines


def test_each_action_has_an_id_of_its_own() -> None:
    assert len({spec.id for spec in ACTIONS}) == len(ACTIONS)


def test_no_two_actions_share_their_keys() -> None:
    keys = Counter(QKeySequence(each).toString() for spec in ACTIONS for each in spec.keys)
    assert [each for each, count in keys.items() if count > 1] == []
    assert "" not in keys


@pytest.mark.parametrize("menu", MENUS)
def test_no_two_actions_of_a_menu_share_their_letter(menu: str) -> None:
    letters = Counter(_letter(spec.text) for spec in ACTIONS if spec.menu == menu)
    assert [letter for letter, count in letters.items() if count > 1 or not letter] == []


def test_menus_have_letters_of_their_own() -> None:
    letters = [_letter(menu) for menu in MENUS]
    assert len(set(letters)) == len(letters)


def test_without_a_report_only_what_needs_none_can_be_used() -> None:
    usable = {spec.id for spec in ACTIONS if spec.when(Situation())}
    assert usable == {
        "new", "open", "settings", "check-pack", "quit", "larger", "smaller", "ordinary", "actions", "shortcuts",
        "about", "help", "earlier",
    }  # fmt: skip


def test_what_is_read_only_cannot_be_marked_or_rearranged() -> None:
    now = Situation(open=True, read_only=True, returns=True, section=True, begun=True, own_order=True)
    usable = {spec.id for spec in ACTIONS if spec.when(now)}
    assert not usable & {
        "done", "leave-out", "section-up", "section-down", "add-section", "note", "letter", "keep-version", "review",
    }  # fmt: skip
    assert {"save-as", "export-draft", "check", "versions", "notes", "send"} <= usable


def test_what_came_back_can_be_taken_up_only_while_something_is_left_to_decide() -> None:
    left = {spec.id for spec in ACTIONS if spec.when(Situation(open=True, returns=True))}
    assert "review" in left
    assert "review" not in {spec.id for spec in ACTIONS if spec.when(Situation(open=True))}


def test_what_came_in_can_be_read_again_only_of_what_came_in() -> None:
    assert "account" in {spec.id for spec in ACTIONS if spec.when(Situation(open=True, account=True))}
    assert "account" not in {spec.id for spec in ACTIONS if spec.when(Situation(open=True))}


def test_the_shortcuts_page_has_every_action_with_keys() -> None:
    lines = shortcut_lines()
    assert {spec.plain for spec in ACTIONS if spec.keys} <= {what for what, _, _ in lines}
    shown = {text.replace("&", "").rstrip("…") for text, keys in SHOWN if keys}
    writing = {what: keys for what, keys, where in lines if where == WRITING}
    assert {spec.plain for spec in EDITOR_ACTIONS if spec.keys} | {"Link", "Footnote", "Table"} | shown == set(writing)
    assert writing["Link"] == "Ctrl+K"


def test_no_keys_stand_on_the_shortcuts_page_twice() -> None:
    keys = Counter(each for _, keys, _ in shortcut_lines() for each in keys.split("  or  "))
    assert [each for each, count in keys.items() if count > 1] == []


def _letter(text: str) -> str:
    found = re.search(r"&(\w)", text)
    return found[1].casefold() if found else ""
