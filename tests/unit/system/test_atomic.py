"""Writing a file: whole or not at all, whatever happens on the way."""

import errno
import io
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from clerkwell.system import FileError, atomic_write
from clerkwell.system import atomic as atomic_module
from clerkwell.system.atomic import clear_leftovers

OLD, NEW = b"what it held before", b"what it is to hold" * 1000
SOURCE = Path(atomic_module.__file__).resolve().parents[2]


def no_wait(seconds: float) -> None:
    del seconds


def beside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def failing(number: int) -> Callable[..., NoReturn]:
    def fail(*given: object, **named: object) -> NoReturn:
        del given, named
        raise OSError(number, os.strerror(number))

    return fail


open_descriptor = os.fdopen


class Breaking(io.RawIOBase):
    """A file on a disk that fills up in the middle of it."""

    def __init__(self, descriptor: int, number: int) -> None:
        super().__init__()
        self._file = open_descriptor(descriptor, "wb")
        self._number = number

    def write(self, data: object) -> int:
        assert isinstance(data, bytes)
        self._file.write(data[: len(data) // 2])
        self._file.flush()
        raise OSError(self._number, os.strerror(self._number))

    def close(self) -> None:
        self._file.close()
        super().close()


def breaking(number: int) -> Callable[[int, str], Breaking]:
    return lambda descriptor, mode: Breaking(descriptor, number)  # noqa: ARG005 - as os.fdopen is called


def test_a_new_file_holds_the_data_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    atomic_write(tmp_path / "a.txt", NEW)
    assert (tmp_path / "a.txt").read_bytes() == NEW
    assert beside(tmp_path) == ["a.txt"]


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(OLD)
    atomic_write(path, b"")
    assert path.read_bytes() == b""


def test_the_data_is_on_the_disk_before_it_takes_the_old_files_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    sync, replace = os.fsync, Path.replace

    def fsync(descriptor: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        sync(descriptor)

    def put(self: Path, target: Path) -> Path:
        steps.append("replace")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", put)
    atomic_write(tmp_path / "a.txt", NEW)
    assert steps == ["file", "replace", "folder"]
    steps.clear()
    atomic_write(tmp_path / "a.txt", NEW, durable=False)
    assert steps == ["replace"]


STEPS = {
    "making the file beside": (os, "open", failing),
    "writing half of it": (os, "fdopen", breaking),
    "keeping the mode": (Path, "chmod", failing),
    "flushing it": (os, "fsync", failing),
    "putting it in place": (Path, "replace", failing),
}


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EDQUOT, errno.EROFS])
@pytest.mark.parametrize("step", STEPS)
def test_cut_at_any_step_the_file_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(OLD)
    where, name, make = STEPS[step]
    with monkeypatch.context() as patch:
        patch.setattr(where, name, make(number))
        with pytest.raises(FileError) as caught:
            atomic_write(path, NEW, sleep=no_wait)
    assert path.read_bytes() == OLD
    assert beside(tmp_path) == ["a.txt"]
    assert str(caught.value).endswith(".")
    assert "Errno" not in str(caught.value)


@pytest.mark.parametrize("step", STEPS)
def test_interrupted_at_any_step_nothing_is_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def interrupt(*given: object, **named: object) -> NoReturn:
        for descriptor in (each for each in given if isinstance(each, int) and step == "writing half of it"):
            os.close(descriptor)
        del named
        raise KeyboardInterrupt

    path = tmp_path / "a.txt"
    path.write_bytes(OLD)
    where, name, _ = STEPS[step]
    with monkeypatch.context() as patch:
        patch.setattr(where, name, interrupt)
        with pytest.raises(KeyboardInterrupt):
            atomic_write(path, NEW)
    assert path.read_bytes() == OLD
    assert beside(tmp_path) == ["a.txt"]


def test_a_folder_that_cannot_be_flushed_does_not_make_a_saved_file_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "not on this drive")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    atomic_write(tmp_path / "a.txt", NEW)
    assert (tmp_path / "a.txt").read_bytes() == NEW


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signal that ends a process on the spot")
def test_killed_at_any_moment_the_file_is_the_old_one_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    whole = (b"a" * 3_000_000, b"b" * 3_000_000)
    atomic_write(path, whole[0])
    program = (
        "import sys; from pathlib import Path; from clerkwell.system.atomic import atomic_write\n"
        "print('ready', flush=True)\n"
        "while True:\n"
        "    for letter in (b'b', b'a'): atomic_write(Path(sys.argv[1]), letter * 3_000_000)\n"
    )
    seen = set()
    for attempt in range(12):
        process = subprocess.Popen(
            [sys.executable, "-c", program, str(path)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(SOURCE)},
        )
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.01 + attempt * 0.007)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        found = path.read_bytes()
        assert found in whole
        seen.add(found[:1])
    assert seen <= {b"a", b"b"}


class TestHeldOpen:
    def test_a_file_let_go_of_within_two_seconds_is_written(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes(OLD)
        waited: list[float] = []
        replace = Path.replace

        def held(self: Path, target: Path) -> Path:
            if sum(waited) < 1.5:
                raise PermissionError(errno.EACCES, "access denied")
            return replace(self, target)

        monkeypatch.setattr(Path, "replace", held)
        atomic_write(path, NEW, sleep=waited.append)
        assert path.read_bytes() == NEW
        assert sum(waited) == pytest.approx(1.5)

    def test_one_held_longer_is_named_and_stays_as_it_was(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes(OLD)
        waited: list[float] = []
        monkeypatch.setattr(Path, "replace", failing(errno.EBUSY))
        with pytest.raises(FileError) as caught:
            atomic_write(path, NEW, sleep=waited.append)
        assert caught.value.reason == "held-open"
        assert str(caught.value) == '"a.txt" is open in another program; close it there, or save under another name.'
        assert sum(waited) == pytest.approx(2.0)
        assert path.read_bytes() == OLD
        assert beside(tmp_path) == ["a.txt"]

    def test_what_is_no_question_of_patience_is_not_waited_for(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        waited: list[float] = []
        monkeypatch.setattr(Path, "replace", failing(errno.ENOSPC))
        with pytest.raises(FileError):
            atomic_write(tmp_path / "a.txt", NEW, sleep=waited.append)
        assert waited == []


class TestWhatIsKept:
    @pytest.mark.skipif(os.name == "nt", reason="Windows knows no such modes")
    @pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o777])
    def test_the_mode(self, tmp_path: Path, mode: int) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes(OLD)
        path.chmod(mode)
        atomic_write(path, NEW)
        assert stat.S_IMODE(path.stat().st_mode) == mode

    @pytest.mark.skipif(os.name == "nt", reason="Windows knows no such modes")
    def test_the_users_own_habit_for_a_new_file(self, tmp_path: Path) -> None:
        before = os.umask(0o027)
        try:
            atomic_write(tmp_path / "a.txt", NEW)
        finally:
            os.umask(before)
        assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o640

    @pytest.mark.skipif(os.name == "nt", reason="a link needs a privilege on Windows")
    def test_a_link_and_the_file_it_points_to(self, tmp_path: Path) -> None:
        (tmp_path / "far").mkdir()
        real = tmp_path / "far" / "real.txt"
        real.write_bytes(OLD)
        link = tmp_path / "link.txt"
        link.symlink_to(real)
        atomic_write(link, NEW)
        assert link.is_symlink()
        assert real.read_bytes() == NEW
        assert beside(real.parent) == ["real.txt"]


class TestSentences:
    def refused(self, path: Path, data: bytes = NEW) -> FileError:
        with pytest.raises(FileError) as caught:
            atomic_write(path, data, sleep=no_wait)
        assert caught.value.path == path
        return caught.value

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        error = self.refused(tmp_path / "gone" / "a.txt")
        assert str(error) == f"There is no folder {tmp_path / 'gone'}; choose one that exists."
        assert error.reason == "no-folder"

    def test_a_file_where_a_folder_should_be(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_bytes(OLD)
        assert self.refused(tmp_path / "file" / "a.txt").reason == "no-folder"

    def test_a_folder_in_the_place_of_the_file(self, tmp_path: Path) -> None:
        (tmp_path / "sub").mkdir()
        error = self.refused(tmp_path / "sub")
        assert str(error) == f"{tmp_path / 'sub'} is a folder; choose a file name in it."
        assert beside(tmp_path) == ["sub"]

    def test_a_name_that_is_too_long(self, tmp_path: Path) -> None:
        error = self.refused(tmp_path / ("x" * 300))
        assert str(error) == f'The file name "{"x" * 30}…" is too long; use a shorter one.'
        assert error.reason == "name-too-long"

    @pytest.mark.skipif(os.name == "nt", reason="names are limited otherwise on Windows")
    def test_a_name_just_within_the_limit_can_be_written(self, tmp_path: Path) -> None:
        atomic_write(tmp_path / ("x" * 255), NEW)
        assert beside(tmp_path) == ["x" * 255]

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
    def test_a_full_disk(self) -> None:
        error = self.refused(Path("/dev/full"))
        assert str(error) == ('There is no room left on the disk for "full"; free some space or save it elsewhere.')
        assert error.reason == "full"
        assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)

    def test_a_file_marked_as_read_only(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes(OLD)
        # As the system answers anybody but its administrator.
        monkeypatch.setattr(os, "access", lambda *_: False)
        error = self.refused(path)
        assert str(error) == '"a.txt" is marked as read-only; save under another name, or change its properties.'
        assert path.read_bytes() == OLD

    def test_a_folder_that_can_only_be_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "open", failing(errno.EROFS))
        error = self.refused(tmp_path / "a.txt")
        assert str(error) == f'{tmp_path} can only be read; save "a.txt" in another folder.'

    @pytest.mark.skipif(os.name == "nt", reason="Windows knows no such modes")
    def test_a_folder_one_may_not_write_in(self, tmp_path: Path) -> None:
        """In a process of an ordinary user: the administrator may write anywhere."""
        folder = tmp_path / "theirs"
        folder.mkdir()
        folder.chmod(0o555)
        program = (
            "import sys; from pathlib import Path; from clerkwell.system.atomic import atomic_write\n"
            "from clerkwell.system.errors import FileError\n"
            "import os\n"
            "if os.geteuid() == 0: os.setegid(65534); os.seteuid(65534)\n"
            "os.chdir(sys.argv[1])\n"
            "try: atomic_write(Path('a.txt'), b'x')\n"
            "except FileError as error: print(error.reason, error)\n"
        )
        for parent in (tmp_path, *tmp_path.parents):
            if parent.stat().st_uid == os.geteuid() and not parent.stat().st_mode & stat.S_IXOTH:
                parent.chmod(parent.stat().st_mode | stat.S_IXOTH)
        done = subprocess.run(
            [sys.executable, "-c", program, str(folder)],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONPATH": str(SOURCE)},
        )
        assert done.stdout == (
            'no-permission You have no permission to write "a.txt" in .; save it in another folder.\n'
        )

    def test_anything_else_in_the_systems_own_words(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "fsync", failing(errno.EIO))
        error = self.refused(tmp_path / "a.txt")
        assert str(error) == f'"a.txt" could not be saved: {os.strerror(errno.EIO)}.'
        assert error.reason == "other"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such device")
def test_a_device_is_written_to_and_not_replaced() -> None:
    atomic_write(Path("/dev/null"), NEW)
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_what_a_killed_program_left_is_removed_a_day_later(tmp_path: Path) -> None:
    left = tmp_path / ".clerkwell-0123456789ab.tmp"
    left.write_bytes(b"half a report")
    (tmp_path / "notes.tmp").touch()
    written = left.stat().st_mtime
    clear_leftovers(tmp_path, written + 3600)
    assert left.exists(), "somebody may still be writing it"
    clear_leftovers(tmp_path, written + 25 * 3600)
    assert [each.name for each in tmp_path.iterdir()] == ["notes.tmp"]
    clear_leftovers(tmp_path / "gone")
