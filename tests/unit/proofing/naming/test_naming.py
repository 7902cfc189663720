"""Names of bodies, posts and persons are found in a text, and told to be one name or two."""

import pytest

from clerkwell.proofing.naming.bodies import folded, names, runs, tails
from clerkwell.proofing.naming.compounds import compounds
from clerkwell.proofing.naming.odd_words import may_be_one
from clerkwell.proofing.naming.people import (
    listed_people,
    people,
    people_like,
    same_initial,
    same_person,
    spelled_alike,
)
from clerkwell.proofing.naming.variants import difference


def named(text: str) -> list[tuple[str, str]]:
    return [(each.text, each.sort) for each in names(runs(text))]


def persons(text: str) -> list[str]:
    return [each.name for each in people(runs(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Safeguarding Sub-Committee’s view", [("Safeguarding Sub-Committee", "body")]),
        (
            "the Planning Committee and Licensing Board met",
            [("Planning Committee", "body"), ("Licensing Board", "body")],
        ),
        ("Chair of the Finance Committee", [("Finance Committee", "body")]),
        ("the Chair of Finance Committee", [("Finance Committee", "body")]),
        ("the Director of Children’s Services agreed", [("Director of Children’s Services", "post")]),
        ("the Association of Parish Councils asked", [("Association of Parish Councils", "body")]),
        ("THE PLANNING COMMITTEE", []),
    ],
)
def test_names_are_found_without_the_words_that_are_no_part_of_them(text: str, found: list[tuple[str, str]]) -> None:
    assert named(text) == found


def test_a_name_is_compared_by_what_it_ends_in_too_as_long_as_that_tells_which_body_it_is() -> None:
    rests = [rest for _, rest in tails("Department of Example Safeguarding Sub Committee")]
    assert rests[0] == "Department of Example Safeguarding Sub Committee"
    assert "Safeguarding Sub Committee" in rests
    assert "Sub Committee" not in rests


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        ("Safeguarding Sub Committee", "Safeguarding Sub-Committee", "certain"),
        ("Members’ Services Team", "Members Services Team", "certain"),
        ("Director of Public Health", "Director for Public Health", "certain"),
        ("Health & Wellbeing Board", "Health and Wellbeing Board", "likely"),
        ("Children Services Board", "Children’s Services Board", "likely"),
        ("Planning Committee", "Planning Committees", ""),
        ("Planning Committee", "planning committee", ""),
    ],
)
def test_two_ways_of_writing_a_name_are_weighed(one: str, other: str, differs: str) -> None:
    assert difference(one, other) == differs


def test_folding_leaves_what_does_not_depend_on_how_a_name_is_written() -> None:
    assert folded("Sub (Community & Children’s) Committee") == folded("Sub Community and Childrens Committee")


def test_persons_are_known_by_a_given_name_or_a_title() -> None:
    assert persons("Helen Example and Mr Zog Sample met Core Services at Elizabeth House.") == [
        "Helen Example",
        "Zog Sample",
    ]


def test_a_surname_is_read_without_its_possessive() -> None:
    assert persons("Kate Samples’ report, Kate Samples' plan and Kate Example’s view") == [
        "Kate Samples",
        "Kate Samples",
        "Kate Example",
    ]


def test_an_answer_is_read_for_its_persons_and_not_for_its_posts() -> None:
    assert [each.name for each in listed_people("Nell Example, Head of Service, and Dr Sam Sample (Housing)")] == [
        "Nell Example",
        "Sam Sample",
    ]
    assert listed_people("Head of Example Services") == ()


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (("Clare", "Example"), ("Claire", "Example"), True),
        (("Piers", "Example"), ("Peirs", "Example"), True),
        (("Alex", "Ulliott"), ("Alex", "Uliott"), True),
        (("Chris", "Example"), ("Christopher", "Example"), False),
        (("John", "Example"), ("Joan", "Example"), False),
        (("Helen", "Example"), ("Helena", "Example"), False),
        (("Peter", "Wells"), ("Peter", "Walls"), False),
    ],
)
def test_a_slip_is_told_from_another_name(one: tuple[str, str], other: tuple[str, str], alike: bool) -> None:
    assert spelled_alike(one, other) is alike


def test_a_short_form_or_an_initial_is_the_same_person() -> None:
    assert same_person(("Chris", "Example"), ("Christopher", "Example"))
    assert same_person(("S.", "Example"), ("Sam", "Example"))
    assert not same_person(("Sam", "Example"), ("Sam", "Sample"))


def test_an_officer_is_looked_for_by_either_name() -> None:
    text = "Nell Ashworth leads; Nel Ashworth’s deputy and Nell Ashwoth sign."
    assert [each.name for each in people_like("Nell", "Ashworth", text)] == ["Nel Ashworth", "Nell Ashwoth"]


def test_compounds_that_depend_on_their_place_have_no_form_with_a_space() -> None:
    found = {
        each.word: each.ways for each in compounds("a long-term plan; the follow-up; care-leavers; multi-agency work")
    }
    assert found["long-term"] == ("longterm",)
    assert found["follow-up"] == ("followup",)
    assert "care leavers" in found["care-leavers"]
    assert "multi agency" in found["multi-agency"]


@pytest.mark.parametrize("part", ["Aa ", "AB ", "Jane Smith ", "A (B ", "Committee ", "Mr ", "a-b ", "the "])
def test_a_paragraph_of_a_hundred_thousand_characters_is_read_at_once(part: str) -> None:
    text = part * (100_000 // len(part))
    found = runs(text)
    people(found)
    assert all(len(tails(each.text)) < 20 for each in names(found))
    list(compounds(text))
    listed_people(text)


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        (("Bal", "Sandhar"), ("Baljit", "Sandar"), True),
        (("Chris", "Mallinson"), ("Christopher", "Malinson"), True),
        (("Chris", "Mallinson"), ("Christopher", "Mallinson"), False),
        (("Bal", "Sandhar"), ("Barry", "Sandar"), False),
    ],
)
def test_a_name_in_short_with_a_slip_in_the_surname_is_one_persons(
    one: tuple[str, str], other: tuple[str, str], is_one: bool
) -> None:
    assert spelled_alike(one, other) is is_one


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Gareth", "Graham", True),
        ("Sandra", "Susan", True),
        ("Chris", "Christopher", False),
        ("Clare", "Claire", False),
        ("Mary", "Susan", False),
        ("S", "Susan", False),
    ],
)
def test_first_names_that_begin_alike_may_be_put_for_each_other_unless_they_are_one(
    one: str, other: str, alike: bool
) -> None:
    assert same_initial(one, other) is alike


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Upper Tarrowe", "Over Tarrowe", "perhaps"),
        ("Upper Tarrowe", "Lower Tarrowe", ""),
        ("Schools Forum", "Schools Panel", "perhaps"),
        ("Housing Forum", "Housing Panel", ""),
        ("Winter Road Plan", "Winter Roads Policy", "likely"),
        ("Healthy Homes Team", "Healthier Homes Team", "likely"),
        ("St Mary's Primary School", "St Mark's Primary School", ""),
        ("Calder Bank Park Partners", "Calder Bridge Park Partners", "perhaps"),
        ("Community Relief Fund", "Community Rescue Fund", "perhaps"),
    ],
)
def test_names_of_which_one_word_differs_are_told_to_be_one_as_far_as_that_can_be_known(
    one: str, other: str, how: str
) -> None:
    assert may_be_one(one.split(), other.split()) == how


def test_names_in_a_table_and_with_the_same_years_need_less_in_common() -> None:
    reserve, renewed = ["Regeneration", "Reserve"], ["Renewal", "Reserve"]
    assert (may_be_one(reserve, renewed), may_be_one(reserve, renewed, in_table=True)) == ("", "perhaps")
    plan, policy = ["Allotment", "Plan"], ["Allotments", "Policy"]
    assert (may_be_one(plan, policy), may_be_one(plan, policy, dated=True)) == ("", "likely")
