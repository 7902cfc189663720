"""The settings dialog."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLabel, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from clerkwell.system import Settings
from clerkwell.system.meanings import SetBy
from clerkwell.ui.preferences import PreferencesDialog
from clerkwell.ui.preferences.checking import OwnWordsList
from clerkwell.ui.preferences.locked import LockedLine
from clerkwell.ui.preferences.path_line import PathLine


def test_untouched_settings_stay_as_they_are(qtbot: QtBot) -> None:
    settings = Settings(theme="dark", text_size=14, author_name="Robin Example", save_by_itself=False)
    assert _dialog(qtbot, settings).settings() == settings


def test_the_keyboard_begins_at_the_pages(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Settings())
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.tabs.tabBar().hasFocus)


def test_what_is_changed_is_in_the_settings(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Settings())
    box = _control(dialog, "Look")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("light"))
    spin = _control(dialog, "Text size")
    assert isinstance(spin, QSpinBox)
    spin.setValue(16)
    line = _control(dialog, "Name")
    assert isinstance(line, QLineEdit)
    line.setText("Robin Example")
    changed = dialog.settings()
    assert (changed.theme, changed.text_size, changed.author_name) == ("light", 16, "Robin Example")


def test_what_it_has_locked_cannot_be_changed(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Settings(theme="light", locks={"theme": SetBy("policy.toml")}))
    line = _control(dialog, "Look")
    assert isinstance(line, QLineEdit)
    assert line.isReadOnly()
    assert line.text() == "Light"
    assert line.focusPolicy() & Qt.FocusPolicy.TabFocus, "who comes by with the keyboard is to read why"
    assert line.accessibleDescription() == "Locked. Set by IT for this computer: policy.toml"
    assert "Set by IT for this computer:\npolicy.toml" in [label.text() for label in dialog.findChildren(QLabel)]
    assert dialog.settings().theme == "light"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("check_spelling", False, "No"),
        ("keep_private_days", 0, "0 days: at once"),
        ("keep_private_days", 3, "3 days"),
        ("documents", "", "Nothing"),
        ("make_pages_with", "word", "Microsoft Word"),
        ("allow_drafts", False, "No"),
        ("pack_folders", ("a", "b"), "a; b"),
        ("check_levels", {"misspelt": "error"}, "misspelt: error"),
        ("lock_hours", 5, "5"),
    ],
)
def test_whatever_is_locked_is_shown_in_words_with_whose_it_is(
    qtbot: QtBot, name: str, value: object, said: str
) -> None:
    settings = replace(Settings(**{name: value}), locks={name: SetBy("policy.toml", "ICT")})  # type: ignore[arg-type]  # any setting
    dialog = _dialog(qtbot, settings)
    (line,) = dialog.findChildren(LockedLine)
    assert line.line.text() == said
    assert dialog.settings() == settings


def test_what_no_page_asks_for_is_shown_on_one_of_its_own(qtbot: QtBot) -> None:
    free, ruled = _dialog(qtbot, Settings()), _dialog(qtbot, Settings(locks={"allow_drafts": SetBy("policy.toml")}))
    titles = [[dialog.tabs.tabText(at) for at in range(dialog.tabs.count())] for dialog in (free, ruled)]
    assert titles[1] == [*titles[0], "Set by IT"]
    ruled.show_page("Set by IT")
    with qtbot.waitActive(ruled):
        ruled.show()
    focus = ruled.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Drafts may be exported, printed and sent"


def test_a_figure_keeps_off_the_frame_of_its_box(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Settings())
    spin = _control(dialog, "Text size")
    assert isinstance(spin, QSpinBox)
    assert spin.lineEdit().textMargins().left() >= 6


def test_how_long_copies_of_reports_that_are_not_public_are_kept_can_be_set(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Settings())
    spin = _control(dialog, "Delete copies after")
    assert isinstance(spin, QSpinBox)
    assert spin.text() == "7 days"
    spin.setValue(0)
    assert spin.text() == "0 days: at once"
    assert dialog.settings().keep_private_days == 0
    spin.setValue(9999)
    assert dialog.settings().keep_private_days == 365


def test_folders_are_typed_or_chosen(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = _dialog(qtbot, Settings(shared_packs="old"))
    lines = {line.line.accessibleName(): line for line in dialog.findChildren(PathLine)}
    assert set(lines) == {
        "Folder for more copies", "Your reports", "Templates shared by everybody", "LibreOffice’s program",
    }  # fmt: skip
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    lines["Your reports"].browse.click()
    lines["LibreOffice’s program"].browse.click()
    lines["Templates shared by everybody"].line.setText("  new ")
    changed = dialog.settings()
    assert (changed.documents, changed.shared_packs, changed.libreoffice) == (str(tmp_path), "new", "")


def test_a_folder_that_it_has_locked_cannot_be_chosen(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Settings(shared_packs="packs", locks={"shared_packs": SetBy("policy.toml")}))
    assert "Templates shared by everybody" not in [line.line.accessibleName() for line in dialog.findChildren(PathLine)]
    (locked,) = dialog.findChildren(LockedLine)
    assert locked.line.text() == "packs"


def test_checks_can_be_left_out(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Settings(check_spelling=False))
    box = _control(dialog, "Check spelling")
    assert isinstance(box, QCheckBox)
    assert not box.isChecked()
    box.setChecked(True)
    assert dialog.settings().check_spelling


def test_words_of_ones_own_are_added_and_removed_once_the_settings_are_accepted(qtbot: QtBot) -> None:
    dialog = PreferencesDialog(Settings(), own_words=frozenset({"Wellbrook", "Fernhill"}))
    qtbot.addWidget(dialog)
    page = dialog.findChild(OwnWordsList)
    assert isinstance(page, OwnWordsList)
    assert [page.list.item(at).text() for at in range(2)] == ["Fernhill", "Wellbrook"]
    assert not page.add_button.isEnabled()
    assert not page.remove_button.isEnabled()
    page.word.setText("two words")
    assert not page.add_button.isEnabled()
    page.word.setText("Ashdown")
    QTest.keyClick(page.word, Qt.Key.Key_Return)
    assert dialog.result() == 0, "Enter adds the word, and does not close the settings"
    page.list.setCurrentRow(1)
    assert page.list.currentItem().text() == "Fernhill"
    page.list.clearSelection()
    page.list.setCurrentRow(1)
    page.remove_button.click()
    assert dialog.own_words() == {"Ashdown", "Wellbrook"}


def _dialog(qtbot: QtBot, settings: Settings) -> PreferencesDialog:
    dialog = PreferencesDialog(settings)
    qtbot.addWidget(dialog)
    return dialog


def _control(dialog: PreferencesDialog, name: str) -> QWidget:
    return next(each for each in dialog.findChildren(QWidget) if each.accessibleName() == name)


def test_labels_have_room_for_letters_that_stand_apart(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Settings())
    with qtbot.waitExposed(dialog):
        dialog.show()
    (label,) = (each for each in dialog.findChildren(QLabel) if each.text() == "&Text size")
    letters = label.fontMetrics()
    assert label.width() >= sum(letters.horizontalAdvance(each) for each in "Text size")


def test_only_the_word_added_last_is_chosen(qtbot: QtBot) -> None:
    page = OwnWordsList(frozenset())
    qtbot.addWidget(page)
    for word in ("Wellbrook", "Fernhill", "fernhill"):
        page.word.setText(word)
        page.add()
        assert [each.text() for each in page.list.selectedItems()] == [word]
    page.remove()
    assert page.words() == {"Wellbrook", "Fernhill"}


def test_it_begins_with_the_page_that_is_asked_for_and_the_keyboard_in_it(qtbot: QtBot) -> None:
    dialog = PreferencesDialog(Settings())
    qtbot.addWidget(dialog)
    dialog.show_page("Your details")
    with qtbot.waitActive(dialog):
        dialog.show()
    focus = dialog.focusWidget()
    assert dialog.tabs.tabText(dialog.tabs.currentIndex()) == "Your details"
    assert focus is not None
    assert focus.accessibleName() == "Name"
    dialog.show_page("No such page")
    assert dialog.tabs.tabText(dialog.tabs.currentIndex()) == "Your details"


@pytest.mark.parametrize("take", [True, False])
def test_a_look_is_shown_while_it_is_chosen_and_put_back_by_cancel(qtbot: QtBot, take: bool) -> None:
    tried: list[tuple[str, int]] = []
    before = Settings(theme="light", text_size=11)
    dialog = PreferencesDialog(before, try_on=lambda each: tried.append((each.theme, each.text_size)))
    qtbot.addWidget(dialog)
    dialog.show()
    box, spin = _control(dialog, "Look"), _control(dialog, "Text size")
    assert isinstance(box, QComboBox)
    assert isinstance(spin, QSpinBox)
    box.setCurrentIndex(box.findData("dark"))
    spin.setValue(18)
    qtbot.waitUntil(lambda: tried == [("dark", 18)])
    if take:
        dialog.accept()
        assert tried == [("dark", 18)]
    else:
        dialog.reject()
        assert tried == [("dark", 18), ("light", 11)]
