"""Drafts that lie in the shared folder are known without a look at it, sound or not, and each with its place."""

from pathlib import Path

import pytest

from clerkwell.system import Settings
from helpers.packs_shared import Computer, put_file, put_folder


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path / "home", tmp_path / "share")


def _drafts(computer: Computer) -> list[tuple[str, str, bool]]:
    found = computer.packs.drafts(computer.settings)
    return [(each.path.name, each.told.version, each.is_file) for each in found]


def test_drafts_of_both_kinds_are_told_with_where_they_lie_and_nothing_else_is(computer: Computer) -> None:
    put_file(computer.shared, "1.0.0")
    put_file(computer.shared, "1.1.0", state="draft")
    put_folder(computer.shared, "1.2.0", state="draft")
    put_file(computer.shared, "0.9.0", state="archived")
    for _ in range(2):
        computer.look()
    assert _drafts(computer) == [
        ("council 1.2.0", "1.2.0", False),
        ("shared-council-1.1.0.clerkpack", "1.1.0", True),
    ]
    assert "1.1.0 draft" in computer.versions


def test_a_draft_with_faults_is_one_too(computer: Computer) -> None:
    put_folder(computer.shared, "1.2.0", state="draft")
    put_file(computer.shared, "1.3.0", state="draft")
    put_file(computer.shared, "1.4.0")
    computer.faulty = {"1.2.0", "1.3.0", "1.4.0"}
    for _ in range(2):
        computer.look()
    assert [each[1] for each in _drafts(computer)] == ["1.2.0", "1.3.0"]
    folder, file = computer.packs.drafts(computer.settings)
    assert folder.files()["pack.toml"] == (folder.path / "pack.toml").read_bytes()
    assert set(file.files()) == {"pack.toml", "template.docx"}


def test_they_are_known_while_the_share_is_away_and_after_a_start(computer: Computer) -> None:
    put_folder(computer.shared, "1.2.0", state="draft")
    for _ in range(2):
        computer.look()
    (computer.shared / "council 1.2.0").rename(computer.home / "gone")
    computer.shared.rmdir()
    computer.start()
    computer.look()
    (draft,) = computer.packs.drafts(computer.settings)
    assert draft.path == computer.shared / "council 1.2.0"
    assert b'state = "draft"' in draft.files()["pack.toml"]


def test_one_that_is_put_into_use_or_taken_away_is_none_any_more(computer: Computer) -> None:
    put_file(computer.shared, "1.1.0", state="draft", name="a.clerkpack")
    put_file(computer.shared, "1.2.0", state="draft", name="b.clerkpack")
    for _ in range(2):
        computer.look()
    assert len(_drafts(computer)) == 2
    put_file(computer.shared, "1.1.0", name="a.clerkpack")
    (computer.shared / "b.clerkpack").unlink()
    for _ in range(3):
        computer.look()
    assert _drafts(computer) == []


def test_without_a_shared_folder_there_are_none(computer: Computer) -> None:
    put_file(computer.shared, "1.1.0", state="draft")
    computer.look()
    assert computer.packs.drafts(Settings()) == ()
