"""Where the window and its panes stood last time."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clerkwell.ui.shell import MainWindow
from clerkwell.ui.shell.standing import Panes, Standing, load_standing, save_standing
from helpers.building import make_pack
from helpers.desk import Recorder
from helpers.windows import Chosen, make_services, open_window


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    standing = Standing(b"\x01geometry", Panes(parts=250, guidance=300))
    save_standing(tmp_path / "state", standing)
    assert load_standing(tmp_path / "state") == standing


@pytest.mark.parametrize("kept", ["", "[]", "{}", '{"geometry": 3}', '{"geometry": "", "panes": {"parts": "wide"}}'])
def test_what_cannot_be_read_is_as_good_as_nothing(tmp_path: Path, kept: str) -> None:
    (tmp_path / "window.json").write_text(kept)
    assert load_standing(tmp_path) == Standing()


def test_a_size_that_nobody_can_have_given_is_dropped(tmp_path: Path) -> None:
    (tmp_path / "window.json").write_text('{"geometry": "", "panes": {"parts": -5, "side": 900000, "preview": 400}}')
    assert load_standing(tmp_path).panes == Panes(preview=400)


def test_the_room_that_a_user_gives_to_a_pane_holds_for_the_next_report_and_the_next_start(
    qtbot: QtBot, tmp_path: Path
) -> None:
    services, chosen = make_services(tmp_path, make_pack()), Chosen(None)
    with open_window(services, Recorder(), chosen) as window:
        qtbot.waitExposed(window)
        _begin(window)
        wide = _parts_width(window) + 60
        _drag(window, wide)
        assert _parts_width(window) == wide
        window.commands.close_report()
        _begin(window)
        assert _parts_width(window) == wide
        kept = window.geometry_to_keep()
        window.commands.close_report()
    with open_window(services, Recorder(), chosen) as again:
        again.take_geometry(kept)
        qtbot.waitExposed(again)
        _begin(again)
        assert _parts_width(again) == wide
        again.commands.close_report()


def test_panes_keep_their_room_from_page_to_page(qtbot: QtBot, tmp_path: Path) -> None:
    with open_window(make_services(tmp_path, make_pack()), Recorder(), Chosen(None)) as window:
        qtbot.waitExposed(window)
        _begin(window)
        assert window.desk is not None
        before = window.desk.across.sizes()
        for part in window.desk.parts.part_ids:
            window.desk.show_part(part)
            QApplication.processEvents()
            assert window.desk.across.sizes() == before, part
        for _ in range(2):
            window.menus.actions["preview"].trigger()
            QApplication.processEvents()
        assert window.desk.across.sizes() == before
        window.commands.close_report()


def _begin(window: MainWindow) -> None:
    window.resize(1320, 860)
    window.commands.new_in("test-council")
    QApplication.processEvents()


def _parts_width(window: MainWindow) -> int:
    assert window.desk is not None
    return window.desk.parts.width()


def _drag(window: MainWindow, width: int) -> None:
    """What dragging the edge of the parts list does."""
    assert window.desk is not None
    across = window.desk.across
    across.moveSplitter(width, 1)  # Qt's own, for those who drag
    QApplication.processEvents()
