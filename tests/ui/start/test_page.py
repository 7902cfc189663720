"""The start page."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from clerkwell.packs import Catalogue, Faulty
from clerkwell.ui.start import Recent, StartPage
from helpers.building import MANIFEST, make_pack

TODAY = date(2026, 3, 2)
OLD = MANIFEST.replace('id = "test-council"', 'id = "test-council-2010"').replace(
    "effective_from = 2020-01-01", "effective_from = 2010-01-01\neffective_to = 2019-12-31"
)


def test_packs_stand_under_their_council_the_newest_first(qtbot: QtBot) -> None:
    page = _page(qtbot, Catalogue((make_pack(OLD), make_pack())))
    lines = [page.packs.item(at).text() for at in range(page.packs.count())]
    assert lines == ["Test Council", "Test report", "Test report"]
    page.packs.setCurrentRow(1)
    assert page.packs.marked() == "test-council"


def test_a_layout_of_the_past_says_until_when(qtbot: QtBot) -> None:
    page = _page(qtbot, Catalogue((make_pack(OLD), make_pack())))
    spoken = page.packs.item(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Earlier layout, for meetings to 31 December 2019" in spoken


def test_choosing_a_pack_asks_for_a_new_report(qtbot: QtBot) -> None:
    page = _page(qtbot, Catalogue((make_pack(),)))
    with qtbot.waitSignal(page.new_requested) as asked:
        qtbot.keyClick(page.packs, Qt.Key.Key_Return)
    assert asked.args == ["test-council"]


def test_a_pack_that_cannot_be_used_is_named_with_the_reason(qtbot: QtBot) -> None:
    page = _page(qtbot, Catalogue((make_pack(),), (Faulty(Path("mine"), "it holds no template.docx."),)))
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
    assert "mine cannot be used: it holds no template.docx." in said


def test_recent_reports_show_subject_and_meeting_and_open(qtbot: QtBot) -> None:
    page = _page(qtbot, Catalogue((make_pack(),)))
    page.show_recent((Recent("/reports/parks.clerkwell", "Parks", "23/01/2023"),))
    spoken = page.recent.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Parks, Meeting 23/01/2023 · /reports/parks.clerkwell"
    with qtbot.waitSignal(page.recent_requested) as asked:
        qtbot.keyClick(page.recent, Qt.Key.Key_Return)
    assert asked.args == [Path("/reports/parks.clerkwell")]


def test_without_recent_reports_the_page_says_how_to_begin(qtbot: QtBot) -> None:
    page = _page(qtbot, Catalogue((make_pack(),)))
    page.show_recent(())
    assert not page.recent.isVisibleTo(page)
    assert any("No reports yet" in label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def test_recovery_is_offered_only_where_there_is_something(qtbot: QtBot) -> None:
    page = _page(qtbot, Catalogue((make_pack(),)))
    for found in (False, True):
        page.offer_recovery(found)
        button = next(each for each in page.findChildren(QPushButton) if "Recover" in each.text())
        assert button.isVisibleTo(page) is found


def _page(qtbot: QtBot, catalogue: Catalogue) -> StartPage:
    page = StartPage()
    qtbot.addWidget(page)
    page.show_catalogue(catalogue, TODAY)
    page.resize(900, 600)
    page.show()
    qtbot.waitExposed(page)
    return page
