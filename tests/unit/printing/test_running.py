"""LibreOffice that behaves badly: every one is ended with all it started, and nothing of it is left."""

import os
import stat
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from clerkwell.printing import Engine, PageMaker, PrintingError, StoppedError
from clerkwell.system import folders, make_folder
from clerkwell.system.processes import is_alive
from helpers import office_fakes as fakes
from helpers.office_fakes import fake_office, gives, noted
from helpers.pdfs import make_pdf

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs that stand in are scripts with a #! line")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder in which pages are made, which must be empty again at the end; none go where temporary files do."""
    # Short, as sockets are put into it.
    monkeypatch.setenv("CLERKWELL_HOME", str(tmp_path / "p"))
    folder = make_folder(folders().pages)
    elsewhere = tmp_path / "t"
    elsewhere.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(elsewhere))
    yield folder
    assert not [*folder.iterdir(), *elsewhere.iterdir()], "something was left behind"


def maker(folder: Path, behaviour: str, patience: float = 20.0) -> PageMaker:
    ways = (Engine("libreoffice", fake_office(folder, behaviour)),)
    return PageMaker(lambda: ways, patience)


def gone(pid: int) -> bool:
    """Whether a process has ended; one that waits for its parent to notice has."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return not is_alive(pid)


def wait_until_gone(*pids: int) -> None:
    deadline = time.monotonic() + 5
    while not all(map(gone, pids)):
        assert time.monotonic() < deadline, f"still there: {[pid for pid in pids if not gone(pid)]}"
        time.sleep(0.02)


@pytest.mark.parametrize("behaviour", [fakes.HANGS, fakes.IGNORES_SIGNALS, fakes.SPAWNS])
def test_one_that_hangs_is_ended_with_all_its_children(tmp_path: Path, temporary: Path, behaviour: str) -> None:
    making = maker(tmp_path, behaviour, patience=1.5)

    with pytest.raises(PrintingError, match=r"^LibreOffice did not finish within 2 seconds and was stopped\.$"):
        making.make(b"words")
    making.close()

    children = noted(tmp_path, "children").split() if behaviour == fakes.SPAWNS else []
    wait_until_gone(int(noted(tmp_path, "pid")), *map(int, children))
    assert temporary.is_dir()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells who left the group")
def test_what_it_leaves_running_when_it_ends_is_ended(tmp_path: Path, temporary: Path) -> None:
    making = maker(tmp_path, fakes.SPAWNS_AND_ENDS)

    with pytest.raises(PrintingError):
        making.make(b"words")
    making.close()

    wait_until_gone(int(noted(tmp_path, "children")))
    assert temporary.is_dir()


@pytest.mark.parametrize(
    ("behaviour", "sentence"),
    [
        (fakes.NOTHING, "LibreOffice ended without making the pages."),
        (fakes.EMPTY, "LibreOffice ended without making the pages."),
        (fakes.RUBBISH, "LibreOffice ended without making the pages."),
        (fakes.FAILS, "LibreOffice ended without making the pages."),
        (fakes.BROKEN, "What was made is not a PDF that can be read."),
    ],
)
def test_one_that_makes_no_pages_is_told_of_in_a_sentence(
    tmp_path: Path, temporary: Path, behaviour: str, sentence: str
) -> None:
    making = maker(tmp_path, behaviour)

    with pytest.raises(PrintingError) as error:
        making.make(b"words")
    making.close()

    assert str(error.value) == sentence
    assert temporary.is_dir()


def test_one_that_cannot_be_started_is_told_of_in_a_sentence(tmp_path: Path, temporary: Path) -> None:
    ways = (Engine("libreoffice", tmp_path / "not-there"),)
    making = PageMaker(lambda: ways)

    with pytest.raises(PrintingError, match=r"^LibreOffice could not be started: .*\.$"):
        making.make(b"words")
    making.close()
    assert temporary.is_dir()


def test_pages_that_nobody_wants_any_more_are_not_waited_for(tmp_path: Path, temporary: Path) -> None:
    making, stop = maker(tmp_path, fakes.SPAWNS, patience=600), Event()
    raised: list[Exception] = []

    def work() -> None:
        try:
            making.make(b"words", stop)
        except StoppedError as error:
            raised.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    while not (tmp_path / "notes" / "pid").exists():
        time.sleep(0.02)
    began = time.monotonic()
    stop.set()
    thread.join(10)
    making.close()

    assert raised
    assert time.monotonic() - began < 3
    wait_until_gone(int(noted(tmp_path, "pid")), *map(int, noted(tmp_path, "children").split()))
    assert temporary.is_dir()


def test_the_next_way_is_taken_and_what_failed_is_said(tmp_path: Path, temporary: Path) -> None:
    good = tmp_path / "good"
    good.mkdir()
    ways = (
        Engine("libreoffice", fake_office(tmp_path, fakes.FAILS)),
        Engine("libreoffice", gives(good, make_pdf(3))),
    )
    making = PageMaker(lambda: ways)
    made = making.make(b"words")
    making.close()

    assert (made.pages, made.engine) == (3, ways[1])
    assert made.notes == ("LibreOffice ended without making the pages.",)
    assert temporary.is_dir()


def test_its_folders_are_the_users_alone_and_its_profile_its_own(tmp_path: Path, temporary: Path) -> None:
    seen: list[tuple[int, ...]] = []
    ways = (Engine("libreoffice", gives(tmp_path, make_pdf())),)
    making = PageMaker(lambda: ways)
    making.make(b"words")
    (place,) = temporary.iterdir()
    seen.append(tuple(stat.S_IMODE(each.stat().st_mode) for each in (place, place / "job", place / "office" / "user")))
    profile = Path(noted(tmp_path, "profile").removeprefix("file://"))

    assert seen == [(0o700, 0o700, 0o700)]
    assert profile.is_relative_to(place)
    assert not list((place / "job").iterdir()), "the document stayed"
    making.close()


def test_two_at_once_have_a_profile_each(tmp_path: Path, temporary: Path) -> None:
    profiles = []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        ways = (Engine("libreoffice", gives(folder, make_pdf())),)
        making = PageMaker(lambda ways=ways: ways)  # type: ignore[misc]  # the default is how a loop's value is kept
        making.make(b"words")
        profiles.append(noted(folder, "profile"))
        making.close()

    assert len(set(profiles)) == 2
    assert temporary.is_dir()


def test_folders_of_programs_that_were_killed_are_swept_up(tmp_path: Path, temporary: Path) -> None:
    nobody = 4_000_000  # more than any system numbers its processes
    (temporary / f"clerkwell-pages-{nobody}-abc").mkdir()
    (temporary / f"clerkwell-pages-{os.getpid()}-abc").mkdir()
    (temporary / "clerkwell-pages-other").mkdir()
    ways = (Engine("libreoffice", gives(tmp_path, make_pdf())),)
    making = PageMaker(lambda: ways)
    making.make(b"words")
    making.close()

    assert {each.name for each in temporary.iterdir()} == {
        f"clerkwell-pages-{os.getpid()}-abc",
        "clerkwell-pages-other",
    }
    for each in list(temporary.iterdir()):
        each.rmdir()


def test_a_profile_that_cannot_be_written_has_room_elsewhere(tmp_path: Path, temporary: Path) -> None:
    temporary.rmdir()
    temporary.write_text("in the way")
    making = PageMaker(lambda: (Engine("libreoffice", gives(tmp_path, make_pdf(2))),))
    assert making.make(b"words").pages == 2
    making.close()
    temporary.unlink()
    temporary.mkdir()


def test_a_closed_maker_makes_again_when_it_is_asked(tmp_path: Path, temporary: Path) -> None:
    ways = (Engine("libreoffice", gives(tmp_path, make_pdf(2))),)
    making = PageMaker(lambda: ways)
    making.make(b"words")
    making.close()

    assert making.make(b"words").pages == 2
    making.close()
    assert temporary.is_dir()


def test_nothing_of_the_document_is_logged(tmp_path: Path, temporary: Path, caplog: pytest.LogCaptureFixture) -> None:
    making = maker(tmp_path, "print('secret words'); sys.stderr.write('secret words'); sys.exit(1)")
    with caplog.at_level(0), pytest.raises(PrintingError) as error:
        making.make(b"secret words")
    making.close()

    assert "secret" not in caplog.text + str(error.value)
    assert temporary.is_dir()
