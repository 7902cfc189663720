"""The packs on a computer, kept up with a shared folder that comes, changes and goes."""

import os
import shutil
from pathlib import Path

import pytest

from clerkwell.packs.packed import Packed
from clerkwell.session.installed import InstalledPacks
from clerkwell.system import FileError
from helpers.packs_shared import TODAY, Computer, pack_files, put_file, put_folder


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


@pytest.fixture
def computer(tmp_path: Path, shared: Path) -> Computer:
    return Computer(tmp_path / "home", shared)


def test_a_new_version_in_the_shared_folder_can_be_used_at_the_next_look(computer: Computer, shared: Path) -> None:
    put_file(shared)
    assert computer.versions == [], "a start waits for no network"
    assert computer.look().said == ("“Test report” of Test Council can be used now.",)
    assert computer.versions == ["1.0.0"]
    put_file(shared, "2.0.0", since="2027-04-01")
    said = "“Test report” of Test Council has a new version, 2.0.0, for meetings from 1 April 2027."
    assert computer.look().said == (said,)
    assert computer.versions == ["2.0.0", "1.0.0"]
    assert computer.look().said == (), "what was told is not told again"


def test_what_the_share_had_stays_in_use_while_it_is_away_and_it_is_said_once(computer: Computer, shared: Path) -> None:
    put_file(shared)
    computer.look()
    shared.rename(shared.with_name("unplugged"))
    for start_again in (False, True):
        if start_again:
            computer.start()
        news = computer.look()
        assert news.said == (
            "The shared folder of templates cannot be reached, so the templates that it had before stay in use.",
        )
        assert computer.look().said == ()
        assert computer.versions == ["1.0.0"]
    shared.with_name("unplugged").rename(shared)
    put_file(shared, "1.1.0")
    assert computer.look().said == ("“Test report” of Test Council has a new version, 1.1.0.",)


def test_a_share_that_goes_in_the_middle_of_a_look_is_away(
    computer: Computer, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_file(shared)
    computer.look()
    put_file(shared, "1.1.0")

    def gone(_: Path) -> tuple[str, str]:
        raise OSError(64, "The specified network name is no longer available")

    with monkeypatch.context() as broken:
        broken.setattr("clerkwell.session.shared_packs.as_it_is", gone)
        broken.setattr(InstalledPacks, "_as_they_are", lambda *_: "")
        assert "cannot be reached" in computer.look().said[0]
    computer.look()
    assert computer.versions == ["1.1.0", "1.0.0"]


def test_a_look_takes_nothing_out_of_its_file_that_is_known(computer: Computer, shared: Path) -> None:
    put_file(shared)
    computer.look()
    computer.start()
    put_file(shared, "1.1.0")
    files = next(each for each in computer.packs.catalogue.packs if each.id == "shared-council").files
    computer.look()
    assert computer.versions == ["1.1.0", "1.0.0"]
    assert isinstance(files, Packed)
    assert "_files" not in vars(files)


def test_a_share_that_was_never_there_is_named(computer: Computer, shared: Path) -> None:
    shared.rmdir()
    (said,) = computer.look().said
    assert said == f"The shared folder of templates, {shared}, cannot be reached. Its templates come with it."


def test_an_empty_place_where_the_share_is_mounted_takes_nothing_away(computer: Computer, shared: Path) -> None:
    path = put_file(shared)
    computer.look()
    path.unlink()
    assert "is empty" in computer.look().said[0]
    assert computer.versions == ["1.0.0"]


def test_a_version_that_fails_its_check_is_told_and_the_last_good_one_stays(computer: Computer, shared: Path) -> None:
    put_file(shared)
    computer.look()
    computer.faulty.add("2.0.0")
    put_file(shared, "2.0.0")
    assert computer.look().troubles == (), "it may still be on its way"
    assert computer.look().troubles == (
        "Version 2.0.0 of “Test report” cannot be used: Its document has no subject. Version 1.0.0 stays in use.",
    )
    assert computer.look().said == ()
    assert computer.versions == ["1.0.0"]
    computer.faulty.clear()
    put_file(shared, "2.0.0", since="2020-01-02")
    assert computer.look().said == ("“Test report” of Test Council has a new version, 2.0.0.",)
    assert computer.packs.catalogue.faulty == ()


def test_the_good_copy_of_a_version_that_was_spoilt_stays_in_use(computer: Computer, shared: Path) -> None:
    path = put_file(shared)
    computer.look()
    path.write_bytes(path.read_bytes()[:400])
    computer.look()
    (said,) = computer.look().troubles
    assert said.startswith(
        "shared-council-1.0.0.clerkpack cannot be used: shared-council-1.0.0.clerkpack is not a whole"
    )
    computer.start()
    assert computer.versions == ["1.0.0"]


def test_a_copy_that_is_still_being_written_is_not_taken_and_not_blamed(computer: Computer, shared: Path) -> None:
    whole = put_file(shared).read_bytes()
    path = shared / "shared-council-1.0.0.clerkpack"
    for size in (300, 600, 900):
        path.write_bytes(whole[:size])
        looked = computer.look_only()
        assert looked.unsettled, "so that it is looked at again soon"
        assert looked.catalogue.faulty == ()
    path.write_bytes(whole)
    computer.look()
    assert computer.versions == ["1.0.0"]


def test_a_pack_in_a_folder_is_taken_when_it_has_stopped_to_change(computer: Computer, shared: Path) -> None:
    pack = put_folder(shared)
    assert computer.look_only().unsettled
    (pack / "sample.json").write_text("{}")
    computer.look()
    assert computer.versions == []
    computer.look()
    assert computer.versions == ["1.0.0"]
    assert set(computer.packs.catalogue.packs[-1].files) >= {"pack.toml", "template.docx", "sample.json"}


def test_one_that_is_taken_out_of_the_shared_folder_stays_for_the_reports_in_it(
    computer: Computer, shared: Path
) -> None:
    put_file(shared)
    old = put_file(shared, "0.9.0")
    computer.look()
    old.unlink()
    assert computer.look_only().unsettled, "it may be back in a moment, as what is written over is"
    assert computer.versions == ["1.0.0", "0.9.0"]
    (said,) = computer.look().said
    assert said.startswith("“Test report” of Test Council is no longer offered in version 0.9.0.")
    assert computer.versions == ["1.0.0", "0.9.0 archived"]
    put_file(shared, "0.9.0")
    computer.look()
    assert computer.versions == ["1.0.0", "0.9.0"], "put back, it is offered again"


def test_a_version_that_is_archived_in_the_shared_folder_is_offered_no_more(computer: Computer, shared: Path) -> None:
    put_file(shared)
    put_file(shared, "1.1.0")
    computer.look()
    put_file(shared, "1.1.0", state="archived")
    (said,) = computer.look().said
    assert said.startswith("“Test report” of Test Council is no longer offered in version 1.1.0.")
    assert computer.versions == ["1.1.0 archived", "1.0.0"]


def test_a_file_that_is_called_otherwise_or_written_over_loses_no_version(computer: Computer, shared: Path) -> None:
    path = put_file(shared, name="committee.clerkpack")
    computer.look()
    path = path.rename(shared / "other.clerkpack")
    for _ in range(3):
        assert computer.look().said == ()
        assert computer.versions == ["1.0.0"]
    put_file(shared, "2.0.0", name="other.clerkpack", since="2027-04-01")
    computer.look()
    assert computer.versions == ["2.0.0", "1.0.0"], "meetings before that day still get the old one"


def test_what_has_not_changed_is_not_read_again(computer: Computer, shared: Path) -> None:
    put_file(shared)
    put_folder(shared, "1.1.0")
    for _ in range(3):
        computer.look()
    computer.checked.clear()
    computer.look()
    assert computer.checked == []


def test_drafts_are_known_and_not_told(computer: Computer, shared: Path) -> None:
    put_file(shared, "2.0.0", state="draft")
    assert computer.look().said == ()
    assert computer.versions == ["2.0.0 draft"]


def test_a_draft_gives_way_to_the_same_version_in_use(computer: Computer, shared: Path) -> None:
    put_file(shared, "2.0.0", state="draft", name="a.clerkpack")
    computer.look()
    put_file(shared, "2.0.0", name="b.clerkpack")
    assert computer.look().said == ("“Test report” of Test Council can be used now.",)
    assert computer.versions == ["2.0.0"]


def test_many_at_once_are_told_in_one_sentence(computer: Computer, shared: Path) -> None:
    for number in range(6):
        put_file(shared, pack_id=f"council-{number}", name=f"{number}.clerkpack")
    assert computer.look().said == ("6 more templates can be used: “Test report” of Test Council.",)


@pytest.mark.parametrize("kind", ["file", "folder", "inside"])
def test_links_in_a_shared_folder_are_refused(computer: Computer, shared: Path, tmp_path: Path, kind: str) -> None:
    target = put_file(tmp_path / "elsewhere") if kind == "file" else put_folder(tmp_path / "elsewhere")
    name = "evil.clerkpack" if kind == "file" else "evil"
    try:
        if kind == "inside":
            (target / "secret.txt").symlink_to(tmp_path)
            shutil.copytree(target, shared / name, symlinks=True)
        else:
            (shared / name).symlink_to(target)
    except OSError:
        pytest.skip("this system makes no links for an ordinary user")
    computer.look()
    (said,) = computer.look().troubles
    assert "link" in said
    assert computer.versions == []


def test_what_can_never_be_a_pack_is_refused_without_being_read(computer: Computer, shared: Path) -> None:
    with (shared / "large.clerkpack").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    pack = put_folder(shared)
    with (pack / "pack.toml").open("r+b") as file:
        file.truncate(100 * 1024 * 1024)
    if hasattr(os, "mkfifo"):
        os.mkfifo(shared / "pipe.clerkpack")
    computer.look()
    said = " ".join(computer.look().troubles)
    assert "large.clerkpack is too large for a template pack: more than 50 MB." in said
    assert "its pack.toml has more than 256 KB" in said


def test_another_shared_folder_has_nothing_of_the_one_before(computer: Computer, shared: Path, tmp_path: Path) -> None:
    put_file(shared)
    computer.look()
    computer.shared = tmp_path / "other"
    put_file(computer.shared, "3.0.0")
    computer.look()
    assert computer.versions == ["3.0.0"]


def test_a_pack_that_was_put_here_is_there_at_once_and_a_look_from_before_does_not_undo_it(
    computer: Computer, shared: Path
) -> None:
    put_file(shared)
    computer.look()
    before = computer.look_only()
    put_file(computer.packs.own, "1.5.0")
    computer.packs.find(computer.settings)
    computer.packs.take(before, TODAY)
    assert computer.versions == ["1.5.0", "1.0.0"]


def test_where_nothing_can_be_kept_it_is_said(
    computer: Computer, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_file(shared)

    def full(*_: object) -> None:
        raise FileError("The disk is full.", shared, "full")

    monkeypatch.setattr("clerkwell.session.shared_packs.atomic_write", full)
    assert computer.look().said == (
        "What is new in the shared folder of templates could not be kept here: The disk is full.",
    )


def test_old_packs_open_from_what_was_kept(computer: Computer, shared: Path) -> None:
    put_file(shared)
    computer.look()
    shutil.rmtree(shared)
    computer.start()
    (pack,) = (each for each in computer.packs.catalogue.packs if each.id == "shared-council")
    assert dict(pack.files) == pack_files()
