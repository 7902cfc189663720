"""Saving, saving by itself, and recovery: no work is lost, and nobody else's is saved over."""

import errno
import os
from pathlib import Path

import pytest

from clerkwell.model import Appendix, FieldValue, Report, SetAppendices, SetBlocks, SetField
from clerkwell.session import Pace
from clerkwell.storage import (
    ConflictError,
    LockedError,
    ReadOnlyError,
    RecoveryFolder,
    StorageError,
    StoredReport,
    read_file,
    write_file,
)
from clerkwell.system import FileError
from helpers.building import blocks, make_report
from helpers.clockwork import Clock, WhenTold
from helpers.sessions import OpenReport


def subject(text: str) -> SetField:
    return SetField(field="subject", value=FieldValue(text=text, value=text))


def kept_subject(path: Path) -> str:
    return read_file(path).report.field("subject").text


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Trees.clerkwell"


@pytest.fixture
def named(path: Path) -> Path:
    """A file with a report in it."""
    write_file(path, StoredReport(make_report({"summary": "One"}, {"subject": "Trees"})))
    return path


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
        desk = OpenReport(stored=StoredReport(make_report(), versions={"v.json": b"{}"}))
        name = desk.session.add_attachment("Plan.pdf", b"%PDF")
        appendix = Appendix(id="a1", number="1", attachment=name)
        desk.session.apply(SetAppendices(appendices=(appendix,)), "Add an appendix")
        desk.session.save(path)
        stored = read_file(path)
        assert stored.pack_files == desk.session.pack.files
        assert stored.attachments == {"Plan.pdf": b"%PDF"}
        assert stored.versions == {"v.json": b"{}"}
        desk.session.close()

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
        assert len(desk.troubles) == 1
        assert "save your work as a copy" in desk.troubles[0]
        desk.session.apply(subject("More oaks"), "Change the subject")
        desk.clock.advance(60)
        assert len(desk.troubles) == 1
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


class TestRecovery:
    def crashed(self, desk: OpenReport) -> RecoveryFolder:
        """The program ends without a word; its folder is no longer held."""
        desk.session._snapshots.abandon()  # noqa: SLF001 - nobody calls anything when a program is killed
        assert desk.recovery is not None
        return desk.recovery

    def test_what_was_typed_without_a_pause_is_kept_within_half_a_second(self, path: Path) -> None:
        desk = OpenReport(recovery=state_folder(path))
        kept: list[str] = []
        folder = state_folder(path)
        for number in range(50):
            desk.session.apply(SetBlocks(section="summary", blocks=blocks(f"w{number}")), "Typing", merge="s")
            desk.clock.advance(0.05)
            snapshots = sorted(folder.glob("*/*.snapshot"))
            if snapshots:
                newest = Report.model_validate_json(
                    snapshots[-1].read_bytes().removeprefix(b'{"format":1,"report":').removesuffix(b"}")
                )
                kept.append(newest.blocks("summary")[0].runs[0].text)  # type: ignore[union-attr]  # it is a paragraph
                assert number - int(kept[-1][1:]) <= 0.5 / 0.05
        assert len(set(kept)) >= 2.5 / 0.5
        desk.session.close()

    def test_after_a_crash_the_work_is_found_restored_and_gone_once_it_is_saved(self, named: Path) -> None:
        desk = OpenReport(path=named, recovery=state_folder(named), pace=Pace(save=None))
        desk.session.add_attachment("Plan.pdf", b"%PDF")
        desk.session.apply(subject("Oaks"), "Change the subject")
        desk.clock.advance(0.5)
        (found,) = self.crashed(desk).found()
        assert (found.base, found.subject) == (named, "Oaks")
        stored = RecoveryFolder(state_folder(named)).restore(found.id)
        again = OpenReport(stored=stored, path=named, recovery=state_folder(named), recovered=found, take_over=True)
        assert again.session.report.field("subject").text == "Oaks"
        assert again.session.attachments == {"Plan.pdf": b"%PDF"}
        assert again.session.dirty
        again.session.save()
        assert kept_subject(named) == "Oaks"
        again.session.close()
        assert list(state_folder(named).iterdir()) == []
        desk.session.close()

    def test_recovered_work_is_kept_anew_and_the_old_snapshot_stays_until_it_is_saved(self, path: Path) -> None:
        desk = OpenReport(recovery=state_folder(path))
        desk.session.apply(subject("Oaks"), "Change the subject")
        desk.clock.advance(0.5)
        (found,) = self.crashed(desk).found()
        again = OpenReport(
            stored=RecoveryFolder(state_folder(path)).restore(found.id), recovery=state_folder(path), recovered=found
        )
        again.clock.advance(0.5)
        assert len(list(state_folder(path).iterdir())) == 2
        again.session.close()
        assert [each.id for each in RecoveryFolder(state_folder(path)).found()] == [found.id]

    def test_what_was_recovered_is_not_saved_over_a_file_that_changed_since(self, named: Path) -> None:
        desk = OpenReport(path=named, recovery=state_folder(named), pace=Pace(save=None))
        desk.session.apply(subject("Oaks"), "Change the subject")
        desk.clock.advance(0.5)
        (found,) = self.crashed(desk).found()
        write_file(named, StoredReport(make_report({}, {"subject": "Theirs"})))
        stored = RecoveryFolder(state_folder(named)).restore(found.id)
        again = OpenReport(stored=stored, path=named, recovered=found, take_over=True)
        with pytest.raises(ConflictError):
            again.session.save()
        assert kept_subject(named) == "Theirs"
        again.session.close()
        desk.session.close()

    def test_saving_and_closing_leave_no_snapshot(self, path: Path) -> None:
        desk = OpenReport(recovery=state_folder(path))
        desk.session.apply(subject("Oaks"), "Change the subject")
        desk.clock.advance(0.5)
        assert len(list(state_folder(path).glob("*/*.snapshot"))) == 1
        desk.session.save(path)
        assert list(state_folder(path).glob("*/*.snapshot")) == []
        desk.session.apply(subject("Elms"), "Change the subject")
        desk.clock.advance(0.5)
        desk.session.close()
        assert list(state_folder(path).iterdir()) == []

    def test_undoing_all_leaves_no_snapshot(self, path: Path) -> None:
        desk = OpenReport(recovery=state_folder(path))
        desk.session.apply(subject("Oaks"), "Change the subject")
        desk.clock.advance(0.5)
        desk.session.undo()
        assert list(state_folder(path).glob("*/*.snapshot")) == []
        desk.session.close()

    def test_a_snapshot_that_comes_late_does_not_outlive_the_save(self, path: Path) -> None:
        runner = WhenTold()
        desk = OpenReport(recovery=state_folder(path), runner=runner, pace=Pace(quiet=1e6))
        desk.session.apply(subject("Oaks"), "Change the subject")
        desk.clock.advance(0.5)
        desk.session.save(path)
        runner.work()
        runner.answer()
        assert list(state_folder(path).glob("*/*.snapshot")) == []
        desk.session.close()

    def test_a_slow_disk_gets_one_snapshot_at_a_time(self, path: Path) -> None:
        runner = WhenTold()
        desk = OpenReport(recovery=state_folder(path), runner=runner, pace=Pace(quiet=1e6))
        for number in range(20):
            desk.session.apply(subject(str(number)), "Typing", merge="subject")
            desk.clock.advance(0.3)
        assert runner.jobs == 1
        runner.work()
        runner.answer()
        desk.clock.advance(0.3)
        assert runner.jobs == 1
        desk.session.close()

    def test_a_folder_that_cannot_be_written_is_told_once_and_the_work_goes_on(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        desk = OpenReport(recovery=tmp_path / "file" / "recovery")
        for number in range(5):
            desk.session.apply(subject(str(number)), "Change the subject")
            desk.clock.advance(1)
        assert len(desk.troubles) == 1
        assert desk.troubles[0].startswith("Your work is not being kept for recovery: ")
        assert desk.session.report.field("subject").text == "4"
        desk.session.close()

    def test_the_last_state_is_kept_when_the_program_has_to_end(self, path: Path) -> None:
        clock = Clock()
        desk = OpenReport(recovery=state_folder(path), clock=clock)
        desk.session.apply(subject("Oaks"), "Change the subject")
        desk.session.abandon()
        assert clock.waiting == 0
        (found,) = RecoveryFolder(state_folder(path)).found()
        assert found.subject == "Oaks"

    def test_nothing_is_kept_of_a_report_that_is_only_read(self, path: Path) -> None:
        desk = OpenReport(stored=StoredReport(make_report(), read_only=True), recovery=state_folder(path))
        desk.session.apply(subject("Oaks"), "Change the subject")
        desk.clock.advance(5)
        assert not state_folder(path).exists()
        desk.session.close()
