"""How dates, times and quantities are written, and how they would be in another form."""

import pytest

from clerkwell.proofing.forms.moments import DATES, TIMES, date_in, dates, same_time, time_in, times
from clerkwell.proofing.forms.no_days import nth
from clerkwell.proofing.forms.quantities import (
    MONEY,
    NUMBERS,
    PER_CENT,
    money,
    money_in,
    number_in,
    numbers,
    per_cent_in,
    per_cents,
    sums,
)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("7 February 2022", "7 February 2022"), ("7 May", "7 February 2022"),
        ("7th February 2022", "7th February 2022"),
        ("7th of May", "7th February 2022"), ("7 Feb. 2022", "7 Feb 2022"), ("February 7, 2022", "February 7, 2022"),
        ("May 7th", "February 7, 2022"), ("07/02/2022", "07/02/2022"),
    ],
)  # fmt: skip
def test_a_date_has_its_form(text: str, form: str) -> None:
    (found,) = dates(f"It was on {text}, they said.")
    assert found.form == form


@pytest.mark.parametrize(
    "text", ["May 7 people came", "from 8 to 9 May", "8, 9 and 10 May", "2022/23", "paragraph 3.5 May"]
)
def test_these_are_no_single_dates(text: str) -> None:
    assert [text[each.start : each.end] for each in dates(text) if each.form != DATES[0] or each.parts[0] != "8"] == []


def test_a_date_is_put_in_every_form_and_read_again() -> None:
    (found,) = dates("on 3 March 2031.")
    for form in DATES:
        words = date_in(found, form)
        assert words
        (again,) = dates(f"on {words} it")
        assert (again.form, tuple(map(int, again.parts))) == (form, (3, 3, 2031))


def test_a_day_without_a_year_has_no_form_in_figures() -> None:
    (found,) = dates("on 3rd March it")
    assert date_in(found, "07/02/2022") is None
    assert date_in(found, "7 February 2022") == "3 March"


@pytest.mark.parametrize("form", TIMES)
@pytest.mark.parametrize("text", ["5.30pm", "9:05 a.m.", "12.15am", "12:45 pm", "17:30", "00:10"])
def test_a_time_is_put_in_every_form_and_means_the_same(text: str, form: str) -> None:
    (found,) = times(f"It is at {text} sharp.")
    words = time_in(found, form)
    assert words
    (again,) = times(f"It is at {words} sharp.")
    assert again.form == form
    assert time_in(again, "17:30") == time_in(found, "17:30")


def test_a_time_without_minutes_goes_with_every_form_that_ends_alike() -> None:
    (found,) = times("at 5pm")
    assert same_time(found.form, "5.30pm")
    assert same_time(found.form, "5:30pm")
    assert not same_time(found.form, "5.30 pm")
    assert not same_time(found.form, "17:30")
    assert time_in(found, "5.30 p.m.") == "5 p.m."


def test_the_stop_that_ends_a_sentence_stays_outside_the_time() -> None:
    text = "It opens at 5 p.m. The bar is shut at 6 p.m."
    assert [text[each.start : each.end] for each in times(text)] == ["5 p.m", "6 p.m"]


@pytest.mark.parametrize("text", ["a scale of 1:200", "Genesis 1:12", "30 m of cable", "I am here", "10:30:15"])
def test_these_are_no_times(text: str) -> None:
    assert [text[each.start : each.end] for each in times(text)] == []


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("£1.5m", "£1.5 million", "£1.5m"),
        ("£2 million", "£2 million", "£2m"),
        ("£3M", "£3 million", "£3m"),
        ("£4bn", "£4 billion", "£4bn"),
    ],
)
def test_a_large_sum_is_put_in_both_forms(text: str, long: str, short: str) -> None:
    (found,) = money(f"It costs {text} now.")
    assert [money_in(found, form) for form in MONEY] == [long, short]


@pytest.mark.parametrize("text", ["£51k", "£500", "£2-million scheme", "5m", "£5 mats", "£3 mm"])
def test_these_are_no_large_sums(text: str) -> None:
    assert list(money(f"It costs {text} now.")) == []


def test_percentages_are_put_in_every_form() -> None:
    for text in ("5%", "5 per cent", "5 percent", "5 %"):
        (found,) = per_cents(f"It rose by {text} then.")
        assert tuple(per_cent_in(found, form) for form in PER_CENT) == PER_CENT
    (found,) = per_cents("It rose by forty-two per cent then.")
    assert per_cent_in(found, "5%") == "42%"
    assert list(per_cents("5 percentage points, five per cent, Forty per cent, a%20b")) == []


def test_large_numbers_are_put_in_both_forms() -> None:
    text = "12,000 and 12000 and £1500 and £1,500.50"
    found = [*numbers(text), *sums(text)]
    assert [number_in(each, NUMBERS[0]) for each in found] == ["12,000", "12,000", "£1,500", "£1,500.50"]
    assert [number_in(each, NUMBERS[1]) for each in found] == ["12000", "12000", "£1500", "£1500.50"]


@pytest.mark.parametrize(
    "text", ["in 2031", "case 123456", "No. 12345", "ref: 1234567", "2031/32", "0123456", "12345–12350"]
)
def test_these_are_no_large_numbers(text: str) -> None:
    assert list(numbers(text)) == []


@pytest.mark.parametrize(
    ("number", "ending"),
    [(1, "st"), (2, "nd"), (3, "rd"), (4, "th"), (11, "th"), (12, "th"), (13, "th"), (21, "st"), (112, "th")],
)
def test_ordinals_have_their_endings(number: int, ending: str) -> None:
    assert nth(number) == ending
