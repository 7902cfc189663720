"""Putting right all of a kind in an open report is one step of undo."""

from clerkwell.model import FieldValue
from clerkwell.rules import FixedAll
from clerkwell.session.mending import LABEL, fix_all
from helpers.building import make_report
from helpers.sessions import OpenReport

WAS = FieldValue(text="no", value="No")


def opened() -> OpenReport:
    return OpenReport(make_report().model_copy(update={"fields": {"spending": WAS}}))


def test_all_of_a_kind_is_put_right_in_one_step_that_undo_takes_back() -> None:
    session = opened().session

    done = fix_all(session, "answer-house-form")

    assert (done.fixed, done.left) == (1, 0)
    assert session.report.field("spending").text == "No"
    assert session.undo_label == LABEL
    session.undo()
    assert session.report.field("spending") == WAS
    assert not session.can_undo
    session.close()


def test_what_is_right_already_is_not_put_right_again() -> None:
    report = opened()

    fix_all(report.session, "answer-house-form")
    fix_all(report.session, "answer-house-form")

    assert len(report.changes) == 1
    report.session.close()


def test_where_there_is_nothing_to_put_right_nothing_is_done() -> None:
    session = OpenReport(make_report()).session

    assert fix_all(session, "answer-house-form") == FixedAll(None, fixed=0, left=0)
    assert not session.can_undo
    session.close()
