"""The start page."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from clerkwell.packs import Catalogue, Faulty
from clerkwell.packs.picture import picture_name
from clerkwell.session.first_page import Picture
from clerkwell.ui.kit.style import dress
from clerkwell.ui.start import PackPictures, Recent, StartPage
from helpers.building import MANIFEST, make_pack
from helpers.inspecting import LAPTOP

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


def test_in_large_text_on_a_laptop_a_template_is_shown_whole(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp, "light", 22)
    page = _page(qtbot, Catalogue((make_pack(OLD), make_pack())))
    page.resize(LAPTOP)
    page.show()
    qtbot.waitExposed(page)
    line = page.packs.visualItemRect(page.packs.item(1))
    assert page.packs.viewport().height() >= line.height()
    dress(qapp, "light", 11)


def test_a_layout_of_the_past_says_until_when(qtbot: QtBot) -> None:
    page = _page(qtbot, Catalogue((make_pack(OLD), make_pack())))
    spoken = page.packs.item(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Earlier layout, for meetings to 31 December 2019" in spoken


def test_a_layout_of_a_later_day_says_from_when_and_one_that_is_not_in_use_is_not_there(qtbot: QtBot) -> None:
    later = MANIFEST.replace('id = "test-council"', 'id = "later"').replace("2020-01-01", "2027-04-01")
    draft = MANIFEST.replace('id = "test-council"', 'id = "draft"').replace("[pack]", '[pack]\nstate = "draft"')
    page = _page(qtbot, Catalogue((make_pack(draft), make_pack(later), make_pack())))
    assert page.packs.count() == 3
    spoken = page.packs.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "For meetings from 1 April 2027." in spoken


def test_what_is_shown_again_keeps_its_mark_and_gets_the_picture_of_its_new_version(
    qtbot: QtBot, tmp_path: Path
) -> None:
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    old = make_pack()
    new = make_pack(MANIFEST.replace('version = "1.0.0"', 'version = "1.1.0"'), b"another document")
    other = make_pack(MANIFEST.replace('id = "test-council"', 'id = "other"'))
    for pack, colour in ((old, 0xFF336699), (new, 0xFF993366)):
        _picture(colour).save(str(shipped / picture_name(pack)))
    page = _page(qtbot, Catalogue((other, old)), PackPictures(shipped, tmp_path / "own"))

    def shown() -> int:
        image = page.packs.page("test-council")
        return image.pixel(0, 0) if image is not None else 0

    qtbot.waitUntil(lambda: shown() == 0xFF336699, timeout=10_000)
    page.packs.mark("test-council")
    page.show_catalogue(Catalogue((other, new, old)), TODAY, page.packs.marked())
    assert page.packs.marked() == "test-council"
    qtbot.waitUntil(lambda: shown() == 0xFF993366, timeout=10_000)


def _many(*more: str) -> Catalogue:
    ids = (*(f"council-{at}" for at in range(12)), *more)
    return Catalogue(tuple(make_pack(MANIFEST.replace('id = "test-council"', f'id = "{each}"')) for each in ids))


def _in_view(page: StartPage, pack_id: str) -> bool:
    page.packs.grab()
    at = next(at for at in range(page.packs.count()) if page.packs.item(at).data(Qt.ItemDataRole.UserRole) == pack_id)
    return page.packs.viewport().rect().contains(page.packs.visualItemRect(page.packs.item(at)).center())


@pytest.mark.parametrize("shown", [True, False])
def test_a_template_that_has_just_come_says_so_and_is_in_view(qtbot: QtBot, shown: bool) -> None:
    page = _page(qtbot, _many())
    names = [page.packs.item(at).text() for at in range(page.packs.count())]
    assert not any("New" in name for name in names), "what was there from the start is not new"
    page.search.setText("council-3")
    page.setVisible(shown)

    page.show_catalogue(_many("last-of-all"), TODAY, page.packs.marked())
    page.show()

    at = page.packs.count() - 1
    assert page.packs.item(at).text() == "New: Test report"
    assert _spoken(page, at).startswith("New: Test report")
    qtbot.waitUntil(lambda: _in_view(page, "last-of-all"))
    assert page.packs.marked() == "council-0", "what Return begins is as it was"


def test_a_new_version_says_so_and_one_that_is_offered_again_does_not(qtbot: QtBot) -> None:
    old = make_pack()
    new = make_pack(MANIFEST.replace('version = "1.0.0"', 'version = "1.1.0"'))
    page = _page(qtbot, Catalogue((old,)))

    page.show_catalogue(Catalogue((new, old)), TODAY)
    assert page.packs.item(1).text() == "New version: Test report"

    again = _page(qtbot, Catalogue((new, old)))
    again.show_catalogue(Catalogue((old,)), TODAY)
    assert again.packs.item(1).text() == "Test report"


def test_choosing_a_pack_asks_for_a_new_report(qtbot: QtBot) -> None:
    page = _page(qtbot, Catalogue((make_pack(),)))
    with qtbot.waitSignal(page.new_requested) as asked:
        qtbot.keyClick(page.packs, Qt.Key.Key_Return)
    assert asked.args == ["test-council"]


def test_one_click_marks_a_template_and_the_button_or_a_double_click_starts_in_it(qtbot: QtBot) -> None:
    page = _page(qtbot, Catalogue((make_pack(OLD), make_pack())))
    page.resize(1000, 700)
    page.show()
    second = page.packs.visualItemRect(page.packs.item(2)).center()
    with qtbot.assertNotEmitted(page.new_requested):
        qtbot.mouseClick(page.packs.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert page.packs.marked() == "test-council-2010"
    with qtbot.waitSignal(page.new_requested) as asked:
        page.start_button.click()
    assert asked.args == ["test-council-2010"]
    with qtbot.waitSignal(page.new_requested) as asked:
        qtbot.mouseDClick(page.packs.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert asked.args == ["test-council-2010"]


def test_a_pack_that_cannot_be_used_is_named_with_the_reason(qtbot: QtBot) -> None:
    page = _page(qtbot, Catalogue((make_pack(),), (Faulty(Path("mine"), "it holds no template.docx."),)))
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
    assert "mine cannot be used: it holds no template.docx." in said


def test_recent_reports_show_subject_meeting_and_state_and_open(qtbot: QtBot, tmp_path: Path) -> None:
    page = _page(qtbot, Catalogue((make_pack(),)))
    path = _file(tmp_path, "parks")
    page.show_recent((Recent(path, "Parks", "23/01/2023", "12 of 20 parts done"),))
    qtbot.wait(100)
    spoken = page.recent.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"Parks, Meeting 23/01/2023, Draft, 12 of 20 parts done, {path}"
    with qtbot.waitSignal(page.recent_requested) as asked:
        qtbot.keyClick(page.recent, Qt.Key.Key_Return)
    assert asked.args == [Path(path)]


def test_a_report_whose_file_is_gone_says_so_and_is_not_simply_opened(qtbot: QtBot, tmp_path: Path) -> None:
    page = _page(qtbot, Catalogue((make_pack(),)))
    there, gone = _file(tmp_path, "parks"), str(tmp_path / "gone.clerkwell")
    page.show_recent((Recent(gone, "Gone"), Recent(there, "Parks")))
    qtbot.waitUntil(lambda: "no longer here" in _spoken(page, 0), timeout=3000)
    assert "no longer here" not in _spoken(page, 1)
    with qtbot.waitSignal(page.lost_requested) as asked, qtbot.assertNotEmitted(page.recent_requested):
        qtbot.keyClick(page.recent, Qt.Key.Key_Return)
    assert asked.args == [Path(gone)]


def test_delete_and_the_button_take_a_report_off_the_list(qtbot: QtBot, tmp_path: Path) -> None:
    page = _page(qtbot, Catalogue((make_pack(),)))
    path = _file(tmp_path, "parks")
    page.show_recent((Recent(path, "Parks"),))
    with qtbot.waitSignal(page.unwanted) as asked:
        qtbot.keyClick(page.recent, Qt.Key.Key_Delete)
    assert asked.args == [path]
    with qtbot.waitSignal(page.unwanted) as asked:
        page.carrying_on.remove.click()
    assert asked.args == [path]


def test_many_reports_are_found_by_a_few_letters(qtbot: QtBot, tmp_path: Path) -> None:
    page = _page(qtbot, Catalogue((make_pack(),)))
    few = tuple(Recent(_file(tmp_path, f"r{number}"), f"Parks {number}", "1 May 2026") for number in range(4))
    page.show_recent(few)
    assert not page.carrying_on.search.isVisibleTo(page)
    many = (*few, *(Recent(_file(tmp_path, f"t{number}"), f"Trees_{number}", "2 June 2026") for number in range(6)))
    page.show_recent(many)
    assert page.carrying_on.search.isVisibleTo(page)
    qtbot.keyClicks(page.carrying_on.search, "june trees_3")
    assert [page.recent.item(at).text() for at in range(page.recent.count())] == ["Trees_3"]
    qtbot.keyClicks(page.carrying_on.search, "x")
    assert not page.recent.isVisibleTo(page)
    assert any("No report of the list" in each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page))
    page.carrying_on.search.clear()
    assert page.recent.count() == 10


def test_many_layouts_are_found_by_council(qtbot: QtBot) -> None:
    packs = [
        make_pack(MANIFEST.replace("test-council", f"council-{at}").replace("Test Council", f"Wex{at * 4}ford"))
        for at in "abcdefghi"
    ]
    page = _page(qtbot, Catalogue(tuple(packs)))
    assert page.search.isVisibleTo(page)
    qtbot.keyClicks(page.search, "wexgggg")
    assert page.packs.count() == 2
    assert page.packs.marked() == "council-g"
    qtbot.keyClicks(page.search, "zz")
    assert not page.packs.isVisibleTo(page)


def test_each_layout_has_the_picture_of_its_first_page_once_it_is_found(qtbot: QtBot, tmp_path: Path) -> None:
    pack = make_pack()
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    _picture().save(str(shipped / picture_name(pack)))
    page = _page(qtbot, Catalogue((pack,)), PackPictures(shipped, tmp_path / "own"))
    qtbot.waitUntil(lambda: page.packs.page("test-council") is not None, timeout=3000)
    assert "with a picture of its first page" in _spoken(page, 1)


def test_a_picture_that_is_missing_is_made_and_kept(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack, own = make_pack(), tmp_path / "own"
    own.mkdir()
    old = own / "test-council-0123456789abcdef.png"
    _picture().save(str(old))
    made = Picture(8, 8, 32, bytes(8 * 32))
    monkeypatch.setattr("clerkwell.session.first_page.first_page", lambda *_args, **_named: made)
    page = _page(qtbot, Catalogue((pack,)), PackPictures(tmp_path / "shipped", own, settled=10))
    qtbot.waitUntil(lambda: page.packs.page("test-council") is not None, timeout=3000)
    assert (own / picture_name(pack)).is_file()
    assert not old.exists(), "that of what the pack was before goes"


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


def _page(qtbot: QtBot, catalogue: Catalogue, pictures: PackPictures | None = None) -> StartPage:
    page = StartPage()
    qtbot.addWidget(page, before_close_func=lambda _: page.stop())
    if pictures is not None:
        page.picture_from(pictures)
    page.show_catalogue(catalogue, TODAY)
    page.resize(900, 600)
    page.show()
    qtbot.waitExposed(page)
    return page


def _spoken(page: StartPage, at: int) -> str:
    each = page.recent.item(at) if at < page.recent.count() else page.packs.item(at)
    return str(each.data(Qt.ItemDataRole.AccessibleTextRole))


def _file(folder: Path, name: str) -> str:
    path = folder / f"{name}.clerkwell"
    path.write_text("")
    return str(path)


def _picture(colour: int = 0xFF336699) -> QImage:
    image = QImage(24, 34, QImage.Format.Format_RGB32)
    image.fill(colour)
    return image
