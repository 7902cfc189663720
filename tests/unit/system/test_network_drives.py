"""Writing a file on drives that are not this computer's own, and beside colleagues' files."""

import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from clerkwell.system import FileError, atomic_write
from helpers.users import as_nobody

OLD, NEW = b"what it held before", b"what it is to hold"


def failing(number: int) -> Callable[..., NoReturn]:
    def fail(*given: object, **named: object) -> NoReturn:
        del given, named
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP, errno.ENOSYS])
def test_a_drive_that_neither_flushes_nor_keeps_modes_takes_a_file_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """As a share does that the desktop has put into a folder by itself."""
    path = tmp_path / "a.txt"
    path.write_bytes(OLD)
    monkeypatch.setattr(os, "fsync", failing(number))
    monkeypatch.setattr(Path, "chmod", failing(number))
    atomic_write(path, NEW)
    assert path.read_bytes() == NEW
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be two users")
def test_a_colleagues_file_in_a_folder_where_nobody_may_replace_it_is_told_at_once() -> None:
    """Sticky, as /tmp is; and it is not told as a file that is open somewhere."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        folder.chmod(0o1777)
        (folder / "a.txt").write_bytes(OLD)
        (folder / "a.txt").chmod(0o666)
        said = as_nobody(
            "import time\n"
            "from clerkwell.system.atomic import atomic_write\n"
            "from clerkwell.system.errors import FileError\n"
            "began = time.monotonic()\n"
            "try: atomic_write(Path(sys.argv[1]) / 'a.txt', b'x')\n"
            "except FileError as error: print(error.reason, time.monotonic() - began < 1)\n",
            made,
        )
        assert said == "no-permission True\n"
        assert [each.name for each in folder.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("number", [errno.ESTALE, errno.EHOSTDOWN, errno.ETIMEDOUT])
def test_a_share_that_does_not_answer_is_told_as_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(os, "open", failing(number))
    with pytest.raises(FileError) as caught:
        atomic_write(tmp_path / "a.txt", NEW)
    assert caught.value.reason == "away"
    assert str(caught.value) == (
        'The network drive with "a.txt" does not answer; save elsewhere, or try again when it does.'
    )
