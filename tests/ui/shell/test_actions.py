"""The table of actions."""

import re
from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from clerkwell.ui.editors.section_page import SectionPage
from clerkwell.ui.shell.actions import ACTIONS, MENUS, Situation
from clerkwell.ui.shell.shortcuts import WRITING, ShortcutsDialog, elsewhere_lines, shortcut_lines
from helpers.building import make_pack, make_report
from helpers.desk import open_desk


def test_each_action_has_an_id_of_its_own() -> None:
    assert len({spec.id for spec in ACTIONS}) == len(ACTIONS)


def test_no_two_actions_share_their_keys() -> None:
    keys = Counter(QKeySequence(each).toString() for spec in ACTIONS for each in spec.keys)
    assert [each for each, count in keys.items() if count > 1] == []
    assert "" not in keys


def test_menus_have_letters_of_their_own() -> None:
    letters = [_letter(menu) for menu in MENUS]
    assert len(set(letters)) == len(letters)


def test_without_a_report_only_what_needs_none_can_be_used() -> None:
    usable = {spec.id for spec in ACTIONS if spec.when(Situation())}
    assert usable == {
        "new", "open", "bring-home", "cut", "copy", "paste", "select-all", "settings",
        "check-pack", "workshop", "quit", "larger", "smaller", "ordinary", "actions", "shortcuts",
        "about", "help", "earlier", "gather",
    }  # fmt: skip


def test_what_is_read_only_cannot_be_marked_or_rearranged() -> None:
    now = Situation(open=True, read_only=True, returns=True, section=True, begun=True, own_order=True)
    usable = {spec.id for spec in ACTIONS if spec.when(now)}
    assert not usable & {
        "done", "leave-out", "section-up", "section-down", "add-section", "note", "letter", "keep-version", "review",
        "replace-preview",
    }  # fmt: skip
    assert {"save-as", "export-draft", "check", "versions", "notes", "send"} <= usable


def test_what_came_back_can_be_taken_up_only_while_something_is_left_to_decide() -> None:
    left = {spec.id for spec in ACTIONS if spec.when(Situation(open=True, returns=True))}
    assert "review" in left
    assert "review" not in {spec.id for spec in ACTIONS if spec.when(Situation(open=True))}


def test_what_an_import_found_can_be_read_again_only_of_an_import() -> None:
    assert "account" in {spec.id for spec in ACTIONS if spec.when(Situation(open=True, account=True))}
    assert "account" not in {spec.id for spec in ACTIONS if spec.when(Situation(open=True))}


def test_every_action_has_keys(qtbot: QtBot) -> None:
    assert [spec.id for spec in ACTIONS if not spec.keys] == []
    assert [name for name, action in a_page(qtbot).actions_by_id.items() if action.shortcut().isEmpty()] == []


def test_no_keys_of_the_window_mean_something_else_in_a_section(qtbot: QtBot) -> None:
    ours = {QKeySequence(keys).toString() for spec in ACTIONS for keys in spec.keys}
    writing = [action.shortcut().toString() for action in a_page(qtbot).actions_by_id.values()]
    assert not ours & set(writing)
    assert len(set(writing)) == len(writing)


# What AltGr writes on a British keyboard; Windows takes Ctrl and Alt together for it.
@pytest.mark.parametrize("letter", ["A", "E", "I", "O", "U", "4"])
def test_no_keys_keep_a_letter_from_being_typed(qtbot: QtBot, letter: str) -> None:
    keys = {QKeySequence(keys).toString() for spec in ACTIONS for keys in spec.keys}
    keys |= {action.shortcut().toString() for action in a_page(qtbot).actions_by_id.values()}
    assert not {f"Ctrl+Alt+{letter}", f"Ctrl+Alt+Shift+{letter}"} & keys


def test_the_shortcuts_page_has_every_action(qtbot: QtBot) -> None:
    lines = shortcut_lines()
    assert {spec.plain for spec in ACTIONS} <= {what for what, _, _ in lines}
    page = a_page(qtbot).actions_by_id.values()
    native = QKeySequence.SequenceFormat.NativeText
    assert {action.shortcut().toString(native) for action in page} == {
        keys for _, keys, where in lines if where == WRITING
    }


def test_the_shortcuts_are_found_by_what_they_do_and_by_their_keys(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog()
    qtbot.addWidget(dialog)
    assert len(dialog.shown) == len(shortcut_lines()) + len(elsewhere_lines())
    dialog.line.setText("export word")
    assert dialog.shown == [("Export to Word", "Ctrl+E")]
    dialog.line.setText("ctrl+k")
    assert ("Link", "Ctrl+K") in dialog.shown
    dialog.line.setText("zebra")
    assert dialog.shown == []


def test_no_keys_stand_on_the_shortcuts_page_twice() -> None:
    keys = Counter(each for _, keys, _ in shortcut_lines() for each in keys.split("  or  "))
    assert [each for each, count in keys.items() if count > 1] == []


def a_page(qtbot: QtBot) -> SectionPage:
    desk = open_desk(make_report({"background": "Words"}), make_pack())
    page = SectionPage(desk.bridge, "background")
    qtbot.addWidget(page)
    return page


def _letter(text: str) -> str:
    found = re.search(r"&(\w)", text)
    return found[1].casefold() if found else ""
