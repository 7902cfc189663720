"""A report's publication deadline is that of the earliest meeting it goes to, as far as bank holidays are known."""

from datetime import date

import pytest

from clerkwell.model import Report
from clerkwell.packs import Pack, deadline, meetings, publication_deadline, understand
from helpers.examples import pack_of

CITY = "city-of-london-2023"
NORTH_SOMERSET = "north-somerset-executive-2022"


def for_meetings(pack: Pack, *dates: str) -> Report:
    """A report of nothing but committees with these dates."""
    spec = pack.field("committees.date")
    assert spec is not None
    rows = tuple({"date": understand(spec, text, pack)} for text in dates)
    return Report(pack=pack.ref, repeats={"committees": rows})


def with_deadlines(pack: Pack, nation: str = "england", **rule: object) -> Pack:
    """The pack of another nation, or with other deadlines."""
    given = pack.manifest.model_dump(exclude_unset=True)
    given["pack"]["nation"] = nation
    given["deadlines"] = rule
    return Pack(type(pack.manifest).model_validate(given), pack.files)


def test_the_earliest_meeting_counts() -> None:
    pack = pack_of(CITY)
    report = for_meetings(pack, "9 February 2023", "23/01/2023")
    assert [each.day for each in meetings(report, pack)] == [date(2023, 2, 9), date(2023, 1, 23)]
    assert publication_deadline(report, pack) == date(2023, 1, 13)
    found = deadline(report, pack)
    assert found is not None
    assert (found.meeting.place.field, found.meeting.place.row) == ("committees.date", 1)


def test_the_meeting_of_a_single_body_counts_as_well() -> None:
    pack = pack_of(NORTH_SOMERSET)
    spec = pack.field("meeting-date")
    assert spec is not None
    report = Report(pack=pack.ref, fields={"meeting-date": understand(spec, "7 December 2022", pack)})
    assert publication_deadline(report, pack) == date(2022, 11, 29)


@pytest.mark.parametrize("dates", [(), ("",), ("to be confirmed",), ("07/02//2022",), ("1/1/0001",)])
def test_without_a_day_that_can_be_counted_from_there_is_no_deadline(dates: tuple[str, ...]) -> None:
    pack = pack_of(CITY)
    assert deadline(for_meetings(pack, *dates), pack) is None


@pytest.mark.parametrize("meeting", ["12 January 2029", "3 January 2029", "5 January 2012", "1 March 2035"])
def test_what_is_counted_over_unknown_bank_holidays_is_not_certain(meeting: str) -> None:
    pack = pack_of(CITY)
    found = deadline(for_meetings(pack, meeting), pack)
    assert found is not None
    assert not found.certain
    assert publication_deadline(for_meetings(pack, meeting), pack) is None


def test_a_pack_says_how_many_days_and_when_its_council_is_closed() -> None:
    pack = with_deadlines(pack_of(CITY), clear_days=7, closed=[date(2023, 1, 20)])
    assert publication_deadline(for_meetings(pack, "23 January 2023"), pack) == date(2023, 1, 10)


def test_a_pack_may_have_no_deadline() -> None:
    pack = with_deadlines(pack_of(CITY), clear_days=0)
    assert deadline(for_meetings(pack, "23 January 2023"), pack) is None


def test_a_pack_of_another_nation_has_a_deadline_only_if_it_says_one() -> None:
    silent = with_deadlines(pack_of(CITY), "scotland")
    assert deadline(for_meetings(silent, "4 August 2026"), silent) is None
    # The first Monday of August is a bank holiday there, and the last is none.
    own = with_deadlines(pack_of(CITY), "scotland", clear_days=3)
    assert publication_deadline(for_meetings(own, "4 August 2026"), own) == date(2026, 7, 28)
    assert publication_deadline(for_meetings(own, "1 September 2026"), own) == date(2026, 8, 26)
