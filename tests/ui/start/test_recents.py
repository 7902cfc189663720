"""The list of reports worked on lately."""

from pathlib import Path

from clerkwell.model import FieldValue
from clerkwell.ui.start import Recent, RecentReports, recent_of
from helpers.building import make_report


def test_the_newest_comes_first_and_none_twice(tmp_path: Path) -> None:
    recent = RecentReports(tmp_path / "state" / "recent.json")
    for name in ("one", "two", "one"):
        recent.add(_recent(tmp_path, name))
    assert [Path(each.path).stem for each in recent.load()] == ["one", "two"]


def test_a_report_whose_file_has_gone_is_not_shown(tmp_path: Path) -> None:
    recent = RecentReports(tmp_path / "recent.json")
    recent.add(_recent(tmp_path, "one"))
    (tmp_path / "one.clerkwell").unlink()
    assert recent.load() == ()


def test_a_dozen_are_kept(tmp_path: Path) -> None:
    recent = RecentReports(tmp_path / "recent.json")
    for number in range(15):
        recent.add(_recent(tmp_path, f"r{number}"))
    assert len(recent.load()) == 12


def test_a_damaged_list_counts_as_empty_and_is_written_anew(tmp_path: Path) -> None:
    file = tmp_path / "recent.json"
    recent = RecentReports(file)
    for damaged in ("", "{", "[1, 2]", '{"a": 1}', '[{"path": 3}]', "null"):
        file.write_text(damaged)
        assert recent.load() == ()
    recent.add(_recent(tmp_path, "one"))
    assert len(recent.load()) == 1


def test_a_list_that_cannot_be_kept_troubles_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    RecentReports(tmp_path / "file" / "recent.json").add(_recent(tmp_path, "one"))


def test_subject_and_first_meeting_tell_reports_apart() -> None:
    row = {"date": FieldValue(text="23/01/2023", value="2023-01-23")}
    report = make_report(fields={"subject": "Parks  and\ngardens"}).model_copy(
        update={"repeats": {"committees": (row,)}}
    )
    assert recent_of(Path("a.clerkwell"), report) == Recent("a.clerkwell", "Parks and gardens", "23/01/2023")


def _recent(folder: Path, name: str) -> Recent:
    path = folder / f"{name}.clerkwell"
    path.write_text("")
    return Recent(str(path), name)
