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
        ("Members agreed it in principal last year.", "principal", "principle"),
        ("The crew has its full compliment of drivers.", "compliment", "complement"),
        ("Crews will practice the drill.", "practice", "practise"),
        ("The visits were made discretely.", "discretely", "discreetly"),
        ("It is cheaper to repair then to replace.", "then", "than"),
        ("Officers where unable to go in.", "where", "were"),
        ("The huts where not emptied in May.", "where", "were"),
        ("A number off letters came.", "off", "of"),
        ("The cost off agency staff rose.", "off", "of"),
        ("The bid came to late for the round.", "to", "too"),
        ("It sought the opinion of council on the claim.", "council", "counsel"),
        ("Vans must be stationery while loading.", "stationery", "stationary"),
        ("It helps carers with dependents of any age.", "dependents", "dependants"),
        ("The formally depot was sold.", "formally", "former"),
        ("The currently contract ends in May.", "currently", "current"),
        ("The case was refereed to the police.", "refereed", "referred"),
        ("It is a statuary duty.", "statuary", "statutory"),
        ("The works will course delays.", "course", "cause"),
        ("The tree route damaged a wall.", "route", "root"),
        ("The bad whether delayed it.", "whether", "weather"),
        ("There is no bias for a refusal.", "bias", "basis"),
        ("Dogs are not aloud in the park.", "aloud", "allowed"),
        ("The deadline has past.", "past", "passed"),
        ("The bus fair was raised.", "fair", "fare"),
        ("Household waist is collected weekly.", "waist", "waste"),
        ("The offer was excepted by the owner.", "excepted", "accepted"),
        ("The panel herd evidence in May.", "herd", "heard"),
        ("The works are do to start in May.", "do", "due"),
        ("The hall is not sued at weekends.", "sued", "used"),
        ("The huts wee finished in May.", "wee", "were"),
        ("Applicants complete an online from before May.", "from", "form"),
        ("Attendance is know above the average.", "know", "now"),
        ("The plan in therefore late.", "in", "is"),
        ("A fault in the boiler lead to the closure.", "lead", "led"),
        ("We asked whether there windows had been mended.", "there", "their"),
        ("It is the less costly of the three.", "less", "least"),
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
        "Areas where not needed are let, and streets where repaired walls stand are listed.",
        "A one off payment was made and the cost off peak is lower.",
        "Counsel advised the council on the claim, and the council of governors met.",
        "Of course the work runs its course.",
        "It is clear whether the weather was bad.",
        "The bus passed at half past two, and the past year was quiet.",
        "The fair was held, and a fair share was paid.",
        "Staff do to a high standard what is due to be done.",
        "The firm was sued in court, and the hall is used at weekends.",
        "All tenants accept one visit a year.",
        "The trail will lead to the park, and those failures may lead to a loss.",
        "He asked whether there are sites, and said there remains a need.",
        "It is less costly than the three others, which are less of a risk.",
        "The team’s practice will be to practise the drill.",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert told(text) == []
