"""The list of reports worked on lately."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from clerkwell.model import FieldValue, Report
from clerkwell.ui.start import Recent, RecentReports, recent_of
from clerkwell.ui.start.recents import missing
from helpers.building import make_pack, make_report

PACK = make_pack()


@pytest.fixture
def recent(tmp_path: Path) -> RecentReports:
    return RecentReports(tmp_path / "state" / "recent.json")


def report(words: str = "Parks are busy.") -> Report:
    return make_report({"summary": words}, {"subject": "Parks"}, pack=PACK)


def test_the_newest_comes_first_and_none_twice(tmp_path: Path, recent: RecentReports) -> None:
    for name in ("one", "two", "one"):
        recent.add(_recent(tmp_path, name))
    assert [Path(each.path).stem for each in recent.load()] == ["one", "two"]


def test_a_report_whose_file_has_gone_is_kept_and_known_to_be_missing(tmp_path: Path, recent: RecentReports) -> None:
    for name in ("one", "two"):
        recent.add(_recent(tmp_path, name))
    (tmp_path / "one.clerkwell").unlink()
    assert len(recent.load()) == 2
    assert missing(recent.load()) == {str(tmp_path / "one.clerkwell")}


def test_one_is_taken_off_the_list_and_its_file_stays(tmp_path: Path, recent: RecentReports) -> None:
    for name in ("one", "two"):
        recent.add(_recent(tmp_path, name))
    recent.remove(str(tmp_path / "one.clerkwell"))
    assert [Path(each.path).stem for each in recent.load()] == ["two"]
    assert (tmp_path / "one.clerkwell").exists()


def test_forty_are_kept(tmp_path: Path, recent: RecentReports) -> None:
    for number in range(45):
        recent.add(_recent(tmp_path, f"r{number}"))
    assert len(recent.load()) == 40


def test_a_damaged_list_counts_as_empty_and_is_written_anew(tmp_path: Path) -> None:
    file = tmp_path / "recent.json"
    recent = RecentReports(file)
    for damaged in ("", "{", "[1, 2]", '{"a": 1}', '[{"path": 3}]', "null"):
        file.write_text(damaged)
        assert recent.load() == ()
    recent.add(_recent(tmp_path, "one"))
    assert len(recent.load()) == 1


def test_a_list_of_an_older_version_is_read(tmp_path: Path) -> None:
    file = tmp_path / "recent.json"
    file.write_text('[{"path": "a.clerkwell", "subject": "Parks", "meeting": "1 May"}]')
    (found,) = RecentReports(file).load()
    assert found == Recent("a.clerkwell", "Parks", "1 May")
    assert found.state == ""


def test_a_list_that_cannot_be_kept_troubles_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    RecentReports(tmp_path / "file" / "recent.json").add(_recent(tmp_path, "one"))


def test_subject_first_meeting_and_progress_tell_reports_apart() -> None:
    row = {"date": FieldValue(text="23/01/2023", value="2023-01-23")}
    made = make_report(fields={"subject": "Parks  and\ngardens"}, pack=PACK).model_copy(
        update={"repeats": {"committees": (row,)}}
    )
    found = recent_of(Path("a.clerkwell"), made, PACK)
    assert (found.path, found.subject, found.meeting) == ("a.clerkwell", "Parks and gardens", "23/01/2023")
    assert "parts done" in found.progress


def test_the_state_is_in_words_draft_exported_and_changed_since(tmp_path: Path, recent: RecentReports) -> None:
    path = tmp_path / "a.clerkwell"
    recent.note(path, report(), PACK)
    assert recent.load()[0].state.startswith("Draft, ")
    assert "parts done" in recent.load()[0].state
    recent.exported(path, report(), datetime(2026, 3, 3, 12, 0, tzinfo=UTC))
    assert recent.load()[0].state == "Exported on 3 March 2026"
    recent.note(path, report(), PACK)
    assert recent.load()[0].state == "Exported on 3 March 2026", "to open it is not to change it"
    recent.note(path, report("Parks are full."), PACK)
    assert recent.load()[0].state.endswith("parts done, changed since it was exported on 3 March 2026")


def _recent(folder: Path, name: str) -> Recent:
    path = folder / f"{name}.clerkwell"
    path.write_text("")
    return Recent(str(path), name)
