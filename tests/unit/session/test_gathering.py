"""What is gathered for IT: enough to help, nothing of a report and nothing of a person."""

import io
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest

from clerkwell import __version__
from clerkwell.session import gathering
from clerkwell.session.computer_facts import computer_facts
from clerkwell.session.gathering import Part, as_zip, gather, proved, suggested_name, to_be_proved
from clerkwell.session.surroundings import Surroundings
from clerkwell.storage import RecoveryFolder, StoredReport
from clerkwell.system import CrashLog, Folders, Settings, folders
from helpers.building import make_pack, make_report

WHEN = datetime(2026, 11, 23, 15, 4, tzinfo=UTC)
SECRET = "Marigold plans to close Example Street."
AUTHOR = Settings(
    author_name="Sam Sample",
    author_post="Head of Example Services",
    author_department="Example Department",
    author_telephone="020 7946 0123",
    author_email="sam.sample@example.org",
)


@pytest.fixture
def at(throw_away_profile: Path) -> Folders:
    del throw_away_profile
    found = folders()
    found.logs.mkdir(parents=True)
    found.crashes.mkdir(parents=True)
    return found


def named(parts: tuple[Part, ...]) -> dict[str, str]:
    return {each.name: each.words for each in parts}


def test_it_tells_what_helps(at: Folders) -> None:
    pack = make_pack()
    (at.logs / "clerkwell.log").write_text("2026-11-23 WARNING clerkwell.session: it ended\n")
    found = named(gather(at, Settings(theme="dark"), Surroundings(Path("/opt/soffice"), (pack,)), qt="6.11"))
    assert f"Clerkwell {__version__}" in found["versions.txt"]
    assert "Qt 6.11" in found["versions.txt"]
    assert pack.manifest.pack.title in found["versions.txt"]
    assert 'theme = "dark"\n' in found["settings.txt"]
    assert "text_size = 11  # as it comes" in found["settings.txt"]
    assert str(at.state) in found["computer.txt"]
    assert "it ended" in found["log.txt"]
    assert found["crashes.txt"] == "There are none."


def test_nothing_of_a_report_or_of_its_author_is_in_it(at: Folders, tmp_path: Path) -> None:
    """A crash with the report open, its work kept for recovery, its name in the log of an older version."""
    pack = make_pack()
    report = make_report({"summary": SECRET, "background": SECRET}, pack=pack)
    path = tmp_path / "Marigold closures.clerkwell"
    keeper = RecoveryFolder(at.recovery).keep(path, "")
    keeper.write(StoredReport(report=report, pack_files=pack.files), 1)
    crashes = CrashLog(at.crashes, "1.0")
    try:
        raise LookupError(SECRET) from FileNotFoundError(2, "No such file", str(path))
    except LookupError as error:
        crashes.note(error)
    (at.logs / "clerkwell.log").write_text(f'saved {path}\nby sam.sample@example.org\n"{path.name}" is open\n')
    parts = gather(at, AUTHOR, Surroundings(None, (pack,), pack), documents=tmp_path)
    keeper.abandon()
    words = "\n".join(named(parts).values())
    for hidden in (*SECRET.split()[:1], "Sample", "7946", "Head of", "Example Department", "closures"):
        assert hidden not in words, hidden
    assert "Recovery copies of reports: 1" in words
    assert "author_name = (filled in; not told)" in words
    assert "LookupError" in words


def test_only_the_end_of_a_long_log_is_taken_the_newest_file_last(at: Folders) -> None:
    (at.logs / "clerkwell.log.1").write_text("".join(f"old {number:06}\n" for number in range(60_000)))
    (at.logs / "clerkwell.log").write_text("newest\n")
    words = named(gather(at, Settings(), Surroundings()))["log.txt"]
    assert words.startswith("(only the end of it)\nold ")
    assert words.endswith("old 059999\nnewest\n")
    assert len(words) < 310_000


def test_the_last_five_crash_reports_are_taken_the_newest_first(at: Folders) -> None:
    for number in range(7):
        (at.crashes / f"crash-2026112{number}.txt").write_text(f"fault {number}\n")
    words = named(gather(at, Settings(), Surroundings()))["crashes.txt"]
    assert [line for line in words.splitlines() if line] == [f"fault {number}" for number in (6, 5, 4, 3, 2)]


def test_a_profile_that_is_not_there_is_no_reason_to_fail(tmp_path: Path) -> None:
    nowhere = Folders(*(tmp_path / name for name in ("config", "data", "state", "mconfig", "mdata")))
    assert "not there" in named(gather(nowhere, Settings(), Surroundings()))["computer.txt"]
    assert not list(tmp_path.iterdir())


def test_a_neighbour_of_the_program_s_folder_is_not_taken_for_its_own(at: Folders) -> None:
    """Reports are kept in a folder beside it, whose name begins as its own does."""
    inside, beside = at.state / "clerkwell.lock", Path(f"{at.state} reports") / "Marigold"
    (at.logs / "clerkwell.log").write_text(f"opened {inside}\nopened {beside}.clerkwell\n")
    words = named(gather(at, Settings(), Surroundings()))["log.txt"]
    assert str(inside) in words
    assert "Marigold" not in words


def test_a_folder_that_can_only_be_read_is_told_and_of_what_drive_it_is(
    at: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clerkwell.session.computer_facts.os.access", lambda *_: False)
    facts = computer_facts(at, environment={"CLERKWELL_LOG": "word=DEBUG", "SSH_KEY": "no"})
    assert f"log, recovery and lists: {at.state}, can only be read" in facts
    assert "CLERKWELL_LOG=word=DEBUG" in facts
    assert "SSH" not in facts
    if sys.platform == "linux":
        assert " drive" in facts


def test_the_file_says_what_is_in_it_and_what_was_left_out() -> None:
    parts = (Part("a.txt", "Versions", "What this is.", "One\nTwo"), Part("b.txt", "Log", "Faults.", "Three"))
    with zipfile.ZipFile(io.BytesIO(as_zip(parts[:1], parts[1:], WHEN))) as archive:
        assert archive.namelist() == ["contents.txt", "a.txt"]
        assert archive.read("a.txt") == b"One\r\nTwo\r\n"
        contents = archive.read("contents.txt").decode()
        assert archive.testzip() is None
    assert "a.txt: Versions. What this is." in contents
    assert "b.txt: left out" in contents
    assert "23 November 2026, 15:04" in contents
    assert suggested_name(WHEN) == "Clerkwell for IT 2026-11-23.zip"


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("print('ok: a pack')", "The self-test found nothing wrong"),
        ("print('wrong: sam.sample@example.org'); raise SystemExit(1)", "The self-test failed with exit code 1"),
    ],
)
def test_the_self_test_is_told_with_what_it_said(
    at: Folders, monkeypatch: pytest.MonkeyPatch, code: str, says: str
) -> None:
    monkeypatch.setattr(gathering, "ourselves", lambda _: [sys.executable, "-c", code])
    part = proved(Event(), at, AUTHOR)
    assert part.name == to_be_proved().name
    assert part.words.startswith(says)
    assert ("ok: a pack" in part.words) is (code[-2:] == "')")
    assert "sam.sample" not in part.words


def test_a_self_test_that_nobody_waits_for_ends_at_once(at: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "ourselves", lambda _: [sys.executable, "-c", "import time; time.sleep(600)"])
    stop = Event()
    stop.set()
    assert "did not come to its end" in proved(stop, at, Settings()).words


def test_a_self_test_that_cannot_be_started_is_told(at: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "ourselves", lambda _: ["/nowhere/clerkwell"])
    assert "The self-test could not be started" in proved(Event(), at, Settings()).words


def test_a_self_test_leaves_no_folder_behind(at: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has one in the profile, which the next start removes if this program is ended meanwhile."""
    seen = "import os; print(os.getcwd())"
    monkeypatch.setattr(gathering, "ourselves", lambda _: [sys.executable, "-c", seen])
    assert str(at.pages) in proved(Event(), at, Settings()).words
    assert list(at.pages.iterdir()) == []
