"""What happens to the file of an open report from outside: told once, before anything is saved over it."""

from pathlib import Path

from clerkwell.storage import OnDisk, ReportFile, StoredReport, write_file
from helpers.building import make_report
from helpers.kept import kept_subject, subject
from helpers.sessions import OpenReport


class TestLookingOutside:
    def test_nothing_is_told_of_a_file_that_is_as_it_was(self, named: Path) -> None:
        desk = OpenReport(path=named)
        desk.session.look_outside()
        desk.session.apply(subject("Oaks"), "Change the subject")
        desk.session.save()
        desk.session.look_outside()
        assert desk.outside == []
        desk.session.close()

    def test_what_somebody_else_saved_is_told_once_before_anything_is_saved(self, named: Path) -> None:
        desk = OpenReport(path=named)
        write_file(named, StoredReport(make_report({}, {"subject": "Theirs"})))
        desk.session.look_outside()
        desk.session.look_outside()
        assert desk.outside == ["changed"]
        assert desk.troubles == []
        desk.session.close()

    def test_a_file_that_is_moved_is_told(self, named: Path) -> None:
        desk = OpenReport(path=named)
        named.rename(named.with_name("Elsewhere.clerkwell"))
        desk.session.look_outside()
        assert desk.outside == ["gone"]
        desk.session.close()

    def test_a_drive_that_went_away_is_not_taken_for_a_deleted_file(self, named: Path) -> None:
        desk = OpenReport(path=named)
        away = named.parent.rename(named.parent.with_name("away"))
        desk.session.look_outside()
        assert desk.outside == []
        away.rename(named.parent)
        desk.session.close()

    def test_a_report_that_was_taken_over_says_by_whom(self, named: Path) -> None:
        desk = OpenReport(path=named)
        told: list[OnDisk] = []
        desk.session.outside.connect(told.append)
        ReportFile(named, take_over=True)
        desk.session.look_outside()
        assert [each.state for each in told] == ["taken"]
        assert told[0].holder is not None
        desk.session.close()

    def test_what_is_put_right_is_told_anew_when_it_happens_again(self, named: Path) -> None:
        desk = OpenReport(path=named)
        elsewhere = named.with_name("Elsewhere.clerkwell")
        for _ in range(2):
            named.rename(elsewhere)
            desk.session.look_outside()
            elsewhere.rename(named)
            desk.session.look_outside()
        assert desk.outside == ["gone", "gone"]
        desk.session.close()

    def test_saving_by_itself_goes_on_once_the_conflict_is_over(self, named: Path) -> None:
        desk = OpenReport(path=named)
        mine = named.read_bytes()
        write_file(named, StoredReport(make_report({}, {"subject": "Theirs"})))
        desk.session.apply(subject("Oaks"), "Change the subject")
        desk.clock.advance(2)
        named.write_bytes(mine)
        desk.session.look_outside()
        desk.clock.advance(2)
        assert kept_subject(named) == "Oaks"
        desk.session.close()

    def test_a_report_without_a_file_has_nothing_to_look_at(self) -> None:
        desk = OpenReport()
        desk.session.look_outside()
        assert desk.outside == []
        desk.session.close()
