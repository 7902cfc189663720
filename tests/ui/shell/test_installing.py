"""A template that came as one file is dropped on the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from clerkwell.storage import to_clerkpack
from clerkwell.ui.shell import MainWindow
from helpers.desk import Recorder
from helpers.shipped import shipped
from helpers.windows import Chosen, make_services, open_window

PACK = "north-somerset-executive-2022"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with open_window(make_services(tmp_path, shipped(PACK)), Recorder(), Chosen(None)) as made:
        qtbot.waitExposed(made)
        yield made


def came(folder: Path, version: str, state: str = "active", more: tuple[str, str] = ("", "")) -> Path:
    """The shipped pack in another version, as one file."""
    pack = shipped(PACK)
    text = pack.files["pack.toml"].decode().replace(*more)
    text = text.replace(f'version = "{pack.told.version}"', f'version = "{version}"\nstate = "{state}"')
    path = folder / "came.clerkpack"
    path.write_bytes(to_clerkpack({**pack.files, "pack.toml": text.encode()}))
    return path


def said(window: MainWindow) -> Recorder:
    assert isinstance(window.messages, Recorder)
    return window.messages


def test_it_says_what_it_is_and_what_changes_and_is_in_use_at_once(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    messages = said(window)
    messages.answer = "install"
    window.commands.open_file(came(tmp_path, "9.0.0", more=('title = "Policy"', 'title = "Policy and plans"')))
    qtbot.waitUntil(lambda: any("can be used on this computer" in each for each in messages.noticed), timeout=30_000)
    (question,) = messages.asked
    assert "version 9.0.0, can be put on this computer" in question.text
    assert "•  “Policy” is now called “Policy and plans”." in question.more
    assert (window.services.installed.own / f"{PACK}-9.0.0.clerkpack").is_file()
    window.commands.new_in(PACK)
    assert window.opened is not None
    assert window.opened.session.pack.told.version == "9.0.0"


@pytest.mark.parametrize(
    ("version", "state", "says"),
    [("9.0.0", "archived", "is archived"), ("0.0.1", "active", "is there already")],
)
def test_what_nobody_could_use_is_refused_with_the_reason(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, version: str, state: str, says: str
) -> None:
    own = window.services.installed.own
    own.mkdir()
    (own / "mine.clerkpack").write_bytes(to_clerkpack(shipped(PACK).files))
    window.commands.open_file(came(tmp_path, version, state))
    qtbot.waitUntil(lambda: any(says in each for each in said(window).noticed), timeout=30_000)
    assert said(window).asked == []


def test_one_that_was_cut_short_is_refused(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = came(tmp_path, "9.0.0")
    path.write_bytes(path.read_bytes()[:-100])
    window.commands.open_file(path)
    qtbot.waitUntil(lambda: any("cut short on its way" in each for each in said(window).noticed), timeout=30_000)
    assert not window.services.installed.own.exists()
