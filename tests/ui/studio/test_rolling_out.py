"""The workshop's page that puts a template into use."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from clerkwell.packs import load_files, load_folder
from clerkwell.session.making import PackSession, begin_pack
from clerkwell.storage import from_clerkpack
from clerkwell.system import templates_folder
from clerkwell.ui.studio import StudioWindow
from clerkwell.ui.studio.rolling_out import RollOutPage
from clerkwell.workshop.copying import next_edition, own_copy
from helpers.desk import Recorder
from helpers.workshop import Shown, copy_of, open_studio, studio_services

PACK = "generic-english-council"


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


@pytest.fixture
def shown() -> Shown:
    return Shown()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, shared: Path, shown: Shown) -> Iterator[StudioWindow]:
    session = copy_of(PACK, tmp_path / "mine")
    services = studio_services(tmp_path, tmp_path / "sent.clerkpack", shown, shared)
    with open_studio(session, services) as made:
        made.bridge.messages = Recorder()
        made.show_page("roll-out")
        qtbot.waitUntil(lambda: made.bridge.problems is not None, timeout=30_000)
        yield made


def page_of(window: StudioWindow) -> RollOutPage:
    assert isinstance(window.page, RollOutPage)
    return window.page


def said(window: StudioWindow) -> Recorder:
    assert isinstance(window.bridge.messages, Recorder)
    return window.bridge.messages


def raised(qtbot: QtBot, window: StudioWindow) -> None:
    """Give it the next version, and wait for the check."""
    page_of(window).raise_button.click()
    qtbot.waitUntil(lambda: page_of(window).share_button.isEnabled(), timeout=30_000)


def test_a_template_that_nobody_has_had_is_new_and_not_told_apart_from_itself(
    qtbot: QtBot, tmp_path: Path, shared: Path
) -> None:
    del qtbot
    files = own_copy(load_folder(templates_folder() / PACK), "Our own", "Example Council", [PACK])
    begin_pack(files, tmp_path / "own")
    with open_studio(PackSession(tmp_path / "own"), studio_services(tmp_path, shared=shared)) as window:
        window.show_page("roll-out")
        changes = page_of(window).changes
        assert [changes.item(at).text() for at in range(changes.count())] == [
            "It is new: authors have had no version of it."
        ]


def test_what_changes_for_authors_is_told_as_of_a_version_in_use(qtbot: QtBot, tmp_path: Path, shared: Path) -> None:
    files = next_edition(load_folder(templates_folder() / PACK))
    begin_pack(files, tmp_path / "own")
    with open_studio(PackSession(tmp_path / "own"), studio_services(tmp_path, shared=shared)) as window:
        window.show_page("roll-out")
        changes = page_of(window).changes
        qtbot.waitUntil(lambda: "version" in changes.item(changes.count() - 1).text().casefold(), timeout=30_000)
        assert not any("draft" in changes.item(at).text() for at in range(changes.count()))


def test_it_goes_to_everybody_and_can_be_taken_back(qtbot: QtBot, window: StudioWindow, shared: Path) -> None:
    page, messages = page_of(window), said(window)
    raised(qtbot, window)
    version = window.bridge.pack.told.version
    messages.answer = "put"
    page.share_button.click()
    qtbot.waitUntil(lambda: page.versions.count() == 2, timeout=30_000)
    assert [each.name for each in shared.iterdir()] == [f"{PACK}-{version}.clerkpack"]
    assert f"Version {version} is in the shared folder now" in messages.noticed[-1]
    messages.answer = "stop"
    page.retire_button.click()
    qtbot.waitUntil(lambda: "Offer it again" in page.retire_button.text().replace("&", ""), timeout=30_000)
    assert "is offered no more" in messages.noticed[-1]
    page.retire_button.click()
    qtbot.waitUntil(lambda: "is offered again" in messages.noticed[-1], timeout=30_000)


def test_a_version_that_programs_would_not_take_is_refused_and_the_next_is_offered(
    qtbot: QtBot, window: StudioWindow, tmp_path: Path
) -> None:
    page = page_of(window)
    before = window.bridge.pack.told
    assert page.raise_button.isVisibleTo(page)
    page.here_button.click()
    qtbot.waitUntil(lambda: bool(said(window).noticed), timeout=30_000)
    assert f"Version {before.version} of this template is there already" in said(window).noticed[0]
    raised(qtbot, window)
    assert window.bridge.pack.told.number > before.number
    assert not page.raise_button.isVisibleTo(page)
    assert list((tmp_path / "packs").iterdir()) == []


def test_use_on_this_computer_is_known_to_the_program_at_once(
    qtbot: QtBot, window: StudioWindow, tmp_path: Path, shown: Shown
) -> None:
    raised(qtbot, window)
    page_of(window).here_button.click()
    qtbot.waitUntil(lambda: "refreshed" in shown.pages, timeout=30_000)
    assert [each.suffix for each in (tmp_path / "packs").iterdir()] == [".clerkpack"]


def test_it_is_saved_as_one_file_with_its_day(qtbot: QtBot, window: StudioWindow, tmp_path: Path) -> None:
    page = page_of(window)
    page.since.input.line.selectAll()
    qtbot.keyClicks(page.since.input.line, "1 April 2027")
    page.since.take()
    qtbot.waitUntil(lambda: page.save_button.isEnabled(), timeout=30_000)
    page.save_button.click()
    qtbot.waitUntil((tmp_path / "sent.clerkpack").is_file, timeout=30_000)
    pack = load_files(from_clerkpack((tmp_path / "sent.clerkpack").read_bytes(), "it"), "it")
    assert pack.told.effective_from == window.bridge.pack.told.effective_from == date(2027, 4, 1)


def test_a_shared_folder_that_is_away_is_said_and_nothing_can_be_put_there(
    qtbot: QtBot, window: StudioWindow, shared: Path
) -> None:
    page = page_of(window)
    shared.rmdir()
    page.show_pack()
    qtbot.waitUntil(lambda: "cannot be reached" in page.where.text(), timeout=30_000)
    assert not page.share_button.isEnabled()
    assert page.save_button.isEnabled()
