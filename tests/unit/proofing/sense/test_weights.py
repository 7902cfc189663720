"""How much price, quality and the like weigh when tenders are judged."""

import pytest

from clerkwell.proofing.sense.weights import may_weigh, wrongly_weighed
from clerkwell.proofing.text.sentences import sentences


def _told(text: str) -> list[tuple[str, str]]:
    found = wrongly_weighed(text, list(sentences(text))) if may_weigh(text) else ()
    return [(text[each.start : each.end], each.comes_to) for each in found]


@pytest.mark.parametrize(
    ("text", "quote", "comes_to"),
    [
        (
            "Price carried 60 per cent of the marks, delivery 25 per cent and quality of design 20 per cent.",
            "Price carried 60 per cent of the marks, delivery 25 per cent and quality of design 20 per cent",
            "105%",
        ),
        ("Bids were judged on quality (70%) and price (40%).", "quality (70%) and price (40%)", "110%"),
        ("The evaluation was weighted 60% on price and 45% on quality.", "60% on price and 45% on quality", "105%"),
        ("Submissions were evaluated on a 70:40 quality and price split.", "70:40", "110%"),
        ("The award criteria are price (55%), quality (35%) and social value (5%).", "price (55%), quality (35%) and "
         "social value (5%)", "95%"),
    ],
)  # fmt: skip
def test_weights_that_do_not_come_to_100_are_told_with_what_they_come_to(text: str, quote: str, comes_to: str) -> None:
    assert _told(text) == [(quote, comes_to)]


@pytest.mark.parametrize(
    "text",
    [
        "Tenders were evaluated on 60 per cent quality and 40 per cent price by a panel.",
        "The evaluation was 60% quality, of which 20% was for social value, and 40% price.",
        "Bidder A scored 52% for quality and 40% for price.",
        "Bids were scored on quality (60%, minimum 40%) and price (40%).",
        "Their bid was scored at 48% for quality and 38% for price.",
        "The bids were evaluated in 2024/25 on quality and price.",
        "Tenders were evaluated on price (100%) since quality is a pass or fail test.",
    ],
)
def test_marks_and_parts_of_weights_are_no_weights(text: str) -> None:
    assert _told(text) == []
