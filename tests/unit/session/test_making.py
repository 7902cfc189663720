"""A pack being made: saved at once, taken back step by step, and open to what Word does to it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clerkwell.packs import Pack, PackError, load_folder
from clerkwell.packs.load import MANIFEST, TEMPLATE
from clerkwell.session.making import IN_WORD, PackSession, begin_pack
from clerkwell.system import FileError, templates_folder
from clerkwell.workshop.draft import with_manifest

CITY = load_folder(templates_folder() / "city-of-london-2023")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    begin_pack(CITY.files, tmp_path / "new")
    return tmp_path / "new"


def _called(title: str) -> Callable[[Pack], Pack]:
    def edit(pack: Pack) -> Pack:
        about = pack.manifest.pack.model_copy(update={"title": title})
        return with_manifest(pack, pack.manifest.model_copy(update={"pack": about}))

    return edit


def _look_twice(session: PackSession) -> bool:
    session.look_again()
    return session.look_again()


def test_each_change_is_in_the_folder_at_once_and_can_be_taken_back(folder: Path) -> None:
    session = PackSession(folder)
    said: list[str] = []
    session.changed.connect(said.append)
    session.apply(_called("One"), "Change the title")
    session.apply(_called("Two"), "Change the title again")
    assert load_folder(folder).manifest.pack.title == "Two"
    session.undo()
    assert (load_folder(folder).manifest.pack.title, session.undo_label) == ("One", "Change the title")
    session.undo()
    assert load_folder(folder).files == CITY.files
    session.redo()
    assert (load_folder(folder).manifest.pack.title, session.redo_label) == ("One", "Change the title again")
    assert said[:2] == ["Change the title", "Change the title again"]


def test_what_changes_nothing_is_no_step(folder: Path) -> None:
    session = PackSession(folder)
    session.apply(lambda pack: pack, "Nothing")
    assert session.undo_label == ""


def test_changes_of_one_stay_are_one_step_and_none_if_they_end_where_they_began(folder: Path) -> None:
    session, stay = PackSession(folder), object()
    session.apply(_called("O"), "Change the title", stay)
    session.apply(_called("One"), "Change the title", stay)
    session.apply(_called("Two"), "Change it elsewhere", object())
    session.undo()
    assert load_folder(folder).manifest.pack.title == "One"
    session.undo()
    assert load_folder(folder).files == CITY.files
    session.apply(_called("O"), "Change the title", stay)
    session.apply(_called(CITY.manifest.pack.title), "Change the title", stay)
    assert session.undo_label == ""
    assert load_folder(folder).files == CITY.files


def test_what_no_pack_can_be_changes_nothing(folder: Path) -> None:
    session = PackSession(folder)
    with pytest.raises(PackError):
        session.apply(_vocab_lost, "Remove the lists")
    assert load_folder(folder).files == CITY.files
    assert session.undo_label == ""


def _vocab_lost(pack: Pack) -> Pack:
    return with_manifest(pack, pack.manifest.model_copy(update={"vocab": {}}))


def test_what_word_saves_is_taken_in_once_it_stands_still(folder: Path) -> None:
    session = PackSession(folder)
    other = load_folder(templates_folder() / "city-of-london-2022").template
    (folder / TEMPLATE).write_bytes(other[:1000])
    assert not session.look_again()
    (folder / TEMPLATE).write_bytes(other)
    assert not session.look_again()
    assert session.look_again()
    assert (session.pack.template, session.undo_label) == (other, IN_WORD)
    session.undo()
    assert (folder / TEMPLATE).read_bytes() == CITY.template


def test_a_change_here_goes_on_from_what_word_has_just_saved(folder: Path) -> None:
    session = PackSession(folder)
    other = load_folder(templates_folder() / "city-of-london-2022").template
    (folder / TEMPLATE).write_bytes(other)
    session.apply(_called("One"), "Change the title")
    assert load_folder(folder).template == session.pack.template == other
    assert session.pack.manifest.pack.title == "One"
    session.undo()
    assert session.undo_label == IN_WORD


def test_undo_takes_in_what_word_has_just_saved_instead_of_losing_it(folder: Path) -> None:
    session = PackSession(folder)
    session.apply(_called("One"), "Change the title")
    other = load_folder(templates_folder() / "city-of-london-2022").template
    (folder / TEMPLATE).write_bytes(other)
    session.undo()
    assert (folder / TEMPLATE).read_bytes() == other
    assert (session.undo_label, session.pack.manifest.pack.title) == (IN_WORD, "One")


def test_its_own_saving_is_not_taken_for_somebody_elses(folder: Path) -> None:
    session = PackSession(folder)
    session.apply(_called("One"), "Change the title")
    assert not _look_twice(session)


@pytest.mark.parametrize("sign", ["~$mplate.docx", ".~lock.template.docx#"])
def test_a_template_that_is_open_in_word_is_not_written_over(folder: Path, sign: str) -> None:
    session = PackSession(folder)
    (folder / sign).write_bytes(b"")
    with pytest.raises(FileError, match="Close it there"):
        session.apply(lambda pack: Pack(pack.manifest, {**pack.files, TEMPLATE: b"other"}), "Mark a place")
    session.apply(_called("One"), "Change the title")
    assert (folder / TEMPLATE).read_bytes() == CITY.template


def test_a_manifest_spoilt_outside_is_told_and_nothing_is_written_over_it(folder: Path) -> None:
    session = PackSession(folder)
    (folder / MANIFEST).write_text("[pack\n")
    assert _look_twice(session)
    assert MANIFEST in session.fault
    with pytest.raises(PackError):
        session.apply(_called("One"), "Change the title")
    assert (folder / MANIFEST).read_text() == "[pack\n"
    (folder / MANIFEST).write_bytes(CITY.files[MANIFEST])
    assert _look_twice(session)
    assert session.fault == ""


def test_a_manifest_spoilt_outside_can_be_put_back(folder: Path) -> None:
    session = PackSession(folder)
    (folder / MANIFEST).write_text("[pack\n")
    assert _look_twice(session)
    session.put_back()
    assert (load_folder(folder).files, session.fault) == (CITY.files, "")


def test_a_folder_that_has_gone_is_told(folder: Path) -> None:
    session = PackSession(folder)
    folder.rename(folder.with_name("elsewhere"))
    assert _look_twice(session)
    assert "holds no pack.toml" in session.fault
    folder.with_name("elsewhere").rename(folder)
    assert _look_twice(session)
    assert session.fault == ""


def test_a_new_pack_is_put_into_no_folder_that_holds_something(folder: Path) -> None:
    with pytest.raises(FileError, match="not empty"):
        begin_pack(CITY.files, folder)
