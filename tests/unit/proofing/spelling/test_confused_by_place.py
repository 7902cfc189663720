"""Words taken for each other, told by the place they stand in: what is wrong there, and what only looks like it."""

import pytest

from clerkwell.proofing.spelling.confusions import confusions
from clerkwell.proofing.text.tokens import bare_words


def told(text: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.better) for each in confusions(text, bare_words(text))]


@pytest.mark.parametrize(
    ("text", "wrong", "better"),
    [
        ("Tenants can upload there letters to the website.", "there", "their"),
        ("At others there lockers are too small.", "there", "their"),
        ("Each appeal takes to long.", "to", "too"),
        ("The licence is for consumption of the premises.", "of", "off"),
        ("The debt was written of in March.", "of", "off"),
        ("Costs were higher then in 2029.", "then", "than"),
        ("Write to us if your unhappy with it.", "your", "you’re"),
        ("The tenant who’s lease has ended was told.", "who’s", "whose"),
        ("It is for members who's benefits may exceed it.", "who's", "whose"),
        ("The town and it's contractor meet.", "it's", "its"),
        ("The Scheme Manger publishes it.", "Manger", "Manager"),
        ("The Licensing Manger was asked.", "Manger", "Manager"),
        ("The report sets our the options.", "our", "out"),
        ("It plans to by two vans.", "by", "buy"),
        ("The land was sold buy auction.", "buy", "by"),
        ("Four bids where received by noon.", "where", "were"),
        ("Permits suit areas were parking is scarce.", "were", "where"),
        ("It is not know how many will apply.", "know", "known"),
        ("The work is know complete.", "know", "now"),
        ("The clerk an the chair agreed.", "an", "and"),
        ("The plan was formerly adopted on 3 May.", "formerly", "formally"),
        ("The motion was past in May.", "past", "passed"),
        ("Tenants have assess to the hall.", "assess", "access"),
        ("All bids were accessed against the criteria.", "accessed", "assessed"),
        ("A survey will precede as planned.", "precede", "proceed"),
        ("Housing tenets were told.", "tenets", "tenants"),
        ("It brought the site in 2018.", "brought", "bought"),
        ("Even through it is dear, it is the best.", "through", "though"),
        ("The cost maybe needed later.", "maybe", "may be"),
    ],
)
def test_a_word_taken_for_another_is_told(text: str, wrong: str, better: str) -> None:
    assert told(text) == [(wrong, better)]


@pytest.mark.parametrize(
    "text",
    [
        "Residents upload letters there, and at others there is no need.",
        "The charge for consumption of alcohol is on the premises notice.",
        "It was written in March and of its cost little is known.",
        "If it costs more then the scheme will stop.",
        "Write to us if your application is late and say who’s responsible.",
        "Here are our officers and the bids our tenants made.",
        "The three wards where homes were let are small.",
        "All that they know is how the sites were found.",
        "The order will precede the meeting, and the work will proceed.",
        "Formerly a depot, it was formally adopted in the past year.",
        "All members accept Hillside and its tenets of good faith.",
        "It brought the site into use even through the winter.",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert told(text) == []
