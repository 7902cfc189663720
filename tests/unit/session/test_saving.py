"""Saving, and saving by itself: no work is lost, and nobody else's is saved over."""

import errno
import os
from pathlib import Path

import pytest

from clerkwell.model import Appendix, SetAppendices
from clerkwell.session import Pace
from clerkwell.storage import (
    ConflictError,
    LockedError,
    ReadOnlyError,
    StorageError,
    StoredReport,
    read_file,
    write_file,
)
from clerkwell.system import FileError
from helpers.building import make_report
from helpers.clockwork import WhenTold
from helpers.kept import kept_subject, subject
from helpers.sessions import OpenReport


def state_folder(path: Path) -> Path:
    return path.parent / "state" / "recovery"


class TestSaving:
    def test_a_new_report_gets_its_file_and_is_clean_from_then_on(self, path: Path) -> None:
        desk = OpenReport()
        desk.session.apply(subject("Oaks"), "Change the subject")
        assert desk.session.dirty
        with pytest.raises(StorageError, match="has no file yet"):
            desk.session.save()
        desk.session.save(path)
        assert desk.session.path == path
        assert not desk.session.dirty
        assert kept_subject(path) == "Oaks"
        desk.session.close()

    def test_what_was_saved_carries_the_pack_the_kept_files_and_the_versions(self, path: Path) -> None:
        desk = OpenReport(stored=StoredReport(make_report()))
        version = desk.session.versions.keep("As sent")
        name = desk.session.add_attachment("Plan.pdf", b"%PDF")
        appendix = Appendix(id="a1", number="1", attachment=name)
        desk.session.apply(SetAppendices(appendices=(appendix,)), "Add an appendix")
        desk.session.save(path)
        stored = read_file(path)
        assert stored.pack_files == desk.session.pack.files
        assert stored.attachments == {"Plan.pdf": b"%PDF"}
        assert set(stored.versions) == {version.file}
        desk.session.close()

    @pytest.mark.parametrize("name", ["Trees", "Trees.docx", "Trees 1.2"])
    def test_a_report_has_a_name_that_opening_it_offers(self, path: Path, name: str) -> None:
        path.with_name(name).write_bytes(b"as it was")
        desk = OpenReport()
        desk.session.apply(subject("Oaks"), "Change the subject")
        for save in (desk.session.save, desk.session.save_copy):
            with pytest.raises(StorageError, match=r"ends in \.clerkwell"):
                save(path.with_name(name))
        assert path.with_name(name).read_bytes() == b"as it was"
        assert desk.session.path is None
        desk.session.close()

    def test_a_report_that_was_opened_under_another_name_keeps_it(self, named: Path) -> None:
        other = named.rename(named.with_suffix(".zip"))
        desk = OpenReport(stored=read_file(other), path=other)
        desk.session.apply(subject("Oaks"), "Change the subject")
        desk.session.save()
        assert kept_subject(other) == "Oaks"
        desk.session.close()

    def test_a_copy_is_not_put_over_a_report_that_somebody_has_open(self, named: Path, tmp_path: Path) -> None:
        other = tmp_path / "Oaks.clerkwell"
        write_file(other, StoredReport(make_report({}, {"subject": "Oaks"})))
        theirs = OpenReport(stored=read_file(other), path=other)
        mine = OpenReport(stored=read_file(named), path=named)
        with pytest.raises(LockedError):
            mine.session.save_copy(other)
        assert kept_subject(other) == "Oaks"
        theirs.session.close()
        mine.session.save_copy(other)
        assert kept_subject(other) == "Trees"
        mine.session.close()
        assert not [each.name for each in tmp_path.iterdir() if each.name.endswith(".lock")]

    def test_when_it_was_saved_and_begun_stands_in_the_report(self, path: Path) -> None:
        desk = OpenReport()
        desk.clock.advance(60)
        desk.session.apply(subject("Oaks"), "Change the subject")
        desk.session.save(path)
        assert read_file(path).report.modified == desk.clock.time
        assert read_file(path).report.created == desk.clock.time
        assert desk.session.report.modified == desk.clock.time
        begun = desk.clock.time
        desk.clock.advance(60)
        desk.session.save()
        assert read_file(path).report.modified == begun
        desk.session.close()

    def test_undoing_what_was_saved_makes_it_dirty_and_redoing_clean(self, path: Path) -> None:
        desk = OpenReport(pace=Pace(save=None))
        desk.session.apply(subject("Oaks"), "Change the subject")
        desk.session.save(path)
        desk.session.undo()
        assert desk.session.dirty
        desk.session.redo()
        assert not desk.session.dirty
        desk.session.close()

    def test_under_another_name_that_is_the_file_from_then_on_and_the_first_is_let_go(
        self, named: Path, tmp_path: Path
    ) -> None:
        desk = OpenReport(path=named)
        desk.session.apply(subject("Oaks"), "Change the subject")
        other = tmp_path / "Other.clerkwell"
        desk.session.save(other)
        assert (kept_subject(named), kept_subject(other)) == ("Trees", "Oaks")
        assert desk.session.path == other
        OpenReport(path=named).session.close()
        with pytest.raises(LockedError):
            OpenReport(path=other)
        desk.session.close()
        assert sorted(each.name for each in tmp_path.iterdir()) == ["Other.clerkwell", "Trees.clerkwell"]

    def test_under_its_own_name_is_saving(self, named: Path) -> None:
        desk = OpenReport(path=named)
        desk.session.apply(subject("Oaks"), "Change the subject")
        desk.session.save(named.parent / "." / named.name)
        assert kept_subject(named) == "Oaks"
        desk.session.close()

    def test_where_it_cannot_be_written_everything_stays_as_it_was(self, named: Path) -> None:
        desk = OpenReport(path=named)
        desk.session.apply(subject("Oaks"), "Change the subject")
        with pytest.raises(FileError, match="There is no folder"):
            desk.session.save(named.parent / "gone" / "a.clerkwell")
        assert desk.session.path == named
        assert desk.session.dirty
        desk.session.save()
        assert kept_subject(named) == "Oaks"
        desk.session.close()

    def test_a_copy_leaves_the_report_with_its_own_file(self, named: Path, tmp_path: Path) -> None:
        desk = OpenReport(path=named, pace=Pace(save=None))
        desk.session.apply(subject("Oaks"), "Change the subject")
        desk.session.save_copy(tmp_path / "Copy.clerkwell")
        assert kept_subject(tmp_path / "Copy.clerkwell") == "Oaks"
        assert desk.session.path == named
        assert desk.session.dirty
        with pytest.raises(StorageError, match="is the report itself"):
            desk.session.save_copy(named)
        desk.session.close()

    def test_over_what_somebody_else_saved_only_when_told_to(self, named: Path) -> None:
        desk = OpenReport(path=named, pace=Pace(save=None))
        desk.session.apply(subject("Oaks"), "Change the subject")
        write_file(named, StoredReport(make_report({}, {"subject": "Theirs"})))
        with pytest.raises(ConflictError, match="changed by somebody else"):
            desk.session.save()
        assert kept_subject(named) == "Theirs"
        assert desk.session.dirty
        desk.session.save(overwrite=True)
        assert kept_subject(named) == "Oaks"
        desk.session.close()

    def test_a_report_somebody_has_open_is_refused_taken_over_or_only_read(self, named: Path) -> None:
        first = OpenReport(path=named)
        with pytest.raises(LockedError, match=r'has "Trees\.clerkwell" open'):
            OpenReport(path=named)
        reader = OpenReport(path=named, stored=StoredReport(make_report(), read_only=True))
        with pytest.raises(ReadOnlyError, match="opened to read only"):
            reader.session.save()
        reader.session.save_copy(named.parent / "Copy.clerkwell")
        assert kept_subject(named.parent / "Copy.clerkwell") == "Trees"
        reader.session.close()
        second = OpenReport(path=named, take_over=True)
        first.session.apply(subject("First"), "Change the subject")
        with pytest.raises(ConflictError, match="taken over"):
            first.session.save()
        second.session.apply(subject("Second"), "Change the subject")
        second.session.save()
        assert kept_subject(named) == "Second"
        first.session.close()
        second.session.close()

    def test_an_imported_report_is_dirty_until_it_is_saved(self, path: Path) -> None:
        desk = OpenReport(make_report({"summary": "One"}), unsaved=True)
        assert desk.session.dirty
        desk.session.save(path)
        assert not desk.session.dirty
        desk.session.close()


class TestSavingByItself:
    def test_two_seconds_after_a_change_even_while_typing_goes_on(self, named: Path) -> None:
        desk = OpenReport(path=named)
        for number in range(19):
            desk.session.apply(subject(str(number)), "Typing", merge="subject")
            desk.clock.advance(0.1)
        assert kept_subject(named) == "Trees"
        desk.clock.advance(0.1)
        assert kept_subject(named) == "18"
        assert not desk.session.dirty
        desk.session.close()

    def test_not_without_a_file_and_not_when_switched_off(self, named: Path, tmp_path: Path) -> None:
        desk = OpenReport()
        desk.session.apply(subject("Oaks"), "Change the subject")
        desk.clock.advance(10)
        desk.session.close()
        assert [each.name for each in tmp_path.iterdir()] == [named.name]
        desk = OpenReport(path=named, pace=Pace(save=None))
        desk.session.apply(subject("Oaks"), "Change the subject")
        desk.clock.advance(10)
        assert kept_subject(named) == "Trees"
        desk.session.close()

    def test_not_a_change_that_was_undone(self, named: Path) -> None:
        desk = OpenReport(path=named)
        before = named.stat().st_mtime_ns, named.stat().st_ino
        desk.session.apply(subject("Oaks"), "Change the subject")
        desk.session.undo()
        desk.clock.advance(10)
        assert (named.stat().st_mtime_ns, named.stat().st_ino) == before
        desk.session.close()

    def test_what_was_typed_while_it_was_saving_is_saved_next(self, named: Path) -> None:
        runner = WhenTold()
        desk = OpenReport(path=named, runner=runner, pace=Pace(quiet=1e6))
        desk.session.apply(subject("One"), "Change the subject")
        desk.clock.advance(2)
        runner.work()
        desk.session.apply(subject("Two"), "Change the subject")
        runner.answer()
        assert kept_subject(named) == "One"
        assert desk.session.dirty
        desk.clock.advance(2)
        runner.work()
        runner.answer()
        assert kept_subject(named) == "Two"
        assert not desk.session.dirty
        desk.session.close()

    def test_a_change_undone_while_it_was_saving_is_saved_next(self, named: Path) -> None:
        runner = WhenTold()
        desk = OpenReport(path=named, runner=runner, pace=Pace(quiet=1e6))
        desk.session.apply(subject("One"), "Change the subject")
        desk.clock.advance(2)
        runner.work()
        desk.session.undo()
        assert not desk.session.dirty
        runner.answer()
        assert desk.session.dirty
        desk.clock.advance(2)
        runner.work()
        runner.answer()
        assert kept_subject(named) == "Trees"
        desk.session.close()

    def test_a_slow_drive_gets_one_at_a_time(self, named: Path) -> None:
        runner = WhenTold()
        desk = OpenReport(path=named, runner=runner, pace=Pace(quiet=1e6))
        for number in range(10):
            desk.session.apply(subject(str(number)), "Change the subject")
            desk.clock.advance(2)
        assert runner.jobs == 1
        runner.work()
        runner.answer()
        desk.clock.advance(2)
        assert runner.jobs == 1
        runner.work()
        runner.answer()
        assert kept_subject(named) == "9"
        desk.session.close()

    def test_an_answer_after_the_report_went_to_another_file_counts_no_more(self, named: Path) -> None:
        runner = WhenTold()
        desk = OpenReport(path=named, runner=runner, pace=Pace(quiet=1e6))
        desk.session.apply(subject("One"), "Change the subject")
        desk.clock.advance(2)
        runner.work()
        desk.session.apply(subject("Two"), "Change the subject")
        other = named.parent / "Other.clerkwell"
        desk.session.save(other)
        runner.answer()
        assert desk.session.path == other
        assert (kept_subject(named), kept_subject(other)) == ("One", "Two")
        desk.session.close()

    def test_a_late_one_does_not_come_over_what_was_saved_on_purpose(self, named: Path) -> None:
        runner = WhenTold()
        desk = OpenReport(path=named, runner=runner, pace=Pace(quiet=1e6))
        desk.session.apply(subject("One"), "Change the subject")
        desk.clock.advance(2)
        desk.session.apply(subject("Two"), "Change the subject")
        desk.session.save()
        runner.work()
        runner.answer()
        assert kept_subject(named) == "Two"
        assert not desk.session.dirty
        desk.session.close()

    def test_trouble_is_told_once_and_it_is_tried_again_until_it_works(
        self, named: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        desk = OpenReport(path=named)
        with monkeypatch.context() as patch:

            def full(descriptor: int) -> None:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), descriptor)

            patch.setattr(os, "fsync", full)
            desk.session.apply(subject("Oaks"), "Change the subject")
            desk.clock.advance(7)
            assert desk.troubles == [
                'There is no room left on the disk for "Trees.clerkwell"; free some space or save it elsewhere.'
            ]
            assert desk.session.dirty
            assert kept_subject(named) == "Trees"
        desk.clock.advance(2)
        assert kept_subject(named) == "Oaks"
        assert not desk.session.dirty
        assert len(desk.troubles) == 1
        desk.session.close()

    def test_after_a_conflict_it_waits_for_the_users_word(self, named: Path, tmp_path: Path) -> None:
        desk = OpenReport(path=named)
        write_file(named, StoredReport(make_report({}, {"subject": "Theirs"})))
        desk.session.apply(subject("Oaks"), "Change the subject")
        desk.clock.advance(2)
        assert desk.outside == ["changed"]
        desk.session.apply(subject("More oaks"), "Change the subject")
        desk.clock.advance(60)
        assert desk.outside == ["changed"]
        assert desk.troubles == []
        assert kept_subject(named) == "Theirs"
        desk.session.save(tmp_path / "Mine.clerkwell")
        desk.session.apply(subject("Elms"), "Change the subject")
        desk.clock.advance(2)
        assert kept_subject(tmp_path / "Mine.clerkwell") == "Elms"
        desk.session.close()

    def test_not_after_closing(self, named: Path) -> None:
        runner = WhenTold()
        desk = OpenReport(path=named, runner=runner)
        desk.session.apply(subject("Oaks"), "Change the subject")
        desk.session.close()
        desk.clock.advance(10)
        assert runner.jobs == 0
        assert kept_subject(named) == "Trees"
