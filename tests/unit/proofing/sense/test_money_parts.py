"""Sums of money that a text divides, against what their parts come to."""

import pytest

from clerkwell.proofing.sense.money_parts import wrongly_divided


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It has £3.4m. Of this, £2.1m is for salt, £0.9m for pay and £0.6m for vans.", [("£3.4m", "£3.6m")]),
        ("It cost £9,000, of which £12,000 was pay.", [("£9,000", "£12,000")]),
        ("The sum of £45,000 is made up of £20,000 from fees, £15,000 from rent and £12,000 from sales.",
         [("£45,000", "£47,000")]),
        ("It cost £12,000 for doors and £8,000 for windows, £22,000 in all.", [("£22,000", "£20,000")]),
        ("It cost £1.50 for tea and £2.25 for cake, a total of £3.70.", [("£3.70", "£3.75")]),
        ("It has £3.6m. Of this, £2.1m is for salt, £0.9m for pay and £0.6m for vans.", []),
        ("It has £3.4m. Of this, £2.1m is for salt.", []),
        ("It has £3.4m. Of this, £2.1m was spent in 2026 and £2.1m, net of income, in 2027.", []),
        ("It costs £50,000. Of this, £60,000 a year is for pay.", []),
        ("The rent rose from £12,000 to £14,000, a total of £2,000.", []),
        ("It has £312,000: £104,000 for roads, £103,000 for bridges and £104,000 for lamps.", []),
        ("It has £1.2m: £0.5m for roads, £0.4m for bridges and £0.4m for lamps.", []),
    ],
)  # fmt: skip
def test_parts_that_cannot_come_to_the_whole_are_found(text: str, told: list[tuple[str, str]]) -> None:
    assert [(each.says, each.comes_to) for each in wrongly_divided(text)] == told
