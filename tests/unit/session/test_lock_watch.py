"""Whether a colleague still has a report open that is only read here."""

import shutil
from pathlib import Path

import pytest

from clerkwell.session.lock_watch import Seen, look
from clerkwell.storage import FileLock, StoredReport, read_file, write_file
from helpers.building import make_pack, make_report


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return _put(tmp_path / "share" / "Parks.clerkwell", "Parks are busy.")


def test_a_report_is_held_as_long_as_its_lock_is_there_and_free_afterwards(file: Path) -> None:
    known, theirs = read_file(file).digest, FileLock(file)
    theirs.take()
    held = look(file, known)
    assert held.state == "held"
    assert held.holder == theirs.holder()
    theirs.release()
    assert look(file, known) == Seen("free")


def test_what_the_colleague_saved_meanwhile_is_noticed(file: Path) -> None:
    known = read_file(file).digest
    _put(file, "Parks are quiet.")
    assert look(file, known) == Seen("free", changed=True)


def test_a_share_that_is_away_does_not_make_a_report_free(file: Path) -> None:
    known = read_file(file).digest
    FileLock(file).take()
    shutil.move(file.parent, file.parent.with_name("away"))
    assert look(file, known) == Seen("unknown")


def _put(path: Path, words: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    pack = make_pack()
    write_file(path, StoredReport(make_report({"summary": words}, pack=pack), pack_files=pack.files))
    return path
