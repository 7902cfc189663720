"""The page that says what goes where: a Word document is marked up by keys alone, and every step can be taken back."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clerkwell.packs.load import TEMPLATE
from clerkwell.session.making import PackSession
from clerkwell.ui.studio import StudioWindow
from clerkwell.ui.studio.marking import MarkingPage
from clerkwell.word.ooxml import template_places
from clerkwell.word.template import template_lines
from clerkwell.workshop import check_pack
from helpers.packs_changed import told, with_parts
from helpers.workshop import copy_of, open_studio, studio_services

PACK = "north-somerset-executive-2022"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[StudioWindow]:
    with open_studio(copy_of(PACK, tmp_path / "mine"), studio_services(tmp_path)) as made:
        made.show_page("marking")
        qtbot.waitUntil(lambda: made.bridge.problems is not None)
        yield made


@pytest.fixture
def page(window: StudioWindow) -> MarkingPage:
    assert isinstance(window.page, MarkingPage)
    return window.page


def tags(window: StudioWindow) -> set[str]:
    return {each.tag for each in template_places(window.bridge.pack.template).places}


def line(window: StudioWindow, words: str) -> int:
    lines = template_lines(window.bridge.pack.template)
    return next(at for at, each in enumerate(lines) if each.shown.startswith(words))


def focus(qtbot: QtBot, wanted: QWidget) -> None:
    wanted.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is wanted)


def test_the_heading_of_a_column_is_whole_in_a_small_window(
    qtbot: QtBot, window: StudioWindow, page: MarkingPage
) -> None:
    head = page.tree.header()
    window.show()
    for width in (1240, 960, 1100):
        window.resize(width, 620)
        qtbot.waitUntil(lambda: head.sectionSize(1) >= head.sectionSizeHint(1))


def test_a_place_is_taken_out_and_put_back_by_keys(qtbot: QtBot, window: StudioWindow, page: MarkingPage) -> None:
    at = line(window, "Subject of Report:")
    focus(qtbot, page.tree)
    page.tree.point_at(at, at)
    assert page.now.list.marked() == "field:subject"
    qtbot.keyClick(page.tree, Qt.Key.Key_Delete)
    assert "field:subject" not in tags(window)
    assert page.state.text() == "“Subject of Report” has no place in the document yet."
    qtbot.keyClick(page.tree, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.panel.search
    qtbot.keyClicks(page.panel.search, "subject")
    assert page.panel.tag() == "field:subject"
    assert page.panel.way.currentText() == "At the end of the line “Subject of Report:”"
    qtbot.keyClick(page.panel.search, Qt.Key.Key_Return)
    assert "field:subject" in tags(window)
    assert QApplication.focusWidget() is page.tree
    assert page.tree.lines() == (at, at)
    assert told(check_pack(window.bridge.pack)) == []
    assert window.bridge.session.undo_label == "Put in “Subject of Report”"
    window.bridge.undo()
    window.bridge.undo()
    assert "field:subject" in tags(window)


def test_words_that_are_marked_give_way_to_a_new_question(
    qtbot: QtBot, window: StudioWindow, page: MarkingPage
) -> None:
    at = line(window, "Report to the")
    page.tree.point_at(at, at)
    page.panel.line.setSelection(0, 6)
    qtbot.keyClicks(page.panel.search, "Kind of paper")
    assert page.panel.way.currentText() == "Instead of the words “Report”"
    qtbot.keyClick(page.panel.search, Qt.Key.Key_Return)
    assert window.bridge.pack.manifest.field[-1].title == "Kind of paper"
    assert template_lines(window.bridge.pack.template)[at].shown == "Kind of paper to the Executive"


def test_a_section_is_its_heading_and_all_under_it(window: StudioWindow, page: MarkingPage) -> None:
    at = line(window, "Policy")
    page.tree.point_at(at, at)
    for tag in ("heading:policy", "body:policy", "section:policy"):
        page._out(tag)  # noqa: SLF001 - what the button does, thrice
    assert not {"heading:policy", "body:policy", "section:policy"} & tags(window)
    page.tree.point_at(at, at)
    page.panel.list.mark("section:policy")
    assert page.panel.way.currentText() == "Round these 2 lines, the first as its heading"
    page.panel.put_here.click()
    assert {"heading:policy", "body:policy", "section:policy"} <= tags(window)
    assert told(check_pack(window.bridge.pack)) == []


def test_what_has_a_place_is_moved(window: StudioWindow, page: MarkingPage) -> None:
    at = line(window, "Town or Parish")
    page.tree.point_at(at, at)
    page.panel.also.box.click()
    page.panel.list.mark("field:subject")
    assert page.panel.put_here.text() == "&Move it here"
    page.panel.put_here.click()
    assert template_lines(window.bridge.pack.template)[at].holds == ("field:town-or-parish", "field:subject")


def test_a_title_is_changed_as_it_is_left(qtbot: QtBot, window: StudioWindow, page: MarkingPage) -> None:
    at = line(window, "Subject of Report:")
    page.tree.point_at(at, at)
    focus(qtbot, page.now.name)
    page.now.name.selectAll()
    qtbot.keyClicks(page.now.name, "What it is about")
    window.show_page("check")
    places = template_places(window.bridge.pack.template).places
    assert next(each.title for each in places if each.tag == "field:subject") == "What it is about"


def test_a_document_that_is_open_in_word_is_left_alone(window: StudioWindow, page: MarkingPage) -> None:
    at = line(window, "Subject of Report:")
    page.tree.point_at(at, at)
    (window.bridge.session.folder / f"~${TEMPLATE[2:]}").write_bytes(b"")
    before = window.bridge.pack.template
    page.now.remove.click()
    assert window.bridge.pack.template == before
    assert (window.bridge.session.folder / TEMPLATE).read_bytes() == before


def test_what_word_saved_meanwhile_is_not_written_over(window: StudioWindow, page: MarkingPage) -> None:
    at = line(window, "Subject of Report:")
    page.tree.point_at(at, at)
    saved = copy_of("city-of-london-2022", window.bridge.session.folder.parent / "other").pack.template
    (window.bridge.session.folder / TEMPLATE).write_bytes(saved)
    page.now.remove.click()
    assert window.bridge.pack.template == saved
    assert (window.bridge.session.folder / TEMPLATE).read_bytes() == saved


def test_the_repair_says_what_it_did(window: StudioWindow, page: MarkingPage) -> None:
    page.repair.click()
    assert page.repaired.toPlainText() == "The document needs no repair."
    at = line(window, "Subject of Report:")
    page.tree.point_at(at, at)
    page.now.remove.click()
    page.repair.click()
    assert "Put back where it stood in the version in use: “Subject of Report”." in page.repaired.toPlainText()
    assert template_lines(window.bridge.pack.template)[at].shown == "Subject of Report: Subject of Report"
    assert template_lines(window.bridge.pack.template)[at].words == "Subject of Report: …"


@pytest.mark.usefixtures("qtbot")
def test_a_copy_that_lost_its_places_before_it_was_opened_is_repaired_by_what_it_is_a_copy_of(tmp_path: Path) -> None:
    session = copy_of(PACK, tmp_path / "copy")
    manifest = session.folder / "pack.toml"
    manifest.write_text(manifest.read_text("utf-8").replace(f'"{PACK}"', '"our-own"'), "utf-8")
    bare = with_parts(
        session.pack, lambda xml: re.sub(r"<w:sdt>|</w:sdt>|<w:sdtPr>.*?</w:sdtPr>|</?w:sdtContent>", "", xml)
    )
    (session.folder / TEMPLATE).write_bytes(bare.template)
    with open_studio(PackSession(session.folder), studio_services(tmp_path)) as window:
        window.show_page("marking")
        assert isinstance(window.page, MarkingPage)
        window.page.repair.click()
        assert template_places(window.bridge.pack.template).places == template_places(session.pack.template).places
