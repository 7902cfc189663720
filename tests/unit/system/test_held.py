"""A held file where the drive knows no holding: as some network drives do not."""

import errno
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from clerkwell.storage import RecoveryFolder, StoredReport
from clerkwell.system import held
from clerkwell.system.held import HeldFile
from clerkwell.system.processes import began, machine
from helpers.building import make_pack, make_report


@pytest.fixture(params=[errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS])
def no_holding(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(descriptor: int) -> bool:
        del descriptor
        raise OSError(request.param, os.strerror(request.param))

    monkeypatch.setattr(held, "_lock", refuse)


def noted(path: Path, where: str, pid: int, since: str) -> None:
    path.write_text(f"{where}\n{pid}\n{since}")


@pytest.mark.usefixtures("no_holding")
class TestWithoutHolding:
    def test_one_holds_it_at_a_time(self, tmp_path: Path) -> None:
        one, other = HeldFile(tmp_path / "held"), HeldFile(tmp_path / "held")
        assert one.hold()
        assert one.hold()
        assert not other.hold()
        one.let_go()
        assert other.hold()
        other.let_go()

    def test_whoever_has_ended_holds_it_no_more(self, tmp_path: Path) -> None:
        ended = subprocess.Popen([sys.executable, "-c", ""])
        ended.wait()
        noted(tmp_path / "held", machine(), ended.pid, "1")
        found = HeldFile(tmp_path / "held")
        assert found.hold()
        found.let_go()

    @pytest.mark.skipif(not began(os.getpid()), reason="this system does not say when a process began")
    def test_a_number_that_another_process_has_now_holds_nothing(self, tmp_path: Path) -> None:
        noted(tmp_path / "held", machine(), os.getppid(), "long ago")
        found = HeldFile(tmp_path / "held")
        assert found.hold()
        found.let_go()

    def test_another_computer_holds_it_for_a_day(self, tmp_path: Path) -> None:
        path = tmp_path / "held"
        noted(path, "far-away", 4, "")
        assert not HeldFile(path).hold()
        yesterday = time.time() - 25 * 60 * 60
        os.utime(path, (yesterday, yesterday))
        found = HeldFile(path)
        assert found.hold()
        found.let_go()

    @pytest.mark.parametrize("words", [b"", b"\xff\xfe", b"far-away", b"\n\n\n\n"])
    def test_what_nobody_wrote_holds_nothing(self, tmp_path: Path, words: bytes) -> None:
        (tmp_path / "held").write_bytes(words)
        found = HeldFile(tmp_path / "held")
        assert found.hold()
        found.let_go()

    def test_work_that_was_lost_is_found_and_open_work_is_not(self, tmp_path: Path) -> None:
        recovery, pack = RecoveryFolder(tmp_path / "recovery"), make_pack()
        report = make_report({"summary": "Parks are busy."}, pack=pack)
        keeper = recovery.keep(None, "")
        keeper.write(StoredReport(report=report, pack_files=pack.files), 1)
        assert recovery.found() == ()
        keeper.abandon()
        (found,) = recovery.found()
        assert recovery.restore(found.id).report == report
        assert found.made <= datetime.now(UTC)


def test_what_is_wrong_with_the_drive_is_told_and_leaves_nothing_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(descriptor: int) -> bool:
        raise OSError(errno.EIO, os.strerror(errno.EIO), descriptor)

    monkeypatch.setattr(held, "_lock", broken)
    found = HeldFile(tmp_path / "held")
    with pytest.raises(OSError, match="Input/output") as caught:
        found.hold()
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(int(caught.value.filename))
