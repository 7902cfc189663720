"""The lock and the open report's file: two people on one shared drive do not save over each other."""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from clerkwell.storage import (
    ConflictError,
    FileLock,
    Holder,
    LockedError,
    ReportFile,
    StoredReport,
    read_file,
    write_file,
)
from clerkwell.system import FileError
from clerkwell.system.processes import began, machine
from helpers.building import make_report
from helpers.users import as_nobody

ONE, TWO = StoredReport(make_report({"summary": "One"})), StoredReport(make_report({"summary": "Two"}))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Trees.clerkwell"


def somebody(**other: str | int) -> Holder:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    holder = Holder(user="sam", machine="far-away", pid=4, began="", since=now, token="t")
    return replace(holder, **other)  # type: ignore[arg-type]  # mypy does not match keywords through **


def put(path: Path, holder: Holder) -> None:
    FileLock(path).path.write_text(json.dumps(asdict(holder)))


class TestLock:
    def test_it_says_who_has_the_report_open_where_and_since_when(self, path: Path) -> None:
        lock = FileLock(path)
        assert lock.holder() is None
        lock.take()
        holder = FileLock(path).holder()
        assert holder is not None
        assert (holder.machine, holder.pid) == (machine(), os.getpid())
        assert datetime.now(UTC) - datetime.fromisoformat(holder.since) < timedelta(minutes=1)
        lock.release()
        assert lock.holder() is None
        assert list(path.parent.iterdir()) == []

    def test_it_is_refused_while_somebody_else_has_it(self, path: Path) -> None:
        sam = somebody()
        put(path, sam)
        with pytest.raises(LockedError) as caught:
            FileLock(path).take()
        assert str(caught.value) == (
            'sam on far-away has "Trees.clerkwell" open; ask them to close it, or open it to read only.'
        )
        assert caught.value.holder == sam

    def test_a_second_window_of_the_same_program_is_somebody_else(self, path: Path) -> None:
        mine, other = FileLock(path), FileLock(path)
        mine.take()
        with pytest.raises(LockedError):
            other.take()
        mine.release()
        other.take()
        assert other.is_ours()
        other.release()

    def test_it_can_be_taken_over_and_the_other_one_notices(self, path: Path) -> None:
        first, second = FileLock(path), FileLock(path)
        first.take()
        second.take(take_over=True)
        assert second.is_ours()
        assert not first.is_ours()
        first.release()
        assert second.is_ours()
        assert second.path.exists()
        second.release()

    def test_one_whose_program_has_ended_is_stale(self, path: Path) -> None:
        process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
        put(path, somebody(machine=machine(), pid=process.pid, began=began(process.pid)))
        assert FileLock(path).holder() is not None
        process.communicate(b"\n")
        assert FileLock(path).holder() is None
        FileLock(path).take()

    @pytest.mark.skipif(not began(os.getpid()), reason="this system does not say when a process began")
    def test_one_whose_number_another_program_has_now_is_stale(self, path: Path) -> None:
        put(path, somebody(machine=machine(), pid=os.getpid(), began="long ago"))
        assert FileLock(path).holder() is None

    def test_another_users_program_whose_beginning_the_system_keeps_to_itself_is_at_work(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """As on a computer that shows everybody their own processes alone (hidepid)."""
        put(path, somebody(machine=machine(), pid=os.getppid(), began="4711"))
        monkeypatch.setattr("clerkwell.storage.lock.began", lambda _: "")
        holder = FileLock(path).holder()
        assert holder is not None
        assert holder.user == "sam"

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be two users")
    def test_a_lock_that_a_colleagues_program_left_behind_gives_way_to_ours(self) -> None:
        """It is the colleague's file, which nobody else may write in; the folder is everybody's."""
        with tempfile.TemporaryDirectory() as made:
            path = Path(made, "Trees.clerkwell")
            Path(made).chmod(0o777)
            put(path, somebody(since=(datetime.now(UTC) - timedelta(hours=25)).isoformat()))
            FileLock(path).path.chmod(0o644)
            said = as_nobody(
                "from clerkwell.storage.lock import FileLock\n"
                "lock = FileLock(Path(sys.argv[1])); lock.take()\n"
                "print(lock.is_ours(), lock.holder().pid == os.getpid())\n",
                str(path),
            )
            assert said == "True True\n"

    def test_one_of_another_computer_is_stale_after_a_day(self, path: Path) -> None:
        put(path, somebody(since=(datetime.now(UTC) - timedelta(hours=23)).isoformat()))
        assert FileLock(path).holder() is not None
        put(path, somebody(since=(datetime.now(UTC) - timedelta(hours=25)).isoformat()))
        assert FileLock(path).holder() is None

    @pytest.mark.parametrize("since", ["", "yesterday", "2026-03-02T09:00:00"])
    def test_one_with_a_time_that_is_none_is_stale(self, path: Path, since: str) -> None:
        put(path, somebody(since=since))
        assert FileLock(path).holder() is None

    @pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff", b'{"user":1}', b"x" * 20_000])
    def test_a_file_that_is_no_lock_is_nobodys(self, path: Path, content: bytes) -> None:
        FileLock(path).path.write_bytes(content)
        assert FileLock(path).holder() is None
        FileLock(path).take()

    def test_where_none_can_be_written_there_is_none_and_the_report_opens(self, path: Path) -> None:
        lock = FileLock(path.parent / "gone" / "a.clerkwell")
        lock.take()
        assert lock.is_ours()
        lock.release()


class TestReportFile:
    def test_saving_writes_the_file_and_remembers_what_it_holds(self, path: Path) -> None:
        file = ReportFile(path)
        assert file.known == ""
        file.save(ONE, 1)
        assert read_file(path) == ONE
        assert file.known == read_file(path).digest
        file.save(TWO, 2)
        assert read_file(path) == TWO
        file.close()
        assert [each.name for each in path.parent.iterdir()] == [path.name]

    def test_an_older_state_does_not_come_over_a_newer_one(self, path: Path) -> None:
        file = ReportFile(path)
        file.save(TWO, 2)
        file.save(ONE, 1)
        assert read_file(path) == TWO
        file.close()

    def test_what_somebody_else_saved_meanwhile_is_not_saved_over(self, path: Path) -> None:
        known = write_file(path, ONE)
        file = ReportFile(path, known)
        write_file(path, TWO)
        with pytest.raises(ConflictError) as caught:
            file.save(ONE, 1)
        assert str(caught.value) == (
            '"Trees.clerkwell" was changed by somebody else after you opened it, so it was not saved; '
            "save your work as a copy and compare the two."
        )
        assert read_file(path) == TWO
        file.save(ONE, 1, overwrite=True)
        assert read_file(path) == ONE
        file.close()

    def test_a_file_that_was_touched_but_not_changed_is_no_conflict(self, path: Path) -> None:
        known = write_file(path, ONE)
        file = ReportFile(path, known)
        os.utime(path, (1, 1))
        file.save(TWO, 1)
        assert read_file(path) == TWO
        file.close()

    def test_a_file_that_was_moved_away_is_written_anew(self, path: Path) -> None:
        file = ReportFile(path, write_file(path, ONE))
        path.unlink()
        file.save(ONE, 1)
        assert read_file(path) == ONE
        file.close()

    def test_one_whose_lock_was_taken_over_is_not_saved(self, path: Path) -> None:
        file = ReportFile(path, write_file(path, ONE))
        other = ReportFile(path, read_file(path).digest, take_over=True)
        with pytest.raises(ConflictError, match="taken over"):
            file.save(TWO, 1)
        other.save(TWO, 1)
        file.close()
        other.close()

    def test_one_that_cannot_be_looked_at_is_not_saved_over(self, path: Path) -> None:
        file = ReportFile(path, write_file(path, ONE))
        path.unlink()
        path.mkdir()
        with pytest.raises(FileError, match="is a folder"):
            file.save(TWO, 1)
        file.close()

    def test_a_failure_leaves_the_file_and_what_is_known_of_it(self, path: Path) -> None:
        file = ReportFile(path.parent / "gone" / "a.clerkwell")
        with pytest.raises(FileError, match="There is no folder"):
            file.save(ONE, 1)
        (path.parent / "gone").mkdir()
        file.save(ONE, 1)
        assert read_file(file.path) == ONE
        file.close()


def test_a_report_opened_through_a_link_is_the_same_report(path: Path, tmp_path: Path) -> None:
    write_file(path, ONE)
    link = tmp_path / "link.clerkwell"
    link.symlink_to(path)
    file = ReportFile(link)
    with pytest.raises(LockedError):
        ReportFile(path)
    file.close()
    ReportFile(path).close()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["Trees.clerkwell", "link.clerkwell"]


def test_who_puts_theirs_in_its_place_has_the_file_again(path: Path) -> None:
    first = ReportFile(path, write_file(path, ONE))
    second = ReportFile(path, first.known, take_over=True)
    with pytest.raises(ConflictError, match="taken over"):
        first.save(TWO, 1)
    first.save(TWO, 1, overwrite=True)
    first.save(ONE, 2)
    with pytest.raises(ConflictError, match="taken over"):
        second.save(TWO, 1)
    second.close()
    first.close()
    assert not first.path.with_name(".Trees.clerkwell.lock").exists()


def test_opening_a_report_removes_what_a_killed_program_left_beside_it(path: Path, tmp_path: Path) -> None:
    left = tmp_path / ".clerkwell-0123456789ab.tmp"
    left.write_bytes(b"half a report")
    os.utime(left, (0, 0))
    ReportFile(path, write_file(path, ONE)).close()
    assert [each.name for each in tmp_path.iterdir()] == ["Trees.clerkwell"]
