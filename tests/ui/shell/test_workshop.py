"""The template workshop from the main window: a copy is made in a folder of its own, opened, and found again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clerkwell.packs import load_folder
from clerkwell.session.shared_drafts import SharedDraft
from clerkwell.ui.shell import MainWindow, Services
from clerkwell.ui.studio import StudioWindow
from clerkwell.ui.studio.copying import CopyDialog
from clerkwell.ui.studio.from_word import FromWordDialog
from clerkwell.ui.studio.start import WorkshopStart
from clerkwell.workshop import check_pack
from helpers.building import make_pack
from helpers.desk import Recorder
from helpers.docx_making import docx, p
from helpers.modal import when_shown
from helpers.packs_shared import put_folder
from helpers.windows import Chosen, Shelf, make_services, open_window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    del qtbot
    with open_window(make_services(tmp_path, make_pack()), Recorder(), Chosen(tmp_path)) as made:
        yield made


def _copies(window: MainWindow) -> list[StudioWindow]:
    return window.findChildren(StudioWindow)


def _copy_as_ones_own() -> None:
    """Choose the first template to copy, then a template of one's own."""
    when_shown(WorkshopStart, lambda start: start.list.chosen.emit(start.list.marked()))
    when_shown(CopyDialog, _own)


def _own(dialog: CopyDialog) -> None:
    dialog.own.click()
    dialog.name.setText("Parks: our report / 2027")
    dialog.accept()


def _take_all(dialog: FromWordDialog) -> None:
    dialog.next.click()
    dialog.naming.title.setText("Our report")
    dialog.naming.council.setText("Example Council")
    dialog.next.click()


def test_a_copy_is_made_in_a_folder_named_after_it_and_opened(window: MainWindow, tmp_path: Path) -> None:
    _copy_as_ones_own()
    window.commands.open_workshop()
    (opened,) = _copies(window)
    folder = opened.bridge.session.folder
    assert folder.name == "Parks: our report / 2027".replace(":", "").replace(" /", "")
    assert load_folder(folder).id == "parks-our-report-2027"
    assert opened.bridge.pack.manifest.pack.state == "draft"
    assert window.commands.workshop.open_folder(folder) is opened
    assert tmp_path in folder.parents


def test_closing_the_main_window_closes_what_is_open_in_the_workshop(qtbot: QtBot, window: MainWindow) -> None:
    _copy_as_ones_own()
    window.commands.open_workshop()
    (opened,) = _copies(window)
    with qtbot.waitSignal(opened.closed):
        window.close()


def test_a_word_document_becomes_a_template_that_is_opened(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    old = tmp_path / "old.docx"
    old.write_bytes(docx(p("Subject:\tLibraries") + p("Summary", "heading2") + p("They are busy.")))
    with open_window(make_services(tmp_path, make_pack()), Recorder(), Chosen(old)) as window:
        when_shown(WorkshopStart, lambda start: start.word.click())
        when_shown(FromWordDialog, _take_all)
        window.commands.open_workshop()
        (opened,) = _copies(window)
        assert opened.bridge.pack.manifest.pack.council == "Example Council"
        assert opened.bridge.pack.field("subject") is not None
        assert [each for each in check_pack(opened.bridge.pack) if each.severity == "error"] == []


def _shared(tmp_path: Path, path: Path) -> SharedDraft:
    pack = load_folder(put_folder(tmp_path, "1.2.0", state="draft"))
    return SharedDraft(path, pack.told, pack)


def _services(folder: Path, *drafts: SharedDraft) -> Services:
    services = make_services(folder, make_pack())
    assert isinstance(services.installed, Shelf)
    services.installed.in_shared = drafts
    return services


def _choose_the_draft(start: WorkshopStart) -> None:
    start.list.chosen.emit("draft:0")


def test_a_draft_in_the_shared_folder_is_gone_on_with_there(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    draft = _shared(tmp_path / "share", tmp_path / "share" / "council 1.2.0")
    with open_window(_services(tmp_path, draft), Recorder(), Chosen(tmp_path)) as window:
        when_shown(WorkshopStart, _choose_the_draft)
        window.commands.open_workshop()
        (opened,) = _copies(window)
        assert opened.bridge.session.folder == draft.path


def test_of_a_draft_that_is_one_file_a_copy_of_the_same_version_is_made(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    draft = _shared(tmp_path / "share", tmp_path / "share" / "council.clerkpack")
    with open_window(_services(tmp_path, draft), Recorder(), Chosen(tmp_path)) as window:
        when_shown(WorkshopStart, _choose_the_draft)
        window.commands.open_workshop()
        (opened,) = _copies(window)
        assert opened.bridge.pack.told == draft.told
        assert tmp_path / "share" not in opened.bridge.session.folder.parents


def test_a_draft_that_was_worked_on_here_is_listed_once(qtbot: QtBot, tmp_path: Path) -> None:
    draft = _shared(tmp_path / "share", tmp_path / "share" / "council 1.2.0")
    starts = [WorkshopStart(recent, (), lambda: None, None, (draft,)) for recent in ((), (draft.path,))]
    for start in starts:
        qtbot.addWidget(start)
        start.show()
    assert [start.list.marked() for start in starts] == ["draft:0", "folder:0"]
    for start in starts:
        shown = [start.list.item(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(start.list.count())]
        assert sum(str(draft.path) in str(each) for each in shown) == 1


def test_a_folder_without_a_template_is_told(window: MainWindow, tmp_path: Path) -> None:
    assert window.commands.workshop.open_folder(tmp_path) is None
    assert _copies(window) == []
