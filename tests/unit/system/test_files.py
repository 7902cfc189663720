"""Reading files, free names, and processes."""

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from clerkwell.system import FileError, make_folder, numbered_copy, read_bytes
from clerkwell.system.files import keep_to_user
from clerkwell.system.held import HeldFile
from clerkwell.system.processes import began, is_alive, machine, user


def refused(path: Path, largest: int = 100) -> FileError:
    with pytest.raises(FileError) as caught:
        read_bytes(path, largest)
    return caught.value


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 100)
    assert read_bytes(tmp_path / "a", 100) == b"x" * 100


def test_what_cannot_be_read_is_named_in_a_sentence(tmp_path: Path) -> None:
    assert str(refused(tmp_path / "a")) == f"There is no file {tmp_path / 'a'}; check the name and the folder."
    assert refused(tmp_path / "a").reason == "missing"
    assert str(refused(tmp_path)) == f"{tmp_path} is a folder; choose a file in it."
    assert refused(tmp_path / ("x" * 300)).reason == "name-too-long"
    (tmp_path / "file").write_bytes(b"")
    assert refused(tmp_path / "file" / "a").reason == "missing"


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.EBUSY, '"a" is open in another program; close it there and try again.'),
        (errno.EACCES, 'You have no permission to open "a"; ask its owner for access.'),
        (errno.EIO, f'"a" could not be read: {os.strerror(errno.EIO)}.'),
    ],
)
def test_what_the_system_refuses_is_named_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, sentence: str
) -> None:
    def refuse(self: Path, mode: str) -> None:
        raise OSError(number, os.strerror(number), f"{self} {mode}")

    monkeypatch.setattr(Path, "open", refuse)
    assert str(refused(tmp_path / "a")) == sentence


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 2_000_001)
    assert str(refused(tmp_path / "a", 2_000_000)) == ('"a" is larger than 1 MB; that is more than a report can hold.')


def test_a_copy_takes_the_first_free_number(tmp_path: Path) -> None:
    path = tmp_path / "Report.docx"
    assert numbered_copy(path) == tmp_path / "Report (2).docx"
    (tmp_path / "Report (2).docx").touch()
    (tmp_path / "Report (3).docx").touch()
    assert numbered_copy(path) == tmp_path / "Report (4).docx"


def test_a_folder_is_made_with_its_parents(tmp_path: Path) -> None:
    assert make_folder(tmp_path / "a" / "b").is_dir()
    assert make_folder(tmp_path / "a" / "b").is_dir()
    (tmp_path / "file").touch()
    with pytest.raises(FileError, match="could not be made"):
        make_folder(tmp_path / "file" / "b")


def test_a_held_file_is_held_by_one_alone(tmp_path: Path) -> None:
    mine, theirs = HeldFile(tmp_path / "held"), HeldFile(tmp_path / "held")
    assert mine.hold()
    assert mine.hold()
    assert not theirs.hold()
    mine.let_go()
    assert theirs.hold()
    theirs.let_go()
    theirs.let_go()


def test_a_held_file_is_free_once_its_process_has_ended(tmp_path: Path) -> None:
    program = "import sys; from pathlib import Path; from clerkwell.system.held import HeldFile\n"
    program += "held = HeldFile(Path(sys.argv[1])); print(held.hold(), flush=True); sys.stdin.read()\n"
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path / "held")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert process.stdout is not None
    assert process.stdin is not None
    assert process.stdout.readline().strip() == b"True"
    mine = HeldFile(tmp_path / "held")
    assert not mine.hold()
    process.kill()
    process.wait()
    process.stdout.close()
    process.stdin.close()
    assert mine.hold()
    mine.let_go()


def test_a_process_is_alive_until_it_ends() -> None:
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    assert is_alive(process.pid)
    process.communicate(b"\n")
    assert not is_alive(process.pid)
    assert is_alive(os.getpid())


@pytest.mark.parametrize("pid", [0, -1, 10**12])
def test_a_number_that_no_process_has_is_not_alive(pid: int) -> None:
    assert not is_alive(pid)
    assert began(pid) == ""


def test_who_and_where_we_are_has_words() -> None:
    assert machine()
    assert isinstance(user(), str)
    assert began(os.getpid()) == began(os.getpid())


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such modes")
class TestTheUsersAlone:
    @pytest.fixture(autouse=True)
    def everybody_may_look(self) -> Iterator[None]:
        before = os.umask(0o022)
        yield
        os.umask(before)

    def test_every_folder_that_is_made_on_the_way_is_the_users_alone(self, tmp_path: Path) -> None:
        """What lies in those above is a list of reports, say."""
        make_folder(tmp_path / "state" / "clerkwell" / "logs")
        for each in ("state", "state/clerkwell", "state/clerkwell/logs"):
            assert (tmp_path / each).stat().st_mode & 0o777 == 0o700

    def test_a_folder_that_is_there_keeps_its_mode(self, tmp_path: Path) -> None:
        (tmp_path / "shared").mkdir(mode=0o755)
        make_folder(tmp_path / "shared")
        assert (tmp_path / "shared").stat().st_mode & 0o777 == 0o755

    def test_a_profile_of_an_earlier_version_is_closed_to_others(self, tmp_path: Path) -> None:
        (tmp_path / "state").mkdir(mode=0o755)
        keep_to_user(tmp_path / "state")
        assert (tmp_path / "state").stat().st_mode & 0o777 == 0o700
        keep_to_user(tmp_path / "gone")
        assert not (tmp_path / "gone").exists()
