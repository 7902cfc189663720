"""When an open report is checked, and which answers count."""

import pytest

from clerkwell.model import FieldValue, Problem, Report, SetField
from clerkwell.packs import Pack
from helpers.clockwork import WhenTold
from helpers.sessions import OpenReport, one_problem


def typed(opened: OpenReport, text: str) -> None:
    opened.session.apply(SetField(field="subject", value=FieldValue(text=text, value=text)), "Typing")


def test_a_check_waits_until_nobody_types() -> None:
    opened = OpenReport()
    opened.clock.advance(1)
    opened.problems.clear()
    for text in ("P", "Pa", "Par"):
        typed(opened, text)
        opened.clock.advance(0.3)
    assert not opened.problems

    opened.clock.advance(0.2)

    assert [problem.quote for (problem,) in opened.problems] == ["Par"]
    opened.session.close()


def test_one_check_runs_at_a_time_and_the_next_is_of_the_newest_report() -> None:
    runner = WhenTold()
    opened = OpenReport(runner=runner)
    opened.clock.advance(1)
    for text in ("One", "Two", "Three"):
        typed(opened, text)
        opened.session.recheck()
    assert runner.jobs == 1

    runner.work()
    runner.answer()
    assert not opened.problems, "it is about a report that is no more"
    runner.work()
    runner.answer()

    assert [problem.quote for (problem,) in opened.problems] == ["Three"]
    assert not runner.jobs
    opened.session.close()


def test_a_check_that_fails_is_followed_by_others() -> None:
    failing = [True]

    def check(report: Report, pack: Pack) -> tuple[Problem, ...]:
        if failing:
            raise ZeroDivisionError
        return one_problem(report, pack)

    opened = OpenReport(check=check)
    with pytest.raises(ZeroDivisionError):
        opened.session.recheck()

    failing.clear()
    opened.session.recheck()

    assert len(opened.problems) == 1
    opened.session.close()


def test_a_closed_report_is_told_of_nothing() -> None:
    runner = WhenTold()
    opened = OpenReport(runner=runner)
    opened.session.recheck()
    opened.session.recheck()

    opened.session.close()
    runner.work()
    runner.answer()

    assert not opened.problems
    assert not runner.jobs
