"""The settings in use, kept in the user's file: one that could not be read is not lost to the usual values."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from clerkwell.app import SettingsInUse
from clerkwell.system import FileError, load_settings
from clerkwell.ui.kit.style import dress


@pytest.fixture
def looks(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    dress(qapp, "light", 11)


def change(app: QApplication, path: Path, pack: str) -> None:
    """As a new report does it: what was read at the start, with the template that was chosen."""
    keeper = SettingsInUse(app, load_settings(path, path.with_name("none.toml")), path)
    try:
        keeper.change(keeper.settings.changed(last_pack=pack))
        keeper.change(keeper.settings.changed(last_pack=f"{pack}-again"))
    finally:
        keeper.close()


def test_a_file_that_cannot_be_understood_is_put_aside_once(looks: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('author_name = "Sam Sample"\ntheme = "li')
    change(looks, path, "test")
    assert 'last_pack = "test-again"' in path.read_text()
    assert "Sam Sample" in (tmp_path / "settings (2).toml").read_text()
    assert len(list(tmp_path.iterdir())) == 2


def test_a_file_that_could_not_be_read_for_a_moment_is_put_aside(
    looks: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where the home is on a network, or is just being fetched from there."""
    path = tmp_path / "settings.toml"
    path.write_text('author_name = "Sam Sample"\n')

    def away(asked: Path, _: int) -> bytes:
        raise FileError("The network drive does not answer.", asked, "away")

    monkeypatch.setattr("clerkwell.system.policy.read_bytes", away)
    change(looks, path, "test")
    assert "Sam Sample" in (tmp_path / "settings (2).toml").read_text()


def test_one_that_was_read_is_written_over_and_a_new_one_just_written(looks: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    change(looks, path, "first")
    path.write_text('author_name = "Sam Sample"\n')
    change(looks, path, "test")
    assert "Sam Sample" in path.read_text()
    assert [each.name for each in tmp_path.iterdir()] == ["settings.toml"]
