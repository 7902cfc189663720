"""The small word that goes with a verb, a noun or a phrase, and another in its place."""

import pytest

from clerkwell.proofing.grammar.slips import slips


def told(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(text[each.start : each.end], each.better) for each in slips(text)]


@pytest.mark.parametrize(
    ("text", "wrong", "better"),
    [
        ("The pier has complied to the order.", "to", "with"),
        ("The kiosk is consistent to the Local Plan.", "to", "with"),
        ("The grant is paid in accordance to the deed.", "to", "with"),
        ("The weir is adjacent of the mill.", "of", "to"),
        ("Lodgers are entitled for a refund.", "for", "to"),
        ("The trust is responsible of the jetty.", "of", "for"),
        ("The firm is liable of the cost.", "of", "for"),
        ("This will result on a saving.", "on", "in"),
        ("The outcome depends of the tide.", "of", "on"),
        ("It will have an adverse impact to the bay.", "to", "on"),
        ("It was paid in behalf of the trust.", "in", "on"),
        ("It was let on accordance with the rules.", "on", "in"),
        ("It was sold in the basis that it is empty.", "in", "on"),
        ("The plan was endorsed from the Harbour Committee.", "from", "by"),
        ("The race took place at March 2031.", "at", "in"),
        ("The panel met in 4 June 2031.", "in", "on"),
        ("The views were taken in account.", "in", "into"),
        ("The rule came in force in May.", "in", "into"),
        ("The trust entered in a new lease.", "in", "into"),
    ],
)
def test_a_small_word_that_does_not_go_with_it_is_told(text: str, wrong: str, better: str) -> None:
    assert told(text) == [(wrong, (better,))]


@pytest.mark.parametrize(
    "text",
    [
        "The firm will comply, to the best of our knowledge.",
        "The hulls were replaced to meet the new standard, and the masts from the reserve.",
        "Rent owing from former lodgers and by the firm was written off.",
        "The losses suffered by owners were small, and they were aware from the start of the risk.",
        "Moorings are exempt for the first six months, and those affected from May will pay.",
        "The sum that the Council committed in the budget is spent.",
        "Crews that qualify in the first round may participate at weekends.",
        "The hall is subject for much of the year to flooding, and use depends in large measure on the tide.",
        "Owners were informed for completeness, and the firm is liable with its directors.",
        "There were no effects to report, but there is a change in the basis of charging.",
        "Working in partnership to cut waste, the trust objected on three grounds.",
        "The plan was considered to be fair by Members of the Council.",
        "The Board is responsible to the Council for it.",
        "The report is the subject of a call-in.",
        "The results of the survey are liable in part to change.",
        "Lodgers are eligible on 1 May, and owners are eligible in principle.",
        "Forty claims were open at 31 March 2031.",
        "The report published on March 2031 prices is out of date.",
        "The rule came into force in May and was considered by the Committee.",
        "The parts are on order to the maker.",
        "The impact of the weir on the mill is small.",
        "It was agreed to the Committee's surprise.",
        "The firm entered in the register a lease of the kiosk.",
        "The hut was replaced in May from reserves.",
        "The Council is committed to the bay.",
        "The shed is similar in size to the hut.",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert told(text) == []
