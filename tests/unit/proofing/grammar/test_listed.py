"""Words that do not go together: what is found, what is right there, and what only looks like it."""

import pytest

from clerkwell.proofing.grammar.listed.finding import slips
from clerkwell.proofing.text.tokens import bare_words


def told(text: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.better) for each in slips(text, bare_words(text))]


@pytest.mark.parametrize(
    ("text", "words", "better"),
    [
        ("It will ensures access.", "will ensures", "will ensure"),
        ("It is proposed to appointed a firm.", "is proposed to appointed", "is proposed to appoint"),
        ("There is several options.", "There is several", "There are several"),
        ("This policies apply to all.", "This policies apply", "These policies apply"),
        ("Members was told.", "Members was", "Members were"),
        ("In order reduce waste.", "In order reduce", "In order to reduce"),
        ("The Board is asked approve it.", "is asked approve", "is asked to approve"),
        ("The plan was adopt in 2019.", "was adopt", "was adopted"),
        ("It will be deliver by them.", "will be deliver", "will be delivered"),
        ("Members will able to vote.", "will able to", "will be able to"),
        ("This was done in order to meeting demand.", "in order to meeting", "in order to meet"),
        ("The aim is to informs members.", "is to informs", "is to inform"),
        ("Each of the option has risks.", "option", "options"),
        ("The list of sites are attached.", "are", "is"),
        ("The table below show the costs.", "show", "shows"),
        ("As result of this, it closed.", "As result", "As a result"),
        ("Due the delay, costs rose.", "Due the", "Due to the"),
        ("It cost more that expected.", "that", "than"),
        ("The panel met and agreed the. It then left.", "the.", ""),
        ("As mention above, it is old.", "mention", "mentioned"),
        ("Details can found on the site.", "can found", "can be found"),
        ("There has been six complaints.", "There has been", "There have been"),
        ("It is for a five years term.", "five years", "five-year"),
    ],
)
def test_a_slip_is_found_with_what_is_right(text: str, words: str, better: str) -> None:
    assert told(text) == [(words, better)]


@pytest.mark.parametrize(
    "text",
    [
        "How will reduced hours be told?",
        "Costs rose due to increased demand, subject to agreed terms.",
        "There is two-way traffic. There are a number of routes.",
        "Each of the sites that are open has a gate, and each of the five should have one.",
        "The plan says “members was told”.",
        "What they did was provide lunch. The options are approve, defer or refuse.",
        "The duties that have been include none of this.",
        "There has been support for it, and there will be award ceremonies.",
        "Each of the option appraisals and one of the project managers.",
        "Could the report provide more? The table and the report show the costs.",
        "In the end they chose option a. Option b cost more than that.",
        "As state schools close, others grow. The can found in the park was full.",
        "That plans change is known. There has been two weeks of rain.",
    ],
)
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert not told(text)
