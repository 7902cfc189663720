"""Verbs of another number than what they go with, parted from it or in a clause of their own."""

import pytest

from clerkwell.proofing.grammar.slips import slips


def told(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(text[each.start : each.end], each.better) for each in slips(text)]


@pytest.mark.parametrize(
    ("text", "words", "better"),
    [
        ("Table 2 show the costs.", "show", "shows"),
        ("Appendix A set out the fees.", "set", "sets"),
        ("Section 12 of the Act require a notice.", "require", "requires"),
        ("Tables 2 and 3 shows the costs.", "shows", "show"),
        ("The services which is bought in are dear.", "is", "are"),
        ("Officers who was present agreed.", "was", "were"),
        ("Each school have a plan.", "have", "has"),
        ("Neither of the two bids received for the kiosk meet the minimum rent.", "meet", "meets"),
        ("One of the schools hit by the flood are already using huts.", "are", "is"),
        ("The results of the survey, which was sent in May, shows that it leaks.", "shows", "show"),
        ("The Harbour Master, together with two others, have read it.", "have", "has"),
        ("The number of households in rooms above the shops have fallen.", "have", "has"),
        ("Both has since reopened.", "has", "have"),
        ("There is currently 14 vacancies.", "is", "are"),
        ("The results of the survey shows that it leaks.", "shows", "show"),
        ("The guidance on parking in the town carry little weight.", "carry", "carries"),
        ("Objections must come within 21 day of the notice.", "21 day", "21 days"),
        ("The fee was set five year ago.", "five year", "five years"),
        ("Either side may end it by giving two week's notice.", "week's", "weeks’"),
        ("The estimated cost of the repairs at Mill Lane have risen.", "have", "has"),
        ("Over three years the Fund's holdings has fallen.", "has", "have"),
        ("The rise in prices since 2021 have cost us £2 million.", "have", "has"),
        ("The planned closure of the centres in Norton and Thorpe have caused concern.", "have", "has"),
        ("The fees charged for advice has not risen.", "has", "have"),
        ("The terms of the loan is at Appendix A.", "is", "are"),
        ("The roads in the north of the district does not meet the standard.", "does", "do"),
        ("The scheme for the three villages do not need it.", "do", "does"),
        ("Since April 14 more wardens has joined us.", "has", "have"),
        ("Another 30 residents was asked.", "was", "were"),
        ("All of the trees in the square is healthy.", "is", "are"),
        ("Following the survey, the results was sent to us.", "was", "were"),
        ("A list of the sites are at Appendix A.", "are", "is"),
        ("The forecasts for next year assumes a rise of 3%.", "assumes", "assume"),
        ("The Mayors hardship scheme is full.", "Mayors", "Mayor’s"),
    ],
)
def test_a_verb_or_a_noun_of_another_number_is_told(text: str, words: str, better: str) -> None:
    assert told(text) == [(words, (better,))]


@pytest.mark.parametrize(
    "text",
    [
        "Does Table 2 show the costs? The notes to Table 1 give the sources.",
        "Tables 2 and 3 show the costs. Both the plan and Appendix A list the sites.",
        "We ask that Table 2 show the totals. Phase 1 cost £2 million.",
        "The list of services which is attached is long. The scheme repairs roads which is welcome.",
        "The summary says who was told. It met the costs, which was kind.",
        "The schools each have a plan. Costs for each school have risen.",
        "If neither of the bids were lawful, we would wait. Plans for each of the schools have been made.",
        "The survey, which was sent to tenants, shows that it leaks.",
        "The Mayor, together with two clerks, has read it.",
        "A number of complaints was received. The number of rooms has fallen.",
        "A 28 day notice was served in the two year programme. It is a 25 year lease.",
        "The five days’ notice ended. Two home visits a week are made.",
        "The yard has cost the Council £18,400.",
        "There are six housing associations working in the county.",
        "The list of sites officers have visited is long. The plan members approved in May was read.",
        "In the view of officers the scheme is sound. At the end of the corridor are two rooms.",
        "The changes to the Act mean the Council has more to do. The results of the survey show demand is high.",
        "The plan that the members of the panel approved in May was read.",
        "The six with the highest scores are first. The report of the Head of Parks is attached.",
        "Satisfaction amongst members was high. Since May 14 officers have joined. One more officer has joined.",
        "Since the end of the quarter markets have recovered. Since the close of the fair traders have come back.",
        "The cost of the works and the fees are set out below. Three years is a long time.",
        "The 30 minutes of free parking is to end. More than one of the sites is suitable.",
        "The policy of the Local Plan set out above is old.",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert told(text) == []
