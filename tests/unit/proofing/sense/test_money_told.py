"""What sums of money a text tells of, and whether two of them may be one."""

from decimal import Decimal

import pytest

from clerkwell.proofing.sense.money_told import WHOLE_COST, ToldSum, agree, told_sums


def told(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.words, each.key) for each in told_sums(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Agree a fifth hub at a total cost of £185,000.", [("£185,000", WHOLE_COST)]),
        ("The cost of £195,000 would be met from the grant, which has £230,000.", [("£195,000", WHOLE_COST)]),
        ("The cost is £40,000.", [("£40,000", WHOLE_COST)]),
        ("The scheme costs £40,000.", [("£40,000", WHOLE_COST)]),
        ("The second phase would cost £222,000.", [("£222,000", ("cost", "second phase"))]),
        ("The total cost of the bridge at Stonegate is £3m.", [("£3m", ("cost", "bridge at stonegate"))]),
        ("This rota will save £12,000.", [("£12,000", ("save", "rota"))]),
        ("The winter budget for 2027/28 is £3.4m.", [("£3.4m", ("budget", "winter", "2027/28"))]),
        (
            "The path would cost £222,000. Of this, £150,000 would come from Transport for Here and £72,000 from fees.",
            [
                ("£222,000", ("cost", "path")),
                ("£150,000", ("part", "222000", "transport for here")),
                ("£72,000", ("part", "222000", "fees")),
            ],
        ),
        (
            "It would cost £222,000, of which £160,000 would come from the ferry grant.",
            [("£160,000", ("part", "222000", "ferry grant"))],
        ),
        ("The cost of £96,000 a year would be met.", []),
        ("The scheme would cost about £40,000.", []),
        ("The budget has grown, at a cost of £40,000 each.", []),
        ("The cost of £40,000 for doors was agreed.", []),
        ("No money is needed.", []),
    ],
)
def test_a_sum_is_known_by_what_the_text_says_it_is(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("£1.2m", 1_200_000), ("£1,180,000", 1_180_000), True),
        (("£222,000", 222_000), ("£221,540", 221_540), True),
        (("£185,000", 185_000), ("£195,000", 195_000), False),
        (("£3.4 million", 3_400_000), ("£3.1 million", 3_100_000), False),
        (("£950", 950), ("£960", 960), False),
    ],
)
def test_a_rounded_sum_agrees_with_the_whole_one(one: tuple[str, int], other: tuple[str, int], same: bool) -> None:
    first, second = (ToldSum(0, 0, words, Decimal(pounds), WHOLE_COST) for words, pounds in (one, other))
    assert agree(first, second) is same
