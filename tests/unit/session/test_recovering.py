"""Recovery: what was typed a moment before a crash is found again, and goes once it has been saved."""

from pathlib import Path

import pytest

from clerkwell.model import Report, SetBlocks
from clerkwell.session import Pace
from clerkwell.storage import (
    ConflictError,
    RecoveryFolder,
    StoredReport,
    write_file,
)
from clerkwell.storage.layout import FORMAT
from helpers.building import blocks, make_report
from helpers.clockwork import Clock, WhenTold
from helpers.kept import kept_subject, subject
from helpers.sessions import OpenReport


def state_folder(path: Path) -> Path:
    return path.parent / "state" / "recovery"


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
                    snapshots[-1].read_bytes().removeprefix(b'{"format":%d,"report":' % FORMAT).removesuffix(b"}")
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
