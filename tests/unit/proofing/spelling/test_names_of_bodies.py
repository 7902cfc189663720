"""Names of national bodies, grants and accounts, and what only looks like a slip in one."""

import pytest

from clerkwell.proofing.spelling.confusions import confusions
from clerkwell.proofing.text.tokens import bare_words


def told(text: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.better) for each in confusions(text, bare_words(text))]


@pytest.mark.parametrize(
    ("text", "wrong", "better"),
    [
        ("The Environmental Agency gave a permit.", "Environmental", "Environment"),
        ("The Equalities and Human Rights Commission has a code.", "Equalities", "Equality"),
        ("This meets the Public Sector Equalities Duty.", "Equalities", "Equality"),
        ("The Department of Education wrote in May.", "of", "for"),
        ("Figures are from the Office of National Statistics.", "of", "for"),
        ("The Ministry for Justice pays the fees.", "for", "of"),
        ("The Care Quality Committee rated the home.", "Committee", "Commission"),
        ("Accounts go to the Charities Commission.", "Charities", "Charity"),
        ("The Boundaries Commission is to report.", "Boundaries", "Boundary"),
        ("A bid was made to Sports England.", "Sports", "Sport"),
        ("Historical England had no comment.", "Historical", "Historic"),
        ("The Disclosure and Baring Service checks drivers.", "Baring", "Barring"),
        ("It is borrowed from the Public Works Loans Board.", "Loans", "Loan"),
        ("The Minimal Revenue Provision is £1.2m.", "Minimal", "Minimum"),
        ("The Dedicated School Grant rose.", "School", "Schools"),
        ("A Disabled Facility Grant was paid.", "Facility", "Facilities"),
        ("It is charged to the Housing Revenues Account.", "Revenues", "Revenue"),
    ],
)
def test_a_word_of_a_name_is_taken_for_its_like(text: str, wrong: str, better: str) -> None:
    assert told(text) == [(wrong, better)]


@pytest.mark.parametrize(
    "text",
    [
        "The Environment Agency and an environmental agency of the county agreed.",
        "The Department for Education and the Department of Health and Social Care wrote.",
        "A department of education studies at the university took part.",
        "The quality committee’s work is done by officers.",
        "School sports in England are paid for so.",
        "The Housing Revenue Account and revenues accounts are apart.",
        "The Office for National Statistics and the Office of the Chief Executive agreed.",
        "The Public Works Loan Board lends, and loans boards do not.",
        "The equalities and human rights group met.",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert told(text) == []
