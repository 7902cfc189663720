"""A subject without an article, and links that are lost: "187 responses was received", "the interests those"."""

import pytest

from clerkwell.proofing.grammar.slips import slips


def told(text: str) -> list[str]:
    return [text[each.start : each.end] for each in slips(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In total 94 letters was received.", "was"),
        ("94 letters was received by the clerk.", "was"),
        ("The survey closed in May, and 1,204 replies was counted.", "was"),
        ("Seven firms has been asked to bid.", "has"),
        ("Officers report that 16 consultation replies was returned.", "was"),
        ("Lower heating costs is expected once the boiler is in.", "is"),
        ("Over ten years, smaller grounds fees is expected to save half.", "is"),
        ("Fewer complaints has been made since then.", "complaints has"),
        ("The roof is sound and higher ticket prices is likely.", "is"),
        ("Residents of Sand Hill was worried about noise.", "was"),
        ("Stallholders at the Saturday market has asked for shelter.", "has"),
        ("Most of the club's income exceed its costs.", "exceed"),
        ("Few close, since most of a club's income follow its members.", "follow"),
        ("This is kept because the budget for 2031/32 already assume the saving.", "assume"),
        ("The budgets for the parks already assumes the saving.", "assumes"),
        ("It is an offer which open for acceptance until May.", "which open"),
        ("Tenants who eligible for the grant will be told.", "who eligible"),
        ("Those who able to walk came to the hall.", "who able"),
        ("The group speaks for the interests those who rent there.", "interests"),
        ("The plan looks to the needs those living nearby.", "needs"),
        ("The decision may be called in by until 4pm on Friday.", "by until"),
        ("Suppliers has been told of the change.", "has"),
        ("It counts when parking permits is issued.", "is"),
        ("No one person have the key.", "have"),
        ("The list is long. It contain 31 names.", "contain"),
        ("The rate is higher then forecast.", "then"),
    ],
)
def test_a_bare_subject_or_a_lost_link_is_told(text: str, words: str) -> None:
    assert words in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "In total 94 letters were received.",
        "The cost of 94 letters was met by the club.",
        "12 weeks was allowed for the work.",
        "A sum of 30,000 pounds was paid.",
        "Section 14 notices was the subject raised.",
        "The clerk who wrote the 94 letters was thanked.",
        "Five are pay and display, and the car park is pay on exit.",
        "The insurers would regard that as a serious matter.",
        "A policy of lower fees is expected in May.",
        "Setting higher rents is likely to be opposed.",
        "Residents of Sand Hill were worried about noise.",
        "Residents on the estate the Council was given in 1974 wrote to us.",
        "Most of a library's income depends on lettings.",
        "The budget for 2031/32 already assumes the saving.",
        "Budgets for 2031/32 already assume the saving.",
        "Officers said the costs of the work also include the fees.",
        "The trust saw the club's income exceed its costs.",
        "There are four shops which open for business on Sundays.",
        "The panel decided which available for sale signs to buy.",
        "Residents who are able to attend may speak.",
        "We noted the views those who replied had expressed.",
        "It serves the interests of those who rent there.",
        "News has been received. Rogers has been asked, and Works is told. Economics is taught.",
        "It counts when use of halls is ended, when the running of halls is ended and when Halls is told.",
        "No staff are there, no fish were found, and no one person has the key.",
        "It cost £4m. It set out the aims, and it need not. It need not be so. It read well.",
        "The rate was higher then. The rate, higher then, has fallen since.",
        "Weeks passed by until May, when work began.",
        "The decision may be called in by 4pm on Friday.",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert told(text) == []
