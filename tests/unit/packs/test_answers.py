"""What typed answers mean."""

from datetime import date

import pytest

from clerkwell.packs import FieldSpec, choice, options, parse_date, understand
from helpers.building import make_pack
from helpers.shipped import shipped

PACK = make_pack()
CITY = shipped("city-of-london-2023")


def spec(kind: str, **more: object) -> FieldSpec:
    return FieldSpec.model_validate({"id": "asked", "title": "Asked", "kind": kind, **more})


def of(field_id: str) -> FieldSpec:
    found = CITY.field(field_id)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "text",
    [
        "07/02/2022", "7/2/2022", "7.2.2022", "7-2-22", "07 / 02 / 2022", "7 February 2022", "7th February 2022",
        "the 7th of February 2022", "7 Feb 2022", "7 Feb. 2022", "Monday 7 February 2022", "Mon, 7 Feb 2022",
        "February 7th 2022", "February 7, 2022", "2022-02-07", "7 February 2022.", " 7  February  2022 ",
    ],
)  # fmt: skip
def test_a_day_is_read_in_every_form_that_reports_use(text: str) -> None:
    assert parse_date(text) == date(2022, 2, 7)


@pytest.mark.parametrize(
    "text",
    [
        "07/02//2022", "31/02/2022", "13/13/2022", "7 Febtober 2022", "February 2022", "7 February", "7/2.2022",
        "tomorrow", "", "07/02/2022 and 9/2/2022", "7 Ma 2022", "0/1/2022", "30 February 2022",
    ],
)  # fmt: skip
def test_what_names_no_day_is_not_read_as_one(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    "time", [", 6.30pm", " at 10.00 a.m.", " at 7pm", " - 10.00am", " 14:00", " at 14.00 hours", " at noon"]
)
def test_a_time_of_day_beside_a_day_is_no_part_of_it(time: str) -> None:
    assert parse_date(f"Wednesday 15 May 2024{time}") == date(2024, 5, 15)
    assert parse_date(f"15/05/2024{time}") == date(2024, 5, 15)


@pytest.mark.parametrize("text", ["6.30pm", "15 May at 10.00am", "07/02//2022 at 10am", "31 April 2024, 6.30pm"])
def test_a_time_of_day_makes_no_day(text: str) -> None:
    assert parse_date(text) is None


def test_september_may_be_cut_to_four_letters() -> None:
    assert parse_date("7 Sept 2022") == date(2022, 9, 7)


def test_a_date_is_understood_as_its_iso_form_and_kept_as_typed() -> None:
    value = understand(spec("date"), " 7th Feb 2022", PACK)
    assert (value.text, value.value) == (" 7th Feb 2022", "2022-02-07")


def test_a_malformed_date_is_kept_and_not_understood() -> None:
    value = understand(spec("date"), "07/02//2022", PACK)
    assert (value.text, value.value) == ("07/02//2022", None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Yes", "Yes"), ("y", "Yes"), ("N", "No"), ("no.", "No"), ("N/A", None), ("Not yet", None), ("", None),
        ("☒ Yes ☐ No", "Yes"), ("☐ Yes ☑ No", "No"), ("☐ Yes ☐ No", None), ("☒ Yes ☒ No", None),
    ],
)  # fmt: skip
def test_yes_and_no_are_the_only_answers_to_a_yes_no_question(text: str, value: str | None) -> None:
    assert understand(spec("yes-no"), text, PACK).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("For Decision", "For Decision"),
        ("for  decision.", "For Decision"),
        ("Information", "For Information"),
        ("For noting", None),
    ],
)
def test_a_choice_is_known_by_its_name_and_its_aliases(text: str, value: str | None) -> None:
    assert understand(of("purpose"), text, CITY).value == value


@pytest.mark.parametrize(
    "text",
    [
        "Safeguarding Sub Committee", "Safeguarding Sub-Committee", "SAFEGUARDING SUB-COMMITTEE",
        "Safeguarding Sub (Community & Children’s Services) Committee",
        "Safeguarding Sub (Community and Children's Services) Committee",
    ],
)  # fmt: skip
def test_a_committee_is_one_body_however_its_name_is_written(text: str) -> None:
    value = understand(of("committees.name"), text, CITY)
    assert value.value == "Safeguarding Sub (Community & Children's Services) Committee"
    assert value.text == text


def test_a_body_that_the_pack_does_not_know_is_taken_at_its_word() -> None:
    name = "Department of Community and Children's Services Grand Committee"
    assert choice(of("committees.name"), name, CITY) is None
    assert understand(of("committees.name"), name, CITY).value == name


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1. People are safe and feel safe 2. People enjoy good health and wellbeing.", (1, 2)),
        ("People enjoy good health & wellbeing", (2,)),
        ("Outcome 1", (1,)),
        ("Outcome 12", (12,)),
        ("Outcomes 1, 2 and 10", (1, 2, 10)),
        ("3\n9", (3, 9)),
        ("2 and 1", (2, 1)),
        ("Outcome 1 and outcome 1", (1,)),
    ],
)
def test_several_answers_are_read_by_name_or_number_in_the_order_typed(text: str, numbers: tuple[int, ...]) -> None:
    names = options(of("outcomes"), CITY)
    assert understand(of("outcomes"), text, CITY).value == tuple(names[number - 1] for number in numbers)


@pytest.mark.parametrize("text", ["Outcome 13", "All outcomes", "People", "N/A", "Outcome", "People are safe and well"])
def test_an_answer_that_is_only_partly_known_is_not_understood(text: str) -> None:
    assert understand(of("outcomes"), text, CITY).value is None


def test_a_number_beside_a_written_answer_only_counts_it() -> None:
    text = "1. Diverse Engaged Communities; 2. Flourishing Public Spaces"
    expected = ("Diverse Engaged Communities", "Flourishing Public Spaces")
    assert understand(of("outcomes"), text, CITY).value == expected


def test_the_answers_to_choose_from_follow_the_day() -> None:
    outcomes = of("outcomes")
    assert len(options(outcomes, CITY, date(2023, 1, 23))) == 12
    assert len(options(outcomes, CITY, date(2024, 3, 31))) == 12
    assert options(outcomes, CITY, date(2024, 4, 1))[0] == "Diverse Engaged Communities"
    assert len(options(outcomes, CITY, date(2024, 4, 1))) == 6
    assert options(outcomes, CITY, date(2030, 1, 1)) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Key", "Yes"),
        ("Key Decision", "Yes"),
        ("Key decision – over £500,000", "Yes"),
        ("This is a key decision", "Yes"),
        ("Non-key", "No"),
        ("NON KEY DECISION", "No"),
        ("Not key", "No"),
        ("Not a key decision", "No"),
        ("This is not a key decision.", "No"),
        ("Key/Non-key", None),
        ("Keyworker housing", None),
    ],
)
def test_the_words_of_the_question_about_key_decisions_are_yes_and_no(text: str, value: str | None) -> None:
    assert understand(spec("yes-no"), text, PACK).value == value


def test_a_yes_no_question_offers_yes_and_no() -> None:
    assert options(spec("yes-no"), PACK) == ("Yes", "No")


def test_an_empty_answer_means_nothing() -> None:
    assert understand(spec("text"), "  ", PACK).value is None


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("Yes – over £500,000", "Yes"),
        ("No (below the threshold)", "No"),
        ("N, for information", "No"),
        ("Y/N", None),
        ("Yes/No", None),
        ("N/A", None),
        ("N.A.", None),
        ("Not yet", None),
    ],
)
def test_a_yes_or_no_may_be_followed_by_its_reason(typed: str, value: str | None) -> None:
    generic = shipped("generic-english-council")
    asked = generic.field("key-decision")
    assert asked is not None
    assert understand(asked, typed, generic).value == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("PART EXEMPT – paragraph 3", "Part exempt"),
        ("Exempt under paragraph 1", "Exempt"),
        ("Not for publication by virtue of paragraph 3", "Exempt"),
        # One annex is kept back, and not the report.
        ("Not for publication: Annex 2, by virtue of paragraph 3 of Part 1 of Schedule 12A", "Part exempt"),
        ("Exempt Appendix 3 (paragraph 1)", "Part exempt"),
        ("Exempt Appendix 3 (paragraph 1 of Schedule 12A), section 100A of the Act", "Part exempt"),
        # More than the annex is: the stricter of the two.
        ("Not for publication: Appendix 2 and this report, by virtue of paragraph 3", "Exempt"),
        ("Not for publication: Annex 2 and paragraphs 4.1 to 4.5", "Exempt"),
        ("Public", "Public"),
        ("Publicity", None),
    ],
)
def test_a_status_may_be_followed_by_its_reason(typed: str, value: str | None) -> None:
    generic = shipped("generic-english-council")
    asked = generic.field("public-status")
    assert asked is not None
    assert understand(asked, typed, generic).value == value
