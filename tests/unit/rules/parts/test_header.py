"""Rules about the header find their faults, and leave alone what only looks like one."""

import pytest

from clerkwell.model import FieldValue, SetRows, apply
from clerkwell.packs import Pack
from clerkwell.rules import check
from helpers.building import make_pack
from helpers.sound import MORE, WORDED, found, mended, sound, with_date, with_field


def test_a_sound_report_has_no_problem(pack: Pack) -> None:
    assert check(sound(pack), pack) == ()


@pytest.mark.parametrize("field", ["subject", "spending", "amount", "agreed"])
def test_a_blank_field_is_an_error(pack: Pack, field: str) -> None:
    (problem,) = found(with_field(sound(pack), pack, field, "  "), pack, "field-missing")
    assert problem.severity == "error"
    assert problem.place is not None
    assert problem.place.field == field


def test_a_blank_after_the_answer_no_offers_the_councils_words(pack: Pack) -> None:
    report = with_field(sound(pack), pack, "amount", "")
    (problem,) = found(report, pack, "field-missing")
    assert check(mended(report, problem), pack) == ()


def test_no_committee_at_all_is_an_error(pack: Pack) -> None:
    report = apply(SetRows(repeat="committees", rows=()), sound(pack))
    assert [problem.severity for problem in found(report, pack, "field-missing")] == ["error"]


def test_a_committee_without_its_date_is_an_error_in_its_row(pack: Pack) -> None:
    rows = (*sound(pack).repeats["committees"], {"name": FieldValue(text="Finance", value="Finance")})
    (problem,) = found(apply(SetRows(repeat="committees", rows=rows), sound(pack)), pack, "field-missing")
    assert problem.place is not None
    assert (problem.place.field, problem.place.row) == ("committees.date", 1)


@pytest.mark.parametrize("answer", ["N/A", "Maybe", "See below", "Outcome 1"])
def test_a_yes_no_question_answered_otherwise_is_an_error_and_what_follows_from_it_is_not(
    pack: Pack, answer: str
) -> None:
    report = with_field(with_field(sound(pack), pack, "spending", answer), pack, "agreed", "N/A")
    (problem,) = found(report, pack, "answer-not-recognised")
    assert problem.quote == answer
    assert not found(report, pack, "field-nil")


@pytest.mark.parametrize("answer", ["Yes", "no", "Y", "N", "No."])
def test_an_answer_of_yes_or_no_in_any_form_is_one(pack: Pack, answer: str) -> None:
    problems = found(with_field(sound(pack), pack, "spending", answer), pack, "answer-not-recognised")
    assert "spending" not in [problem.place.field for problem in problems if problem.place]


def test_a_follow_up_with_nil_words_after_yes_is_not_an_answer(pack: Pack) -> None:
    report = with_field(sound(pack), pack, "spending", "Yes")
    assert [problem.quote for problem in found(report, pack, "field-nil")] == ["N/A"]
    assert [problem.place.field for problem in found(report, pack, "answer-not-recognised") if problem.place] == [
        "agreed"
    ]


@pytest.mark.parametrize(("answer", "field"), [("N", "spending"), ("NA", "amount"), ("n/a", "agreed")])
def test_an_unusual_form_of_an_answer_is_only_information_and_has_a_fix(pack: Pack, answer: str, field: str) -> None:
    report = with_field(sound(pack), pack, field, answer)
    (problem,) = check(report, pack)
    assert (problem.rule, problem.severity) == ("answer-house-form", "info")
    assert check(mended(report, problem), pack) == ()


_WITH_WEEKDAY = f"{WORDED}{MORE}".replace('date_form = "dd/mm/yyyy"', 'date_form = "weekday d month yyyy"')


@pytest.mark.parametrize(
    ("typed", "better"),
    [
        ("Monday 7 September 2026", ""),
        ("7 September 2026", "Monday 7 September 2026"),
        ("07/09/2026", "Monday 7 September 2026"),
        ("Mon, 7th September 2026", "Monday 7 September 2026"),
        # Whether the weekday or the day is wrong nobody knows: to write it in form would hide it.
        ("Tuesday 7 September 2026", ""),
        ("tues 7.9.26", ""),
    ],
)
def test_a_council_may_write_dates_with_their_weekday(typed: str, better: str) -> None:
    pack = make_pack(_WITH_WEEKDAY)
    report = with_date(pack, typed)
    told = found(report, pack, "date-house-form")
    assert [each.message.partition("writes ")[2] for each in told] == ([f"“{better}”."] if better else [])
    assert not told or not found(mended(report, told[0]), pack, "date-house-form")


@pytest.mark.parametrize("date", ["07/02//2022", "31/02/2022", "next week", "7/13/2022", "07-02-"])
def test_a_date_that_is_no_day_is_an_error(pack: Pack, date: str) -> None:
    (problem,) = found(with_date(pack, date), pack, "date-malformed")
    assert (problem.severity, problem.quote) == ("error", date)


@pytest.mark.parametrize("date", ["December 7th 2022", "7/06/2017", "7 February 2022", "Tuesday 6 September 2022"])
def test_a_date_in_another_form_is_only_information(pack: Pack, date: str) -> None:
    report = with_date(pack, date)
    (problem,) = [each for each in check(report, pack) if each.rule != "publication-deadline"]
    assert (problem.rule, problem.severity) == ("date-house-form", "info")
    assert not found(mended(report, problem), pack, "date-house-form")
