"""The template workshop: what it says of the pack, and what it does with what Word saves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from clerkwell.packs import Pack, load_folder
from clerkwell.packs.load import MANIFEST, TEMPLATE
from clerkwell.system import templates_folder
from clerkwell.ui.studio import StudioWindow
from clerkwell.ui.studio.findings import FindingsPage
from clerkwell.ui.studio.look import LookPage
from clerkwell.workshop.draft import with_manifest
from helpers.workshop import Shown, copy_of, open_studio, studio_services


@pytest.fixture
def shown() -> Shown:
    return Shown()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, shown: Shown) -> Iterator[StudioWindow]:
    session = copy_of("generic-english-council", tmp_path / "mine")
    with open_studio(session, studio_services(tmp_path, shown=shown)) as made:
        qtbot.waitUntil(lambda: made.bridge.problems is not None)
        yield made


def _called(pack: Pack) -> Pack:
    about = pack.manifest.pack.model_copy(update={"title": "Our own"})
    return with_manifest(pack, pack.manifest.model_copy(update={"pack": about}))


def _look_twice(window: StudioWindow) -> None:
    window.bridge.look_again()
    window.bridge.look_again()


def test_the_keyboard_begins_in_the_list_of_pages(qtbot: QtBot, window: StudioWindow) -> None:
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.list.hasFocus)


def test_a_change_is_named_in_undo_and_the_name_follows(qtbot: QtBot, window: StudioWindow) -> None:
    assert window.bridge.apply(_called, "Change the title")
    assert window.windowTitle() == "Our own – Template workshop"
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Our own" not in window.windowTitle()
    assert window.bridge.session.redo_label == "Change the title"


def test_what_word_saved_is_checked_and_its_findings_are_listed(qtbot: QtBot, window: StudioWindow) -> None:
    window.show_page("check")
    path = window.bridge.session.folder / TEMPLATE
    path.write_bytes(load_folder(templates_folder() / "city-of-london-2023").template)
    _look_twice(window)
    qtbot.waitUntil(lambda: window.bridge.problems is not None)
    page = window.page
    assert isinstance(page, FindingsPage)
    assert page.findings.count() > 5
    assert "cannot be used" in page.verdict.text()


def test_what_is_wrong_leads_to_where_places_are_put_back(qtbot: QtBot, window: StudioWindow) -> None:
    window.show_page("check")
    page = window.page
    assert isinstance(page, FindingsPage)
    qtbot.mouseClick(page.places, Qt.MouseButton.LeftButton)
    assert window.page is not page
    assert window.list.marked() == "marking"


def test_a_spoilt_file_is_told_and_can_be_put_back(window: StudioWindow) -> None:
    path = window.bridge.session.folder / MANIFEST
    whole = path.read_bytes()
    path.write_text("[pack\n")
    _look_twice(window)
    assert not window.bridge.apply(_called, "Change the title")
    assert window.bridge.put_back()
    assert path.read_bytes() == whole


def test_the_document_is_opened_in_word(window: StudioWindow, shown: Shown) -> None:
    window.open_in_word()
    assert shown.files == [window.bridge.session.folder / TEMPLATE]


def test_the_pages_before_and_now_are_made_and_what_is_other_is_said(qtbot: QtBot, window: StudioWindow) -> None:
    window.show_page("look")
    page = window.page
    assert isinstance(page, LookPage)
    qtbot.waitUntil(lambda: page.now.count > 0 and page.before.count == page.now.count, timeout=30_000)
    qtbot.waitUntil(lambda: page.changes.toPlainText() == "Nothing.")
    (window.bridge.session.folder / TEMPLATE).write_bytes(
        load_folder(templates_folder() / "city-of-london-2023").template
    )
    _look_twice(window)
    qtbot.waitUntil(lambda: "Report author" in page.changes.toPlainText())


def test_no_two_actions_have_the_same_key(window: StudioWindow) -> None:
    keys = [key.toString() for action in window.findChildren(QAction) for key in action.shortcuts()]
    assert len(keys) > 10
    assert sorted(set(keys)) == sorted(keys)


def test_help_is_about_the_page(qtbot: QtBot, window: StudioWindow, shown: Shown) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert shown.pages == ["maintaining"]
