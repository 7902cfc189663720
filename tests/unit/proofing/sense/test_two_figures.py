"""Shares and changes of the only two figures before them."""

import pytest

from clerkwell.proofing.sense.two_figures import wrong_of_two

WRONG = (
    ("There are 320 berths. Of these, 240 (70 per cent) are let by the year.", "70", "75%"),
    ("Visits rose from 12,400 in 2022/23 to 15,500 in 2023/24, an increase of 30%.", "30", "25%"),
    ("There were 500 replies. The scheme was backed by 320 people, or 46% of those who answered.", "46", "64%"),
    ("We saw 800 households in 2023 and 720 in 2024, a drop of one quarter.", "quarter", "10%"),
    ("The wait has come down from 50 weeks to 40 weeks. This 25 per cent reduction is welcome.", "25", "20%"),
    ("Spending was £1.5m in the first half and is now £1.8m for the second half, 30% more.", "30", "20%"),
    ("Only 16 of the 50 columns sampled met the standard (61%).", "61", "32%"),
    ("Collection stood at £48.3m on 31 December against a sum due of £60m. That is 76 per cent.", "76", "81%"),
    ("Papers were sent to 2,000 tenants and 1,300 came back, a turnout of 56 per cent.", "56", "65%"),
    ("Tonnage has doubled since the bins came in, going from 4,000 tonnes to 5,200 tonnes.", "doubled", "30%"),
    ("Sites fell from 90 to 60, and this was a reduction of half.", "half", "33%"),
)
RIGHT = (
    "There are 320 berths. Of these, 240 (75 per cent) are let by the year.",
    "Visits rose from 12,400 in 2022/23 to 15,500 in 2023/24, an increase of 25%.",
    "Sales fell to 64, down from 80 last year, a fall of 20%.",
    "About 900 households came in 2023 and 720 in 2024, a drop of nearly one quarter.",
    "Tonnage has doubled since the bins came in, going from 3,100 tonnes to 6,200 tonnes.",
    "There are 320 berths and 45 moorings. Fees would go up (12 per cent).",
    "The programme has doubled in cost, and 14 of the 20 bridges remain.",
    "In 2023 we had 40 complaints. A further 30 were withdrawn (15%) before they were read.",
    "The Council has 51 members. A quorum is 13, and 40% of them are new.",
    "Rents rise by 4%, and 1,200 of the 1,500 tenants pay by direct debit.",
    "From 1 April 2024 to 31 March 2025 takings rose, an increase of 12%.",
    "The Fund was valued at £520.0m, an increase of £20.0m, or 4 per cent, on the value of £500.0m at the start.",
    "There were 412 replies. Of these, 247 lived in the ward and 98 (40% of the rest) worked there.",
)


@pytest.mark.parametrize(("text", "says", "makes"), WRONG)
def test_what_two_figures_do_not_make_is_found(text: str, says: str, makes: str) -> None:
    (told,) = wrong_of_two(text)
    assert (told.says, told.makes) == (says, makes)
    assert text[told.start : told.end].endswith(says)


@pytest.mark.parametrize("text", RIGHT)
def test_what_they_make_or_may_not_be_of_is_left(text: str) -> None:
    assert not list(wrong_of_two(text))
