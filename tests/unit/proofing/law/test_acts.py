"""Acts of Parliament: which a text cites, and which of those there are."""

import pytest

from clerkwell.proofing.law.acts import cited_acts, is_one_act, wrong_acts


@pytest.mark.parametrize(
    ("text", "name", "year"),
    [
        ("Under the Care Act 2014, Equality Act 2010 duties apply.", "Equality", 2010),
        ("It is in section 66 of the Planning (Listed Buildings and Conservation Areas) Act 1990.", None, 1990),
        ("(Local Government Act 1972)", "Local Government", 1972),
        ("Under Housing Act 1985 the Council may let.", "Housing", 1985),
    ],
)
def test_an_act_is_found_with_its_whole_name(text: str, name: str | None, year: int) -> None:
    last = list(cited_acts(text))[-1]
    assert (last.name, last.year) == (name or "Planning (Listed Buildings and Conservation Areas)", year)
    assert text[last.year_at : last.year_end] == str(year)


@pytest.mark.parametrize(
    ("cited", "wrong", "better"),
    [
        ("Anti-social Behaviour, Crime and Policing Act 2015", "2015", "2014"),
        ("Housing Act 1986", "1986", ""),
        ("Environment Protection Act 1990", "Environment Protection", "Environmental Protection"),
        ("Childrens Act 1989", "Childrens", "Children"),
    ],
)
def test_a_year_and_a_name_that_are_no_acts_are_told(cited: str, wrong: str, better: str) -> None:
    text = f"The power is in the {cited}."
    assert [(text[each.start : each.end], each.better) for each in wrong_acts(text)] == [(wrong, better)]


@pytest.mark.parametrize(
    "cited",
    [
        "Housing Act 1996",
        "Sustainable Equality Act 2011",
        "Antisocial Behaviour, Crime and Policing Act 2014",
        "Party Wall etc. Act 1996",
        "Education Act 1996",
        "2014 Act",
    ],
)
def test_what_there_is_or_is_not_known_is_left_alone(cited: str) -> None:
    assert not list(wrong_acts(f"The power is in the {cited}."))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Widgets, Quays and Markets Act 2011", "Widgets, Quays and Markets Act 2012", True),
        ("Widgets, Quays and Markets Act 1965", "Widgets, Quays and Markets Act 2012", False),
        ("London Quays and Markets Act 2011", "London Quays and Markets Act 2012", False),
        ("Markets Act 2011", "Markets Act 2012", False),
    ],
)
def test_an_act_that_is_not_known_has_one_year(one: str, other: str, same: bool) -> None:
    first, second = (next(cited_acts(f"See the {each}.")) for each in (one, other))
    assert is_one_act(first, second) is same
