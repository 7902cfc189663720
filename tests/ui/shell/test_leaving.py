"""Coming back to a report: as it was left."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clerkwell.model import Place, Report, SetBlocks, apply
from clerkwell.session.left_off import LeftOffs
from clerkwell.storage import StoredReport, read_file, write_file
from clerkwell.ui.editors.fields import HeaderForm
from clerkwell.ui.editors.richtext.view import SectionEditor
from clerkwell.ui.editors.section_page import SectionPage
from clerkwell.ui.shell import MainWindow
from clerkwell.ui.shell.desk import Desk
from clerkwell.ui.shell.leaving import left_off
from helpers.building import make_pack, make_report
from helpers.desk import Recorder
from helpers.windows import Chosen, make_services, open_window

SECTIONS = {"summary": "Parks are busy.", "background": "There are three of them.\n\nNone of them is new."}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "parks.clerkwell"
    pack = make_pack()
    write_file(path, StoredReport(report=make_report(SECTIONS, pack=pack), pack_files=pack.files))
    return path


def test_a_report_comes_back_at_the_part_and_the_caret_that_were_left(window: MainWindow, file: Path) -> None:
    desk = _open(window, file)
    place = _words(desk, 1, 5, 12)
    desk.show_place(place)
    _open_again(window, file)
    desk = _desk(window)
    assert desk.part == "background"
    assert _editor(desk).place() == place.model_copy(update={"start": 12})
    assert _editor(desk).hasFocus()
    # The form of the details takes longer to make than all else: nobody waits for it here.
    assert not desk.findChildren(HeaderForm)


def test_a_question_of_the_details_has_the_keyboard_again(window: MainWindow, file: Path) -> None:
    _open(window, file).show_place(Place(field="subject"))
    _open_again(window, file)
    assert _desk(window).pages.current().place_to_note() == Place(field="subject")


def test_panes_that_were_closed_stay_closed_and_open_ones_open(window: MainWindow, file: Path) -> None:
    _open(window, file)
    window.commands.toggle_guidance()
    window.commands.toggle_notes()
    _open_again(window, file)
    desk = _desk(window)
    assert desk.guidance.isHidden()
    assert desk.notes.isVisible()
    window.commands.toggle_notes()
    _open_again(window, file)
    assert _desk(window).beside.isHidden()
    window.commands.toggle_problems()
    assert _desk(window).problems.isVisible()


def test_the_preview_comes_back_in_its_size(window: MainWindow, file: Path) -> None:
    desk = _open(window, file)
    window.commands.toggle_preview()
    desk.preview.view.set_zoom(1.5)
    _open_again(window, file)
    assert _desk(window).previewing.is_beside
    assert (_desk(window).preview.view.zoom, _desk(window).preview.view.fits) == (1.5, False)


def test_a_preview_of_its_own_comes_back_as_one(window: MainWindow, file: Path) -> None:
    desk = _open(window, file)
    window.commands.preview_apart()
    assert desk.previewing.window is not None
    desk.previewing.window.resize(600, 500)
    _open_again(window, file)
    again = _desk(window).previewing.window
    assert again is not None
    # Qt allows for the frame, which is there a little later in this plugin.
    assert abs(again.width() - 600) < 60
    assert abs(again.height() - 500) < 60


def test_another_report_opens_as_ever(window: MainWindow, file: Path, tmp_path: Path) -> None:
    desk = _open(window, file)
    window.commands.toggle_guidance()
    desk.enter_part("background")
    other = tmp_path / "libraries.clerkwell"
    other.write_bytes(file.read_bytes())
    desk = _open(window, other)
    assert desk.part == "header"
    assert desk.guidance.isVisible()


def test_nothing_of_it_is_in_the_report_nor_any_words_of_the_report_in_it(window: MainWindow, file: Path) -> None:
    before = file.read_bytes()
    desk = _open(window, file)
    desk.show_place(_words(desk, 0, 0, 9))
    window.commands.close_report()
    assert file.read_bytes() == before
    kept = next(file.parent.rglob("left-off.json")).read_text("utf-8")
    assert "background" in kept
    assert "There" not in kept


def test_a_paragraph_that_a_colleague_took_out_is_passed_over(window: MainWindow, file: Path) -> None:
    desk = _open(window, file)
    desk.show_place(_words(desk, 1, 3, 3))
    window.commands.close_report()
    _write(file, lambda report: apply(SetBlocks(section="background", blocks=report.blocks("background")[:1]), report))
    desk = _open(window, file)
    assert desk.part == "background"
    assert _editor(desk).hasFocus()


def test_a_section_that_is_no_longer_there_is_passed_over(window: MainWindow, file: Path, tmp_path: Path) -> None:
    desk = _open(window, file)
    desk.enter_part("background")
    window.commands.toggle_guidance()
    window.commands.close_report()
    kept = LeftOffs(tmp_path / "state" / "left-off.json")
    left = kept.of(file)
    assert left is not None
    kept.keep(file, replace(left, part="a-section-of-an-older-pack"))
    desk = _open(window, file)
    assert desk.part == "header"
    assert desk.guidance.isHidden()


def test_the_next_start_comes_back_to_it_too(qtbot: QtBot, tmp_path: Path, file: Path) -> None:
    services = make_services(tmp_path, make_pack())
    with open_window(services, Recorder(), Chosen(None)) as window:
        qtbot.waitExposed(window)
        _open(window, file).enter_part("background")
    with open_window(services, Recorder(), Chosen(None)) as again:
        qtbot.waitExposed(again)
        assert again.desk is None
        assert [each.path for each in services.recent.load()] == [str(file)]
        assert _open(again, file).part == "background"


def test_reports_that_are_gone_are_forgotten(qtbot: QtBot, window: MainWindow, file: Path, tmp_path: Path) -> None:
    kept = LeftOffs(tmp_path / "state" / "left-off.json")
    deleted, dropped = (tmp_path / name for name in ("deleted.clerkwell", "dropped.clerkwell"))
    for path in (deleted, dropped):
        path.write_bytes(file.read_bytes())
        _open(window, path)
    window.commands.close_report()
    deleted.unlink()
    window.commands.forget_recent(str(dropped))
    _open(window, file)
    qtbot.waitUntil(lambda: kept.paths == ())
    window.commands.close_report()
    assert kept.paths == (file,)


def _open(window: MainWindow, file: Path) -> Desk:
    window.commands.open_file(file)
    QApplication.processEvents()
    return _desk(window)


def _open_again(window: MainWindow, file: Path) -> None:
    left = left_off(_desk(window))
    window.commands.close_report()
    assert window.desk is None
    _open(window, file)
    now = left_off(_desk(window))
    assert replace(now, place=None, window="") == replace(left, place=None, window="")


def _desk(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def _editor(desk: Desk) -> SectionEditor:
    page = desk.pages.current().content
    assert isinstance(page, SectionPage)
    return page.editor


def _words(desk: Desk, paragraph: int, start: int, end: int) -> Place:
    block = desk.bridge.session.report.blocks("background")[paragraph]
    return Place(section="background", block=block.id, start=start, end=end)


def _write(file: Path, edit: Callable[[Report], Report]) -> None:
    stored = read_file(file)
    write_file(file, StoredReport(report=edit(stored.report), pack_files=stored.pack_files))
