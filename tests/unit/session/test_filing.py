"""What is done with each state of a report that has been saved: copies, as the settings say at that moment."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from clerkwell.session import Pace
from clerkwell.session.filing import Filing, filing
from clerkwell.storage import FileLock, Locking, read_file
from clerkwell.system import Settings
from helpers.clockwork import WhenTold
from helpers.kept import kept_subject, subject
from helpers.sessions import OpenReport


def copied(folder: Path) -> list[str]:
    """The subjects of the copies there, by their names in order."""
    return [
        read_file(each).report.field("subject").text
        for each in sorted(folder.rglob("*.clerkwell"), key=lambda at: at.name)
    ]


def test_what_saves_itself_is_copied_too(path: Path, tmp_path: Path) -> None:
    at = [datetime(2026, 3, 2, 9, 0)]
    settings = [Settings(backup_folder=str(tmp_path / "copies"), backup_copies=2)]
    desk = OpenReport(pace=Pace(save=2.0), filing=filing(lambda: settings[0], lambda: at[0]))
    desk.session.apply(subject("Oaks"), "Change the subject")
    desk.session.save(path)
    for minute, words in ((1, "Elms"), (20, "Ashes"), (40, "Limes")):
        at[0] = at[0].replace(minute=minute)
        desk.session.apply(subject(words), "Change the subject")
        desk.clock.advance(3.0)
        assert kept_subject(path) == words
    assert copied(tmp_path / "copies") == ["Ashes", "Limes"]
    settings[0] = replace(settings[0], backup_folder="")
    desk.session.apply(subject("Pines"), "Change the subject")
    desk.session.save()
    assert copied(tmp_path / "copies") == ["Ashes", "Limes"]
    desk.session.close()


def test_copies_that_cannot_be_kept_are_told_once_and_the_report_saves_itself_all_the_same(
    path: Path, tmp_path: Path
) -> None:
    (tmp_path / "copies").write_text("a file")
    settings = Settings(backup_folder=str(tmp_path / "copies"))
    desk = OpenReport(pace=Pace(save=2.0), filing=filing(lambda: settings, lambda: datetime(2026, 3, 2)))
    desk.session.apply(subject("Oaks"), "Change the subject")
    desk.session.save(path)
    for words in ("Elms", "Ashes"):
        desk.session.apply(subject(words), "Change the subject")
        desk.clock.advance(3.0)
    assert kept_subject(path) == "Ashes"
    assert len(desk.troubles) == 1
    assert desk.troubles[0].startswith("The report is saved, but its copy")
    (tmp_path / "copies").unlink()
    desk.session.apply(subject("Limes"), "Change the subject")
    desk.session.save()
    assert copied(tmp_path / "copies") == ["Limes"]
    desk.session.close()


def test_a_copy_is_made_where_nobody_waits_for_it(path: Path) -> None:
    made: list[str] = []
    runner = WhenTold()
    desk = OpenReport(
        runner=runner,
        pace=Pace(save=2.0),
        filing=Filing(copy=lambda _, stored, __: made.append(stored.report.field("subject").text)),
    )
    desk.session.apply(subject("Oaks"), "Change the subject")
    desk.session.save(path)
    assert made == [], "whoever saves does not wait for a folder that may be on a network"
    desk.session.apply(subject("Elms"), "Change the subject")
    desk.session.save()
    runner.work()
    assert made == ["Elms"], "what was saved last is copied, once"
    runner.answer()
    desk.session.apply(subject("Ashes"), "Change the subject")
    desk.session.save()
    desk.session.close()
    assert made == ["Elms", "Ashes"], "nothing is left out where the report is closed before a thread is free"
    runner.work()
    assert made == ["Elms", "Ashes"]


def test_no_lock_is_written_where_it_says_so_and_one_goes_stale_when_it_says(path: Path) -> None:
    desk = OpenReport(filing=Filing(Locking(on=False)))
    desk.session.save(path)
    assert not FileLock(path).path.exists()
    desk.session.close()
