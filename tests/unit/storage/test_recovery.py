"""Recovery snapshots: what was not saved is found again, whatever ended the program."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from clerkwell.model import Report
from clerkwell.storage import RecoveryFolder, StorageError, StoredReport, write_file
from clerkwell.storage.keeper import Keeper
from clerkwell.storage.kept import snapshots_in
from clerkwell.system import FileError
from clerkwell.system.held import HeldFile
from helpers.building import make_report
from helpers.everything import everything

SOURCE = os.pathsep.join(sys.path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "recovery"


def state(words: str) -> StoredReport:
    return StoredReport(make_report({"summary": words}, {"subject": "Trees"}), {"pack.toml": b"x"}, {"a.txt": b"kept"})


def kept(folder: Path, *reports: StoredReport, base: Path | None = None, digest: str = "") -> Keeper:
    """A keeper whose program has ended."""
    keeper = RecoveryFolder(folder).keep(base, digest)
    for order, report in enumerate(reports):
        keeper.write(report, order)
    keeper.abandon()
    return keeper


def test_unsaved_work_is_found_and_restored_whole(folder: Path) -> None:
    keeper = kept(folder, state("One"), everything())
    (found,) = RecoveryFolder(folder).found()
    assert found.id == keeper.id
    assert (found.base, found.base_digest) == (None, "")
    assert (found.subject, found.pack) == ("Planting along Mill Lane", "test-council")
    assert RecoveryFolder(folder).restore(found.id) == everything()


def test_it_names_the_file_it_began_from_and_knows_whether_that_changed(folder: Path, tmp_path: Path) -> None:
    base = tmp_path / "a.clerkwell"
    digest = write_file(base, state("One"))
    kept(folder, state("Two"), base=base, digest=digest)
    (found,) = RecoveryFolder(folder).found()
    assert (found.base, found.base_digest) == (base, digest)
    assert not found.base_changed()
    assert RecoveryFolder(folder).restore(found.id).digest == digest
    write_file(base, state("Three"))
    assert found.base_changed()
    base.unlink()
    assert found.base_changed()


def test_work_that_was_never_in_a_file_has_none_that_could_change(folder: Path) -> None:
    kept(folder, state("One"))
    assert not RecoveryFolder(folder).found()[0].base_changed()


def test_a_program_that_still_runs_keeps_its_own(folder: Path) -> None:
    keeper = RecoveryFolder(folder).keep(None, "")
    keeper.write(state("One"), 1)
    assert RecoveryFolder(folder).found() == ()
    keeper.close()
    assert list(folder.iterdir()) == []


def test_the_last_five_are_kept_and_the_last_that_is_safely_on_the_disk(folder: Path) -> None:
    time = [0.0]
    keeper = RecoveryFolder(folder, clock=lambda: time[0]).keep(None, "")
    for number in range(9):
        time[0] = number * 0.1
        keeper.write(state(str(number)), number)
    names = [int(path.stem) for path in snapshots_in(keeper.folder)]
    assert names == [1, 5, 6, 7, 8, 9]
    time[0] = 2.0
    keeper.write(state("10"), 10)
    assert [int(path.stem) for path in snapshots_in(keeper.folder)] == [6, 7, 8, 9, 10]
    keeper.close()


def test_a_snapshot_that_broke_off_is_passed_over_for_the_one_before(folder: Path) -> None:
    keeper = kept(folder, state("One"), state("Two"))
    newest = snapshots_in(keeper.folder)[-1]
    newest.write_bytes(newest.read_bytes()[:-20])
    (found,) = RecoveryFolder(folder).found()
    assert RecoveryFolder(folder).restore(found.id) == state("One")


def test_what_cannot_be_read_at_all_is_moved_aside_and_not_offered(folder: Path) -> None:
    keeper = kept(folder, state("One"))
    snapshots_in(keeper.folder)[0].write_bytes(b"")
    assert RecoveryFolder(folder).found() == ()
    assert (folder / "set-aside" / keeper.id).is_dir()
    with pytest.raises(StorageError, match="is damaged"):
        RecoveryFolder(folder).restore(keeper.id)


def test_a_lost_copy_of_the_pack_is_said(folder: Path) -> None:
    keeper = kept(folder, state("One"))
    (keeper.folder / "parts.clerkwell").unlink()
    with pytest.raises(StorageError, match="has lost the copy of its template"):
        RecoveryFolder(folder).restore(keeper.id)


def test_a_lost_note_of_the_file_leaves_the_work(folder: Path) -> None:
    keeper = kept(folder, state("One"))
    (keeper.folder / "base.json").write_bytes(b"{")
    (found,) = RecoveryFolder(folder).found()
    assert found.base is None
    assert RecoveryFolder(folder).restore(found.id) == state("One")


def test_restoring_leaves_the_snapshot_until_the_work_is_saved(folder: Path) -> None:
    recovery = RecoveryFolder(folder)
    keeper = kept(folder, state("One"))
    recovery.restore(keeper.id)
    assert [each.id for each in recovery.found()] == [keeper.id]
    recovery.finish(keeper.id)
    assert recovery.found() == ()
    assert list(folder.iterdir()) == []


def test_what_is_discarded_is_moved_aside_and_the_last_ten_stay_there(folder: Path) -> None:
    recovery = RecoveryFolder(folder)
    gone = [kept(folder, state(str(number))) for number in range(12)]
    for number, keeper in enumerate(gone):
        os.utime(keeper.folder, (number, number))
        recovery.discard(keeper.id)
    assert recovery.found() == ()
    assert sorted(path.name for path in (folder / "set-aside").iterdir()) == sorted(each.id for each in gone[2:])


def test_an_id_cannot_lead_outside(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "state" / "mine").mkdir(parents=True)
    RecoveryFolder(folder).finish("../mine")
    RecoveryFolder(folder).discard("../mine")
    assert (tmp_path / "state" / "mine").is_dir()


def test_a_folder_left_without_a_snapshot_is_tidied_away(folder: Path) -> None:
    kept(folder)
    assert RecoveryFolder(folder).found() == ()
    assert list(folder.iterdir()) == []


def test_nothing_is_found_where_there_is_no_folder(folder: Path) -> None:
    assert RecoveryFolder(folder).found() == ()


def test_saving_removes_the_snapshots_and_the_next_ones_name_the_new_file(folder: Path, tmp_path: Path) -> None:
    keeper = RecoveryFolder(folder).keep(None, "")
    keeper.write(state("One"), 1)
    base = tmp_path / "a.clerkwell"
    keeper.forget(1, base, "abc")
    assert snapshots_in(keeper.folder) == []
    keeper.write(state("One"), 1)
    assert snapshots_in(keeper.folder) == []
    keeper.write(state("Two"), 2)
    keeper.abandon()
    (found,) = RecoveryFolder(folder).found()
    assert (found.base, found.base_digest) == (base, "abc")


def test_saving_an_older_state_leaves_the_newer_snapshots(folder: Path) -> None:
    keeper = RecoveryFolder(folder).keep(None, "")
    keeper.write(state("One"), 1)
    keeper.write(state("Two"), 2)
    keeper.forget(1, None, "")
    assert len(snapshots_in(keeper.folder)) == 2
    keeper.close()


def test_kept_files_are_written_again_only_when_they_change(folder: Path) -> None:
    keeper = RecoveryFolder(folder).keep(None, "")
    first = state("One")
    keeper.write(first, 1)
    parts = keeper.folder / "parts.clerkwell"
    inode = parts.stat().st_mtime_ns, parts.stat().st_ino
    keeper.write(StoredReport(make_report(), first.pack_files, first.attachments, first.versions), 2)
    assert (parts.stat().st_mtime_ns, parts.stat().st_ino) == inode
    keeper.write(StoredReport(make_report(), first.pack_files, {"b.txt": b"new"}, first.versions), 3)
    keeper.abandon()
    (found,) = RecoveryFolder(folder).found()
    assert RecoveryFolder(folder).restore(found.id).attachments == {"b.txt": b"new"}


def test_nothing_is_kept_after_closing(folder: Path) -> None:
    keeper = RecoveryFolder(folder).keep(None, "")
    keeper.close()
    keeper.write(state("One"), 1)
    assert list(folder.iterdir()) == []


def test_an_old_snapshot_that_cannot_be_removed_is_a_file_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keeper = RecoveryFolder(folder).keep(None, "")
    keeper.write(state("One"), 1)

    def held(self: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, f"held {missing_ok}", str(self))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", held)
        with pytest.raises(FileError, match="could not be removed"):
            keeper.forget(1, None, "")
    keeper.close()


def test_a_folder_taken_away_before_it_is_held_is_made_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another window that looks for abandoned folders may come between."""
    hold = HeldFile.hold
    taken: list[Path] = []

    def late(self: HeldFile) -> bool:
        if not taken:
            taken.append(next(folder.iterdir()))
            taken[0].rmdir()
        return hold(self)

    monkeypatch.setattr(HeldFile, "hold", late)
    keeper = RecoveryFolder(folder).keep(None, "")
    assert keeper.folder != taken[0]
    keeper.write(state("One"), 1)
    assert len(snapshots_in(keeper.folder)) == 1
    keeper.close()


def test_a_folder_that_is_just_being_removed_is_passed_over(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(folder, state("One"))

    def gone(self: HeldFile) -> bool:
        raise FileNotFoundError(2, "gone", str(self))

    with monkeypatch.context() as patch:
        patch.setattr(HeldFile, "hold", gone)
        assert RecoveryFolder(folder).found() == ()
    assert len(RecoveryFolder(folder).found()) == 1


def test_a_folder_that_cannot_be_made_is_a_file_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileError):
        RecoveryFolder(tmp_path / "file" / "recovery").keep(None, "")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signal that ends a process on the spot")
def test_after_a_kill_the_work_of_a_moment_ago_is_found(folder: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from clerkwell.storage import RecoveryFolder, StoredReport\n"
        "from clerkwell.model import Report, PackRef, TrayItem\n"
        "keeper = RecoveryFolder(Path(sys.argv[1])).keep(None, '')\n"
        "number = 0\n"
        "while True:\n"
        "    number += 1\n"
        "    tray = tuple(TrayItem(text=str(number)) for _ in range(200))\n"
        "    keeper.write(StoredReport(Report(pack=PackRef(id='a', version='1.0.0'), tray=tray)), number)\n"
        "    print(number, flush=True)\n"
    )
    for _ in range(5):
        process = subprocess.Popen(
            [sys.executable, "-c", program, str(folder)],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": SOURCE},
        )
        assert process.stdout is not None
        while int(process.stdout.readline()) < 20:
            pass
        process.send_signal(signal.SIGKILL)
        said = process.stdout.read().split()
        process.wait()
        process.stdout.close()
        (found,) = RecoveryFolder(folder).found()
        report: Report = RecoveryFolder(folder).restore(found.id).report
        (number,) = {int(item.text) for item in report.tray}
        # The one that was being written may or may not have come through; every one before it has.
        assert number >= int(said[-1] if said else 20)
        RecoveryFolder(folder).finish(found.id)


def test_what_the_file_holds_by_now_is_not_offered(folder: Path, tmp_path: Path) -> None:
    """The program was killed after the report was saved, and before its snapshots were removed."""
    base = tmp_path / "a.clerkwell"
    digest = write_file(base, everything())
    worked = replace(everything(), report=everything().report.model_copy(update={"tray": ()}))
    kept(folder, worked, base=base, digest=digest)
    assert len(RecoveryFolder(folder).found()) == 1
    later = datetime(2030, 1, 1, tzinfo=UTC)
    write_file(base, replace(worked, report=worked.report.model_copy(update={"modified": later})))
    assert RecoveryFolder(folder).found() == ()
    assert [each.name for each in folder.iterdir()] == ["set-aside"]
