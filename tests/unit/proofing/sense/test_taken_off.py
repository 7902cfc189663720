"""What is left when all that is told between is taken off, and what so many come to at a price."""

import pytest

from clerkwell.proofing.sense.priced import wrongly_priced
from clerkwell.proofing.sense.taken_off import wrongly_taken_off

LEFT = (
    ("The harbour has 64 berths. At present 41 are let and the remaining 33 are kept.", "33", "23"),
    ("Of the 31 sites inspected, 19 were good and 7 fair. The other four were poor.", "four", "5"),
    ("There were eleven vacancies. Seven were filled in May. The remaining three are out to advert.", "three", "4"),
    ("We had 40 forms; 28 came back signed, leaving 22 to be chased.", "22", "12"),
    ("Grant of £2.4m came in July. Of that, £1.7m has been passed on, leaving £0.9m to be spent.", "£0.9m", "£0.7m"),
    ("Closing it would save £300,000 over the plan. Less the £85,000 of costs, the net saving is £251,000.",
     "£251,000", "£215,000"),
    ("Rent is £48,000 a year. Insurance comes to £11,500, so the net income is £37,500.", "£37,500", "£36,500"),
)  # fmt: skip
LEFT_RIGHT = (
    "The harbour has 64 berths. At present 41 are let and the remaining 23 are kept.",
    "The town has 12 wards and 48 councillors. The other three seats are vacant.",
    "We had 40 forms; 28 came back signed, leaving 12 to be chased.",
    "There are 20 homes, and 8 of them are let. Another 4 were added, and the remaining 18 are empty.",
    "Grant of £2.4m came in July. Of that, £1.7m has been passed on, leaving £0.7m to be spent.",
    "The budget is £90,000 and £20,000 more was added, with a fee of £5,000, leaving about £40,000.",
    "The scheme has four phases, of which two are done. The other three months are for snagging.",
)
PRICED = (
    ("The team needs twelve laptops at £650 apiece, £8,700 in total.", "£8,700", "£7,800"),
    ("Each trader pays £28 a day. On a Saturday, with all 45 pitches taken, income is £1,620.", "£1,620", "£1,260"),
    ("Carers would get £20 a week for each child. With 150 children for 52 weeks, the cost is £165,000.",
     "£165,000", "£156,000"),
    ("We send 1,400 tonnes a year. At £95 per tonne the cost will be £143,000.", "£143,000", "£133,000"),
)  # fmt: skip
PRICED_RIGHT = (
    "The team needs twelve laptops at £650 apiece, £7,800 in total.",
    "Each trader pays £28 a day. On a Saturday, with all 45 pitches taken, income is £1,260.",
    "Carers would get £20 a week for each child. With 150 children for 52 weeks, the cost is £156,000.",
    "The 45 pitches cost £28 a day. The fund has a total of £1,300 from other sources.",
    "The 12 laptops are about £650 each, and with delivery the cost is £8,100.",
)


@pytest.mark.parametrize(("text", "says", "comes_to"), LEFT)
def test_what_is_left_is_held_against_what_is_taken_off(text: str, says: str, comes_to: str) -> None:
    (told,) = wrongly_taken_off(text)
    assert (told.says, told.comes_to) == (says, comes_to)
    assert text[told.start : told.end] == says


@pytest.mark.parametrize("text", LEFT_RIGHT)
def test_what_is_left_or_may_be_of_something_else_is_right(text: str) -> None:
    assert not list(wrongly_taken_off(text))


@pytest.mark.parametrize(("text", "says", "comes_to"), PRICED)
def test_what_so_many_come_to_is_held_against_their_price(text: str, says: str, comes_to: str) -> None:
    (told,) = wrongly_priced(text)
    assert (told.says, told.comes_to) == (says, comes_to)
    assert text[told.start : told.end] == says


@pytest.mark.parametrize("text", PRICED_RIGHT)
def test_what_they_come_to_or_may_not_be_is_right(text: str) -> None:
    assert not list(wrongly_priced(text))
