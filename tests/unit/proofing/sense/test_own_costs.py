"""Money that a report tells of as its own and still to come."""

import pytest

from clerkwell.proofing.sense.own_costs import own_money


@pytest.mark.parametrize(
    "text",
    [
        "The cost of £24,600 will be met from the events budget.",
        "A capital bid of £210,000 for the slipway would be considered next year.",
        "The waiver is expected to reduce income by £2,300 a year.",
        "The new signs will cost about £4,200.",
        "The survey is estimated to cost £18,000.",
        "An adviser will be appointed at a cost of £9,600.",
        "Income from permits is expected to fall by £12,000 a year.",
        "The Council would lose £6,500 a year in rent.",
        "Funding of £75,000 will be needed from April.",
        "The Council will pay £14,000 towards the slipway.",
        "The change will save £12,500 a year.",
        "The work will be carried out for a fee of £21,500.",
        "Annual running costs are put at £7,500.",
    ],
)
def test_what_a_report_costs_is_known(text: str) -> None:
    assert own_money(text)


@pytest.mark.parametrize(
    "text",
    [
        "The cost of £20,000 will be met from the existing budget.",
        "The Council has a budget of £2.4 million for the service.",
        "The roof was repaired at a cost of £80,000.",
        "The developer will pay £40,000 for the crossing.",
        "If the appeal is lost, the cost would be £20,000.",
        "Other councils pay about £9,000 for this.",
        "Option 2 would cost £90,000.",
        "A breach may lead to a fine of £5,000.",
        "Residents would save £120 a year.",
        "Contracts of more than £50,000 are published.",
    ],
)
def test_what_is_there_or_is_somebody_elses_is_none(text: str) -> None:
    assert own_money(text) == ()
