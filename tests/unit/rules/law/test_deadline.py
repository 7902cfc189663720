"""The rules about deadlines say the last day; whether it has gone by is asked with a day."""

from datetime import date, datetime

import pytest

from clerkwell.model import Report, Waiver
from clerkwell.packs import Pack, understand
from clerkwell.packs.manifest import Deadlines
from clerkwell.rules import check, late, with_lateness
from helpers.examples import pack_of

CITY = "city-of-london-2023"
SCOTTISH = {"nation": "scotland"}
OF_DEADLINES = ("publication-deadline", "bank-holidays-unknown", "meeting-on-closed-day")


def for_meetings(pack: Pack, *dates: str) -> Report:
    spec = pack.field("committees.date")
    assert spec is not None
    return Report(
        pack=pack.ref, repeats={"committees": tuple({"date": understand(spec, each, pack)} for each in dates)}
    )


def regarded(pack: Pack, /, **about: object) -> Pack:
    """The pack with tables of its manifest given anew."""
    given = pack.manifest.model_dump(exclude_unset=True)
    for name, value in about.items():
        given[name] = {**given.get(name, {}), **value} if isinstance(value, dict) else value
    return Pack(type(pack.manifest).model_validate(given), pack.files)


def told(report: Report, pack: Pack) -> list[tuple[str, str]]:
    return [(each.rule, each.message) for each in check(report, pack) if each.rule in OF_DEADLINES]


def test_the_last_day_is_said_of_the_first_meeting() -> None:
    pack = pack_of(CITY)
    assert told(for_meetings(pack, "9 February 2023", "23 January 2023"), pack) == [
        (
            "publication-deadline",
            "The first meeting is on Monday 23 January 2023. Publish the report by Friday 13 January 2023: 5 clear "
            "working days before the meeting.",
        )
    ]


def test_beyond_the_known_bank_holidays_nothing_is_pretended() -> None:
    pack = pack_of(CITY)
    ((rule, message),) = told(for_meetings(pack, "8 January 2035"), pack)
    assert rule == "bank-holidays-unknown"
    assert "from 1 January 2012 to 31 December" in message
    assert "By weekends alone" in message


def test_another_nation_has_its_own_closed_days_and_no_english_law() -> None:
    given = pack_of(CITY)
    scottish = regarded(Pack(given.manifest.model_copy(update={"deadlines": Deadlines()}), given.files), pack=SCOTTISH)
    # The first Monday of August is a bank holiday there, and the last is not.
    assert [rule for rule, _ in told(for_meetings(scottish, "3 August 2026"), scottish)] == ["meeting-on-closed-day"]
    assert told(for_meetings(scottish, "31 August 2026"), scottish) == []


@pytest.mark.parametrize(
    ("today", "is_late"),
    [
        (date(2022, 12, 1), False),
        (date(2023, 1, 13), False),
        (date(2023, 1, 14), True),
        (date(2023, 1, 23), True),
        (date(2023, 1, 24), False),  # the meeting has been: what is done is done
    ],
)
def test_a_report_is_late_from_the_day_after_the_last_until_the_meeting(today: date, is_late: bool) -> None:
    pack = pack_of(CITY)
    problem = late(for_meetings(pack, "23 January 2023"), pack, today)
    assert (problem is not None) is is_late
    if problem:
        assert (problem.rule, problem.severity) == ("publication-deadline", "warning")
        assert "The last day to publish the report was Friday 13 January 2023." in problem.message


@pytest.mark.parametrize(("grade", "severity"), [("off", None), ("error", "error"), ("info", "info")])
def test_a_pack_grades_lateness_with_the_deadline(grade: str, severity: str | None) -> None:
    pack = regarded(pack_of(CITY), rules={"grades": {"publication-deadline": grade}})
    problem = late(for_meetings(pack, "23 January 2023"), pack, date(2023, 1, 20))
    assert (problem.severity if problem else None) == severity


def test_without_a_meeting_nothing_is_late() -> None:
    pack = pack_of(CITY)
    assert late(Report(pack=pack.ref), pack, date(2023, 1, 20)) is None


def test_what_said_the_last_day_says_that_it_has_gone_by() -> None:
    pack = pack_of(CITY)
    report = for_meetings(pack, "23 January 2023")
    problems = check(report, pack)
    assert with_lateness(problems, report, pack, date(2023, 1, 13)) == problems
    after = [each for each in with_lateness(problems, report, pack, date(2023, 1, 16)) if each.rule == OF_DEADLINES[0]]
    assert [each.severity for each in after] == ["warning"]
    assert len(with_lateness(problems, report, pack, date(2023, 1, 16))) == len(problems)


def test_lateness_that_was_set_aside_is_not_said_again() -> None:
    pack = pack_of(CITY)
    report = for_meetings(pack, "23 January 2023")
    problem = late(report, pack, date(2023, 1, 16))
    assert problem is not None
    waiver = Waiver(
        rule=problem.rule,
        place=problem.place,
        quote=problem.quote,
        reason="Agreed as urgent",
        when=datetime(2023, 1, 16),
    )
    report = report.model_copy(update={"waivers": (waiver,)})
    told_then = with_lateness(check(report, pack), report, pack, date(2023, 1, 17))
    assert not [each for each in told_then if each.rule == problem.rule]
