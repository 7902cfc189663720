"""What is overspent, by how much and which way, as sentences say it."""

from decimal import Decimal

import pytest

from clerkwell.proofing.sense.overspends import Overspend, overspends


def said(text: str) -> list[Overspend]:
    return list(overspends(text, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "over", "pounds"),
    [
        ("There is an overspend of £34,000 on fuel.", True, 34_000),
        ("Waste is forecast to underspend by £170,000, as tonnages have fallen.", False, 170_000),
        ("Children’s Services: £2.9 million overspend", True, 2_900_000),
        ("Place shows a £120k underspend due to vacancies.", False, 120_000),
        ("Resources are £0.4m over budget.", True, 400_000),
        ("The overspend is forecast to be £1.2m.", True, 1_200_000),
    ],
)
def test_an_overspend_has_its_way_and_its_sum(text: str, over: bool, pounds: int) -> None:
    (told,) = said(text)
    assert (told.over, told.pounds) == (over, Decimal(pounds))


def test_one_without_a_sum_is_told_with_nothing() -> None:
    (told,) = said("This is an overspend because the audit began late.")
    assert (told.over, told.pounds) == (True, Decimal())


def test_a_sum_is_known_as_closely_as_it_is_told() -> None:
    (about,), (plain,) = said("There is an overspend of about £2m."), said("There is an overspend of £2.25m.")
    assert about.step > plain.step == Decimal(10_000)


@pytest.mark.parametrize(
    "text",
    [
        "At quarter 1 there was an overspend of £34,000.",
        "Last year fuel was overspent by £34,000.",
        "Without action fuel would overspend by £34,000.",
        "Of which an overspend of £34,000 is for fuel.",
        "The capital programme is forecast to underspend by £34,000.",
        "An overspend of £34,000 and an underspend of £12,000 are forecast.",
    ],
)
def test_what_is_of_another_time_or_of_a_part_is_left_alone(text: str) -> None:
    assert said(text) == []
